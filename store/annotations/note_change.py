"""A change to one note, and its application to a note that has changed since."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from store.model.note import Note

_ALWAYS = ("modified", "revision")


class NoteChange(NamedTuple):
    """A change to one note: the note before and after, None if it did not exist."""

    before: Note | None
    after: Note | None

    def rebased_on(self, current: Note) -> Note:
        """Return the note as it is now with only the fields of this change changed."""
        assert self.after is not None, "a deletion leaves no note"
        if self.before is None:
            return self.after
        names = (*changed_fields(self.before, self.after), *_ALWAYS)
        return replace(current, **{name: getattr(self.after, name) for name in names})


class PlannedWrite(NamedTuple):
    """The note to write, and the version that it replaces, if that must be archived."""

    note: Note
    archived: Note | None


def plan_write(change: NoteChange, current: Note | None) -> PlannedWrite:
    """Return what to write for a change that is not a deletion, given the note as it is now.

    | before | current note         | written                                                | archived     |
    |--------|----------------------|--------------------------------------------------------|--------------|
    | None   | None                 | `after`                                                | -            |
    | None   | equal to `after`     | `after`                                                | -            |
    | None   | different            | `after`, with the next revision                        | current note |
    | note   | equal to `before`    | `after`, with the next revision                        | current note |
    | note   | changed since        | current note with the changed fields, next revision    | current note |

    The next revision follows that of the current note, so no revision number stands for two versions.
    """
    assert change.after is not None, "a deletion writes no note"
    is_outdated = current is not None and change.before is not None and current != change.before
    after = change.rebased_on(current) if current and is_outdated else change.after
    if current is None or current == after:
        return PlannedWrite(after, None)
    return PlannedWrite(replace(after, revision=current.revision + 1), current)


def changed_fields(a: Note, b: Note) -> frozenset[str]:
    """Return the names of the fields that differ between two versions of a note, without time and revision."""
    return frozenset(name for name in Note.__struct_fields__ if name not in _ALWAYS and getattr(a, name) != getattr(b, name))


def has_same_content(a: Note, b: Note) -> bool:
    """Return True if the two versions differ in no field but time and revision."""
    return not changed_fields(a, b)
