"""What no single field can show is found: ids given twice, references that lead nowhere, impossible dates."""

from __future__ import annotations

from typing import Any

import pytest

from store.formats.validation import find_problems
from tests.support.sample import actor, claim, paragraph, prediction, raw, recommendation, source, strategy, tree, whole


def problems(**changes: Any) -> list[str]:
    """Return the problems of a briefing with these changes."""
    return list(map(str, find_problems(tree(**changes))))


def test_a_valid_briefing_is_consistent() -> None:
    assert list(find_problems(raw(whole()))) == []


def test_an_id_stands_for_one_record_of_a_kind() -> None:
    found = problems(claims=[raw(claim()), raw(claim())])
    assert found == ["claims.c001.id: is the id of number 1 of the claims already. Give each record an id of its own."]


def test_an_id_stands_for_one_record_of_all_kinds() -> None:
    found = problems(claims=[raw(claim(id="bob"))], actors=[raw(actor()), raw(actor(id="bob"))])
    assert found == ["claims.bob.id: is the id of number 2 of the actors already. Give each record an id of its own."]


def test_the_briefings_own_id_is_taken() -> None:
    assert "is the id of the briefing itself already" in problems(id="c001")[0]


def test_a_claim_speaks_for_another_or_against_it() -> None:
    torn = raw(claim(id="c002", supports=("c001",), opposes=("c001",)))
    assert problems(claims=[raw(claim()), torn]) == [
        "claims.c002.opposes: names c001, which the claim supports too. Take it out of one of the two."
    ]


@pytest.mark.parametrize("reserved", ["p12", "n-abc"])
def test_ids_of_paragraphs_and_notes_are_kept_for_them(reserved: str) -> None:
    assert problems(claims=[raw(claim(id=reserved))]) == [
        f"claims.{reserved}.id: is kept for paragraphs (p12) and notes (n-…). Choose another id."
    ]


def test_a_strategy_kind_may_be_called_like_a_record() -> None:
    assert problems(strategy_kinds=[{"id": "ann"}]) == []


def test_a_paragraph_is_given_once() -> None:
    assert problems(paragraphs=[raw(paragraph()), raw(paragraph())]) == ["paragraphs.1: is given twice. Every paragraph has one entry."]


def test_the_title_is_a_paragraph_without_an_entry() -> None:
    assert problems(claims=[raw(claim(paragraphs=(0,)))]) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"source": raw(source(author="bob"))}, "source.author: names bob, which is not among the actors."),
        ({"claims": [raw(claim(supports=("c009",)))]}, "claims.c001.supports: names c009, which is not among the claims."),
        ({"claims": [raw(claim(paragraphs=(9,)))]}, "claims.c001.paragraphs: names 9, which is not among the paragraphs."),
        ({"strategies": [raw(strategy())]}, "strategies.s01.kind: names building, which is not among the strategy kinds."),
        (
            {"recommendations": [raw(recommendation(precedents=("s9",)))]},
            "recommendations.r01.precedents: names s9, which is not among the strategies.",
        ),
    ],
)
def test_a_reference_leads_somewhere(changes: dict[str, Any], problem: str) -> None:
    assert [found[: len(problem)] for found in problems(**changes)] == [problem]


def test_a_claim_cannot_rest_on_itself() -> None:
    found = problems(claims=[raw(claim(supports=("c001",)))])
    assert found == ["claims.c001.supports: names the record itself. A record cannot rest on itself."]


@pytest.mark.parametrize("date", ["2016-02-30", "2016/2012", "0000"])
def test_a_date_is_in_some_calendar(date: str) -> None:
    assert problems(reviewed=date)[0].startswith("reviewed: is not a date in any calendar (")


def test_a_prediction_says_how_it_can_be_checked() -> None:
    found = problems(claims=[raw(claim(kind="prediction"))])
    assert found == ["claims.c001.forecast: is missing in a prediction. Say horizon and test."]


def test_only_a_prediction_has_a_forecast() -> None:
    found = problems(claims=[raw(prediction(), kind="fact")])
    assert found == ["claims.c001.forecast: belongs to predictions, and this is a fact. Change the kind, or take it out."]


def test_a_forecast_is_due_or_says_why_it_never_is() -> None:
    found = problems(claims=[raw(prediction(), forecast={"horizon": "x", "test": "y"})])
    assert found == ["claims.c001.forecast.due: is missing, and so is a reason in uncheckable. Give one of the two."]


def test_who_says_something_has_a_reliability() -> None:
    silent = raw(actor())
    del silent["reliability"]
    assert problems(actors=[silent]) == ["actors.ann.reliability: is missing, and c001 is said by this actor. Give A to F."]


@pytest.mark.parametrize("wrong", [None, 5, [], {}, "x", [None, 5, "x", []], [{}, {}], [{"id": {}, "number": [], "about": {}}] * 2])
@pytest.mark.parametrize("table", ["id", "source", "paragraphs", "actors", "claims", "strategies", "reviewed"])
def test_wrong_shapes_are_left_to_others(table: str, wrong: Any) -> None:
    assert all(isinstance(problem, str) for problem in problems(**{table: wrong}))
