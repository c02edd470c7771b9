"""A prediction is shown with when it falls due or why it cannot be checked, whose outcome counts, and how well was foreseen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.annotations.notes import Notes
from store.model.briefing import Briefing
from store.model.records import Claim
from store.opinions.analysis import Calibration, OpinionAnalysis
from store.opinions.brier import Score
from tests.support.sample import prediction, whole
from tests.support.sessions import opinions_on
from tui.render.records.predictions import (
    as_json,
    describe_due,
    describe_scores,
    outcome_span,
    prediction_blocks,
    reader_outcome,
    scores_in_a_caption,
)
from tui.render.text.blocks import to_plain_text

BOOK = Briefing(whole())
FORETOLD = BOOK.claim("c002")


@pytest.fixture
def mine(tmp_path: Path) -> OpinionAnalysis:
    return opinions_on(BOOK, Notes(tmp_path / "notes.jsonl", lambda: datetime(2026, 11, 22, tzinfo=UTC)))


def reviewed(**changes: object) -> Claim:
    known = prediction(id="c002")
    assert known.forecast
    return replace(known, forecast=replace(known.forecast, **changes))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"due": "by 2026-07"}, "by July 2026"),
        ({"due": None, "uncheckable": "No date."}, "cannot be checked: No date."),
        ({"due": "2026", "uncheckable": "Too vague."}, "2026; cannot be checked: Too vague."),
        ({"due": None}, "no date"),
    ],
)
def test_when_it_falls_due_or_why_it_cannot_be_checked(changes: dict[str, object], words: str) -> None:
    assert describe_due(reviewed(**changes)) == words


def test_an_outcome_says_whose_it_is(mine: OpinionAnalysis) -> None:
    assert outcome_span(mine, FORETOLD).text.strip() == "open"
    assert outcome_span(mine, reviewed(outcome="no")).text == "◆ no"
    mine.predict(FORETOLD, None, "yes", "Counted.")
    assert outcome_span(mine, reviewed(outcome="no")).text == "✎ yes"


def test_my_side_of_it_tells_what_i_thought_before(mine: OpinionAnalysis) -> None:
    assert to_plain_text(reader_outcome(mine, FORETOLD)) == ""
    mine.predict(FORETOLD, 30, None)
    mine.predict(FORETOLD, 60, "yes", "Counted.")
    first, second = to_plain_text(reader_outcome(mine, FORETOLD)).splitlines()
    assert first == "✎ probability  60 % on 2026-11-22  before: 30 % on 2026-11-22"
    assert second == "✎ outcome      yes  Counted.  2026-11-22  foreseen with 60 %"
    assert "Tolls will double." in to_plain_text(prediction_blocks(mine, FORETOLD))


def test_scores_are_told_with_over_how_many() -> None:
    nothing = Score(None, 0)
    assert "nothing to score" in describe_scores(Calibration(nothing, nothing, nothing))
    assert describe_scores(Calibration(Score(0.4, 8), nothing, nothing)) == "Brier: the article 0.40 over 8, you not yet"
    both = Calibration(Score(0.4, 8), Score(0.09, 2), Score(0.63, 2))
    assert describe_scores(both) == "Brier: the article 0.40 over 8, you 0.09 over 2 (the article on these 0.63)"


def test_for_programs_it_has_history_and_scores(mine: OpinionAnalysis) -> None:
    mine.predict(FORETOLD, 30, None)
    mine.predict(FORETOLD, 80, "partly", "Some.")
    found = as_json(mine, FORETOLD)
    assert (found["outcome"], found["outcome_by"], found["foreseen"]) == ("partly", "me", 80)
    assert [estimate.probability for estimate in found["probabilities"]] == [30, 80]
    assert found["brier"] == {"article": 0.25, "mine": pytest.approx(0.09)}
    assert found["brier_of_all"]["mine"] == {"brier": pytest.approx(0.09), "of": 1}


@pytest.mark.parametrize(
    ("foresight", "caption"),
    [
        (Calibration(Score(None, 0), Score(None, 0), Score(None, 0)), "Brier: no outcomes yet"),
        (Calibration(Score(0.43, 8), Score(None, 0), Score(None, 0)), "Brier: article 0.43 on 8, you not yet"),
        (Calibration(Score(0.43, 8), Score(0.09, 2), Score(0.63, 2)), "Brier: you 0.09, article 0.63 on 2, 0.43 on 8"),
        (Calibration(Score(0.63, 2), Score(0.09, 2), Score(0.63, 2)), "Brier: you 0.09, article 0.63 on 2"),
    ],
)
def test_the_caption_puts_the_comparison_first_and_fits_half_of_100_cells(foresight: Calibration, caption: str) -> None:
    assert scores_in_a_caption(foresight) == caption
    assert len(caption) < 48
