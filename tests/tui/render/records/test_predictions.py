"""A prediction is shown with when it falls due or why it cannot be checked, whose outcome counts, and how well was foreseen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.annotations.notes import Notes
from store.model.briefing import Briefing
from store.model.records import Claim
from store.opinions.analysis import Foresight, Judgement
from store.opinions.brier import Score
from tests.support.sample import prediction, whole
from tui.render.records.predictions import (
    as_json,
    due_in_words,
    mine_on_it,
    outcome_part,
    prediction_blocks,
    scores_in_a_caption,
    scores_in_words,
)
from tui.render.text.blocks import plain

BOOK = Briefing(whole())
FORETOLD = BOOK.claim("c002")


@pytest.fixture
def mine(tmp_path: Path) -> Judgement:
    return Judgement(BOOK, Notes(tmp_path / "notes.jsonl", lambda: datetime(2026, 11, 22, tzinfo=UTC)))


def reviewed(**changes: object) -> Claim:
    known = prediction(id="c002")
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
    assert due_in_words(reviewed(**changes)) == words


def test_an_outcome_says_whose_it_is(mine: Judgement) -> None:
    assert outcome_part(mine, FORETOLD).text.strip() == "open"
    assert outcome_part(mine, reviewed(outcome="no")).text == "◆ no"
    mine.foretell(FORETOLD, None, "yes", "Counted.")
    assert outcome_part(mine, reviewed(outcome="no")).text == "✎ yes"


def test_my_side_of_it_tells_what_i_thought_before(mine: Judgement) -> None:
    assert plain(mine_on_it(mine, FORETOLD)) == ""
    mine.foretell(FORETOLD, 30, None)
    mine.foretell(FORETOLD, 60, "yes", "Counted.")
    first, second = plain(mine_on_it(mine, FORETOLD)).splitlines()
    assert first == "✎ probability  60 % on 2026-11-22  before: 30 % on 2026-11-22"
    assert second == "✎ outcome      yes  Counted.  2026-11-22  foreseen with 60 %"
    assert "Tolls will double." in plain(prediction_blocks(mine, FORETOLD))


def test_scores_are_told_with_over_how_many() -> None:
    nothing = Score(None, 0)
    assert "nothing to score" in scores_in_words(Foresight(nothing, nothing, nothing))
    assert scores_in_words(Foresight(Score(0.4, 8), nothing, nothing)) == "Brier: the article 0.40 over 8, you not yet"
    both = Foresight(Score(0.4, 8), Score(0.09, 2), Score(0.63, 2))
    assert scores_in_words(both) == "Brier: the article 0.40 over 8, you 0.09 over 2 (the article on these 0.63)"


def test_for_programs_it_has_history_and_scores(mine: Judgement) -> None:
    mine.foretell(FORETOLD, 30, None)
    mine.foretell(FORETOLD, 80, "partly", "Some.")
    found = as_json(mine, FORETOLD)
    assert (found["outcome"], found["outcome_by"], found["foreseen"]) == ("partly", "me", 80)
    assert [estimate.probability for estimate in found["probabilities"]] == [30, 80]
    assert found["brier"] == {"article": 0.25, "mine": pytest.approx(0.09)}
    assert found["brier_of_all"]["mine"] == {"brier": pytest.approx(0.09), "of": 1}


@pytest.mark.parametrize(
    ("foresight", "caption"),
    [
        (Foresight(Score(None, 0), Score(None, 0), Score(None, 0)), "Brier: no outcomes yet"),
        (Foresight(Score(0.43, 8), Score(None, 0), Score(None, 0)), "Brier: article 0.43 on 8, you not yet"),
        (Foresight(Score(0.43, 8), Score(0.09, 2), Score(0.63, 2)), "Brier: you 0.09, article 0.63 on 2, 0.43 on 8"),
        (Foresight(Score(0.63, 2), Score(0.09, 2), Score(0.63, 2)), "Brier: you 0.09, article 0.63 on 2"),
    ],
)
def test_the_caption_puts_the_comparison_first_and_fits_half_of_100_cells(foresight: Foresight, caption: str) -> None:
    assert scores_in_a_caption(foresight) == caption
    assert len(caption) < 48
