"""Earlier versions of notes are moved out of the file that every command reads, and none is lost on the way."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.annotations.notes import NOTES, Notes
from store.annotations.trash import empty_trash
from store.annotations.version_archive import REVISIONS, archive_path
from store.errors import WriteError
from store.storage.journal import Journal
from tests.conftest import Clock

Fail = Callable[[object, str, int], Callable[[], None]]
TODAY = date(2026, 1, 2)
SAVES = 300
LONG = "word " * 1000


@pytest.fixture
def note(notes: Notes) -> str:
    """Return the id of a note with two earlier versions."""
    note = notes.add("c001", "one")
    assert note
    notes.edit(notes.edit(note, "two"), "three")
    return note.id


def bodies(notes: Notes, note: str) -> list[str]:
    return [version.body for version in notes.revisions(note)]


def archive_of(notes: Notes) -> Path:
    return archive_path(notes.journal.path)


def reopened(notes: Notes, clock: Clock) -> Notes:
    return Notes(notes.journal.path, clock)


def test_a_compaction_moves_versions_and_every_window_still_has_them(notes: Notes, note: str, clock: Clock) -> None:
    other = reopened(notes, clock)
    notes.archive.compact()
    assert b"two" not in notes.journal.path.read_bytes()
    for window in (notes, other, reopened(notes, clock)):
        assert bodies(window, note) == ["one", "two"]
        assert [kept.body for kept in window.all()] == ["three"]


def test_reading_notes_does_not_read_the_archive(notes: Notes, note: str, clock: Clock) -> None:
    notes.archive.compact()
    archive_of(notes).unlink()
    archive_of(notes).mkdir()  # which cannot be read
    window = reopened(notes, clock)
    assert [kept.body for kept in window.all()] == ["three"]
    assert not window.problem
    assert "Earlier versions of notes are missing" in window.archive.problem
    assert bodies(window, note) == []
    assert window.edit(window.get(note), "four").body == "four"
    assert bodies(window, note) == ["three"]


def test_many_saves_of_a_long_note_leave_a_small_file(notes: Notes, note: str, clock: Clock) -> None:
    for number in range(SAVES):
        notes.edit(notes.get(note), f"{number} {LONG}")
    assert notes.journal.path.stat().st_size > SAVES * len(LONG)
    notes.compact_if_wasteful()
    assert notes.journal.path.stat().st_size < 3 * len(LONG)
    assert len(bodies(reopened(notes, clock), note)) == SAVES + 2


def test_a_few_saves_are_not_worth_a_compaction(notes: Notes, note: str) -> None:
    content = notes.journal.path.read_bytes()
    notes.compact_if_wasteful()
    assert notes.journal.path.read_bytes() == content


def test_notes_that_were_only_added_are_not_worth_a_compaction(notes: Notes) -> None:
    for number in range(SAVES):
        notes.add("c001", f"{number} {LONG}")
    assert not notes.archive.is_due()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("name", ["write", "replace"])
def test_a_compaction_that_fails_loses_no_version(notes: Notes, note: str, clock: Clock, fail: Fail, name: str, number: int) -> None:
    restore = fail(os, name, number)
    with pytest.raises(WriteError):
        notes.archive.compact()
    restore()
    assert bodies(notes, note) == bodies(reopened(notes, clock), note) == ["one", "two"]
    notes.archive.compact()
    assert bodies(reopened(notes, clock), note) == ["one", "two"]


def test_versions_in_both_files_are_one_after_a_crash_between_the_two_writes(notes: Notes, note: str, clock: Clock) -> None:
    before = notes.journal.path.read_bytes()
    notes.archive.compact()
    notes.journal.path.write_bytes(before)
    window = reopened(notes, clock)
    assert bodies(window, note) == ["one", "two"]
    window.archive.compact()
    assert bodies(window, note) == ["one", "two"]
    assert len(Journal(archive_of(notes)).read() or {}) == 1
    assert archive_of(notes).read_bytes().count(b"\n") == 3


def test_an_older_copy_of_the_notes_whose_revisions_are_numbered_again_loses_no_version(notes: Notes, note: str, clock: Clock) -> None:
    before = notes.journal.path.read_bytes()
    notes.edit(notes.get(note), "four")
    notes.archive.compact()
    notes.journal.path.write_bytes(before)
    window = reopened(notes, clock)
    window.edit(window.edit(window.get(note), "another four"), "five")
    assert set(bodies(window, note)) == {"one", "two", "three", "another four"}
    window.archive.compact()
    window.edit(window.edit(window.get(note), "six"), "seven")
    assert set(bodies(reopened(notes, clock), note)) == {"one", "two", "three", "another four", "five", "six"}


def test_a_window_of_the_previous_release_that_saves_meanwhile_loses_nothing(notes: Notes, note: str, clock: Clock) -> None:
    previous = Journal(notes.journal.path)  # knows nothing of the archive, and writes versions beside the notes
    notes.archive.compact()
    current = dict(previous.read() or {})[NOTES][note]
    with previous.transaction():
        previous.set(REVISIONS, f"{note}.3", current)
        previous.set(NOTES, note, {**current, "body": "four", "revision": 4})
    previous.compact()
    assert bodies(notes, note) == ["one", "two", "three"]
    notes.archive.compact()
    assert bodies(reopened(notes, clock), note) == ["one", "two", "three"]


def test_an_edit_of_an_old_version_finds_it_in_the_archive(notes: Notes, note: str) -> None:
    first = notes.revisions(note)[0]
    notes.archive.compact()
    edited = notes.rewrite(first, first)
    assert (edited.id, edited.body) == (note, "three")


def test_an_import_knows_the_versions_in_the_archive(notes: Notes, note: str) -> None:
    first = notes.revisions(note)[0]
    notes.archive.compact()
    assert notes.add_all([first]).known == (first,)


def test_a_damaged_line_of_the_archive_costs_one_version(notes: Notes, note: str, clock: Clock) -> None:
    notes.archive.compact()
    archive = archive_of(notes)
    archive.write_bytes(archive.read_bytes().replace(b'"one"', b'"0ne"'))
    window = reopened(notes, clock)
    assert bodies(window, note) == ["two"]
    window.edit(window.get(note), "four")
    window.archive.compact()
    assert bodies(window, note) == ["two", "three"]
    assert b'"0ne"' in archive.read_bytes()


def test_an_archive_that_is_not_ours_is_left_alone_and_keeps_the_versions_where_they_are(notes: Notes, note: str) -> None:
    archive_of(notes).write_bytes(b"my shopping list\n")
    with pytest.raises(Exception, match="is not a file of notes"):
        notes.archive.compact()
    assert archive_of(notes).read_bytes() == b"my shopping list\n"
    assert bodies(notes, note) == ["one", "two"]


def test_emptying_the_trash_removes_versions_from_the_archive(notes: Notes, note: str, clock: Clock) -> None:
    other = notes.add("c002", "It stays.")
    assert other
    notes.edit(other, "It stays longer.")
    notes.archive.compact()
    notes.remove(note)
    assert empty_trash(notes).warning == ""
    files = b"".join(path.read_bytes() for path in notes.journal.path.parent.iterdir() if path.is_file())
    assert not any(word in files for word in (b"one", b"two", b"three"))
    assert bodies(reopened(notes, clock), other.id) == ["It stays."]


def test_a_damaged_archive_is_named_when_the_trash_is_emptied(notes: Notes, note: str) -> None:
    notes.archive.compact()
    with archive_of(notes).open("ab") as file:
        file.write(b"damaged\n")
    notes.remove(note)
    emptied = empty_trash(notes)
    assert len(emptied.notes) == 1
    assert "notes-versions.jsonl has damaged lines" in emptied.warning
    assert notes.revisions(note) == ()


def test_a_full_disk_keeps_the_trash_and_its_versions(notes: Notes, note: str, fail: Fail) -> None:
    notes.archive.compact()
    notes.remove(note)
    restore = fail(os, "write", errno.ENOSPC)
    with pytest.raises(WriteError):
        empty_trash(notes)
    restore()
    assert len(notes.trash()) == 1
    assert bodies(notes, note) == ["one", "two"]


def test_the_archive_of_a_linked_file_lies_beside_its_target(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "notes.jsonl").symlink_to(tmp_path / "elsewhere" / "mine.jsonl")
    assert archive_path(tmp_path / "notes.jsonl") == tmp_path / "elsewhere" / "mine-versions.jsonl"
