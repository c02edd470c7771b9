"""What the reader did to what is theirs: taken back last first, and done again, whatever it was."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from store import StoreError

Act = Callable[[], object]


class Deed(NamedTuple):
    """A change in words, how it is made, and how it is taken back; both may raise StoreError. `notes`: the ids of those it changes."""

    words: str
    do: Act
    undo: Act
    notes: frozenset[str] = frozenset()


class Deeds:
    """`tell` shows the reader a sentence, and whether it is bad news; `changed` draws again."""

    def __init__(self, tell: Callable[..., None], changed: Callable[[], None]) -> None:
        self._tell = tell
        self._changed = changed
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    def do(self, deed: Deed) -> bool:
        """Makes the change; whether it was made."""
        if self._tried(deed.do):
            self.did(deed)
            return True
        return False

    def did(self, deed: Deed) -> None:
        """It was made: from now on it can be taken back, and what was taken back before it is forgotten."""
        self._done.append(deed)
        self._undone.clear()
        self._changed()

    def undo(self) -> None:
        """Takes the last deed back."""
        if not self._done:
            self._tell("There is nothing to undo.")
        elif self._tried(self._done[-1].undo):
            self._undone.append(self._done.pop())
            self._tell(f"Undone: {self._undone[-1].words}.")

    def redo(self) -> None:
        """Does again what was undone."""
        if not self._undone:
            self._tell("There is nothing to do again.")
        elif self._tried(self._undone[-1].do):
            self._done.append(self._undone.pop())
            self._tell(f"Done again: {self._done[-1].words}.")

    def forget(self, notes: Collection[str]) -> None:
        """These notes are gone for good: no undo shall bring one back."""
        for deeds in (self._done, self._undone):
            deeds[:] = [deed for deed in deeds if deed.notes.isdisjoint(notes)]

    def _tried(self, act: Act) -> bool:
        try:
            act()
        except StoreError as error:
            self._tell(str(error), True)
            return False
        self._changed()
        return True
