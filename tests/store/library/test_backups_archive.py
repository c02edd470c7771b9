"""A backup includes the archive of versions, and a restore brings it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.annotations.notes import Notes
from store.annotations.version_archive import archive_path
from store.errors import CorruptFileError
from store.library.backups import Backups
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


def test_a_backup_has_the_archive_and_a_restore_brings_it_back(notes: Notes, note: str, tmp_path: Path, clock: Clock) -> None:
    backups = Backups(tmp_path / "backups")
    notes.archive.compact()
    backups.make(notes.journal.path, TODAY)
    archive_of(notes).write_bytes(b"")
    assert bodies(reopened(notes, clock), note) == []
    backups.restore("2026-01-02", notes.journal.path)
    assert bodies(reopened(notes, clock), note) == ["one", "two"]
    (kept,) = notes.journal.path.parent.glob("notes-versions.jsonl.before-restore*")
    assert kept.read_bytes() == b""
    assert [backup.notes() for backup in backups.all()] == [1]


def test_a_restore_after_all_files_were_lost_brings_versions_back(notes: Notes, note: str, tmp_path: Path, clock: Clock) -> None:
    backups = Backups(tmp_path / "backups")
    notes.archive.compact()
    backups.make(notes.journal.path, TODAY)
    shutil.rmtree(notes.journal.path.parent)
    backups.restore("2026-01-02", notes.journal.path)
    assert bodies(reopened(notes, clock), note) == ["one", "two"]


def test_a_damaged_archive_does_not_prevent_a_backup_of_the_notes(notes: Notes, note: str, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    notes.archive.compact()
    with archive_of(notes).open("ab") as file:
        file.write(b"damaged\n")
    with pytest.raises(Exception, match=r"notes-versions\.jsonl is damaged"):
        backups.make(notes.journal.path, TODAY)
    (made,) = backups.all()
    assert (made.notes(), made.check_archive()) == (1, False)
    assert backups.restore("2026-01-02", notes.journal.path)
    assert bodies(notes, note) == ["one", "two"]


def test_an_archive_that_did_not_change_takes_no_more_space_in_the_next_backup(notes: Notes, note: str, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    notes.archive.compact()
    for day in (1, 2):
        backups.make(notes.journal.path, TODAY.replace(day=day))
    second, first = backups.all()
    assert second.archive.samefile(first.archive)
    notes.edit(notes.get(note), "four")
    notes.archive.compact()
    third = backups.make(notes.journal.path, TODAY.replace(day=3))
    assert third
    assert not third.archive.samefile(first.archive)


def test_old_backups_are_deleted_with_their_archives(notes: Notes, note: str, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    notes.archive.compact()
    for day in range(1, 21):
        backups.make(notes.journal.path, TODAY.replace(day=day))
    assert len(list(backups.folder.glob("*-versions.jsonl"))) == len(backups.all()) == 14


def test_a_damaged_copy_of_the_archive_is_noticed(notes: Notes, note: str, tmp_path: Path) -> None:
    notes.archive.compact()
    made = Backups(tmp_path / "backups").make(notes.journal.path, TODAY)
    assert made and made.check_archive()
    made.archive.write_bytes(made.archive.read_bytes()[:-5])
    with pytest.raises(CorruptFileError, match="ends in the middle of a line"):
        made.check_archive()
