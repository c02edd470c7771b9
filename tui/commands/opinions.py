"""Commands for opinions: verdict, own grade, forecast and outcome in one dialog, and the what-if."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.annotations.opinion_drafts import MARKED_RECORDS
from store.model.opinion import Forecast, Opinion, ReaderGrade, Resolution
from store.model.records import AnyRecord, Claim, Recommendation, Strategy
from store.opinions.opinion_undo import Withdrawal, reinstate, withdraw
from tui.commands.opinion_drafts import open_opinion_draft
from tui.keys.bindings import describe_access, key_label
from tui.render.records.impact import describe_impact
from tui.render.records.symbols import headline
from tui.services.undo_stack import Reverted, UndoableCommand
from tui.widgets.card import RecordCard
from tui.workspace.context import AppContext

if TYPE_CHECKING:
    from tui.dialogs.opinion import OpinionDialog, OpinionForm
    from tui.dialogs.opinion_fields import OpinionInput, SavedOpinion

_LONGEST = 56
_MOST_IDS = 5


@dataclass(frozen=True)
class _Saver:
    """Stores an opinion on one record, or the same verdict on several, as one command that can be undone."""

    context: AppContext
    records: Sequence[AnyRecord]

    def save(self, answer: OpinionInput) -> None:
        """Store what was answered in one transaction; raise StoreError if it was not stored."""
        opinions = self._store(answer)
        self.context.undo_stack.record(UndoableCommand(f"your opinion on {_list_ids(self.records)}", lambda: self._withdraw(opinions)))

    def _store(self, answer: OpinionInput) -> list[Opinion]:
        judgement, record = self.context.opinions, self.records[0]
        opinions: list[Opinion] = []
        with judgement.transaction():
            if answer.verdict:
                opinions += judgement.verdicts.give_all(self.records, *answer.verdict)
            if answer.grade:
                opinions.append(judgement.grades.give(record, *answer.grade))
            if answer.probability is not None or answer.resolution:
                outcome = answer.resolution.outcome if answer.resolution else None
                evidence = answer.resolution.evidence if answer.resolution else ""
                opinions += judgement.predict(record, answer.probability, outcome, evidence)
        return opinions

    def _withdraw(self, opinions: Sequence[Opinion]) -> Reverted:
        made, conflicts = withdraw(self.context.opinions, opinions)
        return Reverted((lambda: self._reinstate(made)) if made else None, tuple(map(_describe, conflicts)))

    def _reinstate(self, withdrawals: Sequence[Withdrawal]) -> Reverted:
        made, conflicts = reinstate(self.context.opinions, withdrawals)
        return Reverted((lambda: self._withdraw(made)) if made else None, tuple(map(_describe, conflicts)))


class OpinionCommands:
    """Asks for opinions, and stores them; a what-if is not stored."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._dialog: OpinionDialog | None = None

    def flush_draft(self) -> bool:
        """Write the text of an open dialog to disk as the program ends; return True if nothing would be lost."""
        return self._dialog is None or self._dialog.keep_draft()

    def edit(self) -> None:
        """Ask for the opinion on the current record."""
        record = self._current
        if not isinstance(record, Claim | Recommendation | Strategy):
            self._context.notifier.info("No opinion can be given here. Select a claim, a recommendation or a strategy.")
            return
        self._context.ask_if_writable(self._edit(record))

    def edit_marked(self) -> None:
        """Ask for one verdict on all marked records that can have one."""
        briefing = self._context.briefing
        marked = sorted(self._context.progress.marked & briefing.records.keys(), key=briefing.position)
        records = [briefing.records[record_id] for record_id in marked]
        accepted = [record for record in records if isinstance(record, Claim | Recommendation | Strategy)]
        if not accepted:
            retry = f"Press {key_label('mark')} on a record to mark it, then {describe_access('verdict.marked')}."
            self._context.notifier.info(f"No claim, recommendation or strategy is marked. {retry}")
            return
        excluded = [record.id for record in records if record not in accepted]
        lines = [f"{record.id}  {_shorten(headline(record))}" for record in accepted]
        lines += [f"Excluded, because they cannot have a verdict: {', '.join(excluded)}"] if excluded else []
        self._context.ask_if_writable(self._edit_marked(accepted, "\n".join(lines)))

    def toggle_what_if(self) -> None:
        """Exclude the claim, or include it again, and show the impact."""
        record = self._current_claim
        if not isinstance(record, Claim):
            self._context.notifier.info(f"No claim to exclude here. Select a claim, then press {key_label('try')}.")
            return
        workspace = self._context.workspace
        workspace.excluded ^= {record.id}
        self._context.notes_changed()
        if workspace.excluded:
            self._context.notifier.info(describe_impact(self._context.opinions.impact(workspace.excluded)))

    def end_what_if(self) -> None:
        """Include all excluded claims again."""
        if self._context.workspace.excluded:
            self._context.workspace.excluded = frozenset()
            self._context.notes_changed()

    @property
    def _current(self) -> AnyRecord | None:
        return self._context.briefing.records.get(self._context.workspace.pane.note_target)

    @property
    def _current_claim(self) -> AnyRecord | None:
        """Return the current record, or on the card of another kind of record, the claim whose link is selected."""
        focused = self._context.screen.focused
        linked = self._context.briefing.records.get(focused.linked_id) if isinstance(focused, RecordCard) else None
        return linked if isinstance(linked, Claim) and not isinstance(self._current, Claim) else self._current

    async def _edit(self, record: AnyRecord) -> None:
        from tui.dialogs.opinion import OpinionForm
        from tui.dialogs.opinion_fields import SavedOpinion, opinion_fields

        judgement = self._context.opinions
        saved = SavedOpinion(
            judgement.verdicts.current(record.id),
            judgement.grades.current(record.id),
            judgement.estimates.current(record.id),
            judgement.resolutions.current(record.id),
        )
        about = headline(record)
        if isinstance(record, Claim):
            about += f"\nReviewer's grade: {self._context.briefing.grade(record)}"
            about += f"\nTest: {record.forecast.test}" if record.forecast else ""
        form = OpinionForm(f"Opinion on {record.id}", about, opinion_fields(record, saved), saved)
        await self._ask(record.id, form, (record,))

    async def _edit_marked(self, records: Sequence[AnyRecord], about: str) -> None:
        from tui.dialogs.opinion import OpinionForm
        from tui.dialogs.opinion_fields import verdict_fields

        title = f"One verdict on {len(records)} marked record{'s' * (len(records) != 1)}"
        await self._ask(MARKED_RECORDS, OpinionForm(title, about, verdict_fields(None)), records)

    async def _ask(self, target: str, form: OpinionForm, records: Sequence[AnyRecord]) -> None:
        """Open the dialog with the draft of its text, and report what was saved."""
        from tui.dialogs.opinion import OpinionDialog

        draft = open_opinion_draft(self._context, target, frozenset(field.id for field in form.fields))
        self._dialog = dialog = OpinionDialog(form, _Saver(self._context, records), draft)
        is_draft_kept = await self._context.screen.app.push_screen_wait(dialog)
        self._dialog = None
        if is_draft_kept:
            access = describe_access("verdict.marked" if target == MARKED_RECORDS else "verdict")
            self._context.notifier.info(f"Kept as a draft. To continue on {target}, {access}.")
        elif dialog.answer and dialog.answer.is_empty:
            self._context.notifier.info("Nothing was changed.")
        elif dialog.answer:
            self._context.notifier.info(f"Saved your opinion on {_list_ids(records)}: {_summarize(dialog.answer, form.saved)}.")


