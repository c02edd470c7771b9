"""What a recommendation rests on, drawn as a tree: because → claims → evidence, with the weakest link in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from store.argument.strength import Step, grade_in_words, ground_in_words, hangs_on, trace, weakest
from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation, Thing
from tui.render.records.symbols import STANDING_SIGNS
from tui.render.text.blocks import BLANK, Block, Part, head, join, say

# The deepest reasons stand below one another, so that words have room beside them on the narrowest card.
_FURTHEST_IN = 16
_MOST_NAMED = 5

StandingOf = Callable[[Thing], str]
_STANDING_WORDS = {"rejected": "taken away", "falls": "falls", "shaken": "shaken"}


class _Drawing(NamedTuple):
    """What every step of a trace is drawn with."""

    briefing: Briefing
    weakest: Claim
    standing: StandingOf


def trace_blocks(briefing: Briefing, recommendation: Recommendation, standing: StandingOf = lambda thing: "stands") -> Iterator[Block]:
    """The trace of a recommendation as blocks; `standing` tells what was taken away, and what fell with it."""
    link = weakest(briefing, recommendation)
    words = f"  rests on {ground_in_words(briefing, link)}: {grade_in_words(briefing.grade(link))}"
    yield say(Part(briefing.grade(link), "grade"), " ", Part(link.id, "link", link.id), words, label=Part("weakest", "flag"))
    alone = hangs_on(briefing, recommendation)
    if alone:
        names = join(Part(claim.id, "link", claim.id) for claim in alone[:_MOST_NAMED])
        yield say("falls with ", *names, " alone" if len(alone) <= _MOST_NAMED else " … alone", label=Part("linchpin", "flag"))
    yield from (BLANK, head("Because"))
    drawing = _Drawing(briefing, link, standing)
    for step in trace(briefing, recommendation):
        yield from _step(drawing, step, "")


def _step(drawing: _Drawing, step: Step, stem: str) -> Iterator[Block]:
    claim = step.claim
    yield Block(
        (
            Part(claim.id, "link", claim.id),
            Part(" "),
            Part(drawing.briefing.grade(claim), "grade"),
            *_standing(drawing.standing(claim)),
            Part(f" {claim.text}"),
            Part(_evidence(step), "quiet"),
            *_signs(drawing, step),
        ),
        Part(f"{stem}← ", "quiet"),
        len(stem) + 2,
    )
    for reason in step.because:
        yield from _step(drawing, reason, f"{stem}  "[:_FURTHEST_IN])
    if step.more:
        words = f"and {step.more:,} more supporting claims, not listed"
        yield say(Part(words, "quiet"), label=Part(f"{stem}  "[:_FURTHEST_IN], "quiet"), hang=len(stem) + 2)


def _standing(standing: str) -> tuple[Part, ...]:
    word = _STANDING_WORDS.get(standing)
    return (Part(f" {STANDING_SIGNS[standing]} {word}", "mine"),) if word else ()


def _evidence(step: Step) -> str:
    if step.claim.evidence != "none":
        return f"  [{step.claim.evidence}]"
    return "" if step.because else "  [no evidence]"


def _signs(drawing: _Drawing, step: Step) -> Iterator[Part]:
    """Yield how the trace goes on, and whether this is the weakest link."""
    yield Part("  as above" if step.again else "  goes deeper: open it" if step.cut else "", "quiet")
    if step.claim.id == drawing.weakest.id:
        yield Part("  ◂ weakest link", "flag")
