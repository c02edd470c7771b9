"""What one deed did to one note, and how it is made true of a note that somebody changed since."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from store.note import Note

_ALWAYS = ("modified", "revision")


class Change(NamedTuple):
    """What one deed of the reader did to one note; None where it was not there."""

    before: Note | None
    after: Note | None

    def on(self, current: Note) -> Note:
        """What becomes of the note as it is by now: only what this deed changed is changed in it."""
        assert self.after is not None, "a deletion leaves no note"
        if self.before is None:
            return self.after
        names = (*changed(self.before, self.after), *_ALWAYS)
        return replace(current, **{name: getattr(self.after, name) for name in names})


def changed(one: Note, other: Note) -> frozenset[str]:
    """The fields in which two versions of a note say something else."""
    return frozenset(name for name in Note.__struct_fields__ if name not in _ALWAYS and getattr(one, name) != getattr(other, name))


def is_same(one: Note, other: Note) -> bool:
    """Whether they say the same of the same."""
    return not changed(one, other)
