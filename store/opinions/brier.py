"""Brier scores of predictions, by the article and by the reader.

The rule, in one place. An outcome of yes counts as 1, partly as one half, no as 0; what is void or still open is not scored.
A Brier score is the mean square of what lies between probability and outcome: 0 is perfect, 0.25 is what always saying
50 % earns, 1 is being wrong every time with certainty. The article puts no figures on its predictions: each is told
unhedged and counts as 100 %, also where it quotes somebody else. The reader counts with the probability they had given
before they resolved the prediction. The outcome that counts is the reader's; where they gave none, the reviewer's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

ASSERTED = 100  # per cent: what an unhedged prediction counts as
_OUTCOMES = {"yes": 1.0, "partly": 0.5, "no": 0.0}


class Score(NamedTuple):
    """A Brier score, None without scored predictions, and their number."""

    brier: float | None
    total: int


def squared_error(probability: int, outcome: str) -> float | None:
    """Return the squared difference of a probability in per cent and an outcome, or None if the outcome is not scored."""
    if outcome not in _OUTCOMES:
        return None
    return (probability / 100 - _OUTCOMES[outcome]) ** 2


def score(forecasts: Iterable[tuple[int, str]]) -> Score:
    """Return the Brier score of probabilities in per cent, each with the outcome of its prediction."""
    found = [missed for probability, outcome in forecasts if (missed := squared_error(probability, outcome)) is not None]
    return Score(sum(found) / len(found) if found else None, len(found))
