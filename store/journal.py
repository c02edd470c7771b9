"""The TinyDB storage of what the reader writes: a file that only grows, one checked line for each transaction.

    3f0c1a22 {"format":1,"file":"5b1d09e3"}                           the first line says what the file is, and which
    9b1e77d0 {"q":7,"o":[["notes","n-4k7w",{"body":"…"}]]}            seq, and for each change: table, id, document or null

A line counts only when it is whole: its CRC-32 is right and it ends in a newline. A save is one append and one fsync,
whatever the size of the file. A damaged line is skipped, kept and reported; a torn end is set aside by the next writer.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from store import disk
from store.disk import Seen, Unsure
from store.errors import Damaged
from store.lines import FORMAT, Entry, decode, encode, header, names_in
from store.lock import WAIT_SECONDS, held
from store.look import exists, opened, unreadable

Document = dict[str, Any]
Watcher = Callable[[str, str, Document | None], None]
_LONGEST_FIRST = 256


class Journal(Storage):
    """The journal at `path`: its state in memory, kept up with what other processes append.

    `watch` is told of every document that changes, whoever changed it: table, id, document or None.
    """

    def __init__(self, path: Path, watch: Watcher | None = None, wait: float = WAIT_SECONDS) -> None:
        self.path = Path(os.path.realpath(path))
        self.tables: dict[str, dict[str, Document]] = {}
        self.damaged: list[int] = []
        self._lock = lock_of(self.path)
        self._watch = watch
        self._wait = wait
        self._seen: Seen | None = None
        self._sequence = 0
        self._lines = 0
        self._unread: list[bytes] = []
        self._first = b""
        self._distrusted = False
        self._pending: list[tuple[Entry, Document | None]] | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """A copy of all tables as they are on disk now, or None where nothing was ever written."""
        self.refresh()
        return copy.deepcopy({name: documents for name, documents in self.tables.items() if documents}) or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Makes `data` all there is, as one transaction of what differs."""
        with self.transaction():
            for table in {**self.tables, **data}:
                old, new = self.tables.get(table, {}), data.get(table, {})
                for identity in [*old, *(identity for identity in new if identity not in old)]:
                    if old.get(identity) != new.get(identity):
                        self.put(table, identity, new.get(identity))

    def close(self) -> None:
        """Nothing is held open."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is `put` inside is saved as one line, or not at all; one inside another is part of it."""
        if self._pending is not None:
            yield
            return
        if not exists(self.path.parent):  # also where it went while a window had it open
            disk.make_folder(self.path.parent)
        with held(self._lock, self._wait):
            self.refresh()
            self._pending = []
            try:
                yield
                if self._pending:
                    self._save([entry for entry, _ in self._pending])
            except BaseException:
                self._take_back()
                raise
            finally:
                self._pending = None

    def put(self, table: str, identity: str, document: Document | None) -> None:
        """Within a transaction: makes `document` the one with this id, or deletes it where it is None."""
        if self._pending is None:
            raise RuntimeError("put() belongs inside a transaction()")
        before = self.tables.get(table, {}).get(identity)
        self._pending.append((Entry(table, identity, document), before))
        self._apply(table, identity, document)

    def refresh(self) -> None:
        """Takes in what was written since the last look; costs one stat where nothing was.

        A file that has vanished changes nothing in memory: the next save writes all of it back. Within a transaction
        nothing is taken in: nobody else may write then.
        """
        if self._pending is not None:
            return
        try:
            status = os.stat(self.path)
        except FileNotFoundError:
            self._distrusted = True
            return
        except OSError as error:
            raise disk.failure(self.path, error) from error
        seen = self._seen
        if seen is None or (seen.device, seen.inode) != (status.st_dev, status.st_ino) or status.st_size < seen.end:
            self._read_from_start()
        elif (status.st_size, status.st_mtime_ns) != (seen.end, seen.modified):
            self._read_on()

    def compact(self, *, keep_old: bool = True) -> None:
        """Rewrites the file with one line for each document; refused while it holds damaged lines.

        The file before it stays as `.bak`, unless nothing of it is to be kept.
        """
        with held(self._lock, self._wait):
            self.refresh()
            if self.damaged:
                raise Damaged(f"{self.path} has damaged lines, which are kept; it was not made smaller.")
            self._rewrite(keep_old)

    @property
    def is_wasteful(self) -> bool:
        """Whether most lines of the file tell of what has changed since."""
        live = sum(len(table) for table in self.tables.values())
        return self._lines > 1000 + 2 * live

    @property
    def named_in_damage(self) -> dict[int, tuple[str, ...]]:
        """The damaged lines by number, each with the notes it names, as far as that can be read."""
        return {number: names_in(line) for number, line in zip(self.damaged, self._unread, strict=True)}

    @property
    def torn(self) -> int:
        """How many bytes follow the last whole line, as where a writer died; the next writer sets them aside."""
        return self.path.stat().st_size - self._seen.end if self._seen and self.path.exists() else 0

    def _read_from_start(self) -> None:
        first, content, status = self._bytes(0)
        if not content:
            raise Damaged(f"{self.path} is empty, and a file of notes never is; it was left as it is. `briefing doctor` lists backups.")
        self._check_header(content)
        for table, identity in [(table, identity) for table, documents in self.tables.items() for identity in documents]:
            self._apply(table, identity, None)
        self.damaged, self._unread, self._sequence, self._lines = [], [], 0, 0
        self._distrusted = False
        self._first = first
        self._take_in(content, Seen.up_to(0, status))

    def _read_on(self) -> None:
        assert self._seen is not None
        first, content, status = self._bytes(self._seen.end)
        if first != self._first:
            self._read_from_start()
        else:
            self._take_in(content, Seen.up_to(self._seen.end, status))

    def _take_in(self, content: bytes, seen: Seen) -> None:
        whole, newline, _ = content.rpartition(b"\n")
        for line in whole.split(b"\n") if newline else ():
            self._lines += 1
            transaction = decode(line)
            if transaction is None:
                self.damaged.append(self._lines)
                self._unread.append(line + b"\n")
                continue
            self._sequence = max(self._sequence, transaction.q)
            for table, identity, document in transaction.o:
                self._apply(table, identity, document)
        self._seen = seen._replace(end=seen.end + len(whole) + len(newline))

    def _check_header(self, content: bytes) -> None:
        """Refuses what is not ours or is newer; a damaged first line is a damaged line, where others say whose file it is."""
        line, newline, rest = content.partition(b"\n")
        first = decode(line) if newline else None
        if first is None and any(decode(line) for line in rest.split(b"\n")):
            return
        if first is None or first.format < 1:
            raise Damaged(f"{self.path} is not a file of notes of this program; it was left as it is.")
        if first.format > FORMAT:
            raise Damaged(f"{self.path} is in format {first.format}, and this program knows {FORMAT}; it was left as it is.")

    def _bytes(self, start: int) -> tuple[bytes, bytes, os.stat_result]:
        """The first line, by which the file is recognised, and all from `start` on."""
        try:
            with opened(self.path, os.O_NOFOLLOW) as file:
                first = file.readline(_LONGEST_FIRST)
                file.seek(start)
                return first, file.read(), os.fstat(file.fileno())
        except OSError as error:
            raise unreadable(self.path, error) from None

    def _apply(self, table: str, identity: str, document: Document | None) -> None:
        documents = self.tables.setdefault(table, {})
        if document is None:
            documents.pop(identity, None)
        else:
            documents[identity] = document
        if self._watch:
            self._watch(table, identity, document)

    def _take_back(self) -> None:
        for entry, before in reversed(self._pending or []):
            self._apply(entry.table, entry.id, before)

    def _save(self, entries: list[Entry]) -> None:
        if self._seen is None or self._distrusted:
            self._rewrite()
            return
        line = encode(self._sequence + 1, entries)
        try:
            self._seen = disk.append(self.path, self._seen, line)
        except Unsure:
            self._distrusted = True
            raise
        self._sequence += 1
        self._lines += 1

    def _rewrite(self, keep_old: bool = True) -> None:
        """A new file with all there is in memory and the damaged lines, the old one kept as `.bak` or not at all."""
        lines = [header()]
        for table, documents in self.tables.items():
            for identity, document in documents.items():
                lines.append(encode(self._sequence + len(lines), [Entry(table, identity, document)]))
        content = b"".join(lines + self._unread)
        disk.sweep(self.path.parent)
        disk.replace(self.path, content, keep_old=keep_old)
        if not keep_old:
            disk.remove(self.path.with_name(f"{self.path.name}.bak"))
        self._first = lines[0]
        self._seen = Seen.up_to(len(content), os.stat(self.path))
        self._sequence += len(lines) - 1
        self._lines, self._distrusted = len(lines) + len(self._unread), False
        self.damaged = list(range(len(lines) + 1, self._lines + 1))


def lock_of(path: Path) -> Path:
    """The lock that guards the journal at `path`."""
    return path.with_name("store.lock")
