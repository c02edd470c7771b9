"""Answers the wishes about what was seen and what is marked; notices what the reader looks at for a moment."""

from __future__ import annotations

from tui.deeds import Deed, Reverted
from tui.keys import shown_key
from tui.reach import Reach


class Marking:
    """Changes the memory: nothing here is a note. A mark can be undone like everything that is the reader's."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._looked_at = ""

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

    async def next_unseen(self) -> None:
        """To the next record that was not yet seen: in this list, then in the next panes."""
        desk = self._reach.desk
        self._see(desk.pane.place)
        here = self._here()
        at = here.index(desk.pane.place) if desk.pane.place in here else 0
        wanted = next((identity for identity in (*here[at:], *here[:at]) if self._is_new(identity)), None)
        wanted = wanted or next((identity for identity in self._reach.briefing.records if self._is_new(identity)), None)
        if wanted is None:
            self._reach.tell("You have seen everything.")
        elif wanted in here:
            desk.pane.show(wanted)
        else:
            await desk.go(wanted)
        if wanted and desk.pane.place != wanted:
            self._see(wanted)  # it is seen there together with others: a matrix has no place for each

    def look(self) -> None:
        """Once a second: what is still being looked at has been seen."""
        desk = self._reach.desk
        at = desk.pane.place if desk.is_open else ""
        if at and at == self._looked_at and self._see(at):
            self._reach.changed()
        self._looked_at = at
        self._reach.memory.save()

    def _here(self) -> list[str]:
        """What the list lists; where rows hold several things, what is at home in this pane."""
        desk = self._reach.desk
        if desk.pane.list.item is desk.pane.list.row:
            return [item.id for item in desk.pane.list.items]
        return [identity for identity in self._reach.briefing.records if desk.home_of(identity) == desk.number]

    def _is_new(self, identity: str) -> bool:
        found = self._reach.briefing.records.get(identity)
        return found is not None and identity not in self._reach.memory.seen

    def _see(self, identity: str) -> bool:
        return identity in self._reach.briefing.records and self._reach.memory.see(identity)
