"""What follows from what I think: what I reject, what falls, how it came out, and what an export carries from home to home."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.annotations.notes import Notes
from store.argument.analysis import Impact
from store.errors import InvalidInputError, InvalidValueError, ReadOnlyError
from store.export.json import export
from store.formats.parser import parse
from store.model.briefing import Briefing
from store.model.opinion import OpinionSet
from store.opinions.analysis import OpinionAnalysis
from store.opinions.brier import Score
from store.opinions.logs import all_opinions
from store.opinions.opinion_undo import withdraw
from store.storage.untrusted_file import load_json
from store.text.sanitize import sanitize
from tests.support.sample import actor, claim, judged, prediction, recommendation, strategy, whole
from tests.support.sessions import opinions_on

BOOK = Briefing(whole(recommendations=(recommendation(), recommendation(id="r02", because=("c001", "c003")))))
FORETOLD = BOOK.claim("c002")
Opened = Callable[..., OpinionAnalysis]


def clock() -> Callable[[], datetime]:
    """Return a minute later each time."""
    times = iter(range(10_000))
    return lambda: datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(minutes=next(times))


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Open the judgement in the home of this name, as many times as asked."""
    later = clock()
    return lambda home="here", now=later: opinions_on(BOOK, Notes(tmp_path / f"{home}.jsonl", now))


def test_disagreement_makes_what_rests_on_it_fall_and_shakes_the_rest(opened: Opened) -> None:
    mine = opened()
    assert mine.impact().status("r01") == "stands"
    mine.verdicts.give(claim(), "disagree")
    assert [mine.impact().status(name) for name in ("c001", "r01", "r02", "c003")] == ["rejected", "falls", "shaken", "stands"]
    mine.verdicts.give(claim(), "neutral")
    assert mine.impact().status("r01") == "stands"


def test_what_is_tried_is_not_kept(opened: Opened) -> None:
    mine = opened()
    assert mine.impact(frozenset({"c001"})).status("r01") == "falls"
    assert mine.impact().status("r01") == "stands"
    assert opened().impact().status("r01") == "stands"


def test_to_disagree_with_advice_or_a_strategy_makes_nothing_fall(opened: Opened) -> None:
    mine = opened()
    mine.verdicts.give(recommendation(), "strongly-disagree")
    mine.verdicts.give(strategy(), "disagree")
    assert mine.impact() == Impact()


def test_a_verdict_on_what_is_no_longer_in_the_briefing_breaks_nothing(opened: Opened) -> None:
    mine = opened()
    mine.verdicts.give(claim(id="c999"), "disagree")
    assert mine.impact().status("r01") == "stands"


@pytest.mark.parametrize(("word", "kept"), [("b2", "B2"), ("2", "2"), (" F6 ", "F6")])
def test_a_grade_is_whole_or_its_credibility_alone(opened: Opened, word: str, kept: str) -> None:
    assert opened().grades.give(claim(), word, "checked").grade == kept
    assert [grade.because for grade in opened().grades.history("c001")] == ["checked"]


@pytest.mark.parametrize("word", ["", "G2", "B", "7", "B22", "2B", "B2\n3"])
def test_what_is_no_grade_is_refused(opened: Opened, word: str) -> None:
    with pytest.raises(InvalidInputError, match="is not a grade"):
        opened().grades.give(claim(), word)


def test_only_claims_are_graded_and_only_predictions_come_out(opened: Opened) -> None:
    mine = opened()
    with pytest.raises(InvalidInputError, match="ann cannot be graded"):
        mine.grades.give(actor(), "2")
    with pytest.raises(InvalidInputError, match="c001 is no prediction"):
        mine.resolutions.give(claim(), "yes")
    with pytest.raises(InvalidInputError, match="c001 is no prediction"):
        mine.estimates.give(claim(), 50)
    with pytest.raises(InvalidInputError, match="0 to 100"):
        mine.estimates.give(FORETOLD, 101)
    with pytest.raises(InvalidInputError, match="Did you mean yes"):
        mine.resolutions.give(FORETOLD, "yess")


def test_my_outcome_counts_before_the_reviewers(opened: Opened) -> None:
    mine, known = opened(), prediction(id="c002")
    assert known.forecast
    reviewed = replace(known, forecast=replace(known.forecast, outcome="no", outcome_because="They fell."))
    assert mine.outcome(reviewed) == ("no", "They fell.", False)
    mine.resolutions.give(reviewed, "partly", "Some doubled.")
    assert mine.outcome(reviewed) == ("partly", "Some doubled.", True)
    mine.resolutions.give(reviewed, "open")
    assert not mine.outcome(reviewed).is_mine


def test_i_am_scored_by_what_i_thought_before_i_knew(opened: Opened) -> None:
    mine = opened()
    for probability in (50, 80):
        mine.estimates.give(FORETOLD, probability)
    mine.resolutions.give(FORETOLD, "yes", "Counted.", mine.predicted_probability(FORETOLD))
    mine.estimates.give(FORETOLD, 100)
    mine.resolutions.give(FORETOLD, "no", "Counted again.", 100)
    assert mine.predicted_probability(FORETOLD) == 80
    assert [estimate.probability for estimate in mine.estimates.history("c002")] == [50, 80, 100]
    article, own, there = mine.calibration()
    assert (article, there) == (Score(1.0, 1), Score(1.0, 1))
    assert list(own) == [pytest.approx(0.64), 1]


def test_where_nothing_came_out_nothing_is_scored(opened: Opened) -> None:
    mine = opened()
    mine.estimates.give(FORETOLD, 30)
    assert mine.calibration() == ((None, 0), (None, 0), (None, 0))
    mine.resolutions.give(FORETOLD, "void")
    assert mine.calibration() == ((None, 0), (None, 0), (None, 0))


