"""A recommendation is as strong as the weakest claim it rests on, by one rule."""

from __future__ import annotations

import itertools

import pytest

from store.argument.analysis import MAX_TRACE_DEPTH, ArgumentAnalysis
from store.argument.strength import (
    at_least,
    describe_grade,
    describe_strength,
    strength_key,
    weakest_grade,
)
from store.model.briefing import Briefing
from store.model.records import Claim
from tests.support.sample import actor, briefing, claim, recommendation

GRADES = ["".join(pair) for pair in itertools.product("ABCDEF", "123456")]


def resting_on(*claims: Claim, because: tuple[str, ...] = ("c001",)) -> Briefing:
    """Return a recommendation that names some of these claims."""
    return Briefing(briefing(claims=claims, recommendations=(recommendation(because=because),)))


def weakest_of(opened: Briefing) -> str:
    return ArgumentAnalysis(opened).weakest_claim(opened.file.recommendations[0]).id


def test_the_weakest_link_is_the_least_credible_claim() -> None:
    assert weakest_of(resting_on(claim(), claim(id="c002", credibility=4), because=("c001", "c002"))) == "c002"


def test_what_supports_a_claim_is_rested_on_too() -> None:
    assert weakest_of(resting_on(claim(), claim(id="c002", credibility=5, supports=("c001",)))) == "c002"


def test_of_equals_the_nearest_is_named() -> None:
    assert weakest_of(resting_on(claim(), claim(id="c002", supports=("c001",)))) == "c001"


def test_of_equals_as_near_the_first_is_named() -> None:
    assert weakest_of(resting_on(claim(), claim(id="c002"), because=("c002", "c001"))) == "c002"


def test_claims_that_support_each_other_are_followed_once() -> None:
    circle = resting_on(claim(supports=("c002",)), claim(id="c002", credibility=4, supports=("c001",)))
    (step,) = ArgumentAnalysis(circle).trace(circle.file.recommendations[0])
    assert weakest_of(circle) == "c002"
    assert [(inner.claim.id, inner.is_repeat) for inner in step.premises] == [("c002", False)]
    assert [(inner.claim.id, inner.is_repeat) for inner in step.premises[0].premises] == [("c001", True)]


def test_a_very_long_chain_of_reasons_is_followed_to_its_end() -> None:
    chain = [claim(id=f"c{number}", supports=(f"c{number - 1}",) if number else ()) for number in range(3000)]
    long = resting_on(*chain[:-1], claim(id="c2999", supports=("c2998",), credibility=5), because=("c0",))
    assert weakest_of(long) == "c2999"
    steps, depth = ArgumentAnalysis(long).trace(long.file.recommendations[0]), 0
    last = steps[0]
    while steps:
        steps, depth = steps[0].premises, depth + 1
        last = steps[0] if steps else last
    assert depth == MAX_TRACE_DEPTH + 1
    assert (last.is_repeat, last.is_cut) == (False, True)


def test_a_chain_that_just_fits_is_not_cut() -> None:
    chain = [claim(id=f"c{number}", supports=(f"c{number - 1}",) if number else ()) for number in range(MAX_TRACE_DEPTH + 1)]
    fitting = resting_on(*chain, because=("c0",))
    (step,) = ArgumentAnalysis(fitting).trace(fitting.file.recommendations[0])
    while step.premises:
        (step,) = step.premises
    assert (step.claim.id, step.is_repeat, step.is_cut) == (f"c{MAX_TRACE_DEPTH}", False, False)


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [({"credibility": 3}, {"credibility": 6}), ({"credibility": 6}, {"credibility": 4}), ({"evidence": "figure"}, {"evidence": "none"})],
)
def test_what_cannot_be_judged_stands_between_the_possible_and_the_doubtful(stronger: dict[str, int], weaker: dict[str, int]) -> None:
    opened = resting_on(claim())
    assert strength_key(opened, claim(**stronger)) < strength_key(opened, claim(**weaker))


def test_a_speaker_that_cannot_be_judged_stands_between_c_and_d() -> None:
    people = tuple(actor(id=letter.lower(), reliability=letter) for letter in "ABCFDE")
    opened = Briefing(briefing(actors=people))
    keys = [strength_key(opened, claim(speaker=person.id)) for person in people]
    assert keys == sorted(keys)


def test_a_claim_is_weighed_in_words() -> None:
    opened = resting_on(claim(credibility=4, evidence="anecdote"))
    assert describe_strength(opened, opened.claim("c001")) == "doubtful, from a fairly reliable source; it rests on an anecdote"


@pytest.mark.parametrize("grade", GRADES)
def test_every_grade_has_words(grade: str) -> None:
    assert "source" in describe_grade(grade)


@pytest.mark.parametrize(
    ("grade", "wanted", "is_so"),
    [("A1", "C3", True), ("C3", "C3", True), ("D1", "C3", False), ("A4", "C3", False), ("F1", "C3", False), ("F6", "F6", True)],
)
def test_a_grade_is_as_good_as_another_in_both_its_halves(grade: str, wanted: str, is_so: bool) -> None:
    assert at_least(grade, wanted) is is_so


def test_the_worst_grade_of_claims() -> None:
    opened = resting_on(claim(), claim(id="c002", credibility=5))
    assert weakest_grade(opened, opened.file.claims) == "C5"
    assert weakest_grade(opened, ()) == ""


def strengths(*graded: Claim, **changes: str) -> list[tuple[int, int, int]]:
    opened = Briefing(briefing(actors=(actor(**changes),)))
    return [strength_key(opened, claim) for claim in graded]


def test_every_grade_and_kind_of_evidence_is_stronger_than_the_next() -> None:
    credibility = strengths(*(claim(credibility=number) for number in (1, 2, 3, 6, 4, 5)))
    reliability = [strengths(claim(), reliability=letter)[0] for letter in "ABCFDE"]
    evidence = strengths(*(claim(evidence=kind) for kind in ("authority", "figure", "example", "anecdote", "none")))
    for keys in (credibility, reliability, evidence):
        assert all(stronger < weaker for stronger, weaker in itertools.pairwise(keys))


def test_a_claim_in_a_trace_is_followed_once_and_as_deep_as_the_limit() -> None:
    chain = [claim(id="c001"), *(claim(id=f"c{number:03}", supports=(f"c{number - 1:03}",)) for number in range(2, MAX_TRACE_DEPTH + 3))]
    opened = resting_on(*chain)
    (node,) = ArgumentAnalysis(opened).trace(opened.file.recommendations[0])
    assert (node.more, node.is_repeat, node.is_cut) == (0, False, False)
    depth = 1
    while node.premises:
        (node,) = node.premises
        depth += 1
    assert (depth, node.is_cut, node.is_repeat, node.more) == (MAX_TRACE_DEPTH + 1, True, False, 0)


def test_what_falls_is_not_also_weakened() -> None:
    opened = resting_on(claim(), claim(id="c002", supports=("c001",)))
    impact = ArgumentAnalysis(opened).impact(("c002",))
    assert [record.id for record in impact.unsupported] == ["c001", "r01"]
    assert impact.weakened == ()
