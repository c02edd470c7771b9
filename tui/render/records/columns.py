"""The columns of every table, on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from store.annotations.note_kinds import note_status, note_type
from store.model.note import Note
from store.model.partial_date import date_sort_key
from store.model.partial_date import describe_date as when
from store.model.records import Actor, Claim, Event, Paragraph, Question, Recommendation, Relation, Strategy
from store.opinions.logs import AGREEMENT_SIGNS, AGREEMENTS
from store.text.instant import parse_instant
from tui.render.context import RenderContext
from tui.render.records.notes import note_line
from tui.render.records.predictions import describe_due, outcome_span, probability_span
from tui.render.records.symbols import KIND_SIGNS, READER, STANDING_SIGNS, headline_with_voice, note_sign, relation_label
from tui.render.text.blocks import Span


class Column(NamedTuple):
    """A column: its heading, what it shows, its width in cells (0: what is left), and the list width from which it shows.

    `key` are the words to sort by, where they are not the ones shown.
    """

    name: str
    cell: Callable[[RenderContext, Any], Span]
    width: int = 0
    from_width: int = 0
    key: Callable[[RenderContext, Any], str] | None = None

    def sort_key(self, context: RenderContext, record: Any) -> str:
        """Return the words to sort this record by."""
        return self.key(context, record) if self.key else self.cell(context, record).text


def row(columns: Sequence[Column], context: RenderContext, record: Any) -> tuple[Span, ...]:
    """Return the cells of one record."""
    return tuple(column.cell(context, record) for column in columns)


def _sign(context: RenderContext, thing: Any) -> Span:
    """Return the symbols for the reader's notes and the reviewer's assessment."""
    mine = READER if context.notes.count(thing.id) else " "
    reviewer = "◆" if thing.assessment else " "
    return Span(f"{reviewer}{mine}", "mine" if mine != " " else "reviewer")


def _id(context: RenderContext, thing: Any) -> Span:
    return Span(thing.id, "quiet")


def _actor_kind(context: RenderContext, actor: Actor) -> Span:
    return Span(actor.kind, "quiet")


def _spoken_of(context: RenderContext, actor: Actor) -> Span:
    return Span(f"{len(context.briefing.claims_about(actor.id)) or '':>3}", "quiet")


def _speaks(context: RenderContext, actor: Actor) -> Span:
    return Span(f"{len(context.briefing.claims_by(actor.id)) or '':>3}", "quiet")


def _grade(context: RenderContext, claim: Claim) -> Span:
    return Span(context.briefing.grade(claim), "grade")


def _claim_sign(context: RenderContext, claim: Claim) -> Span:
    return Span(KIND_SIGNS[claim.kind], "quiet")


def _text(context: RenderContext, thing: Claim | Recommendation | Relation | Event | Question) -> Span:
    return Span(headline_with_voice(thing))


def _count(context: RenderContext, recommendation: Recommendation) -> Span:
    return Span(f"{len(recommendation.because):>2} reasons", "quiet")


def _drawn(context: RenderContext, paragraph: Paragraph) -> Span:
    claims = sum(1 for record in context.briefing.records_in_paragraph(paragraph) if isinstance(record, Claim))
    return Span(f"{'▪' * min(claims, 5):<5}", "bar")


def _note_words(context: RenderContext, note: Note) -> Span:
    return Span(" ".join(note_line(note).split()))


def _my_view(context: RenderContext, thing: Claim | Recommendation | Strategy) -> Span:
    """My verdict as a sign, and whether a claim lost support, or was taken away for a try."""
    verdict, standing = context.opinions.verdicts.current(thing.id), context.impact.status(thing.id)
    sign = AGREEMENT_SIGNS[verdict.agreement] if verdict else ""
    is_told = isinstance(thing, Claim) and standing != "stands" and not (standing == "rejected" and sign)
    return Span(f"{sign:<2}{STANDING_SIGNS[standing] if is_told else ' '}", "mine")


def _my_rank(context: RenderContext, thing: Any) -> str:
    """Disagreement first; what was not judged has no rank."""
    verdict = context.opinions.verdicts.current(thing.id)
    return str(AGREEMENTS.index(verdict.agreement) + 1) if verdict else ""


def _my_verdict(context: RenderContext, thing: Any) -> Span:
    verdict = context.opinions.verdicts.current(thing.id)
    return Span(verdict.agreement if verdict else "", "mine")


def _standing(context: RenderContext, recommendation: Recommendation) -> Span:
    standing = context.impact.status(recommendation.id)
    return Span(f"{STANDING_SIGNS[standing]} {standing}", "quiet" if standing == "stands" else "warning")


def _outcome(context: RenderContext, claim: Claim) -> Span:
    return outcome_span(context.opinions, claim)


def _probability(context: RenderContext, claim: Claim) -> Span:
    return probability_span(context.opinions, claim)


def _due(context: RenderContext, claim: Claim) -> Span:
    return Span(describe_due(claim), "reviewer")


def _due_day(context: RenderContext, claim: Claim) -> str:
    due = claim.forecast.due if claim.forecast else None
    return date_sort_key(due)[0].isoformat() if due else ""


def _modified(context: RenderContext, note: Note) -> str:
    """Return the time of the last change in UTC, or `""` if it is unreadable, which sorts last."""
    moment = parse_instant(note.modified)
    return moment.isoformat(timespec="microseconds") if moment else ""


SIGN = Column("", _sign, 2)
ID = Column("id", _id, 5, 44)
GRADE = Column("gr", _grade, 2)
MY_VIEW = Column("me", _my_view, 3, 0, _my_rank)
MY_VERDICT = Column("verdict", _my_verdict, 17, 110, _my_rank)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "actors": (
        SIGN,
        Column("name", lambda context, actor: Span(actor.name)),
        Column("kind", _actor_kind, 11),
        Column("says", _speaks, 4, 40),
        Column("of it", _spoken_of, 5, 40),
    ),
    "claims": (
        SIGN,
        ID,
        GRADE,
        MY_VIEW,
        Column("", _claim_sign, 1),
        Column("kind", lambda context, claim: Span(claim.kind, "quiet"), 10, 64),
        Column("speaker", lambda context, claim: Span(context.briefing.name(claim.speaker), "quiet"), 12, 84),
        MY_VERDICT,
        Column("claim", _text),
    ),
    "predictions": (
        SIGN,
        ID,
        Column("came out", _outcome, 8),
        Column("I say", _probability, 5),
        Column("due", _due, 16, 64, _due_day),
        Column("prediction", _text),
        Column("horizon", lambda context, claim: Span(claim.forecast.horizon), 0, 110),
        Column("test", lambda context, claim: Span(claim.forecast.test, "reviewer"), 0, 150),
    ),
    "strategies": (
        SIGN,
        Column("id", _id, 4, 44),
        MY_VIEW,
        Column("who", lambda context, strategy: Span(context.briefing.name(strategy.actor)), 16),
        Column("kind", lambda context, strategy: Span(strategy.kind, "quiet"), 10),
        MY_VERDICT,
        Column("strategy", lambda context, strategy: Span(strategy.summary)),
    ),
    "recommendations": (
        SIGN,
        Column("id", _id, 4),
        MY_VIEW,
        Column("for me", _standing, 8),
        Column("recommendation", _text),
        MY_VERDICT,
        Column("stance", lambda context, recommendation: Span(recommendation.stance, "quiet"), 8, 70),
        Column("because", _count, 10, 84),
    ),
    "relations": (
        SIGN,
        Column("who", lambda context, relation: Span(context.briefing.name(relation.subject)), 18),
        Column("does", lambda context, relation: Span(relation_label(relation), "quiet"), 10),
        Column("to whom", lambda context, relation: Span(context.briefing.name(relation.object)), 18),
        Column("what", lambda context, relation: Span(relation.text, "quiet"), 0, 70),
    ),
    "events": (
        SIGN,
        Column("when", lambda context, event: Span(when(event.date), "strong"), 21),
        Column("event", _text),
    ),
    "questions": (
        SIGN,
        Column("id", _id, 4),
        Column("kind", lambda context, question: Span(question.kind, "quiet"), 13),
        Column("question", _text),
    ),
    "paragraphs": (
        SIGN,
        Column("¶", lambda context, paragraph: Span(f"{paragraph.number:>3}", "quiet"), 3),
        Column("claims", _drawn, 6),
        Column("gist", lambda context, paragraph: Span(paragraph.gist)),
    ),
    "notes": (
        Column("id", lambda context, note: Span(note.id, "quiet"), 8, 50),
        Column("on", lambda context, note: Span(context.briefing.name(note.target), "mine"), 14),
        Column("", lambda context, note: Span(note_sign(note), "mine"), 1),
        Column("kind", lambda context, note: Span(note_type(note), "quiet"), 10, 60),
        Column("status", lambda context, note: Span(note_status(note), "quiet"), 6, 84),
        Column("note", _note_words),
        Column("written", lambda context, note: Span(note.modified[:10], "quiet"), 10, 70, _modified),
    ),
}
