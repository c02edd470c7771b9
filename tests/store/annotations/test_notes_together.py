"""Two windows on the same notes: nobody's words are lost, neither by saving, nor by taking back, nor by bringing back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.annotations.note_undo import reverse_changes
from store.annotations.notes import Notes
from store.model.note import Note
from tests.conftest import Clock


@pytest.fixture
def other(notes: Notes, clock: Clock) -> Notes:
    """Return the same notes in another window."""
    return Notes(notes.journal.path, clock)


def written(notes: Notes, body: str) -> Note:
    added = notes.add("c001", body)
    assert added
    return added


def bodies(notes: Notes) -> list[str]:
    return [note.body for note in notes.all()]


def test_who_edits_a_note_that_changed_meanwhile_gets_both(notes: Notes, other: Notes) -> None:
    base = written(notes, "base")
    theirs = other.edit(base, "theirs")
    mine = notes.edit(base, "mine")
    assert mine.id != theirs.id
    assert mine.tags == ("conflict",)
    assert bodies(notes) == ["theirs", "mine"]
    assert mine.target == theirs.target


def test_who_writes_the_same_words_has_no_conflict(notes: Notes, other: Notes) -> None:
    base = written(notes, "base")
    theirs = other.edit(base, "same")
    assert notes.edit(base, "same") == theirs
    assert bodies(notes) == ["same"]


def test_an_edit_of_a_note_deleted_meanwhile_is_kept(notes: Notes, other: Notes) -> None:
    base = written(notes, "base")
    other.remove(base.id)
    mine = notes.edit(base, "mine")
    assert notes.get(mine.id).body == "mine"
    assert notes.trash() == (base,)


def test_an_edit_undone_and_done_otherwise_is_a_change(notes: Notes, other: Notes) -> None:
    base = written(notes, "base")
    theirs = other.edit(base, "theirs")
    reverse_changes(notes, (NoteChange(base, theirs),))
    notes.edit(notes.get(base.id), "another")
    assert other.edit(theirs, "theirs, longer").id != base.id
    assert sorted(bodies(other)) == ["another", "theirs, longer"]


def test_the_trash_keeps_the_words_that_were_there_last(notes: Notes, other: Notes) -> None:
    base = written(notes, "base")
    theirs = other.edit(base, "theirs")
    notes.remove(base.id)
    assert notes.trash() == (theirs,)


def test_a_window_says_whether_others_wrote(notes: Notes, other: Notes) -> None:
    written(other, "mine")
    assert notes.refresh()
    assert not notes.refresh()
    assert bodies(notes) == ["mine"]


def test_a_tag_that_was_given_meanwhile_stays_and_is_no_conflict(notes: Notes, clock: Clock) -> None:
    base = notes.add("c001", "One.")
    assert base
    tagged = replace(base, tags=("law",), revision=2)
    Notes(notes.journal.path, clock).apply(NoteChange(base, tagged))
    edited = notes.edit(base, "One. Two.")
    assert (edited.id, edited.body, edited.tags, edited.revision) == (base.id, "One. Two.", ("law",), 3)
