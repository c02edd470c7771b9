"""An import brings what is new here, once: no copies of copies, and nothing the reader deleted."""

from __future__ import annotations

from typing import Any

from store.annotations.notes import Notes
from store.model.note import NoteLink, Quote
from store.storage.tinydb_table import JournalDB
from tests.support.sample import note


def counts(notes: Notes, *brought: Any) -> tuple[int, int, int]:
    """How many notes of an import were new, known and deleted."""
    merged = notes.add_all(brought)
    return len(merged.new), len(merged.known), len(merged.trash)


def test_an_import_adds_what_is_not_here(notes: Notes) -> None:
    assert counts(notes, note(), note(id="n-bbbbbb")) == (2, 0, 0)
    assert counts(notes, note(), note(id="n-bbbbbb")) == (0, 2, 0)
    assert len(notes.all()) == 2


def test_an_import_never_overwrites(notes: Notes) -> None:
    notes.add_all([note()])
    assert counts(notes, note(body="Other words.")) == (1, 0, 0)
    assert [(kept.body, kept.tags) for kept in notes.all()] == [("Really?", ()), ("Other words.", ("conflict",))]


def test_importing_again_adds_no_second_copy(notes: Notes) -> None:
    notes.add_all([note()])
    for new in (1, 0, 0):
        assert counts(notes, note(body="Other words.", tags=("a",)))[0] == new
    assert len(notes.all()) == 2


def test_what_a_note_said_before_an_edit_is_known(notes: Notes) -> None:
    notes.add_all([note()])
    notes.edit(notes.get(note().id), "Later words.")
    assert counts(notes, note()) == (0, 1, 0)
    assert [kept.body for kept in notes.all()] == ["Later words."]


def test_a_deleted_note_stays_in_the_trash(notes: Notes) -> None:
    notes.add_all([note()])
    notes.remove(note().id)
    assert counts(notes, note(), note(body="Other words.")) == (0, 0, 2)
    assert (notes.all(), len(notes.trash())) == ((), 1)


def test_a_deleted_copy_does_not_come_back(notes: Notes) -> None:
    notes.add_all([note()])
    (copy,) = notes.add_all([note(body="Other words.")]).new
    notes.remove(next(kept.id for kept in notes.all() if kept.body == copy.body))
    assert counts(notes, note(body="Other words.")) == (0, 0, 1)


def test_the_same_words_on_another_record_are_another_note(notes: Notes) -> None:
    notes.add_all([note()])
    assert counts(notes, note(id="n-bbbbbb", target="c002")) == (1, 0, 0)


def test_a_note_given_twice_is_added_once(notes: Notes) -> None:
    assert counts(notes, note(), note()) == (1, 1, 0)


def test_an_earlier_version_nobody_understands_is_no_hindrance(notes: Notes) -> None:
    table: Any = JournalDB(notes.journal).table("revisions")
    table.insert({"colour": ["red"], "tags": 5})
    assert counts(notes, note()) == (1, 0, 0)


def test_the_same_words_on_another_span_or_about_another_record_are_another_note(notes: Notes) -> None:
    quoted, linked = note(id="n-bbbbbb", quote=Quote(exact="a promise")), note(id="n-cccccc", link=NoteLink(word="supports", id="c003"))
    assert counts(notes, note(), quoted, linked) == (3, 0, 0)
    notes.edit(notes.get("n-bbbbbb"), "Later words.")
    assert counts(notes, note(), quoted, linked) == (0, 3, 0)