def _summarize(answer: OpinionInput, saved: SavedOpinion) -> str:
    """Return what was saved in words, with the details that were removed."""
    from tui.dialogs.opinion_fields import OUTCOME_LABELS, agreement_label

    parts = []
    if answer.verdict:
        before = saved.verdict
        parts.append(agreement_label(answer.verdict.agreement))
        if answer.verdict.confidence is not None:
            parts.append(f"confidence {answer.verdict.confidence}%")
        elif before and before.confidence is not None:
            parts.append("confidence removed")
        parts += ["reason removed"] if before and before.because and not answer.verdict.because else []
    if answer.grade:
        parts.append(f"grade {answer.grade.grade}")
        parts += ["reason removed"] if saved.grade and saved.grade.because and not answer.grade.because else []
    parts += [f"forecast {answer.probability}%"] if answer.probability is not None else []
    if answer.resolution:
        parts.append(f"outcome {OUTCOME_LABELS[answer.resolution.outcome]}")
        parts += ["evidence removed"] if saved.resolution and saved.resolution.evidence and not answer.resolution.evidence else []
    return ", ".join(parts)


def _describe(opinion: Opinion) -> str:
    match opinion:
        case ReaderGrade():
            return f"your grade of {opinion.target}"
        case Forecast():
            return f"your forecast of {opinion.target}"
        case Resolution():
            return f"the outcome of {opinion.target}"
    return f"the verdict on {opinion.target}"


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _list_ids(records: Sequence[AnyRecord]) -> str:
    return ", ".join(record.id for record in records) if len(records) <= _MOST_IDS else f"{len(records)} records"
