"""The contents of a journal: its documents, and its damaged lines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from store.storage.journal_format import JournalChange, decode, encode, header, is_conflict_marker, note_ids_in

Document = dict[str, Any]
Watcher = Callable[[str, str, Document | None], None]
_FEW_ENTRIES, _FEW_BYTES = 1000, 1 << 20


class JournalContents:
    """The tables of a journal in memory. `watch` is called with every document that changes: table, id, document or None."""

    def __init__(self, watch: Watcher | None = None) -> None:
        self.tables: dict[str, dict[str, Document]] = {}
        self.damaged: list[int] = []
        self.damaged_lines: list[bytes] = []
        self.sequence = 0
        self._watch = watch
        self._lines = 0
        self._entries = 0

    def apply(self, table: str, identity: str, document: Document | None) -> None:
        """Store the document with this id, or delete it if it is None."""
        documents = self.tables.setdefault(table, {})
        if document is None:
            documents.pop(identity, None)
        else:
            documents[identity] = document
        if self._watch:
            self._watch(table, identity, document)

    def documents(self) -> Iterator[tuple[str, str, Document]]:
        """Yield the table, id and content of every document."""
        for table, documents in self.tables.items():
            for identity, document in documents.items():
                yield table, identity, document

    def clear(self) -> None:
        """Forget everything."""
        for table, identity, _ in list(self.documents()):
            self.apply(table, identity, None)
        self.damaged, self.damaged_lines = [], []
        self.sequence = self._lines = self._entries = 0

    def read(self, content: bytes) -> None:
        """Apply complete lines; damaged ones are kept, and empty ones, as an editor may add, count only as lines."""
        lines = content.split(b"\n")
        for line in lines if lines[-1] else lines[:-1]:
            self._lines += 1
            if line.strip():
                self._read_line(line)

    def count_saved(self, transactions: list[list[JournalChange]]) -> None:
        """Count lines whose entries were applied before they were saved."""
        self.sequence += len(transactions)
        self._lines += len(transactions)
        self._entries += sum(map(len, transactions))

    def rewritten(self, without: Collection[str] = ()) -> list[bytes]:
        """Return the lines of a new file: a header, a line for each document outside the tables in `without`, the damaged lines."""
        entries = [JournalChange(*document) for document in self.documents() if document[0] not in without]
        return [header(), *(encode(self.sequence + number, [entry]) for number, entry in enumerate(entries, 1)), *self.damaged_lines]

    def count_rewritten(self, lines: list[bytes], without: Collection[str] = ()) -> None:
        """Forget the tables in `without`, and count the `lines` of the new file."""
        for table in without:
            for identity in list(self.tables.get(table, {})):
                self.apply(table, identity, None)
        self._lines = len(lines)
        self._entries = len(lines) - 1 - len(self.damaged_lines)
        self.sequence += self._entries
        self.damaged = list(range(len(lines) - len(self.damaged_lines) + 1, len(lines) + 1))

    def is_wasteful(self, size: int, without: Collection[str] = ()) -> bool:
        """Return True if less than half of a file of `size` bytes is needed without these tables, and more than a little is not."""
        live = [document for document in self.documents() if document[0] not in without]
        if self._entries >= _FEW_ENTRIES + 2 * len(live):
            return True
        if size <= _FEW_BYTES or self._entries <= len(live):
            return False
        return size > _FEW_BYTES + 2 * sum(len(encode(0, [JournalChange(*document)])) for document in live)

    @property
    def conflict_markers(self) -> tuple[int, ...]:
        """The damaged lines, by number, that a program such as Git wrote because it could not merge two versions of the file."""
        return tuple(number for number, line in self._numbered() if is_conflict_marker(line.removesuffix(b"\n")))

    @property
    def damaged_ids(self) -> dict[int, tuple[str, ...]]:
        """The damaged lines by number, each with the notes it names, as far as that can be read."""
        return {number: note_ids_in(line) for number, line in self._numbered()}

    def _numbered(self) -> Iterator[tuple[int, bytes]]:
        return zip(self.damaged, self.damaged_lines, strict=True)

    def _read_line(self, line: bytes) -> None:
        transaction = decode(line)
        if transaction is None:
            self.damaged.append(self._lines)
            self.damaged_lines.append(line + b"\n")
            return
        self.sequence = max(self.sequence, transaction.q)
        self._entries += len(transaction.o)
        for table, identity, document in transaction.o:
            self.apply(table, identity, document)
