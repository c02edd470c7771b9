"""The reader's marks on records: a table in the journal of the notes, saved as durably as a note."""

from __future__ import annotations

from collections.abc import Collection

from store.annotations.notes import Notes
from store.storage.journal_contents import Document

MARKS = "marks"


class Marks:
    """The marks beside `notes`. What another window marked is seen after the notes were refreshed.

    `old` are marks that version 0.1.0 kept in a file of its own. An old mark counts until the table has a document for its
    record. As a removed mark leaves a document that says so, none comes back.
    """

    def __init__(self, notes: Notes, old: Collection[str] = ()) -> None:
        self._notes = notes
        self._old = frozenset(old)
        self._version = -1
        self._ids: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the marked records."""
        if self._version != self._notes.version:
            self._version = self._notes.version
            marked = {identity for identity, document in self._documents.items() if document.get("is_marked") is True}
            self._ids = frozenset(marked | (self._old - self._documents.keys()))
        return self._ids

    def set(self, identity: str, is_marked: bool) -> None:
        """Mark a record, or remove its mark. Raises ReadOnlyError, WriteError or StoreLockedError; then nothing has changed."""
        self._save({identity: is_marked})

    def import_old(self) -> None:
        """Save the old marks in the table, once. Raises ReadOnlyError, WriteError or StoreLockedError; then they still count."""
        if self._old - self._documents.keys():
            self._save({})

    def _save(self, changes: dict[str, bool]) -> None:
        self._notes.require_writable()
        journal = self._notes.journal
        with journal.transaction():
            old = dict.fromkeys(sorted(self._old - self._documents.keys()), True)
            for identity, is_marked in (old | changes).items():
                journal.set(MARKS, identity, {"target": identity, "is_marked": is_marked, "at": self._notes.now()})

    @property
    def _documents(self) -> dict[str, Document]:
        return self._notes.journal.tables.get(MARKS, {})
