"""Undo and redo reverse one's own changes to notes, and keep what another window has changed since."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import KINDS, with_status, with_type
from store.annotations.note_undo import reverse_changes
from store.annotations.notes import Notes
from store.annotations.tags import rename_changes
from store.annotations.trash import empty_trash
from store.errors import ReadOnlyError
from store.model.note import Note, NoteLink
from tests.conftest import Clock


@pytest.fixture
def other(notes: Notes, clock: Clock) -> Notes:
    """Return the same notes in another window."""
    return Notes(notes.journal.path, clock)


def added(notes: Notes, body: str = "One.", target: str = "c001") -> Note:
    note = notes.add(target, body)
    assert note
    return note


def stored(notes: Notes) -> list[tuple[str, tuple[str, ...]]]:
    notes.refresh()
    return [(note.body, note.tags) for note in notes.all()]


def test_changes_are_undone_and_redone_in_turn(notes: Notes) -> None:
    first = added(notes)
    edit = notes.revise(first, replace(first, body="Two."))
    (edit_undone,) = reverse_changes(notes, (edit,)).made
    assert stored(notes) == [("One.", ())]
    (add_undone,) = reverse_changes(notes, (NoteChange(None, first),)).made
    assert stored(notes) == []
    assert [note.body for note in notes.trash()] == ["One."]
    reverse_changes(notes, (add_undone,))
    reverse_changes(notes, (edit_undone,))
    assert stored(notes) == [("Two.", ())]
    assert notes.trash() == ()


EDITS: dict[str, Callable[[Notes, Note], object]] = {
    "text": lambda notes, note: notes.edit(note, "Theirs."),
    "tags": lambda notes, note: notes.edit(note, note.body, ["theirs"]),
    "type": lambda notes, note: notes.rewrite(note, with_type(note, KINDS["question"])),
    "deleted": lambda notes, note: notes.remove(note.id),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_undoing_an_add_keeps_a_note_that_another_window_changed(notes: Notes, other: Notes, edit: Callable[[Notes, Note], object]) -> None:
    note = added(notes)
    other.refresh()
    edit(other, note)
    before = other.all(), other.trash()
    assert reverse_changes(notes, (NoteChange(None, note),)) == ((), (note,))
    assert (notes.all(), notes.trash()) == before


CHANGES: dict[str, Callable[[Note], Note]] = {
    "text": lambda note: replace(note, body="Mine."),
    "tags": lambda note: replace(note, tags=("mine",)),
    "type": lambda note: with_type(note, KINDS["to do"]),
    "link": lambda note: replace(note, link=NoteLink(word="supports", id="c002"), motivation="linking"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("how", ["same field", "deleted", "deleted for good"])
def test_undoing_an_edit_keeps_what_another_window_made_of_the_note(
    notes: Notes, other: Notes, change: Callable[[Note], Note], how: str
) -> None:
    note = added(notes)
    made = notes.revise(note, change(note))
    assert made.after
    other.refresh()
    if how == "same field":
        theirs = replace(made.after, body="Theirs.", tags=("theirs",), motivation="questioning", link=NoteLink(word="see also", id="c003"))
        other.rewrite(made.after, theirs)
    else:
        other.remove(note.id)
    if how == "deleted for good":
        empty_trash(other)
    before = other.all(), other.trash()
    assert reverse_changes(notes, (made,)).made == ()
    assert (notes.all(), notes.trash()) == before


def test_undoing_an_edit_keeps_another_field_that_another_window_changed(notes: Notes, other: Notes) -> None:
    note = added(notes)
    made = notes.revise(note, replace(note, body="Mine."))
    other.refresh()
    other.edit(other.get(note.id), "Mine.", ["theirs"])
    (undone,) = reverse_changes(notes, (made,)).made
    assert stored(other) == [("One.", ("theirs",))]
    assert reverse_changes(notes, (undone,)).conflicts == ()
    assert stored(other) == [("Mine.", ("theirs",))]


def test_an_edit_that_was_merged_with_theirs_is_undone_without_theirs(notes: Notes, other: Notes) -> None:
    note = added(notes)
    other.refresh()
    other.edit(note, "One.", ["theirs"])
    made = notes.revise(note, replace(note, body="Mine."))
    assert stored(notes) == [("Mine.", ("theirs",))]
    reverse_changes(notes, (made,))
    assert stored(notes) == [("One.", ("theirs",))]


def test_undoing_a_status_keeps_a_status_that_another_window_set(notes: Notes, other: Notes) -> None:
    note = notes.add("c001", "Who pays?", motivation="questioning")
    assert note
    (done,) = notes.apply(NoteChange(note, with_status(note, "done")))
    other.refresh()
    (opened,) = other.apply(NoteChange(other.get(note.id), with_status(other.get(note.id), "open")))
    assert reverse_changes(notes, (done,)).made == ()
    assert notes.get(note.id) == opened.after


@pytest.mark.parametrize("is_edited", [False, True])
def test_undoing_a_deletion_keeps_a_note_that_another_window_brought_back(notes: Notes, other: Notes, is_edited: bool) -> None:
    note = added(notes)
    deleted = NoteChange(notes.remove(note.id), None)
    other.refresh()
    restored = other.restore(note.id)
    theirs = other.edit(restored, "Theirs.") if is_edited else restored
    assert reverse_changes(notes, (deleted,)) == ((), (note,))
    assert notes.all() == (theirs,)


def test_undoing_a_deletion_does_not_bring_back_what_was_deleted_for_good(notes: Notes, other: Notes) -> None:
    note = added(notes)
    deleted = NoteChange(notes.remove(note.id), None)
    other.refresh()
    empty_trash(other)
    assert reverse_changes(notes, (deleted,)) == ((), (note,))
    assert (stored(notes), notes.trash()) == ([], ())


def test_a_deletion_of_a_note_that_changed_meanwhile_brings_back_the_note_that_was_deleted(notes: Notes, other: Notes) -> None:
    note = added(notes)
    other.refresh()
    other.edit(note, "Theirs.")
    made = notes.apply(NoteChange(note, None))
    assert reverse_changes(notes, made).conflicts == ()
    assert stored(notes) == [("Theirs.", ())]


def test_redoing_keeps_what_another_window_changed_since(notes: Notes, other: Notes) -> None:
    note = added(notes)
    made = notes.revise(note, replace(note, body="Mine."))
    (undone,) = reverse_changes(notes, (made,)).made
    other.refresh()
    other.edit(other.get(note.id), "Theirs.")
    assert reverse_changes(notes, (undone,)).made == ()
    assert stored(notes) == [("Theirs.", ())]


def test_of_a_bulk_change_only_unchanged_notes_are_undone_in_one_transaction(notes: Notes, other: Notes) -> None:
    for number in (1, 2, 3):
        notes.add("c001", f"{number}", ["law"])
    changes = notes.apply(*rename_changes(notes.all(), "law", "legal", "now"))
    other.refresh()
    theirs = other.edit(other.all()[1], "2", ["theirs"])
    notes.refresh()
    lines = notes.journal.path.read_bytes().count(b"\n")
    made, conflicts = reverse_changes(notes, changes)
    assert [note.id for note in conflicts] == [theirs.id]
    assert stored(notes) == [("1", ("law",)), ("2", ("theirs",)), ("3", ("law",))]
    assert notes.journal.path.read_bytes().count(b"\n") == lines + 1
    assert reverse_changes(notes, made).conflicts == ()
    assert stored(notes) == [("1", ("legal",)), ("2", ("theirs",)), ("3", ("legal",))]


def test_nothing_is_undone_where_nothing_can_be_written(notes: Notes) -> None:
    note = added(notes)
    notes.problem = "This folder is read-only."
    with pytest.raises(ReadOnlyError, match="read-only"):
        reverse_changes(notes, (NoteChange(None, note),))
