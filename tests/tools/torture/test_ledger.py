"""The checker has teeth: what is lost, mixed, out of date or nobody's is found, and an untouched store is clean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.storage.journal import Journal
from tests.tools.torture.ledger import audit
from tests.tools.torture.writer import Writer


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return a store with a note, an edited one, one in the trash, and a verdict."""
    writer = Writer(tmp_path / "notes.jsonl", tmp_path / "logs", "w")
    for deed in (writer.add, writer.edit, writer.add, writer.remove, writer.add, writer.judge):
        deed()
    return tmp_path / "notes.jsonl"


def change(path: Path, table: str, make: Callable[[dict[str, object]], dict[str, object] | None]) -> None:
    """Replace the last document of a table, as a faulty store might."""
    journal = Journal(path)
    with journal.transaction():
        identity, document = list(journal.tables[table].items())[-1]
        journal.set(table, identity, make(dict(document)))


def test_an_untouched_store_is_clean(written: Path) -> None:
    found = audit(written, written.parent / "logs")
    assert found.is_clean
    assert (found.saved, found.unasked) == (6, 0)


@pytest.mark.parametrize("table", ["notes", "trash", "revisions", "verdicts"])
def test_what_is_gone_is_lost(written: Path, table: str) -> None:
    change(written, table, lambda _: None)
    assert len(audit(written, written.parent / "logs").lost) == 1


@pytest.mark.parametrize(("table", "field"), [("notes", "body"), ("revisions", "body"), ("verdicts", "because")])
def test_words_that_changed_are_mixed(written: Path, table: str, field: str) -> None:
    change(written, table, lambda document: {**document, field: f"{document[field]}!"})
    assert len(audit(written, written.parent / "logs").mixed) == 1


def test_a_verdict_with_another_word_is_mixed(written: Path) -> None:
    change(written, "verdicts", lambda document: {**document, "agreement": "perhaps"})
    assert len(audit(written, written.parent / "logs").mixed) == 1


def test_a_note_in_the_wrong_place_is_out_of_date(written: Path) -> None:
    journal = Journal(written)
    with journal.transaction():
        identity, document = next(iter(journal.tables["trash"].items()))
        journal.set("trash", identity, None)
        journal.set("notes", identity, document)
    assert len(audit(written, written.parent / "logs").stale) == 1


def test_words_that_were_begun_and_not_acknowledged_may_be_there(written: Path) -> None:
    log = written.parent / "logs" / "w.log"
    log.write_text("".join(log.read_text().splitlines(keepends=True)[:-1]))
    found = audit(written, written.parent / "logs")
    assert found.is_clean
    assert (found.saved, found.unasked) == (5, 1)
