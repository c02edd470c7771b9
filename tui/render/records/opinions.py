"""What follows from the reader's judgement, on the card itself: their own grade, whether it still stands, and what falls with it."""

from __future__ import annotations

from collections.abc import Iterator

from store.argument.strength import grade_in_words
from store.model.records import Claim, Recommendation, Thing
from store.opinions.analysis import Judgement
from tui.render.records.impact import ALL, SOME, falling_blocks
from tui.render.records.predictions import MINE_HANG, mine_on_it
from tui.render.records.symbols import MINE, STANDING_SIGNS
from tui.render.text.blocks import BLANK, Block, Part, join, say

_MOST_NAMED = 6


def mine_in_front(judgement: Judgement, thing: Thing) -> Iterator[Block]:
    """What stands below the words of a claim or recommendation, before all else."""
    if isinstance(thing, Claim):
        yield from _said(judgement, thing)
        yield from _rejected(judgement, thing)
    if isinstance(thing, Recommendation):
        yield from (standing_block(judgement, thing), BLANK)


def _said(judgement: Judgement, claim: Claim) -> Iterator[Block]:
    """My grade, below the reviewer's; how probable I hold a prediction, and how it came out as I see it."""
    own = judgement.grades.of(claim.id)
    if own:
        why = f", because {own.because}" if own.because else ""
        yield say(
            Part(own.grade, "grade"),
            Part(f" {grade_in_words(own.grade)}{why}", "quiet"),
            label=Part(f"{MINE} my grade", "mine"),
            hang=MINE_HANG,
        )
    yield from mine_on_it(judgement, claim)
    yield BLANK


def _rejected(judgement: Judgement, claim: Claim) -> Iterator[Block]:
    """On the card of a claim: what falls with all that is rejected, where it is; else what it lost itself."""
    standing = judgement.standing(claim)
    if standing == "rejected":
        yield from falling_blocks(judgement.rejected(), judgement.fallen())
        yield BLANK
    elif standing != "stands":
        yield say(Part(f"{STANDING_SIGNS[standing]} {ALL if standing == 'falls' else SOME} without what you reject", "mine"))
        yield BLANK


def standing_block(judgement: Judgement, recommendation: Recommendation) -> Block:
    """Whether a recommendation still stands, and which of its reasons are gone."""
    standing = judgement.standing(recommendation)
    gone = [identity for identity in recommendation.because if judgement.is_gone(identity)]
    names = join(Part(identity, "link", identity) for identity in gone[:_MOST_NAMED])
    count = f"{len(gone)} of its {len(recommendation.because)} reasons: " if gone else ""
    words = {
        "stands": "you reject none of its reasons" if judgement.rejected() else "you reject nothing so far",
        "shaken": f"it loses {count}",
        "falls": "it loses all of its reasons: ",
    }
    more = f" and {len(gone) - _MOST_NAMED} more" if len(gone) > _MOST_NAMED else ""
    trying = "  (trying)" if judgement.tried and standing != "stands" else ""
    sign = Part(f"{STANDING_SIGNS[standing]} {standing}", "mine" if standing == "stands" else "warning")
    return say(sign, f"  {words[standing]}", *names, more, Part(trying, "quiet"), label=Part(f"{MINE} for you", "mine"))
