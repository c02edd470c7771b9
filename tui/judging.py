"""Answers the wishes to judge: verdicts, grades, outcomes of the reader's own, what they thought before, and trying to do without."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store import (
    Claim,
    Estimate,
    Opinion,
    OwnGrade,
    Recommendation,
    Resolution,
    Strategy,
    Thing,
    Withdrawal,
    reinstate,
    withdraw,
)
from tui.card import Card
from tui.deeds import Deed, Reverted
from tui.keys import shown_key
from tui.reach import Reach
from tui.render.falling import lost_in_words
from tui.render.signs import words_of

_LONGEST = 56


class Judging:
    """Keeps what the reader judges, one thing or many at once; each deed can be undone. What is only tried is not kept."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._judgement = reach.judgement

    def verdict(self) -> None:
        """Asks for a verdict on what the reader looks at."""
        thing = self._here
        if not isinstance(thing, Claim | Recommendation | Strategy):
            self._reach.tell("A verdict is on a claim, a recommendation or a strategy; there is none here.")
            return
        self._reach.ask_to_change(self._judge((thing,), words_of(thing)))

    def verdict_on_marked(self) -> None:
        """Asks for one verdict on everything that is marked and can be judged; shows what that is."""
        marked = sorted(self._reach.memory.marked & self._reach.briefing.records.keys(), key=self._reach.briefing.place)
        found = [self._reach.briefing.records[identity] for identity in marked]
        things = [thing for thing in found if isinstance(thing, Claim | Recommendation | Strategy)]
        if not things:
            self._reach.tell(
                f"Nothing that can be judged is marked: {shown_key('mark')} marks, {shown_key('verdict.marked')} judges what is marked."
            )
            return
        left = [thing.id for thing in found if not isinstance(thing, Claim | Recommendation | Strategy)]
        lines = [f"{thing.id}  {_short(words_of(thing))}" for thing in things]
        lines += [f"Cannot be judged, and left out: {', '.join(left)}"] if left else []
        self._reach.ask_to_change(self._judge(things, "\n".join(lines)))

    def history(self) -> None:
        """Shows what the reader thought of this so far."""
        from tui.dialogs.past import Past
        from tui.render.opinions import changes, history_blocks

        target = self._reach.desk.pane.about
        found = changes(self._judgement, target)
        if not found:
            self._reach.tell(f"You have not judged {target} so far: {shown_key('verdict')} gives a verdict.")
            return
        thing = self._reach.briefing.records.get(target)
        title = f"What I thought of {target}{f': {_short(words_of(thing))}' if thing else ''}"
        self._reach.screen.app.push_screen(Past(title, list(history_blocks(found))))

    def grade(self) -> None:
        """Asks for the reader's own grade of the claim."""
        thing = self._here
        if not isinstance(thing, Claim):
            self._reach.tell("A grade is of a claim; there is none here.")
            return
        self._reach.ask_to_change(self._grade(thing))

    def resolve(self) -> None:
        """Asks how the prediction came out, and how probable it is."""
        thing = self._here
        if not isinstance(thing, Claim) or thing.forecast is None:
            way = f"On the claims, {shown_key('view')} goes on to the predictions."
            self._reach.tell(f"Only a prediction comes out; there is none here. {way}")
            return
        self._reach.ask_to_change(self._resolve(thing))

    def try_without(self) -> None:
        """Does without the claim for a while, or no longer; what falls is shown everywhere at once."""
        thing = self._meant
        if not isinstance(thing, Claim):
            self._reach.tell(f"{shown_key('try')} tries to do without a claim; there is none here.")
            return
        self._judgement.tried ^= {thing.id}
        self._reach.changed()
        if self._judgement.tried:
            self._reach.tell(lost_in_words(self._judgement.rejected(), self._judgement.fallen()))

    def stop_trying(self) -> None:
        """Ends what is being tried."""
        if self._judgement.tried:
            self._judgement.tried = frozenset()
            self._reach.changed()

    @property
    def _here(self) -> Thing | None:
        return self._reach.briefing.records.get(self._reach.desk.pane.about)

    @property
    def _meant(self) -> Thing | None:
        """The claim under the cursor; on another card, the one whose link is chosen."""
        focused = self._reach.screen.focused
        linked = self._reach.briefing.records.get(focused.link) if isinstance(focused, Card) else None
        return linked if isinstance(linked, Claim) and not isinstance(self._here, Claim) else self._here

    async def _judge(self, things: Sequence[Thing], about: str) -> None:
        from tui.dialogs.verdict import Judge

        question = f"What do you think of {things[0].id}?" if len(things) == 1 else f"One verdict on {len(things)} marked records"
        before = self._judgement.verdicts.of(things[0].id) if len(things) == 1 else None
        given = await self._reach.screen.app.push_screen_wait(Judge(question, about, before))
        if given is None:
            return
        give = self._judgement.verdicts.give_all
        words = f"the verdict on {things[0].id}" if len(things) == 1 else f"the verdicts on {len(things)} records"
        self._keep(words, lambda: give(things, *given))

    async def _grade(self, claim: Claim) -> None:
        from tui.dialogs.grade import Grade

        about = f"{words_of(claim)}\nThe reviewer's grade is {self._reach.briefing.grade(claim)}."
        given = await self._reach.screen.app.push_screen_wait(
            Grade(f"Your grade of {claim.id}", about, self._judgement.grades.of(claim.id))
        )
        if given is not None:
            self._keep(f"your grade of {claim.id}", lambda: [self._judgement.grades.give(claim, *given)])

    async def _resolve(self, claim: Claim) -> None:
        from tui.dialogs.resolve import Resolve

        assert claim.forecast is not None
        estimate = self._judgement.estimates.of(claim.id)
        about = f"{words_of(claim)}\nTest: {claim.forecast.test}"
        known = (self._judgement.resolutions.of(claim.id), estimate.probability if estimate else None)
        given = await self._reach.screen.app.push_screen_wait(Resolve(f"How did {claim.id} come out?", about, *known))
        if given is not None and given != (None, "", None):
            keep = self._judgement.foretell
            self._keep(f"what you said of {claim.id}", lambda: keep(claim, given.probability, given.outcome, given.evidence))

    def _keep(self, words: str, give: Callable[[], Sequence[Opinion]]) -> None:
        """Store opinions as one change that can be undone: all those that `give` returns, or none if it raises StoreError."""

        def make() -> Deed:
            given = give()
            return Deed(words, lambda: self._withdraw(given))

        self._reach.deeds.do(make)

    def _withdraw(self, opinions: Sequence[Opinion]) -> Reverted:
        made, conflicts = withdraw(self._judgement, opinions)
        return Reverted((lambda: self._reinstate(made)) if made else None, tuple(map(_name, conflicts)))

    def _reinstate(self, withdrawals: Sequence[Withdrawal]) -> Reverted:
        made, conflicts = reinstate(self._judgement, withdrawals)
        return Reverted((lambda: self._withdraw(made)) if made else None, tuple(map(_name, conflicts)))


def _name(opinion: Opinion) -> str:
    match opinion:
        case OwnGrade():
            return f"your grade of {opinion.target}"
        case Estimate():
            return f"your forecast of {opinion.target}"
        case Resolution():
            return f"the outcome of {opinion.target}"
    return f"the verdict on {opinion.target}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
