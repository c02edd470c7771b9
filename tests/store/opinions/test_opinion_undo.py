"""Undo and redo withdraw and reinstate one's own opinions, and keep those that another window has given since."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.annotations.notes import Notes
from store.errors import ReadOnlyError
from store.model.briefing import Briefing
from store.opinions.analysis import OpinionAnalysis
from store.opinions.opinion_undo import reinstate, withdraw
from tests.conftest import Clock
from tests.support.sample import claim, whole
from tests.support.sessions import opinions_on

BOOK = Briefing(whole())
FORECAST = BOOK.claim("c002")


@pytest.fixture
def mine(notes: Notes) -> OpinionAnalysis:
    return opinions_on(BOOK, notes)


@pytest.fixture
def theirs(notes: Notes, clock: Clock) -> OpinionAnalysis:
    """Return the same opinions in another window."""
    return opinions_on(BOOK, Notes(notes.journal.path, clock))


def lines(path: Path) -> int:
    return path.read_bytes().count(b"\n")


def test_opinions_are_withdrawn_and_reinstated_in_turn(mine: OpinionAnalysis) -> None:
    first = mine.verdicts.give(claim(), "agree")
    second = mine.verdicts.give(claim(), "disagree", "one anecdote", 60)
    (second_undone,) = withdraw(mine, [second]).made
    assert mine.verdicts.history("c001") == (first,)
    (first_undone,) = withdraw(mine, [first]).made
    assert mine.verdicts.history("c001") == ()
    assert reinstate(mine, [first_undone]).made == (first,)
    assert reinstate(mine, [second_undone]).made == (second,)
    assert mine.verdicts.history("c001") == (first, second)


@pytest.mark.parametrize(
    "give",
    [
        lambda judgement, value: judgement.verdicts.give(claim(), ("agree", "disagree")[value]),
        lambda judgement, value: judgement.grades.give(claim(), ("B2", "C3")[value]),
        lambda judgement, value: judgement.estimates.give(FORECAST, (20, 80)[value]),
        lambda judgement, value: judgement.resolutions.give(FORECAST, ("yes", "no")[value]),
    ],
    ids=["verdict", "grade", "forecast", "resolution"],
)
@pytest.mark.parametrize("value", [0, 1], ids=["same value", "other value"])
def test_an_opinion_that_another_window_gave_since_stays_in_force(mine: OpinionAnalysis, theirs: OpinionAnalysis, give, value: int) -> None:  # type: ignore[no-untyped-def]
    own = give(mine, 0)
    give(theirs, value)
    content = mine._notes.journal.path.read_bytes()
    assert withdraw(mine, [own]) == ((), (own,))
    assert mine._notes.journal.path.read_bytes() == content


def test_an_opinion_that_another_window_gave_is_not_overruled_by_a_redo(mine: OpinionAnalysis, theirs: OpinionAnalysis) -> None:
    own = mine.verdicts.give(claim(), "agree")
    undone = withdraw(mine, [own]).made
    given = theirs.verdicts.give(claim(), "disagree")
    assert reinstate(mine, undone) == ((), (own,))
    assert mine.verdicts.history("c001") == (given,)


def test_forecast_and_resolution_of_one_claim_are_withdrawn_together_or_not_at_all(mine: OpinionAnalysis, theirs: OpinionAnalysis) -> None:
    own = mine.predict(FORECAST, 30, "yes")
    theirs.resolutions.give(FORECAST, "no")
    assert withdraw(mine, own) == ((), tuple(own))
    assert mine.estimates.current("c002") == own[0]


def test_of_many_opinions_those_still_in_force_are_withdrawn_in_one_transaction(mine: OpinionAnalysis, theirs: OpinionAnalysis) -> None:
    own = mine.verdicts.give_all([BOOK.claim(name) for name in ("c001", "c002", "c003")], "agree")
    given = theirs.verdicts.give(BOOK.claim("c002"), "disagree")
    before = lines(mine._notes.journal.path)
    made, conflicts = withdraw(mine, own)
    assert [opinion.target for opinion in conflicts] == ["c002"]
    assert mine.verdicts.all() == (given,)
    assert lines(mine._notes.journal.path) == before + 1
    assert [opinion.target for opinion in reinstate(mine, made).made] == ["c001", "c003"]
    assert lines(mine._notes.journal.path) == before + 2


def test_nothing_is_withdrawn_where_nothing_can_be_written(mine: OpinionAnalysis) -> None:
    own = mine.verdicts.give(claim(), "agree")
    mine._notes.problem = "This folder is read-only."
    with pytest.raises(ReadOnlyError, match="read-only"):
        withdraw(mine, [own])
