"""A mark that was acknowledged is in the journal; marks of the previous release are taken over once."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.annotations.marks import MARKS, Marks
from store.annotations.notes import Notes
from store.errors import ReadOnlyError, WriteError
from tests.conftest import Clock

Fail = Callable[[object, str, int], Callable[[], None]]


def reopened(notes: Notes, clock: Clock) -> Notes:
    return Notes(notes.journal.path, clock)


def test_marks_are_kept(notes: Notes, clock: Clock) -> None:
    marks = Marks(notes)
    for identity, is_marked in (("c001", True), ("c002", True), ("c001", False)):
        marks.set(identity, is_marked)
    assert marks.ids == Marks(reopened(notes, clock)).ids == {"c002"}


def test_another_window_sees_a_mark_after_a_refresh(notes: Notes, clock: Clock) -> None:
    other = reopened(notes, clock)
    marks = Marks(other)
    assert marks.ids == frozenset()
    Marks(notes).set("c001", True)
    assert other.refresh()
    assert marks.ids == {"c001"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_mark_that_cannot_be_saved_is_none(notes: Notes, clock: Clock, fail: Fail, number: int) -> None:
    marks = Marks(notes, ["old"])
    marks.set("c001", True)
    restore = fail(os, "write", number)
    for identity, is_marked in (("c001", False), ("c002", True)):
        with pytest.raises(WriteError):
            marks.set(identity, is_marked)
    restore()
    assert marks.ids == Marks(reopened(notes, clock)).ids == {"c001", "old"}


def test_where_notes_are_read_only_so_are_marks(tmp_path: Path, clock: Clock) -> None:
    marks = Marks(Notes(tmp_path / "notes.jsonl", clock, why=lambda: "It is sealed."), ["old"])
    with pytest.raises(ReadOnlyError, match="It is sealed"):
        marks.set("c001", True)
    assert marks.ids == {"old"}


def test_old_marks_are_imported_once_and_a_removed_one_does_not_come_back(notes: Notes, clock: Clock) -> None:
    old = ["c001", "c002"]
    marks = Marks(notes, old)
    marks.import_old()
    marks.set("c001", False)
    again = Marks(reopened(notes, clock), old)
    content = notes.journal.path.read_bytes()
    again.import_old()
    assert again.ids == {"c002"}
    assert notes.journal.path.read_bytes() == content


def test_an_old_mark_can_be_removed_before_it_was_imported(notes: Notes, clock: Clock) -> None:
    Marks(notes, ["c001", "c002"]).set("c001", False)
    assert Marks(reopened(notes, clock), ["c001", "c002"]).ids == {"c002"}


def test_old_marks_count_although_they_cannot_be_imported(notes: Notes, fail: Fail) -> None:
    marks = Marks(notes, ["c001"])
    restore = fail(os, "write", errno.ENOSPC)
    with pytest.raises(WriteError):
        marks.import_old()
    restore()
    assert marks.ids == {"c001"}
    marks.import_old()
    assert notes.journal.tables[MARKS]["c001"]["is_marked"] is True


def test_a_document_of_a_newer_program_is_no_mark(notes: Notes) -> None:
    with notes.journal.transaction():
        notes.journal.set(MARKS, "c001", {"colour": "red"})
    assert Marks(notes).ids == frozenset()
