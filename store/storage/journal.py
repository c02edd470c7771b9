"""The TinyDB storage of what the reader writes: a file that only grows, one checked line for each transaction.

    3f0c1a22 {"format":1,"file":"5b1d09e3"}                           the first line says what the file is, and which
    9b1e77d0 {"q":7,"o":[["notes","n-4k7w",{"body":"…"}]]}            seq, and for each change: table, id, document or null

A line counts only if its CRC-32 is right. A save is one append and one fsync, whatever the size of the file. A damaged line is
skipped, kept and reported; an incomplete last line is set aside by the next writer.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from store.errors import CorruptFileError
from store.storage import atomic_file, journal_file
from store.storage.file_lock import WAIT_SECONDS, locked
from store.storage.files import exists, unreadable_error
from store.storage.journal_contents import Document, JournalContents, Watcher
from store.storage.journal_file import Batch, DurabilityError, FilePosition, Status
from store.storage.journal_format import FORMAT, JournalChange, decode, encode

Lock = Callable[[], AbstractContextManager[None]]


class Journal(Storage):
    """The journal at `path`: its state in memory, updated with what other processes append.

    `watch` is called with table, id and document (None if deleted) for every change, also by other processes. `lock` replaces
    the lock file, for a journal that is guarded by the lock of another.
    """

    def __init__(self, path: Path, watch: Watcher | None = None, wait: float = WAIT_SECONDS, lock: Lock | None = None) -> None:
        self.path = Path(os.path.realpath(path))
        self.contents = JournalContents(watch)
        self._lock = lock or (lambda: locked(lock_path(self.path), wait))
        self._is_locked = False
        self._position: FilePosition | None = None
        self._distrusted = False
        self._pending: list[tuple[JournalChange, Document | None]] | None = None

    @property
    def tables(self) -> dict[str, dict[str, Document]]:
        """All documents by table and id."""
        return self.contents.tables

    @property
    def damaged(self) -> list[int]:
        """The numbers of the damaged lines."""
        return self.contents.damaged

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return a copy of all tables as they are on disk now, or None if nothing was ever written."""
        self.refresh()
        return copy.deepcopy({name: documents for name, documents in self.tables.items() if documents}) or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make `data` all there is, as one transaction of what differs."""
        with self.transaction():
            for table in {**self.tables, **data}:
                old, new = self.tables.get(table, {}), data.get(table, {})
                for identity in [*old, *(identity for identity in new if identity not in old)]:
                    if old.get(identity) != new.get(identity):
                        self.set(table, identity, new.get(identity))

    def close(self) -> None:
        """Do nothing, as no file is kept open."""

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock, after reading what others wrote; a nested call changes nothing. Raises StoreLockedError, ReadOnlyError."""
        if self._is_locked:
            yield
            return
        if not exists(self.path.parent):  # also where it went while a window had it open
            atomic_file.make_directory(self.path.parent)
        with self._lock():
            self._is_locked = True
            try:
                self.refresh()
                yield
            finally:
                self._is_locked = False

    @contextmanager
    def transaction(self, *, one_line_each: bool = False) -> Iterator[None]:
        """Save all that is `put` inside as one line, or nothing of it; a nested transaction is part of the outer one.

        With `one_line_each`, every change gets a line of its own, so that one damaged byte costs one document.
        """
        if self._pending is not None:
            yield
            return
        with self.locked():
            self._pending = []
            try:
                yield
                entries = [entry for entry, _ in self._pending]
                if entries:
                    self._save([[entry] for entry in entries] if one_line_each else [entries])
            except BaseException:
                self._take_back()
                raise
            finally:
                self._pending = None

    def set(self, table: str, identity: str, document: Document | None) -> None:
        """Within a transaction: makes `document` the one with this id, or deletes it where it is None."""
        if self._pending is None:
            raise RuntimeError("put() belongs inside a transaction()")
        before = self.tables.get(table, {}).get(identity)
        self._pending.append((JournalChange(table, identity, document), before))
        self.contents.apply(table, identity, document)

    def refresh(self) -> None:
        """Read what was written since the last call; costs one stat if nothing was. Raises CorruptFileError.

        If the file has vanished, nothing changes in memory: the next save writes all of it back. Within a transaction
        nothing is read: nobody else may write then.
        """
        if self._pending is not None:
            return
        status = self._status()
        if status is None:
            self._distrusted = True
        elif self._position is None or self._position.status != status:
            self._take_in(journal_file.read(self.path, self._position))

    def compact(self, *, keep_old: bool = True, without: Collection[str] = ()) -> None:
        """Rewrite the file with one line for each document, except the tables in `without`; refused if it has damaged lines.

        The old file stays as `.bak`, unless `keep_old` is False.
        """
        with self.locked():
            if self.damaged:
                raise CorruptFileError(f"{self.path} has damaged lines, which are kept; it was not made smaller.")
            self._rewrite(keep_old, without)

    def should_compact(self, without: Collection[str] = ()) -> bool:
        """Return True if a compaction without these tables is worth its time."""
        return self.contents.is_wasteful(self._position.end if self._position else 0, without)

    @property
    def trailing_bytes(self) -> int:
        """Return the number of bytes after the last complete line, left by a writer that died; the next writer sets them aside."""
        return self._position.status.size - self._position.end if self._position else 0

    def _status(self) -> Status | None:
        """Return the status of the file, or None if there is none. Raises CorruptFileError."""
        try:
            return Status.of(os.stat(self.path))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unreadable_error(self.path, error) from error

    def _take_in(self, batch: Batch) -> None:
        content = batch.content
        if batch.is_whole:
            self._check_start(batch)
            self.contents.clear()
            self._distrusted = False
        elif self._position and not self._position.is_terminated:
            content = content.partition(b"\n")[2]  # the newline that the last line lacked
        self.contents.read(content)
        self._position = batch.position

    def _check_start(self, batch: Batch) -> None:
        """Refuses what is not ours or is newer; a damaged first line is a damaged line, where others say whose file it is."""
        if not batch.position.status.size:
            raise CorruptFileError(
                f"{self.path} is empty, and a file of notes never is; it was left as it is. `briefing doctor` lists backups."
            )
        line, _, rest = batch.content.partition(b"\n")
        first = decode(line)
        if first is None and any(decode(line) for line in rest.split(b"\n")):
            return
        if first is None or first.format < 1:
            raise CorruptFileError(f"{self.path} is not a file of notes of this program; it was left as it is.")
        if first.format > FORMAT:
            raise CorruptFileError(f"{self.path} is in format {first.format}, and this program knows {FORMAT}; it was left as it is.")

    def _take_back(self) -> None:
        for entry, before in reversed(self._pending or []):
            self.contents.apply(entry.table, entry.id, before)

    def _save(self, transactions: list[list[JournalChange]]) -> None:
        if self._position is None or self._distrusted:
            self._rewrite()
            return
        first = self.contents.sequence + 1
        content = b"".join(encode(number, entries) for number, entries in enumerate(transactions, first))
        try:
            self._position = journal_file.append(self.path, self._position, content)
        except DurabilityError:
            self._distrusted = True
            raise
        self.contents.count_saved(transactions)

    def _rewrite(self, keep_old: bool = True, without: Collection[str] = ()) -> None:
        """Write a new file with all documents in memory, except the tables in `without`, and with the damaged lines."""
        lines = self.contents.rewritten(without)
        content = b"".join(lines)
        atomic_file.remove_stale_temp_files(self.path.parent)
        status = self._status()
        if status is not None and (self._position is None or status.is_written_since(self._position.status)):
            raise journal_file.changed_meanwhile(self.path)
        atomic_file.replace(self.path, content, keep_old=keep_old)
        if not keep_old:
            atomic_file.remove(self.path.with_name(f"{self.path.name}.bak"))
        self._position = FilePosition(Status.of(os.stat(self.path))).after(content)
        self._distrusted = False
        self.contents.count_rewritten(lines, without)


def conflict_report(journal: Journal) -> str:
    """Return what the conflict markers in a journal mean and how to remove them."""
    numbers = [str(number) for number in journal.contents.conflict_markers]
    return (
        f"{journal.path} has conflict markers in line{'s' * (len(numbers) > 1)} {', '.join(numbers)}: another program, such as Git,"
        " could not merge two versions of it. The lines of both are in use; of a note that both changed, the lower line counts."
        " To resolve the conflict, delete only the lines with the markers in a text editor."
    )


def lock_path(path: Path) -> Path:
    """Return the path of the file that locks the journal at `path`; version 0.1.0 locks the same file."""
    return path.with_name("store.lock")
