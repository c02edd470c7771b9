"""Predictions: what would show them true, when, how they came out, how probable they were held to be, and the scores of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from store.model.partial_date import describe_date
from store.model.records import Claim
from store.opinions.analysis import Calibration, OpinionAnalysis
from store.opinions.brier import ASSERTED, Score, squared_error
from tui.render.records.symbols import READER, REVIEWER
from tui.render.text.blocks import Block, Span, text_block

CONVENTION = "0 is perfect, 0.25 a coin, 1 wrong with certainty; what the article foretells counts as 100 %, for it hedges nothing"

MINE_HANG = 15  # beside the labels of what is the reader's


def describe_due(claim: Claim) -> str:
    """When it falls due, or why it cannot be checked."""
    assert claim.forecast is not None
    due = describe_date(claim.forecast.due) if claim.forecast.due else ""
    unable = f"cannot be checked: {claim.forecast.uncheckable}" if claim.forecast.uncheckable else ""
    return "; ".join(filter(None, (due, unable))) or "no date"


def outcome_span(judgement: OpinionAnalysis, claim: Claim) -> Span:
    """Return the outcome that counts, with the symbol of its author."""
    outcome = judgement.outcome(claim)
    if outcome.word == "open":
        return Span("  open", "quiet")
    return Span(f"{READER if outcome.is_mine else REVIEWER} {outcome.word}", "mine" if outcome.is_mine else "reviewer")


def probability_span(judgement: OpinionAnalysis, claim: Claim) -> Span:
    """My probability in force."""
    estimate = judgement.estimates.current(claim.id)
    return Span(f"{estimate.probability:>3} %" if estimate else "", "mine")


def reader_outcome(judgement: OpinionAnalysis, claim: Claim) -> Iterator[Block]:
    """On the card of a prediction: my probability and what it was before, and how it came out as I see it."""
    history = judgement.estimates.history(claim.id)
    if history:
        told = [f"{estimate.probability} % on {estimate.at[:10]}" for estimate in reversed(history)]
        before = f"  before: {', '.join(told[1:])}" if len(told) > 1 else ""
        yield text_block(Span(told[0], "strong"), Span(before, "quiet"), label=Span(f"{READER} probability", "mine"), hang=MINE_HANG)
    mine = judgement.resolutions.current(claim.id)
    if mine:
        foreseen = f"  foreseen with {mine.foreseen} %" if mine.foreseen is not None else ""
        words = (Span(mine.outcome, "strong"), f"  {mine.evidence}", Span(f"  {mine.at[:10]}{foreseen}", "quiet"))
        yield text_block(*words, label=Span(f"{READER} outcome", "mine"), hang=MINE_HANG)


def prediction_blocks(judgement: OpinionAnalysis, claim: Claim) -> Iterator[Block]:
    """One prediction, for the command line."""
    assert claim.forecast is not None
    yield text_block(claim.text, label=claim.id)
    yield text_block(claim.forecast.horizon, label="horizon")
    yield text_block(claim.forecast.test, label=f"{REVIEWER} test")
    yield text_block(describe_due(claim), label=f"{REVIEWER} due")
    yield text_block(f"{claim.forecast.outcome}  {claim.forecast.outcome_because}", label=f"{REVIEWER} outcome")
    yield from reader_outcome(judgement, claim)


def describe_scores(found: Calibration) -> str:
    """`Brier: the article 0.43 over 8, you 0.09 over 2 (the article there 0.63)`."""
    if found.article.brier is None:
        return "Brier: nothing has come out yet, so there is nothing to score."
    mine = f"you {_score(found.mine)} (the article on these {found.article_there.brier:.2f})" if found.mine.total else "you not yet"
    return f"Brier: the article {_score(found.article)}, {mine}"


def scores_in_a_caption(found: Calibration) -> str:
    """Return the scores in fewer than 50 cells, the reader's first: `Brier: you 0.09, article 0.63 on 2, 0.43 on 8`."""
    if found.article.brier is None:
        return "Brier: no outcomes yet"
    overall = f"{found.article.brier:.2f} on {found.article.total}"
    if found.mine.brier is None:
        return f"Brier: article {overall}, you not yet"
    rest = f", {overall}" if found.article.total != found.mine.total else ""
    return f"Brier: you {found.mine.brier:.2f}, article {found.article_there.brier:.2f} on {found.mine.total}{rest}"


def as_json(judgement: OpinionAnalysis, claim: Claim) -> dict[str, Any]:
    """Return the reader's opinions on a prediction, its outcome, and the scores of it and of all so far."""
    outcome, foreseen, found = judgement.outcome(claim), judgement.predicted_probability(claim), judgement.calibration()
    mine = squared_error(foreseen, outcome.word) if foreseen is not None else None
    return {
        "id": claim.id,
        "outcome": outcome.word,
        "outcome_by": "me" if outcome.is_mine else "reviewer" if outcome.word != "open" else None,
        "outcome_because": outcome.because,
        "foreseen": foreseen,
        "probabilities": judgement.estimates.history(claim.id),
        "resolutions": judgement.resolutions.history(claim.id),
        "brier": {"article": squared_error(ASSERTED, outcome.word), "mine": mine},
        "brier_of_all": {name: {"brier": score.brier, "of": score.total} for name, score in found._asdict().items()},
    }


def _score(score: Score) -> str:
    return f"{score.brier:.2f} over {score.total}" if score.brier is not None else "not yet"
