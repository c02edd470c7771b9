"""The trash, emptied: what was in it is gone for good, from the file as well."""

from __future__ import annotations

from typing import NamedTuple

from store.errors import ReadOnly, StoreError
from store.note import Note
from store.notes import REVISIONS, TRASH, Notes


class Emptied(NamedTuple):
    """The notes that went with the trash, and what of them is left in the file, in a sentence: nothing, as a rule."""

    gone: tuple[Note, ...]
    remark: str = ""


def empty_trash(notes: Notes) -> Emptied:
    """Deletes what is in the trash, with all it ever said; the file is written anew, and the one before it is not kept.

    Raises ReadOnly, Busy or NotSaved where nothing was deleted.
    """
    if notes.problem:
        raise ReadOnly(notes.problem)
    journal = notes.journal
    with journal.transaction():
        gone = notes.trash()
        ids = {note.id for note in gone}
        earlier = [key for key in journal.tables.get(REVISIONS, {}) if key.partition(".")[0] in ids]
        for table, keys in ((TRASH, [note.id for note in gone]), (REVISIONS, earlier)):
            for key in keys:
                journal.put(table, key, None)
    try:
        journal.compact(keep_old=False)
    except StoreError as error:
        return Emptied(gone, f"The words are still in the file, though nothing shows them: {error}")
    return Emptied(gone)
