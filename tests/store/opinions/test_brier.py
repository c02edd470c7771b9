"""Brier scores: 0 is perfect, 1 is wrong with certainty; what is void or open is not scored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.opinions.brier import Score, score, squared_error

percent = st.integers(0, 100)
outcomes = st.sampled_from(("yes", "no", "partly", "void", "open"))
forecasts = st.lists(st.tuples(percent, outcomes), max_size=12)


@pytest.mark.parametrize(
    ("probability", "outcome", "missed"),
    [(100, "yes", 0.0), (100, "no", 1.0), (100, "partly", 0.25), (50, "yes", 0.25), (70, "no", 0.49), (0, "no", 0.0)],
)
def test_a_miss_is_the_square_of_the_distance(probability: int, outcome: str, missed: float) -> None:
    assert squared_error(probability, outcome) == pytest.approx(missed)


@pytest.mark.parametrize("outcome", ["void", "open"])
def test_what_did_not_come_out_is_not_scored(outcome: str) -> None:
    assert squared_error(80, outcome) is None
    assert score([(80, outcome)]) == Score(None, 0)


@given(forecasts)
def test_a_score_is_the_mean_of_the_misses_and_lies_between_0_and_1(found: list[tuple[int, str]]) -> None:
    misses = [one for forecast in found if (one := squared_error(*forecast)) is not None]
    brier, of = score(found)
    assert of == len(misses)
    assert (brier is None) == (not misses)
    if brier is not None:
        assert brier == pytest.approx(sum(misses) / of)
        assert 0 <= brier <= 1


@given(percent, st.booleans())
def test_the_truth_told_with_more_certainty_never_scores_worse(probability: int, is_so: bool) -> None:
    better = min(100, probability + 1) if is_so else max(0, probability - 1)
    word = "yes" if is_so else "no"
    assert (squared_error(better, word) or 0) <= (squared_error(probability, word) or 0)


@given(percent)
def test_yes_and_no_are_mirror_images(probability: int) -> None:
    assert squared_error(probability, "yes") == pytest.approx(squared_error(100 - probability, "no"))
