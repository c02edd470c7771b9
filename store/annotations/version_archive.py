"""Earlier versions of notes, in a journal beside the notes that is read only on demand.

A save writes the version it replaces into the journal of the notes, as part of the same line. A compaction moves it here:
first it is appended here, durably, then the journal of the notes is rewritten without it. If the program dies between the two,
both files have it, and it is moved again by the next compaction.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from store.errors import CorruptFileError, StoreError
from store.model.note import Note, decode_note
from store.storage.journal import Journal
from store.storage.journal_contents import Document

REVISIONS = "revisions"


class VersionArchive:
    """The earlier versions of the notes in the journal `notes`: the latest are still there, the others beside it, under the same lock."""

    def __init__(self, notes: Journal) -> None:
        self._notes = notes
        self.journal = Journal(archive_path(notes.path), lock=notes.locked)

    @property
    def problem(self) -> str:
        """Return the reason why the archive cannot be read, or `""`."""
        try:
            self.journal.refresh()
        except StoreError as error:
            return f"Earlier versions of notes are missing: {error}"
        return ""

    def all(self) -> dict[str, Document]:
        """Return every version as a document, by its key; without those in the archive if it cannot be read."""
        archived = self._archived()
        return {**archived, **_with_free_keys(self._recent, archived)}

    def get(self, note: str, revision: int) -> Document | None:
        """Return this version of a note, or None if it is unknown."""
        key = f"{note}.{revision}"
        return self._recent.get(key) or self._archived().get(key)

    def of(self, note: str) -> tuple[Note, ...]:
        """Return the earlier versions of a note, the first one first; those that cannot be read now are missing."""
        with suppress(StoreError):
            self._notes.refresh()  # before the archive: a compaction in between moves versions from there to here
        found = (decode_note(document) for document in self.all().values() if document.get("id") == note)
        return tuple(sorted((version for version in found if version), key=lambda version: version.revision))

    def is_due(self) -> bool:
        """Return True if a compaction is due: moving versions here, and rewriting the journal of the notes, is worth its time."""
        return not self._notes.damaged and self._notes.should_compact(without=(REVISIONS,))

    def compact(self) -> None:
        """Move all versions here, durably, then rewrite the journal of the notes without them. Raises StoreError."""
        with self._notes.locked():
            if not self._notes.damaged:
                with self.journal.transaction(one_line_each=True):
                    for key, document in _with_free_keys(self._recent, self.journal.tables.get(REVISIONS, {})).items():
                        self.journal.set(REVISIONS, key, document)
            self._notes.compact(without=(REVISIONS,))

    def delete(self, notes: Collection[str]) -> str:
        """Delete all versions of these notes for good, from the file as well. Return why words may still be in it, or an empty string.

        Raises ReadOnlyError, StoreLockedError or WriteError if nothing was deleted.
        """
        try:
            with self.journal.transaction():
                keys = [key for key in self.journal.tables.get(REVISIONS, {}) if note_of(key) in notes]
                for key in keys:
                    self.journal.set(REVISIONS, key, None)
            if keys or self.journal.damaged:
                self.journal.compact(keep_old=False)
        except CorruptFileError as error:
            return str(error)
        return ""

    @property
    def _recent(self) -> Mapping[str, Document]:
        """The versions that were not yet moved."""
        return self._notes.tables.get(REVISIONS, {})

    def _archived(self) -> Mapping[str, Document]:
        return {} if self.problem else self.journal.tables.get(REVISIONS, {})


def archive_path(notes: Path) -> Path:
    """Return the path of the archive beside the journal at `notes`; for a symbolic link, beside its target."""
    path = Path(os.path.realpath(notes))
    return path.with_name(f"{path.stem}-versions{path.suffix}")


def note_of(key: str) -> str:
    """Return the id of the note whose version has this key."""
    return key.partition(".")[0]


def _with_free_keys(versions: Mapping[str, Document], known: Mapping[str, Document]) -> dict[str, Document]:
    """Return the versions that are not in `known`. A key that stands for another version there gets a suffix.

    This happens after the notes, but not the archive, were replaced by an older copy: revisions are then numbered again.
    """
    new: dict[str, Document] = {}
    for key, document in versions.items():
        free, number = key, 1
        while free in known and known[free] != document:
            number += 1
            free = f"{key}-{number}"
        if free not in known:
            new[free] = document
    return new
