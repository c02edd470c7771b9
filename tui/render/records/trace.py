"""The trace of a recommendation as a tree: reasons, supporting claims and evidence, with the weakest claim in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.argument.analysis import Impact, TraceNode
from store.argument.strength import describe_grade, describe_ground
from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation
from tui.render.context import RenderContext
from tui.render.records.symbols import STANDING_SIGNS
from tui.render.text.blocks import BLANK, Block, Span, heading_block, join, record_span, text_block

# The deepest reasons stand below one another, so that words have room beside them on the narrowest card.
_FURTHEST_IN = 16
_MOST_NAMED = 5

_STANDING_WORDS = {"rejected": "taken away", "falls": "falls", "shaken": "shaken"}


class _Drawing(NamedTuple):
    """The values that every node of a trace is drawn with."""

    briefing: Briefing
    weakest: Claim
    impact: Impact


def trace_blocks(context: RenderContext, recommendation: Recommendation) -> Iterator[Block]:
    """Return the trace of a recommendation, with the status of each claim in the what-if."""
    briefing, argument = context.briefing, context.argument
    link = argument.weakest_claim(recommendation)
    words = f"  rests on {describe_ground(briefing, link)}: {describe_grade(briefing.grade(link))}"
    yield text_block(Span(briefing.grade(link), "grade"), " ", record_span(link.id, link.id), words, label=Span("weakest", "flag"))
    alone = argument.critical_for(recommendation)
    if alone:
        names = join(record_span(claim.id, claim.id) for claim in alone[:_MOST_NAMED])
        yield text_block("falls with ", *names, " alone" if len(alone) <= _MOST_NAMED else " … alone", label=Span("linchpin", "flag"))
    yield from (BLANK, heading_block("Because"))
    drawing = _Drawing(briefing, link, context.impact)
    for step in argument.trace(recommendation):
        yield from _step(drawing, step, "")


def _step(drawing: _Drawing, step: TraceNode, stem: str) -> Iterator[Block]:
    claim = step.claim
    yield Block(
        (
            record_span(claim.id, claim.id),
            Span(" "),
            Span(drawing.briefing.grade(claim), "grade"),
            *_standing(drawing.impact.status(claim.id)),
            Span(f" {claim.text}"),
            Span(_evidence(step), "quiet"),
            *_signs(drawing, step),
        ),
        Span(f"{stem}← ", "quiet"),
        len(stem) + 2,
    )
    for reason in step.premises:
        yield from _step(drawing, reason, f"{stem}  "[:_FURTHEST_IN])
    if step.more:
        words = f"and {step.more:,} more supporting claims, not listed"
        yield text_block(Span(words, "quiet"), label=Span(f"{stem}  "[:_FURTHEST_IN], "quiet"), hang=len(stem) + 2)


def _standing(standing: str) -> tuple[Span, ...]:
    word = _STANDING_WORDS.get(standing)
    return (Span(f" {STANDING_SIGNS[standing]} {word}", "mine"),) if word else ()


def _evidence(step: TraceNode) -> str:
    if step.claim.evidence != "none":
        return f"  [{step.claim.evidence}]"
    return "" if step.premises else "  [no evidence]"


def _signs(drawing: _Drawing, step: TraceNode) -> Iterator[Span]:
    """Yield how the trace goes on, and whether this is the weakest link."""
    yield Span("  as above" if step.is_repeat else "  goes deeper: open it" if step.is_cut else "", "quiet")
    if step.claim.id == drawing.weakest.id:
        yield Span("  ◂ weakest link", "flag")
