"""Marks records, and takes marks away."""

from __future__ import annotations

from tui.deeds import Deed, Reverted
from tui.keys import shown_key
from tui.reach import Reach


class Marking:
    """Changes the memory: nothing here is a note. A mark can be undone like everything that is the reader's."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach

    def mark(self) -> None:
        """Marks what the reader looks at, or takes the mark away."""
        pane = self._reach.desk.pane
        if pane.place not in self._reach.briefing.records:
            self._reach.tell("There is no record here to mark.")
            return
        place, is_marked = pane.place, pane.place not in self._reach.memory.marked
        words = f"mark {place}" if is_marked else f"take the mark off {place}"
        self._set(place, is_marked)
        self._reach.deeds.did(Deed(words, lambda: self._revert_mark(place, is_marked)))
        state = "marked" if is_marked else "no longer marked"
        self._reach.tell(f"{place} is {state}. {shown_key('filter')} marked:yes shows what is.")

    def _set(self, identity: str, is_marked: bool) -> None:
        self._reach.memory.set_mark(identity, is_marked)
        self._reach.memory.save()

    def _revert_mark(self, identity: str, is_marked: bool) -> Reverted:
        """Mark the record or remove its mark, provided that it still `is_marked` as this window left it."""
        self._reach.memory.refresh()
        if (identity in self._reach.memory.marked) != is_marked:
            return Reverted(None, (f"the mark on {identity}",))
        self._set(identity, not is_marked)
        return Reverted(lambda: self._revert_mark(identity, not is_marked))
