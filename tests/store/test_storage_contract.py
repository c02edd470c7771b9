"""Both of our storages are storages as TinyDB means them; its own tests of storages, told in our words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.storages import Storage
from tinydb.table import Document

from store.storage.journal import Journal
from store.storage.json_file import JsonFileStorage
from store.storage.tinydb_table import JournalDB

DOCUMENT: dict[str, Any] = {
    "none": [None, None],
    "int": 42,
    "float": 3.1415899999999999,
    "list": ["LITE", "RES_ACID"],
    "dict": {"hp": 13, "sp": 5},
    "bool": [True, False],
    "text": "こんにちは世界",
}
TABLES: dict[str, dict[str, Any]] = {"notes": {"1": DOCUMENT, "2": {}}, "trash": {"1": {"a": 1}}}

Open = Callable[[], Any]


@pytest.fixture(params=[JsonFileStorage, Journal])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Storage]:
    """Open the storage anew, on one and the same file."""
    kind: Callable[[Path], Storage] = request.param
    return lambda: kind(tmp_path / "deep" / "store")


@pytest.fixture(params=["whole file", "journal"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Open a database with that storage anew, on one and the same file."""
    path = tmp_path / "deep" / "store"
    return lambda: TinyDB(storage=lambda: JsonFileStorage(path)) if request.param == "whole file" else JournalDB(Journal(path))


def test_it_is_a_storage(storage: Callable[[], Storage]) -> None:
    assert isinstance(storage(), Storage)


def test_where_nothing_was_written_there_is_nothing(storage: Callable[[], Storage]) -> None:
    assert storage().read() is None


def test_reading_makes_no_file(storage: Callable[[], Storage], tmp_path: Path) -> None:
    storage().read()
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_is_read(storage: Callable[[], Storage]) -> None:
    one = storage()
    one.write(TABLES)
    assert one.read() == TABLES


def test_what_is_written_is_there_for_the_next_one(storage: Callable[[], Storage]) -> None:
    storage().write(TABLES)
    assert storage().read() == TABLES


def test_a_shorter_state_replaces_a_longer_one(storage: Callable[[], Storage]) -> None:
    storage().write(TABLES)
    storage().write({"notes": {"2": {"a": 1}}})
    assert storage().read() == {"notes": {"2": {"a": 1}}}


def test_all_can_be_taken_away(storage: Callable[[], Storage]) -> None:
    storage().write(TABLES)
    storage().write({})
    assert not storage().read()


def test_who_changes_what_was_read_changes_nothing(storage: Callable[[], Storage]) -> None:
    one = storage()
    one.write({"notes": {"1": {"tags": ["a"]}}})
    found = one.read()
    assert found
    found["notes"]["1"]["tags"].append("b")
    assert one.read() == {"notes": {"1": {"tags": ["a"]}}}


def test_two_files_know_nothing_of_each_other(storage: Callable[[], Storage], tmp_path: Path) -> None:
    one = storage()
    one.write(TABLES)
    kind: Callable[[Path], Storage] = type(one)
    other = kind(tmp_path / "other" / "store")
    other.write({"notes": {"1": {}}})
    assert one.read() != other.read()


def test_what_cannot_be_written_down_leaves_what_was_there(storage: Callable[[], Storage]) -> None:
    one = storage()
    one.write(TABLES)
    with pytest.raises(TypeError):
        one.write({"notes": {"1": {"a": object()}}})
    assert one.read() == storage().read() == TABLES


def test_closing_twice_is_no_failure(storage: Callable[[], Storage]) -> None:
    one = storage()
    one.write(TABLES)
    one.close()
    one.close()
    assert storage().read() == TABLES


def test_long_and_short_documents_come_and_go(database: Open) -> None:
    db = database()
    for name in ("a very long name indeed", "short", "longer again"):
        db.insert({"name": name})
        assert db.get(where("name") == name) == {"name": name}
        db.remove(where("name") == name)
        assert db.get(where("name") == name) is None


def test_a_database_closes_at_the_end_of_a_block(database: Open) -> None:
    with database() as db:
        db.insert(DOCUMENT)
    assert database().all() == [DOCUMENT]


def test_ids_stay_when_the_file_is_opened_again(database: Open) -> None:
    identity = database().insert({"a": 1})
    assert database().get(doc_id=identity) == {"a": 1}
    assert database().insert({"a": 2}) != identity


def test_tables_are_kept_apart_and_can_be_dropped(database: Open) -> None:
    db = database()
    db.table("one").insert({"a": 1})
    db.table("two").insert({"a": 2})
    assert db.tables() == {"one", "two"}
    db.drop_table("one")
    assert database().tables() == {"two"}
    db.drop_tables()
    assert database().tables() == set()


def test_a_document_that_is_no_mapping_is_refused(database: Open) -> None:
    db = database()
    with pytest.raises(ValueError, match="not a Mapping"):
        db.insert([1, 2, 3])
    assert len(db) == 0


def test_a_document_of_ones_own_id_keeps_it(database: Open) -> None:
    db = database()
    identity: Any = "n-aaaaaa" if isinstance(db, JournalDB) else 7
    db.insert(Document({"a": 1}, doc_id=identity))
    assert database().get(doc_id=identity) == {"a": 1}
    with pytest.raises(ValueError, match="already exists"):
        db.insert(Document({"a": 2}, doc_id=identity))
