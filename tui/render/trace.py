"""What a recommendation rests on, drawn as a tree: because → claims → evidence, with the weakest link in words."""

from __future__ import annotations

from collections.abc import Iterator

from store import Briefing, Recommendation, Step, trace, weakest, weakness_in_words
from tui.render.parts import BLANK, Block, Part, head, say

# The deepest reasons stand below one another, so that words have room beside them on the narrowest card.
_FURTHEST_IN = 16


def trace_blocks(briefing: Briefing, recommendation: Recommendation) -> Iterator[Block]:
    """The trace of a recommendation as blocks."""
    link = weakest(briefing, recommendation)
    yield say(
        Part(briefing.grade(link), "grade"),
        " ",
        Part(link.id, "link", link.id),
        f"  {weakness_in_words(briefing, link)}",
        label=Part("weakest", "flag"),
    )
    yield from (BLANK, head("Because"))
    for step in trace(briefing, recommendation):
        yield from _step(briefing, step, "", link.id)


def _step(briefing: Briefing, step: Step, stem: str, weakest_id: str) -> Iterator[Block]:
    claim = step.claim
    evidence = (
        "" if claim.evidence == "none" and step.because else f"  [{claim.evidence}]" if claim.evidence != "none" else "  [no evidence]"
    )
    sign = [Part("  ◂ weakest link", "flag")] if claim.id == weakest_id else []
    ends = "  as above" if step.again else "  goes deeper: open it" if step.cut else ""
    stem_label = Part(f"{stem}← ", "quiet")
    yield Block(
        (
            Part(claim.id, "link", claim.id),
            Part(" "),
            Part(briefing.grade(claim), "grade"),
            Part(f" {claim.text}"),
            Part(evidence, "quiet"),
            Part(ends, "quiet"),
            *sign,
        ),
        stem_label,
        len(stem) + 2,
    )
    for reason in step.because:
        yield from _step(briefing, reason, f"{stem}  "[:_FURTHEST_IN], weakest_id)
