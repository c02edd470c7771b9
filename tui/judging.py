"""Answers the wishes about verdicts: what the reader thinks of a claim, a recommendation or a strategy."""

from __future__ import annotations

from collections.abc import Sequence

from store import Claim, Recommendation, StoreError, Strategy, Thing, Verdict
from tui.deeds import Deed
from tui.dialogs.verdict import Given
from tui.reach import Reach
from tui.render.signs import words_of


class Judging:
    """Gives verdicts, one or many at once; each can be undone."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach

    def verdict(self) -> None:
        """Asks for a verdict on what the reader looks at."""
        thing = self._reach.briefing.records.get(self._reach.desk.pane.about)
        if not isinstance(thing, Claim | Recommendation | Strategy):
            self._reach.tell("A verdict is on a claim, a recommendation or a strategy; there is none here.")
            return
        self._reach.ask(self._judge((thing,), words_of(thing)))

    def verdict_on_marked(self) -> None:
        """Asks for one verdict on everything that is marked and can be judged."""
        marked = (self._reach.briefing.records.get(identity) for identity in sorted(self._reach.memory.marked))
        things = tuple(thing for thing in marked if isinstance(thing, Claim | Recommendation | Strategy))
        if not things:
            self._reach.tell("Nothing that can be judged is marked: m marks, V judges what is marked.")
            return
        self._reach.ask(self._judge(things, ", ".join(thing.id for thing in things)))

    async def _judge(self, things: Sequence[Thing], about: str) -> None:
        from tui.dialogs.verdict import Judge

        question = f"What do you think of {things[0].id}?" if len(things) == 1 else f"One verdict on {len(things)} marked records"
        before = self._reach.verdicts.of(things[0].id) if len(things) == 1 else None
        given = await self._reach.screen.app.push_screen_wait(Judge(question, about, before))
        if given is None:
            return
        words = f"the verdict on {things[0].id}" if len(things) == 1 else f"the verdicts on {len(things)} records"
        kept: list[Verdict] = []
        self._reach.deeds.do(Deed(words, lambda: self._give(things, given, kept), lambda: self._take_back(kept)))

    def _give(self, things: Sequence[Thing], given: Given, kept: list[Verdict]) -> None:
        """Raises StoreError where one cannot be kept; those before it are then taken back."""
        try:
            for thing in things:
                kept.append(self._reach.verdicts.give(thing, given.agreement, given.because, given.confidence))
        except StoreError:
            self._take_back(kept)
            raise

    def _take_back(self, kept: list[Verdict]) -> None:
        while kept:
            self._reach.verdicts.withdraw(kept.pop())
