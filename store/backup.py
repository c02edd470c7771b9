"""Dated copies of the reader's notes, one a day, in another folder; a restore keeps what was there."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from store import disk
from store.errors import Damaged, NotFound
from store.journal import Journal, conflict_report, lock_of
from store.lines import complete_lines
from store.lock import held
from store.look import exists, free_name, matching, read

KEPT = 14
_ENDING = ".jsonl"
_NAMES = f"????-??-??{_ENDING}"  # what else a reader puts there is left alone


class Backup(NamedTuple):
    """One copy: the day it was made, and where it lies."""

    day: str
    path: Path

    def notes(self) -> int:
        """How many notes are in it; raises Damaged where it cannot be read whole, or was cut off."""
        journal = Journal(self.path)
        journal.refresh()
        if journal.damaged:
            raise Damaged(f"{self.path} has {len(journal.damaged)} damaged line{'s' * (len(journal.damaged) > 1)}.")
        if journal.torn:
            raise Damaged(f"{self.path} ends in the middle of a line.")
        return len(journal.tables.get("notes", {}))


class Backups:
    """The backups of one briefing's notes, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[Backup, ...]:
        """Every backup, the newest first."""
        return tuple(Backup(path.stem, path) for path in reversed(matching(self.folder, _NAMES)))

    def make(self, journal: Path, today: date) -> Backup | None:
        """Copies `journal` unless that was done today; the oldest other copies beyond two weeks' worth go.

        A damaged journal is not copied: it would drive out the last sound copy. Raises Damaged then, ReadOnly or NotSaved.
        """
        path = self.folder / f"{today.isoformat()}{_ENDING}"
        if exists(path) or not exists(journal):
            return None
        _check(journal)
        disk.make_folder(self.folder)
        disk.replace(path, complete_lines(read(journal)))  # what another window is writing just now belongs to tomorrow
        # A clock that went back makes today's copy the oldest of all.
        others = [backup for backup in self.all() if backup.path != path]
        for old in others[KEPT - 1 :]:
            disk.remove(old.path)
        return Backup(path.stem, path)

    def restore(self, day: str, journal: Path) -> Path | None:
        """Puts the backup of `day` in place of `journal`; what was there is kept beside it, at the answer."""
        backup = next((backup for backup in self.all() if backup.day == day), None)
        if backup is None:
            days = ", ".join(backup.day for backup in self.all()) or "none"
            raise NotFound(f"There is no backup of {day}. There are: {days}.")
        backup.notes()
        journal = Path(os.path.realpath(journal))  # a link stays one, and who writes to what it points at waits
        disk.make_folder(journal.parent)
        aside = None
        with held(lock_of(journal)):  # what another window saved last is in what is kept
            if exists(journal):
                aside = free_name(journal.with_name(f"{journal.name}.before-restore"))
                disk.replace(aside, read(journal))
            disk.replace(journal, read(backup.path))
        return aside


def _check(path: Path) -> None:
    """Raises Damaged unless every line of the journal at `path` is what was written; an unfinished last one does no harm."""
    journal = Journal(path)
    journal.refresh()
    if journal.contents.conflict_markers:
        raise Damaged(f"No backup was made: {conflict_report(journal)}")
    if journal.damaged:
        raise Damaged(f"{path} is damaged, and the sound backups stay as they are; `briefing doctor` says where.")
