"""The notes of one briefing in memory: by id, by what they are on, and in order of creation."""

from __future__ import annotations

from store.model.note import Note
from store.text.instant import instant_of


class NoteIndex:
    """Notes by id. Notes created in the same instant keep the order in which they were first put."""

    def __init__(self) -> None:
        self.by_id: dict[str, Note] = {}
        self._on: dict[str, list[str]] = {}
        self._sorted: tuple[Note, ...] | None = None

    def put(self, note_id: str, note: Note | None) -> None:
        """Make `note` the one with this id, or drop that one if `note` is None."""
        self._sorted = None
        old = self.by_id.get(note_id)
        before, after = old.targets if old else (), note.targets if note else ()
        for place in before:
            if place not in after:
                self._on[place].remove(note_id)
        for place in after:
            if place not in before:
                self._on.setdefault(place, []).append(note_id)
        if note:
            self.by_id[note_id] = note
        else:
            self.by_id.pop(note_id, None)

    def all(self) -> tuple[Note, ...]:
        """Return every note, the oldest first."""
        if self._sorted is None:
            self._sorted = tuple(sorted(self.by_id.values(), key=_creation))
        return self._sorted

    def on(self, target: str) -> tuple[Note, ...]:
        """Return the notes on `target` and those that link to it, the oldest first."""
        return tuple(sorted((self.by_id[note_id] for note_id in self._on.get(target, ())), key=_creation))

    def count(self, target: str) -> int:
        """Return the number of notes on `target`."""
        return len(self._on.get(target, ()))


def _creation(note: Note) -> float:
    return instant_of(note.created)
