"""Dated copies of the reader's notes, one a day, in another folder; a restore keeps what was there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from store import disk
from store.errors import Damaged, NotFound
from store.journal import Journal, lock_of
from store.lock import held

KEPT = 14
_ENDING = ".jsonl"


class Backup(NamedTuple):
    """One copy: the day it was made, and where it lies."""

    day: str
    path: Path

    def notes(self) -> int:
        """How many notes are in it; raises Damaged where it cannot be read whole."""
        journal = Journal(self.path)
        journal.refresh()
        if journal.damaged:
            raise Damaged(f"{self.path} has {len(journal.damaged)} damaged lines.")
        return len(journal.tables.get("notes", {}))


class Backups:
    """The backups of one briefing's notes, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[Backup, ...]:
        """Every backup, the newest first."""
        return tuple(Backup(path.stem, path) for path in sorted(self.folder.glob(f"*{_ENDING}"), reverse=True))

    def make(self, journal: Path, today: date) -> Backup | None:
        """Copies `journal` unless that was done today; the oldest copies beyond two weeks' worth go."""
        path = self.folder / f"{today.isoformat()}{_ENDING}"
        if path.exists() or not journal.exists() or not journal.stat().st_size:
            return None
        disk.make_folder(self.folder)
        disk.replace(path, journal.read_bytes())
        for old in self.all()[KEPT:]:
            disk.remove(old.path)
        return Backup(path.stem, path)

    def restore(self, day: str, journal: Path) -> Path | None:
        """Puts the backup of `day` in place of `journal`; what was there is kept beside it, at the answer."""
        backup = next((backup for backup in self.all() if backup.day == day), None)
        if backup is None:
            days = ", ".join(backup.day for backup in self.all()) or "none"
            raise NotFound(f"There is no backup of {day}. There are: {days}.")
        backup.notes()
        disk.make_folder(journal.parent)
        aside = None
        with held(lock_of(journal)):  # what another window saved last is in what is kept
            if journal.exists():
                aside = _free_name(journal.with_name(f"{journal.name}.before-restore"))
                disk.replace(aside, journal.read_bytes())
            disk.replace(journal, backup.path.read_bytes())
        return aside


def _free_name(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
