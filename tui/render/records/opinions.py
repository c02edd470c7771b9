"""The reader's opinions on a card: their own grade, the support status, and the impact."""

from __future__ import annotations

from collections.abc import Iterator

from store.argument.strength import describe_grade
from store.model.records import AnyRecord, Claim, Recommendation
from tui.render.context import RenderContext
from tui.render.records.impact import ALL, SOME, impact_blocks
from tui.render.records.predictions import MINE_HANG, reader_outcome
from tui.render.records.symbols import READER, STANDING_SIGNS
from tui.render.text.blocks import BLANK, Block, Span, join, record_span, text_block

_MOST_NAMED = 6


def opinion_block(context: RenderContext, thing: AnyRecord) -> Iterator[Block]:
    """Yield the reader's opinions on a claim or recommendation, shown below its statement."""
    if isinstance(thing, Claim):
        yield from _said(context, thing)
        yield from _rejected(context, thing)
    if isinstance(thing, Recommendation):
        yield from (support_block(context, thing), BLANK)


def _said(context: RenderContext, claim: Claim) -> Iterator[Block]:
    """My grade, below the reviewer's; how probable I hold a prediction, and how it came out as I see it."""
    own = context.opinions.grades.current(claim.id)
    if own:
        why = f", because {own.because}" if own.because else ""
        yield text_block(
            Span(own.grade, "grade"),
            Span(f" {describe_grade(own.grade)}{why}", "quiet"),
            label=Span(f"{READER} my grade", "mine"),
            hang=MINE_HANG,
        )
    yield from reader_outcome(context.opinions, claim)
    yield BLANK


def _rejected(context: RenderContext, claim: Claim) -> Iterator[Block]:
    """On the card of a claim: what falls with all that is rejected, where it is; else what it lost itself."""
    standing = context.impact.status(claim.id)
    if standing == "rejected":
        yield from impact_blocks(context.impact)
        yield BLANK
    elif standing != "stands":
        yield text_block(Span(f"{STANDING_SIGNS[standing]} {ALL if standing == 'falls' else SOME} without what you reject", "mine"))
        yield BLANK


def support_block(context: RenderContext, recommendation: Recommendation) -> Block:
    """Return the support status of a recommendation, and which of its reasons are lost."""
    standing = context.impact.status(recommendation.id)
    gone = [identity for identity in recommendation.because if context.impact.is_lost(identity)]
    names = join(record_span(identity, identity) for identity in gone[:_MOST_NAMED])
    count = f"{len(gone)} of its {len(recommendation.because)} reasons: " if gone else ""
    words = {
        "stands": "you reject none of its reasons" if context.impact.rejected else "you reject nothing so far",
        "shaken": f"it loses {count}",
        "falls": "it loses all of its reasons: ",
    }
    more = f" and {len(gone) - _MOST_NAMED} more" if len(gone) > _MOST_NAMED else ""
    trying = "  (trying)" if context.impact.excluded and standing != "stands" else ""
    sign = Span(f"{STANDING_SIGNS[standing]} {standing}", "mine" if standing == "stands" else "warning")
    return text_block(sign, f"  {words[standing]}", *names, more, Span(trying, "quiet"), label=Span(f"{READER} for you", "mine"))
