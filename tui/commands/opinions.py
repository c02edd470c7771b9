"""Answers the wishes to judge: verdicts, grades, outcomes of the reader's own, what they thought before, and trying to do without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from store.annotations.draft_folder import DraftWriter
from store.annotations.opinion_drafts import MARKED_RECORDS, OpinionDraft, OpinionDrafts
from store.errors import StoreError
from store.model.opinion import Estimate, Opinion, OwnGrade, Resolution
from store.model.records import Claim, Recommendation, Strategy, Thing
from store.opinions.opinion_undo import Withdrawal, reinstate, withdraw
from tui.keys.bindings import shown_key
from tui.render.records.impact import lost_in_words
from tui.render.records.symbols import words_of
from tui.services.undo_stack import Deed, Reverted
from tui.widgets.card import Card
from tui.workspace.context import Reach

if TYPE_CHECKING:
    from tui.dialogs.form import Ask
    from tui.dialogs.grade import Graded
    from tui.dialogs.resolution import Foretold
    from tui.dialogs.verdict import Given

Answer = TypeVar("Answer")
_Draft = DraftWriter[OpinionDraft] | None
_LONGEST = 56
_MOST_IDS = 5
# The key binding that opens the dialog of each kind of draft.
_KEYS = {"verdict": "verdict", "grade": "grade", "resolution": "resolve"}


class Judging:
    """Keeps what the reader judges, one thing or many at once; each deed can be undone. What is only tried is not kept."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._judgement = reach.judgement
        self._dialog: Ask[Any] | None = None

    def rescue(self) -> bool:
        """Write the text of an open dialog to disk as the program ends; return True if nothing would be lost."""
        return self._dialog is None or self._dialog.keep_draft()

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
        from tui.dialogs.opinion_history import Past
        from tui.render.records.opinion_history import changes, history_blocks

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
        from tui.dialogs.form import Keeping
        from tui.dialogs.verdict import Judge

        is_one = len(things) == 1
        question = f"What do you think of {things[0].id}?" if is_one else f"One verdict on {len(things)} marked records"
        before = self._judgement.verdicts.of(things[0].id) if is_one else None
        target = things[0].id if is_one else MARKED_RECORDS
        give = self._judgement.verdicts.give_all
        words = f"the verdict on {things[0].id}" if is_one else f"the verdicts on {len(things)} records"

        def save(given: Given) -> None:
            self._keep(words, lambda: give(things, *given))

        answer = await self._ask(target, "verdict", lambda draft: Judge(question, about, before, Keeping(save, draft)))
        if answer:
            sure = "" if answer.confidence is None else f", confidence {answer.confidence}%"
            agreement = answer.agreement.replace("-", " ").capitalize()
            self._reach.tell(f"Saved your verdict on {_listed(things)}: {agreement}{sure}.")

    async def _grade(self, claim: Claim) -> None:
        from tui.dialogs.form import Keeping
        from tui.dialogs.grade import Grade

        about = f"{words_of(claim)}\nThe reviewer's grade is {self._reach.briefing.grade(claim)}."
        before = self._judgement.grades.of(claim.id)

        def save(graded: Graded) -> None:
            self._keep(f"your grade of {claim.id}", lambda: [self._judgement.grades.give(claim, *graded)])

        answer = await self._ask(claim.id, "grade", lambda draft: Grade(f"Your grade of {claim.id}", about, before, Keeping(save, draft)))
        if answer:
            self._reach.tell(f"Saved your grade of {claim.id}: {answer.grade}.")

    async def _resolve(self, claim: Claim) -> None:
        from tui.dialogs.form import Keeping
        from tui.dialogs.resolution import OUTCOME_LABELS, Resolve

        assert claim.forecast is not None
        estimate = self._judgement.estimates.of(claim.id)
        question, about = f"How did {claim.id} come out?", f"{words_of(claim)}\nTest: {claim.forecast.test}"
        before, probability = self._judgement.resolutions.of(claim.id), estimate.probability if estimate else None
        foretell = self._judgement.foretell

        def save(given: Foretold) -> None:
            if given != (None, "", None):
                self._keep(f"what you said of {claim.id}", lambda: foretell(claim, given.probability, given.outcome, given.evidence))

        answer = await self._ask(claim.id, "resolution", lambda draft: Resolve(question, about, before, probability, Keeping(save, draft)))
        if answer is None:
            return
        saved = [f"forecast {answer.probability}%"] if answer.probability is not None else []
        saved += [f"outcome {OUTCOME_LABELS[answer.outcome]}"] if answer.outcome else []
        self._reach.tell(f"Saved on {claim.id}: {', '.join(saved)}." if saved else "Nothing was changed.")

    async def _ask(self, target: str, kind: str, dialog_for: Callable[[_Draft], Ask[Answer]]) -> Answer | None:
        """Open a dialog with the draft of its text, and return what was saved, or None if nothing was."""
        try:
            draft = OpinionDrafts(self._reach.drafts.folder).begin(self._reach.briefing.id, target, kind)
        except StoreError as error:
            self._reach.tell(f"What you type is not kept as a draft: {error}", True)
            draft = None
        self._dialog = dialog = dialog_for(draft)
        is_draft_kept = await self._reach.screen.app.push_screen_wait(dialog)
        self._dialog = None
        if is_draft_kept:
            key = shown_key("verdict.marked" if target == MARKED_RECORDS else _KEYS[kind])
            self._reach.tell(f"The text is kept as a draft: {key} on {target} opens it.")
        return dialog.answer

    def _keep(self, words: str, give: Callable[[], Sequence[Opinion]]) -> None:
        """Store the opinions that `give` returns, as one change that can be undone; raise StoreError if one cannot be stored."""
        given = give()
        self._reach.deeds.did(Deed(words, lambda: self._withdraw(given)))

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


def _listed(things: Sequence[Thing]) -> str:
    return ", ".join(thing.id for thing in things) if len(things) <= _MOST_IDS else f"{len(things)} records"
