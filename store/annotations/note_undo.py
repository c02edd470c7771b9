"""Undo and redo for notes: reverse changes to notes that nobody has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from store.annotations.note_change import NoteChange, changed_fields, has_same_content
from store.annotations.notes import NOTES, TRASH, Notes
from store.model.note import Note, decode_note


class Reversed(NamedTuple):
    """The changes that were made, and the notes that were left as they are because they have changed since."""

    made: tuple[NoteChange, ...]
    conflicts: tuple[Note, ...]


def reverse_changes(notes: Notes, changes: Sequence[NoteChange]) -> Reversed:
    """Reverse `changes` in one transaction, the last first; reversing the changes made is the redo.

    A note is left as it is if what the change made of it has changed since, as by another window or a command:
    a note that was added or restored must be the same in full, a note that was edited in the fields that were edited,
    and a deleted note must still be in the trash. Raises ReadOnlyError, WriteError.
    """
    made: list[NoteChange] = []
    conflicts: list[Note] = []
    with notes.transaction():
        for change in reversed(changes):
            reversal = _reversal(notes, change)
            if reversal:
                made += notes.apply(reversal)
            else:
                conflicts += [note for note in (change.after or change.before,) if note]
    return Reversed(tuple(made), tuple(conflicts))


def _reversal(notes: Notes, change: NoteChange) -> NoteChange | None:
    """Return the change that reverses `change` on the note as it is now, or None if it has changed since."""
    before, after = change
    if after is None:
        deleted = _stored(notes, TRASH, before)
        is_unchanged = deleted and before and has_same_content(deleted, before) and not _stored(notes, NOTES, before)
        return NoteChange(None, deleted) if is_unchanged else None
    note = _stored(notes, NOTES, after)
    if note is None:
        return None
    if before is None:
        return NoteChange(note, None) if has_same_content(note, after) else None
    fields = changed_fields(before, after)
    if fields & changed_fields(note, after):
        return None
    return NoteChange(note, replace(note, modified=before.modified, **{name: getattr(before, name) for name in fields}))


def _stored(notes: Notes, table: str, note: Note | None) -> Note | None:
    document: Any = notes.journal.tables.get(table, {}).get(note.id) if note else None
    return decode_note(document)