def test_a_place_that_cannot_be_written_says_so(opened: Opened) -> None:
    mine = opened()
    mine._notes.problem = "This place cannot be written."
    for deed in (lambda: mine.grades.give(claim(), "2"), lambda: mine.add(OpinionSet(verdicts=(opened("x").verdicts.give(claim(), "+"),)))):
        with pytest.raises(ReadOnlyError, match="cannot be written"):
            deed()


def everything(mine: OpinionAnalysis) -> OpinionSet:
    return OpinionSet(
        mine.verdicts.all_versions(), mine.grades.all_versions(), mine.estimates.all_versions(), mine.resolutions.all_versions()
    )


def fill(mine: OpinionAnalysis) -> OpinionSet:
    """Return opinions of every kind, some of them changed."""
    mine.verdicts.give(claim(), "agree", "sounds right", 60)
    mine.verdicts.give(claim(), "disagree", "one anecdote")
    mine.grades.give(claim(), "B2")
    mine.estimates.give(FORETOLD, 30)
    mine.estimates.give(FORETOLD, 60)
    mine.resolutions.give(FORETOLD, "yes", "Counted.", 60)
    return everything(mine)


def test_everything_judged_goes_out_and_comes_back_once(opened: Opened) -> None:
    judged = fill(opened())
    brought = parse(load_json(export(BOOK, (), judged)), "a.json").judged
    there = opened("there")
    assert there.add(brought) == len(judged) == 6
    assert everything(there) == brought == judged == everything(opened("there"))
    assert there.add(brought) == 0


def test_what_is_in_force_here_is_not_replaced_by_what_is_brought(opened: Opened) -> None:
    there = opened("there")
    there.verdicts.give(claim(), "neutral", "undecided")
    brought = fill(opened(now=lambda: datetime(2030, 1, 1, tzinfo=UTC)))
    assert there.add(brought) == 6
    assert [verdict.agreement for verdict in there.verdicts.history("c001")] == ["agree", "disagree", "neutral"]
    assert [verdict.number for verdict in there.verdicts.history("c001")] == [1, 2, 3]
    assert there.add(brought) == 0


def test_what_was_renumbered_by_an_import_can_still_be_taken_back(opened: Opened) -> None:
    there = opened("there")
    own = there.verdicts.give(claim(), "neutral", "undecided")
    there.add(fill(opened(now=lambda: datetime(2030, 1, 1, tzinfo=UTC))))
    withdraw(there, [own])
    assert [verdict.agreement for verdict in there.verdicts.history("c001")] == ["agree", "disagree"]


def test_an_export_without_judgements_has_no_word_of_them() -> None:
    assert "judged" not in export(BOOK, ())
    assert parse(load_json(export(BOOK, ())), "a.json").judged == OpinionSet()


@given(
    verdicts=st.lists(st.tuples(st.sampled_from(("+", "-", "0")), st.text(max_size=20).map(sanitize)), max_size=4),
    estimates=st.lists(st.integers(0, 100), max_size=3),
)
def test_whatever_was_judged_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, verdicts: list[tuple[str, str]], estimates: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("judged")
    here, there = (opinions_on(BOOK, Notes(folder / f"{name}.jsonl", clock())) for name in ("here", "there"))
    for word, why in verdicts:
        here.verdicts.give(claim(), word, why)
    for probability in estimates:
        here.estimates.give(FORETOLD, probability)
    brought = parse(load_json(export(BOOK, (), everything(here))), "a.json").judged
    assert there.add(brought) == len(verdicts) + len(estimates)
    assert everything(there) == everything(here)


def test_a_forecast_and_an_outcome_are_saved_together(opened: Opened) -> None:
    made = opened().predict(FORETOLD, 80, "yes", "Counted.")
    assert len(made) == 2
    mine = opened()
    assert mine.outcome(FORETOLD) == ("yes", "Counted.", True)
    assert mine.predicted_probability(FORETOLD) == 80
    assert {"estimated", "resolved"} <= set(mine.filter_terms(FORETOLD, mine.impact()))


def test_evidence_without_an_outcome_is_refused(opened: Opened) -> None:
    with pytest.raises(InvalidValueError, match="say how c002 came out"):
        opened().predict(FORETOLD, None, None, "Counted.")
    assert opened().outcome(FORETOLD).word == "open"


def test_opinions_of_an_import_are_added_once(opened: Opened) -> None:
    assert opened().add(judged("c002")) == 4
    assert opened().add(judged("c002")) == 0
    assert all_opinions(opened()._notes) == judged("c002")


def test_only_rejected_claims_and_those_that_fall_are_lost(opened: Opened) -> None:
    mine = opened()
    mine.verdicts.give(claim(), "disagree")
    assert [mine.impact().is_lost(name) for name in ("c001", "c003")] == [True, False]


def test_a_filter_finds_a_claim_by_its_support_only_if_it_does_not_stand(opened: Opened) -> None:
    mine = opened()
    assert mine.filter_terms(BOOK.claim("c001"), mine.impact()) == ()
    assert mine.filter_terms(BOOK.get("r01"), mine.impact()) == ("stands",)
    mine.verdicts.give(claim(), "disagree")
    assert mine.filter_terms(BOOK.claim("c001"), mine.impact()) == ("disagree", "rejected")
    mine.resolutions.give(FORETOLD, "open", "", None)
    assert "resolved" not in mine.filter_terms(FORETOLD, mine.impact())
