"""A table over the journal answers like any table of TinyDB, and its documents belong to who asked for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

import pytest
from tinydb import Query, where
from tinydb.operations import delete, increment
from tinydb.operations import set as set_to

from store.model.vocabulary import NOTE_ID_PATTERN
from store.storage.journal import Journal
from store.storage.tinydb_table import JournalDB, JournalTable, random_id


@pytest.fixture
def table(journal: Journal) -> JournalTable:
    """Return a table with three documents: a, b and c, all of kind 1."""
    found = cast(JournalTable, JournalDB(journal).table("letters"))
    found.insert_multiple({"kind": 1, "letter": letter} for letter in "abc")
    return found


def letters(found: Any) -> list[str]:
    return [document["letter"] for document in found]


def lines(table: JournalTable) -> int:
    """How many transactions the file has."""
    return table.journal.path.read_bytes().count(b"\n") - 1


def test_documents_stand_in_the_order_they_came(table: JournalTable) -> None:
    assert letters(table.all()) == letters(table) == ["a", "b", "c"]


def test_a_document_is_found_by_id(table: JournalTable) -> None:
    identity = table.insert({"letter": "d"})
    assert table.get(doc_id=identity) == {"letter": "d"}
    assert table.contains(doc_id=identity)
    assert table.get(doc_ids=[identity]) == [{"letter": "d"}]


def test_what_is_not_there_is_none(table: JournalTable) -> None:
    missing: Any = "n-zzzzzz"
    assert table.get(doc_id=missing) is None
    assert not table.contains(doc_id=missing)
    assert table.get(where("letter") == "z") is None


def test_documents_are_found_by_query(table: JournalTable) -> None:
    assert letters(table.search(where("kind") == 1)) == ["a", "b", "c"]
    assert letters(table.search((where("letter") == "a") | (where("letter") == "c"))) == ["a", "c"]
    assert table.search(where("kind") == 2) == []
    assert table.count(where("kind") == 1) == len(table) == 3
    assert table.contains(Query().letter.matches("[b]"))


def test_ids_are_unique_and_typeable(table: JournalTable) -> None:
    identities = table.insert_multiple({} for _ in range(100))
    assert len(set(identities)) == 100
    assert all(re.match(NOTE_ID_PATTERN, str(identity)) for identity in identities)


def test_an_id_that_is_taken_is_not_given_again(table: JournalTable, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["n-aaaaaa", "n-aaaaaa", "n-bbbbbb"])
    monkeypatch.setattr("store.storage.tinydb_table.random_id", lambda: next(drawn))
    assert [str(table.insert({})), str(table.insert({}))] == ["n-aaaaaa", "n-bbbbbb"]


def test_many_documents_are_one_transaction(table: JournalTable) -> None:
    before = lines(table)
    table.insert_multiple({} for _ in range(9))
    assert lines(table) == before + 1


def test_documents_are_updated_by_query(table: JournalTable) -> None:
    table.update({"kind": 2}, where("letter") == "a")
    assert letters(table.search(where("kind") == 2)) == ["a"]
    assert letters(table.search(where("kind") == 1)) == ["b", "c"]


def test_documents_are_updated_by_operation(table: JournalTable) -> None:
    table.update(increment("kind"), where("letter") == "a")
    table.update(delete("kind"), where("letter") == "b")
    table.update_multiple([(set_to("kind", 9), where("letter") == "c")])
    assert [document.get("kind") for document in table] == [2, None, 9]


def test_an_update_tells_whom_it_changed(table: JournalTable) -> None:
    missing: Any = "n-zzzzzz"
    identity = table.insert({})
    assert table.update({"kind": 1}, doc_ids=[identity, missing]) == [identity]


def test_an_update_that_changes_nothing_writes_nothing(table: JournalTable) -> None:
    before = table.journal.path.read_bytes()
    table.update({"kind": 1})
    table.remove(where("kind") == 7)
    assert table.journal.path.read_bytes() == before


def test_an_update_writes_what_it_changed_alone(table: JournalTable) -> None:
    table.update({"kind": 2}, where("letter") == "a")
    assert table.journal.path.read_bytes().splitlines()[-1].count(b'"letter"') == 1


def test_upsert_changes_what_is_there_and_adds_what_is_not(table: JournalTable) -> None:
    table.upsert({"letter": "a", "kind": 5}, where("letter") == "a")
    table.upsert({"letter": "d", "kind": 5}, where("letter") == "d")
    assert letters(table.search(where("kind") == 5)) == ["a", "d"]
    assert len(table) == 4


def test_documents_are_removed_by_query_and_by_id(table: JournalTable) -> None:
    identity = table.insert({"letter": "d"})
    table.remove(where("letter") == "b")
    table.remove(doc_ids=[identity])
    assert letters(table) == ["a", "c"]


def test_a_table_can_be_emptied(table: JournalTable) -> None:
    table.truncate()
    assert len(table) == 0
    assert Journal(table.journal.path).read() is None


def test_a_failing_update_changes_nothing(table: JournalTable) -> None:
    def change_then_fail(document: Any) -> None:
        document["letter"] = "x"
        if document["kind"] == 1:
            raise KeyError("no")

    before = lines(table)
    with pytest.raises(KeyError):
        table.update(change_then_fail)
    assert letters(table) == ["a", "b", "c"]
    assert lines(table) == before


def test_who_changes_a_found_document_changes_no_other(table: JournalTable) -> None:
    identity = table.insert({"tags": ["x"]})
    readers: tuple[Callable[[], Any], ...] = (
        lambda: table.get(doc_id=identity),
        lambda: table.get(where("tags").exists()),
        lambda: table.search(where("tags").exists())[0],
        lambda: table.all()[-1],
        lambda: table.get(doc_ids=[identity])[0],
    )
    for reader in readers:
        found = reader()
        found["tags"].append("y")
        assert table.get(doc_id=identity) == {"tags": ["x"]}


def test_who_changes_what_was_given_changes_no_document(table: JournalTable) -> None:
    tags = ["x"]
    identity = table.insert({"tags": tags})
    table.update({"more": tags}, doc_ids=[identity])
    tags.append("y")
    assert table.get(doc_id=identity) == {"tags": ["x"], "more": ["x"]}


def test_what_another_window_writes_is_found_by_the_same_query(table: JournalTable) -> None:
    query = where("letter") == "a"
    assert table.count(query) == 1
    JournalDB(Journal(table.journal.path)).table("letters").insert({"letter": "a"})
    assert table.count(query) == 2


def test_random_ids_leave_out_what_is_misread() -> None:
    drawn = "".join(random_id()[2:] for _ in range(500))
    assert not set(drawn) & set("01ilo")
    assert len(set(drawn)) == 31
