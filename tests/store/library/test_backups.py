"""A copy of the notes each day, two weeks of them, and bringing one back never destroys what was there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.annotations.notes import Notes
from store.errors import CorruptFileError, NotFoundError
from store.library.backups import KEPT, Backups, copies_before_restore
from store.storage import atomic_file
from store.storage.file_lock import is_locked
from store.storage.journal import lock_path

TODAY = date(2026, 1, 2)


def record_locks(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[bool]:
    """Return a list that grows with each replaced file: True if the lock on `path` was held by then."""
    was_held: list[bool] = []
    original = atomic_file.replace

    def replace(*arguments: Any) -> None:
        was_held.append(is_locked(lock_path(path)))
        original(*arguments)

    monkeypatch.setattr(atomic_file, "replace", replace)
    return was_held


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups" / "bridges")


@pytest.fixture
def path(notes: Notes) -> Path:
    """Return the file of a note that says `one`."""
    notes.add("c001", "one")
    return notes.journal.path


def bodies(notes: Notes) -> list[str]:
    notes.refresh()
    return [note.body for note in notes.all()]


def test_a_backup_is_a_copy_of_the_day(backups: Backups, path: Path) -> None:
    made = backups.make(path, TODAY)
    assert made
    assert (made.day, made.path.read_bytes(), made.notes()) == ("2026-01-02", path.read_bytes(), 1)


def test_one_is_made_each_day(backups: Backups, path: Path, notes: Notes) -> None:
    backups.make(path, TODAY)
    notes.add("c001", "two")
    assert backups.make(path, TODAY) is None
    assert backups.make(path, TODAY + timedelta(1))
    assert [backup.notes() for backup in backups.all()] == [2, 1]


def test_two_weeks_of_them_are_kept(backups: Backups, path: Path) -> None:
    for day in range(20):
        backups.make(path, TODAY + timedelta(day))
    assert len(backups.all()) == KEPT == 14
    assert (backups.all()[0].day, backups.all()[-1].day) == ("2026-01-21", "2026-01-08")


def test_a_clock_that_went_back_costs_the_oldest_copy_and_not_the_new_one(backups: Backups, path: Path) -> None:
    for day in range(KEPT):
        backups.make(path, TODAY + timedelta(day))
    for day in range(3):
        assert backups.make(path, TODAY - timedelta(3650 - day))
    assert len(backups.all()) == KEPT
    assert [backup.day for backup in backups.all()][-2:] == ["2026-01-03", "2016-01-07"]


def test_a_copy_has_whole_lines_though_another_window_is_writing(backups: Backups, path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole + b"0123")
    made = backups.make(path, TODAY)
    assert made
    assert (made.path.read_bytes(), made.notes()) == (whole, 1)


def test_where_there_are_no_notes_there_is_no_backup(backups: Backups, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert backups.make(tmp_path / "gone", TODAY) is None
    with pytest.raises(CorruptFileError, match="is empty"):
        backups.make(tmp_path / "empty", TODAY)
    assert backups.all() == ()


def test_what_a_reader_puts_beside_them_is_no_backup_and_stays(backups: Backups, path: Path) -> None:
    backups.folder.mkdir(parents=True)
    (backups.folder / "1-mine.jsonl").touch()
    for day in range(20):
        backups.make(path, TODAY + timedelta(day))
    assert len(backups.all()) == KEPT
    assert (backups.folder / "1-mine.jsonl").exists()


def test_a_restore_brings_the_day_back_and_keeps_what_was_there(backups: Backups, path: Path, notes: Notes, clock: object) -> None:
    backups.make(path, TODAY)
    notes.add("c001", "two")
    aside = backups.restore("2026-01-02", path)
    assert bodies(notes) == ["one"]
    assert aside
    assert aside.read_bytes().count(b"two") == 1


def test_a_second_restore_keeps_both(backups: Backups, path: Path) -> None:
    backups.make(path, TODAY)
    assert backups.restore("2026-01-02", path) != backups.restore("2026-01-02", path)
    assert len(list(path.parent.glob("*.before-restore*"))) == 2


def test_lost_notes_come_back(backups: Backups, path: Path, notes: Notes) -> None:
    backups.make(path, TODAY)
    path.unlink()
    assert backups.restore("2026-01-02", path) is None
    assert bodies(notes) == ["one"]


def test_a_window_that_is_open_goes_on_with_what_was_restored(backups: Backups, path: Path, notes: Notes) -> None:
    backups.make(path, TODAY)
    notes.add("c001", "two")
    backups.restore("2026-01-02", path)
    notes.add("c001", "three")
    assert bodies(notes) == ["one", "three"]


def test_nobody_can_save_while_a_backup_is_restored(backups: Backups, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups.make(path, TODAY)
    was_held = record_locks(monkeypatch, path)
    backups.restore("2026-01-02", path)
    assert was_held == [True, True]


def test_a_day_without_a_backup_is_answered_with_those_there_are(backups: Backups, path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"There is no backup of 2026-01-03\. There are: none\."):
        backups.restore("2026-01-03", path)
    backups.make(path, TODAY)
    with pytest.raises(NotFoundError, match=r"There are: 2026-01-02\."):
        backups.restore("2026-01-03", path)


@pytest.mark.parametrize("damage", [b"", b"no notes\n"])
def test_a_damaged_backup_replaces_nothing(backups: Backups, path: Path, damage: bytes) -> None:
    made = backups.make(path, TODAY)
    assert made
    made.path.write_bytes(damage)
    before = path.read_bytes()
    with pytest.raises(CorruptFileError):
        backups.restore("2026-01-02", path)
    assert path.read_bytes() == before


def test_a_backup_with_a_damaged_line_replaces_nothing(backups: Backups, path: Path) -> None:
    made = backups.make(path, TODAY)
    assert made
    made.path.write_bytes(path.read_bytes() + b"damaged\n")
    with pytest.raises(CorruptFileError, match="has 1 damaged line"):
        backups.restore("2026-01-02", path)


def test_a_backup_that_was_cut_off_replaces_nothing(backups: Backups, path: Path) -> None:
    made = backups.make(path, TODAY)
    assert made
    made.path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(CorruptFileError, match="ends in the middle of a line"):
        backups.restore("2026-01-02", path)


def test_behind_a_link_who_writes_to_what_it_points_at_waits_for_a_restore(
    backups: Backups, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(path, TODAY)
    link = tmp_path / "link.jsonl"
    link.symlink_to(path)
    was_held = record_locks(monkeypatch, path)
    backups.restore("2026-01-02", link)
    assert was_held == [True, True]
    assert link.is_symlink()


@pytest.mark.parametrize("content", [None, b"", b"my shopping list\n"])
def test_damaged_notes_drive_out_no_sound_copy(backups: Backups, path: Path, content: bytes | None) -> None:
    backups.make(path, TODAY)
    path.write_bytes(path.read_bytes() + b"damaged\n" if content is None else content)
    for day in range(1, 20):
        with pytest.raises(CorruptFileError, match=r"the sound backups stay|is empty|not a file of notes"):
            backups.make(path, TODAY + timedelta(day))
    assert [(backup.day, backup.notes()) for backup in backups.all()] == [("2026-01-02", 1)]


def test_the_newest_five_copies_from_before_a_restore_are_kept(backups: Backups, path: Path, notes: Notes) -> None:
    backups.make(path, date(2026, 1, 2))
    for number in range(8):
        notes.add("c001", f"note {number}")
        backups.restore("2026-01-02", path)
    copies = copies_before_restore(path)
    assert [copy.path.name.rpartition("-")[2] for copy in copies] == ["8", "7", "6", "5", "4"]
    assert b"note 7" in copies[0].path.read_bytes()
    (path.parent / f"{path.name}.before-restore-mine").touch()
    assert copies_before_restore(path) == copies
