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


def changed_fields(one: Note, other: Note) -> frozenset[str]:
    """The fields in which two versions of a note say something else."""
    return frozenset(name for name in Note.__struct_fields__ if name not in _ALWAYS and getattr(one, name) != getattr(other, name))


def has_same_content(one: Note, other: Note) -> bool:
    """Return True if the two versions differ in no field but time and revision."""
    return not changed_fields(one, other)
