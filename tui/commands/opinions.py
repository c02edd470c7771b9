"""Answers the wishes to judge: verdicts, grades, outcomes of the reader's own, what they thought before, and trying to do without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from store.annotations.draft_folder import DraftWriter
from store.annotations.opinion_drafts import MARKED_RECORDS, OpinionDraft, OpinionDrafts
from store.errors import StoreError
from store.model.opinion import Forecast, Opinion, ReaderGrade, Resolution
from store.model.records import AnyRecord, Claim, Recommendation, Strategy
from store.opinions.opinion_undo import Withdrawal, reinstate, withdraw
from tui.keys.bindings import key_label
from tui.render.records.impact import describe_impact
from tui.render.records.symbols import headline
from tui.services.undo_stack import Reverted, UndoableCommand
from tui.widgets.card import RecordCard
from tui.workspace.context import AppContext

if TYPE_CHECKING:
    from tui.dialogs.form import FormDialog
    from tui.dialogs.grade import GradeInput
    from tui.dialogs.resolution import ResolutionInput
    from tui.dialogs.verdict import VerdictInput

Answer = TypeVar("Answer")
_Draft = DraftWriter[OpinionDraft] | None
_LONGEST = 56
_MOST_IDS = 5
# The key binding that opens the dialog of each kind of draft.
_KEYS = {"verdict": "verdict", "grade": "grade", "resolution": "resolve"}


class OpinionCommands:
    """Keeps what the reader judges, one thing or many at once; each deed can be undone. What is only tried is not kept."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._judgement = context.judgement
        self._dialog: FormDialog[Any] | None = None

    def flush_draft(self) -> bool:
        """Write the text of an open dialog to disk as the program ends; return True if nothing would be lost."""
        return self._dialog is None or self._dialog.keep_draft()

    def verdict(self) -> None:
        """Asks for a verdict on what the reader looks at."""
        thing = self._here
        if not isinstance(thing, Claim | Recommendation | Strategy):
            self._context.notifier.info("A verdict is on a claim, a recommendation or a strategy; there is none here.")
            return
        self._context.ask_if_writable(self._judge((thing,), headline(thing)))

    def verdict_on_marked(self) -> None:
        """Asks for one verdict on everything that is marked and can be judged; shows what that is."""
        marked = sorted(self._context.progress.marked & self._context.briefing.records.keys(), key=self._context.briefing.position)
        found = [self._context.briefing.records[identity] for identity in marked]
        things = [thing for thing in found if isinstance(thing, Claim | Recommendation | Strategy)]
        if not things:
            self._context.notifier.info(
                f"Nothing that can be judged is marked: {key_label('mark')} marks, {key_label('verdict.marked')} judges what is marked."
            )
            return
        left = [thing.id for thing in found if not isinstance(thing, Claim | Recommendation | Strategy)]
        lines = [f"{thing.id}  {_short(headline(thing))}" for thing in things]
        lines += [f"Cannot be judged, and left out: {', '.join(left)}"] if left else []
        self._context.ask_if_writable(self._judge(things, "\n".join(lines)))

    def history(self) -> None:
        """Shows what the reader thought of this so far."""
        from tui.dialogs.opinion_history import HistoryDialog
        from tui.render.records.opinion_history import history_blocks, opinion_changes

        target = self._context.workspace.pane.note_target
        found = opinion_changes(self._judgement, target)
        if not found:
            self._context.notifier.info(f"You have not judged {target} so far: {key_label('verdict')} gives a verdict.")
            return
        thing = self._context.briefing.records.get(target)
        title = f"What I thought of {target}{f': {_short(headline(thing))}' if thing else ''}"
        self._context.screen.app.push_screen(HistoryDialog(title, list(history_blocks(found))))

    def grade(self) -> None:
        """Asks for the reader's own grade of the claim."""
        thing = self._here
        if not isinstance(thing, Claim):
            self._context.notifier.info("A grade is of a claim; there is none here.")
            return
        self._context.ask_if_writable(self._grade(thing))

    def resolve(self) -> None:
        """Asks how the prediction came out, and how probable it is."""
        thing = self._here
        if not isinstance(thing, Claim) or thing.forecast is None:
            way = f"On the claims, {key_label('view')} goes on to the predictions."
            self._context.notifier.info(f"Only a prediction comes out; there is none here. {way}")
            return
        self._context.ask_if_writable(self._resolve(thing))

    def toggle_what_if(self) -> None:
        """Does without the claim for a while, or no longer; what falls is shown everywhere at once."""
        thing = self._meant
        if not isinstance(thing, Claim):
            self._context.notifier.info(f"{key_label('try')} tries to do without a claim; there is none here.")
            return
        self._judgement.tried ^= {thing.id}
        self._context.notes_changed()
        if self._judgement.tried:
            self._context.notifier.info(describe_impact(self._judgement.rejected(), self._judgement.impact()))

    def end_what_if(self) -> None:
        """Ends what is being tried."""
        if self._judgement.tried:
            self._judgement.tried = frozenset()
            self._context.notes_changed()

    @property
    def _here(self) -> AnyRecord | None:
        return self._context.briefing.records.get(self._context.workspace.pane.note_target)

    @property
    def _meant(self) -> AnyRecord | None:
        """The claim under the cursor; on another card, the one whose link is chosen."""
        focused = self._context.screen.focused
        linked = self._context.briefing.records.get(focused.linked_id) if isinstance(focused, RecordCard) else None
        return linked if isinstance(linked, Claim) and not isinstance(self._here, Claim) else self._here

    async def _judge(self, things: Sequence[AnyRecord], about: str) -> None:
        from tui.dialogs.form import Keeping
        from tui.dialogs.verdict import VerdictDialog

        is_one = len(things) == 1
        question = f"What do you think of {things[0].id}?" if is_one else f"One verdict on {len(things)} marked records"
        before = self._judgement.verdicts.current(things[0].id) if is_one else None
        target = things[0].id if is_one else MARKED_RECORDS
        give = self._judgement.verdicts.give_all
        words = f"the verdict on {things[0].id}" if is_one else f"the verdicts on {len(things)} records"

        def save(given: VerdictInput) -> None:
            self._keep(words, lambda: give(things, *given))

        answer = await self._ask(target, "verdict", lambda draft: VerdictDialog(question, about, before, Keeping(save, draft)))
        if answer:
            sure = "" if answer.confidence is None else f", confidence {answer.confidence}%"
            agreement = answer.agreement.replace("-", " ").capitalize()
            self._context.notifier.info(f"Saved your verdict on {_listed(things)}: {agreement}{sure}.")

    async def _grade(self, claim: Claim) -> None:
        from tui.dialogs.form import Keeping
        from tui.dialogs.grade import GradeDialog

        about = f"{headline(claim)}\nThe reviewer's grade is {self._context.briefing.grade(claim)}."
        before = self._judgement.grades.current(claim.id)

        def save(graded: GradeInput) -> None:
            self._keep(f"your grade of {claim.id}", lambda: [self._judgement.grades.give(claim, *graded)])

        answer = await self._ask(
            claim.id, "grade", lambda draft: GradeDialog(f"Your grade of {claim.id}", about, before, Keeping(save, draft))
        )
        if answer:
            self._context.notifier.info(f"Saved your grade of {claim.id}: {answer.grade}.")

    async def _resolve(self, claim: Claim) -> None:
        from tui.dialogs.form import Keeping
        from tui.dialogs.resolution import OUTCOME_LABELS, ResolutionDialog

        assert claim.forecast is not None
        estimate = self._judgement.estimates.current(claim.id)
        question, about = f"How did {claim.id} come out?", f"{headline(claim)}\nTest: {claim.forecast.test}"
        before, probability = self._judgement.resolutions.current(claim.id), estimate.probability if estimate else None
        foretell = self._judgement.predict

        def save(given: ResolutionInput) -> None:
            if given != (None, "", None):
                self._keep(f"what you said of {claim.id}", lambda: foretell(claim, given.probability, given.outcome, given.evidence))

        answer = await self._ask(
            claim.id, "resolution", lambda draft: ResolutionDialog(question, about, before, probability, Keeping(save, draft))
        )
        if answer is None:
            return
        saved = [f"forecast {answer.probability}%"] if answer.probability is not None else []
        saved += [f"outcome {OUTCOME_LABELS[answer.outcome]}"] if answer.outcome else []
        self._context.notifier.info(f"Saved on {claim.id}: {', '.join(saved)}." if saved else "Nothing was changed.")

    async def _ask(self, target: str, kind: str, dialog_for: Callable[[_Draft], FormDialog[Answer]]) -> Answer | None:
        """Open a dialog with the draft of its text, and return what was saved, or None if nothing was."""
        try:
            draft = OpinionDrafts(self._context.drafts.folder).begin(self._context.briefing.id, target, kind)
        except StoreError as error:
            self._context.notifier.error(f"What you type is not kept as a draft: {error}")
            draft = None
        self._dialog = dialog = dialog_for(draft)
        is_draft_kept = await self._context.screen.app.push_screen_wait(dialog)
        self._dialog = None
        if is_draft_kept:
            key = key_label("verdict.marked" if target == MARKED_RECORDS else _KEYS[kind])
            self._context.notifier.info(f"The text is kept as a draft: {key} on {target} opens it.")
        return dialog.answer

    def _keep(self, words: str, give: Callable[[], Sequence[Opinion]]) -> None:
        """Store the opinions that `give` returns, as one change that can be undone; raise StoreError if one cannot be stored."""
        given = give()
        self._context.undo_stack.record(UndoableCommand(words, lambda: self._withdraw(given)))

    def _withdraw(self, opinions: Sequence[Opinion]) -> Reverted:
        made, conflicts = withdraw(self._judgement, opinions)
        return Reverted((lambda: self._reinstate(made)) if made else None, tuple(map(_name, conflicts)))

    def _reinstate(self, withdrawals: Sequence[Withdrawal]) -> Reverted:
        made, conflicts = reinstate(self._judgement, withdrawals)
        return Reverted((lambda: self._withdraw(made)) if made else None, tuple(map(_name, conflicts)))


def _name(opinion: Opinion) -> str:
    match opinion:
        case ReaderGrade():
            return f"your grade of {opinion.target}"
        case Forecast():
            return f"your forecast of {opinion.target}"
        case Resolution():
            return f"the outcome of {opinion.target}"
    return f"the verdict on {opinion.target}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _listed(things: Sequence[AnyRecord]) -> str:
    return ", ".join(thing.id for thing in things) if len(things) <= _MOST_IDS else f"{len(things)} records"
