"""Predictions: what would show them true, when, how they came out, how probable they were held to be, and the scores of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from store.model.partial_date import date_in_words
from store.model.records import Claim
from store.opinions.analysis import Foresight, Judgement
from store.opinions.brier import ASSERTED, Score, miss
from tui.render.records.symbols import MINE, REVIEWER
from tui.render.text.blocks import Block, Part, say

CONVENTION = "0 is perfect, 0.25 a coin, 1 wrong with certainty; what the article foretells counts as 100 %, for it hedges nothing"

MINE_HANG = 15  # beside the labels of what is the reader's


def due_in_words(claim: Claim) -> str:
    """When it falls due, or why it cannot be checked."""
    assert claim.forecast is not None
    due = date_in_words(claim.forecast.due) if claim.forecast.due else ""
    unable = f"cannot be checked: {claim.forecast.uncheckable}" if claim.forecast.uncheckable else ""
    return "; ".join(filter(None, (due, unable))) or "no date"


def outcome_part(judgement: Judgement, claim: Claim) -> Part:
    """The outcome that counts, with the sign of whose it is; `open` is nobody's."""
    outcome = judgement.outcome(claim)
    if outcome.word == "open":
        return Part("  open", "quiet")
    return Part(f"{MINE if outcome.is_mine else REVIEWER} {outcome.word}", "mine" if outcome.is_mine else "reviewer")


def probability_part(judgement: Judgement, claim: Claim) -> Part:
    """My probability in force."""
    estimate = judgement.estimates.of(claim.id)
    return Part(f"{estimate.probability:>3} %" if estimate else "", "mine")


def mine_on_it(judgement: Judgement, claim: Claim) -> Iterator[Block]:
    """On the card of a prediction: my probability and what it was before, and how it came out as I see it."""
    history = judgement.estimates.history(claim.id)
    if history:
        told = [f"{estimate.probability} % on {estimate.at[:10]}" for estimate in reversed(history)]
        before = f"  before: {', '.join(told[1:])}" if len(told) > 1 else ""
        yield say(Part(told[0], "strong"), Part(before, "quiet"), label=Part(f"{MINE} probability", "mine"), hang=MINE_HANG)
    mine = judgement.resolutions.of(claim.id)
    if mine:
        foreseen = f"  foreseen with {mine.foreseen} %" if mine.foreseen is not None else ""
        words = (Part(mine.outcome, "strong"), f"  {mine.evidence}", Part(f"  {mine.at[:10]}{foreseen}", "quiet"))
        yield say(*words, label=Part(f"{MINE} outcome", "mine"), hang=MINE_HANG)


def prediction_blocks(judgement: Judgement, claim: Claim) -> Iterator[Block]:
    """One prediction, for the command line."""
    assert claim.forecast is not None
    yield say(claim.text, label=claim.id)
    yield say(claim.forecast.horizon, label="horizon")
    yield say(claim.forecast.test, label=f"{REVIEWER} test")
    yield say(due_in_words(claim), label=f"{REVIEWER} due")
    yield say(f"{claim.forecast.outcome}  {claim.forecast.outcome_because}", label=f"{REVIEWER} outcome")
    yield from mine_on_it(judgement, claim)


def scores_in_words(found: Foresight) -> str:
    """`Brier: the article 0.43 over 8, you 0.09 over 2 (the article there 0.63)`."""
    if found.article.brier is None:
        return "Brier: nothing has come out yet, so there is nothing to score."
    mine = f"you {_score(found.mine)} (the article on these {found.article_there.brier:.2f})" if found.mine.of else "you not yet"
    return f"Brier: the article {_score(found.article)}, {mine}"


def scores_in_a_caption(found: Foresight) -> str:
    """Return the scores in fewer than 50 cells, the reader's first: `Brier: you 0.09, article 0.63 on 2, 0.43 on 8`."""
    if found.article.brier is None:
        return "Brier: no outcomes yet"
    overall = f"{found.article.brier:.2f} on {found.article.of}"
    if found.mine.brier is None:
        return f"Brier: article {overall}, you not yet"
    rest = f", {overall}" if found.article.of != found.mine.of else ""
    return f"Brier: you {found.mine.brier:.2f}, article {found.article_there.brier:.2f} on {found.mine.of}{rest}"


def as_json(judgement: Judgement, claim: Claim) -> dict[str, Any]:
    """What I think of a prediction, how it came out, and the scores: of this one, and of all so far."""
    outcome, foreseen, found = judgement.outcome(claim), judgement.foreseen(claim), judgement.foresight()
    mine = miss(foreseen, outcome.word) if foreseen is not None else None
    return {
        "id": claim.id,
        "outcome": outcome.word,
        "outcome_by": "me" if outcome.is_mine else "reviewer" if outcome.word != "open" else None,
        "outcome_because": outcome.because,
        "foreseen": foreseen,
        "probabilities": judgement.estimates.history(claim.id),
        "resolutions": judgement.resolutions.history(claim.id),
        "brier": {"article": miss(ASSERTED, outcome.word), "mine": mine},
        "brier_of_all": {name: score._asdict() for name, score in found._asdict().items()},
    }


def _score(score: Score) -> str:
    return f"{score.brier:.2f} over {score.of}" if score.brier is not None else "not yet"
