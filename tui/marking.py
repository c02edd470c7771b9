"""Answers the wishes about what was seen and what is marked; notices what the reader looks at for a moment."""

from __future__ import annotations

from contextlib import suppress

from store import StoreError
from tui.deeds import Deed
from tui.keys import shown_key
from tui.reach import Reach


class Marking:
    """Changes marks and what was seen. A mark can be undone like everything that is the reader's."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._looked_at = ""
        self._has_begun = False

    def mark(self) -> None:
        """Marks what the reader looks at, or takes the mark away."""
        pane = self._reach.desk.pane
        if pane.place not in self._reach.briefing.records:
            self._reach.tell("There is no record here to mark.")
            return
        place, is_marked = pane.place, pane.place not in self._reach.memory.marked
        words = f"mark {place}" if is_marked else f"take the mark off {place}"
        if not self._reach.deeds.do(Deed(words, lambda: self._set(place, is_marked), lambda: self._set(place, not is_marked))):
            return
        state = "marked" if is_marked else "no longer marked"
        self._reach.tell(f"{place} is {state}. {shown_key('filter')} marked:yes shows what is.")

    def _set(self, identity: str, is_marked: bool) -> None:
        if self._reach.memory.marks:
            self._reach.memory.marks.set(identity, is_marked)

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
        if not self._has_begun:
            self._has_begun = True
            self._import_old_marks()
        self._tell_problem()
        desk = self._reach.desk
        at = desk.pane.place if desk.is_open else ""
        if at and at == self._looked_at and self._see(at):
            self._reach.changed()
        self._looked_at = at
        self._reach.memory.save()

    def _import_old_marks(self) -> None:
        marks = self._reach.memory.marks
        if marks and not self._reach.notes.problem:
            with suppress(StoreError):  # they still count, and are imported with the next mark or at the next start
                marks.import_old()

    def _tell_problem(self) -> None:
        if problem := self._reach.memory.problem:
            self._reach.memory.problem = ""
            self._reach.tell(problem, True)

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
