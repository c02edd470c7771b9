"""A TinyDB table over the journal: the same queries, but an update costs what it changes, and ids are random."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from store.storage.journal import Journal
from store.storage.journal_contents import Document

# Without the letters and digits that are misread for one another; an id is typed at a shell.
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH = 6


def random_id() -> str:
    """`n-4k7wqa`: short enough to type, and one of 887 million."""
    # 31 letters do not divide 256, so the first eight come a little more often; nothing secret hangs on it.
    return "n-" + "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(_LENGTH))


class JournalTable(Table):
    """Reads and changes one table of a Journal; every change happens under its lock, on what is on disk by then."""

    document_id_class = cast(Any, str)

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        # A cache of queries gives wrong answers (tinydb #637), and does not see what other windows write.
        super().__init__(storage, name, cache_size, persist_empty)

    @property
    def journal(self) -> Journal:
        """The storage, by its real type."""
        return cast(Journal, self._storage)

    def _get_next_id(self) -> Any:
        while (identity := random_id()) in self._read_table():
            pass
        return identity

    def _read_table(self) -> Any:
        self.journal.refresh()
        return _ReadOnlyTable(self.journal.tables.get(self.name, {}))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self.journal.transaction():
            changes = _TrackedTable(self.journal.tables.get(self.name, {}))
            updater(changes)
            for identity, document in changes.made():
                self.journal.set(self.name, identity, copy.deepcopy(document))


class JournalDB(TinyDB):
    """A TinyDB whose tables know that their storage is a Journal."""

    table_class = JournalTable

    def __init__(self, journal: Journal) -> None:
        super().__init__(storage=lambda: journal)


class _ReadOnlyTable(Mapping[str, Document]):
    """A table as a reader sees it: who changes a document that was found changes no note."""

    def __init__(self, table: dict[str, Document]) -> None:
        self._table = table

    def __getitem__(self, identity: str) -> Document:
        return copy.deepcopy(self._table[identity])

    def __contains__(self, identity: object) -> bool:
        return identity in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


class _TrackedTable(MutableMapping[str, Document]):
    """A table as an updater sees it: documents are copied when touched, and what changed can be asked for."""

    def __init__(self, table: dict[str, Document]) -> None:
        self._table = table
        self._touched: dict[str, Document | None] = {}

    def made(self) -> Iterator[tuple[str, Document | None]]:
        """Return the ids of changed documents, each with the new document, or None if it was deleted."""
        for identity, document in self._touched.items():
            if document != self._table.get(identity):
                yield identity, document

    def __getitem__(self, identity: str) -> Document:
        if identity not in self._touched:
            self._touched[identity] = copy.deepcopy(self._table[identity])
        document = self._touched[identity]
        if document is None:
            raise KeyError(identity)
        return document

    def __setitem__(self, identity: str, document: Document) -> None:
        self._touched[identity] = document

    def __delitem__(self, identity: str) -> None:
        self[identity]  # raises KeyError where there is none
        self._touched[identity] = None

    def __contains__(self, identity: object) -> bool:
        if identity in self._touched:
            return self._touched[identity] is not None
        return identity in self._table

    def __iter__(self) -> Iterator[str]:
        yield from (identity for identity in {**self._table, **self._touched} if identity in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
