"""Dated copies of the reader's notes, one a day, in another folder; a restore keeps what was there."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from store.annotations.version_archive import archive_path
from store.errors import CorruptFileError, NotFoundError
from store.storage import atomic_file
from store.storage.file_lock import locked
from store.storage.files import exists, list_matching, read_bytes, unused_name
from store.storage.journal import Journal, conflict_report, lock_path
from store.storage.journal_format import complete_lines
from store.text.plural import pluralize

KEPT = 14
KEPT_BEFORE_RESTORE = 5
_BEFORE_RESTORE = "before-restore"
_ENDING = ".jsonl"
_NAMES = f"????-??-??{_ENDING}"  # what else a reader puts there is left alone


class Backup(NamedTuple):
    """One copy: the day it was made, and where it lies."""

    day: str
    path: Path

    @property
    def archive(self) -> Path:
        """The copy of the archive of versions that belongs to it, if there was an archive."""
        return archive_path(self.path)

    def notes(self) -> int:
        """Return the number of notes in it. Raises CorruptFileError if it cannot be read whole, or was cut off."""
        return len(_whole(self.path).tables.get("notes", {}))

    def check_archive(self) -> bool:
        """Return True if it has a copy of the archive. Raises CorruptFileError if that cannot be read whole."""
        if not exists(self.archive):
            return False
        _whole(self.archive)
        return True


class Backups:
    """The backups of one briefing's notes, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[Backup, ...]:
        """Every backup, the newest first."""
        return tuple(Backup(path.stem, path) for path in reversed(list_matching(self.folder, _NAMES)))

    def make(self, journal: Path, today: date) -> Backup | None:
        """Copy `journal` and its archive of versions, unless that was done today, and delete old copies beyond two weeks' worth.

        A damaged file is not copied: it would drive out the last sound copy. Raises CorruptFileError then, ReadOnlyError or WriteError.
        """
        path = self.folder / f"{today.isoformat()}{_ENDING}"
        if exists(path) or not exists(journal):
            return None
        _check(journal)
        atomic_file.make_directory(self.folder)
        # Read before the archive: a compaction between the two moves versions from here to there. A line that another window
        # is writing just now belongs to tomorrow.
        content = complete_lines(read_bytes(journal))
        problem = self._copy_archive(archive_path(journal), archive_path(path))
        atomic_file.replace(path, content)
        # A clock that went back makes today's copy the oldest of all.
        others = [backup for backup in self.all() if backup.path != path]
        for old in others[KEPT - 1 :]:
            atomic_file.remove(old.path)
            atomic_file.remove(old.archive)
        if problem:
            raise problem
        return Backup(path.stem, path)

    def _copy_archive(self, archive: Path, copy: Path) -> CorruptFileError | None:
        """Copy the archive of versions; one that did not change since the last copy shares its disk space. Return why it was not."""
        if not exists(archive):
            return None
        try:
            _check(archive)
        except CorruptFileError as error:
            return error
        content = complete_lines(read_bytes(archive))
        last = next((backup.archive for backup in self.all() if exists(backup.archive)), None)
        if last is None or read_bytes(last) != content:
            atomic_file.replace(copy, content)
            return None
        try:
            atomic_file.link_or_copy(last, copy)
        except OSError as error:
            raise atomic_file.to_store_error(copy, error) from error
        return None

    def restore(self, day: str, journal: Path) -> Path | None:
        """Put the backup of `day` in place of `journal`, and of its archive of versions; return the path of the copy kept of the journal.

        The archive that was there is kept in the same way. A damaged copy of the archive is not restored. Of the copies of
        the journal the newest five are kept.
        """
        backup = next((backup for backup in self.all() if backup.day == day), None)
        if backup is None:
            days = ", ".join(backup.day for backup in self.all()) or "none"
            raise NotFoundError(f"There is no backup of {day}. There are: {days}.")
        backup.notes()
        journal = Path(os.path.realpath(journal))  # a link stays one, and who writes to what it points at waits
        atomic_file.make_directory(journal.parent)
        aside = None
        with locked(lock_path(journal)):  # what another window saved last is in what is kept
            if exists(journal):
                copies = copies_before_restore(journal)
                number = _number(copies[0].path) + 1 if copies else 1
                aside = journal.with_name(f"{journal.name}.{_BEFORE_RESTORE}{f'-{number}' if number > 1 else ''}")
                atomic_file.replace(aside, read_bytes(journal))
            atomic_file.replace(journal, read_bytes(backup.path))
            with suppress(CorruptFileError):
                if backup.check_archive():
                    archive = archive_path(journal)
                    if exists(archive):
                        atomic_file.replace(unused_name(archive.with_name(f"{archive.name}.before-restore")), read_bytes(archive))
                    atomic_file.replace(archive, read_bytes(backup.archive))
        for old in copies_before_restore(journal)[KEPT_BEFORE_RESTORE:]:
            atomic_file.remove(old.path)
        return aside


def copies_before_restore(journal: Path) -> tuple[Backup, ...]:
    """Return the copies of `journal` that restores left beside it, the newest first."""
    journal = Path(os.path.realpath(journal))
    paths = [path for path in list_matching(journal.parent, f"{journal.name}.{_BEFORE_RESTORE}*") if _number(path)]
    return tuple(Backup("", path) for path in sorted(paths, key=_number, reverse=True))


def _number(path: Path) -> int:
    """Return 3 for `notes.jsonl.before-restore-3`, 1 for the first one, which has no number, and 0 for another file."""
    ending = path.name.rpartition(_BEFORE_RESTORE)[2]
    return 1 if not ending else int(ending[1:]) if ending[1:].isdecimal() else 0


def _whole(path: Path) -> Journal:
    """Return the journal at `path`. Raises CorruptFileError if a line of it is damaged or incomplete."""
    journal = Journal(path)
    journal.refresh()
    if journal.damaged:
        raise CorruptFileError(f"{path} has {pluralize(len(journal.damaged), 'damaged line')}.")
    if journal.trailing_bytes:
        raise CorruptFileError(f"{path} ends in the middle of a line.")
    return journal


def _check(path: Path) -> None:
    """Raise CorruptFileError unless every line of the journal at `path` is what was written; an unfinished last one does no harm."""
    journal = Journal(path)
    journal.refresh()
    if journal.contents.conflict_markers:
        raise CorruptFileError(f"No backup was made: {conflict_report(journal)}")
    if journal.damaged:
        raise CorruptFileError(f"{path} is damaged, and the sound backups stay as they are; `briefing doctor` says where.")
