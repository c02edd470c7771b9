"""The trash, emptied: what was in it is gone for good, from the file as well."""

from __future__ import annotations

from typing import NamedTuple

from store.annotations.notes import TRASH, Notes
from store.annotations.version_archive import REVISIONS, note_of
from store.errors import StoreError
from store.model.note import Note


class EmptiedTrash(NamedTuple):
    """The notes that went with the trash, and what of them is left in the file, in a sentence: nothing, as a rule."""

    notes: tuple[Note, ...]
    warning: str = ""


def empty_trash(notes: Notes) -> EmptiedTrash:
    """Delete what is in the trash and all its versions; the files are rewritten, and their predecessors are not kept.

    The versions are deleted first: if that fails, nothing was deleted, and the trash can be emptied again.
    Raise ReadOnlyError, StoreLockedError or WriteError.
    """
    notes.require_writable()
    journal, remarks = notes.journal, []
    with journal.locked():
        gone = notes.trash()
        ids = {note.id for note in gone}
        remarks.append(notes.archive.delete(ids))
        with journal.transaction():
            earlier = [key for key in journal.tables.get(REVISIONS, {}) if note_of(key) in ids]
            for table, keys in ((TRASH, [note.id for note in gone]), (REVISIONS, earlier)):
                for key in keys:
                    journal.set(table, key, None)
        try:
            journal.compact(keep_old=False)
        except StoreError as error:
            remarks.append(str(error))
    reasons = " ".join(filter(None, remarks))
    return EmptiedTrash(gone, f"Their text may still be in a file, although it is no longer shown: {reasons}" if reasons else "")
