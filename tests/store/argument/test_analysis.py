"""What falls with a claim, by the rule of store/argument/analysis.py: more rejected, more fallen, in whichever order, circles or not."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from store.argument.analysis import ArgumentAnalysis, Impact
from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation
from tests.support.sample import briefing, claim, recommendation

MOST = 7
IDS = [f"c{number:03}" for number in range(1, MOST + 1)]
ids = st.sampled_from(IDS)


@st.composite
def arguments(draw: st.DrawFn) -> Briefing:
    """Claims that support one another at random, in circles too, and recommendations that rest on some of them."""
    claims = [
        claim(
            id=identity,
            supports=tuple(draw(st.lists(st.sampled_from([other for other in IDS if other != identity]), unique=True, max_size=3))),
        )
        for identity in IDS
    ]
    wanted = draw(st.lists(st.lists(ids, unique=True, min_size=1, max_size=3), min_size=1, max_size=3))
    advice = tuple(recommendation(id=f"r{number:02}", because=tuple(because)) for number, because in enumerate(wanted, 1))
    return Briefing(briefing(claims=tuple(claims), recommendations=advice))


def by_the_book(book: Briefing, rejected: set[str]) -> tuple[set[str], set[str]]:
    """Return the rule, done slowly: go over everything until nothing more falls."""
    reasons = {identity: {other.id for other in book.supporters(identity)} for identity in IDS}
    reasons |= {advice.id: set(advice.because) for advice in book.file.recommendations}
    fallen = set(rejected)
    while more := {identity for identity, why in reasons.items() if identity not in fallen and why and why <= fallen}:
        fallen |= more
    return fallen - rejected, {identity for identity, why in reasons.items() if identity not in fallen and why & fallen}


def names(things: tuple[Claim | Recommendation, ...]) -> set[str]:
    return {thing.id for thing in things}


@given(arguments(), st.sets(ids))
def test_what_falls_is_what_the_rule_says(book: Briefing, rejected: set[str]) -> None:
    found = ArgumentAnalysis(book).impact(rejected)
    assert (names(found.unsupported), names(found.weakened)) == by_the_book(book, rejected)


@given(arguments(), st.sets(ids), ids)
def test_rejecting_more_never_makes_less_fall(book: Briefing, rejected: set[str], more: str) -> None:
    assert names(ArgumentAnalysis(book).impact(rejected).unsupported) <= names(
        ArgumentAnalysis(book).impact(rejected | {more}).unsupported
    ) | {more}


@given(arguments(), st.lists(ids, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_rejecting_does_not_matter(book: Briefing, rejected: list[str], chance: random.Random) -> None:
    other = list(rejected)
    chance.shuffle(other)
    assert ArgumentAnalysis(book).impact(rejected) == ArgumentAnalysis(book).impact(other)


@given(arguments())
def test_nothing_falls_where_nothing_is_rejected(book: Briefing) -> None:
    assert ArgumentAnalysis(book).impact(()) == Impact()


@given(arguments())
def test_a_linchpin_takes_its_recommendations_with_it(book: Briefing) -> None:
    found = {critical.claim.id: names(critical.recommendations) for critical in ArgumentAnalysis(book).critical_claims}
    for identity in IDS:
        alone = {thing for thing in by_the_book(book, {identity})[0] if thing.startswith("r")}
        assert found.get(identity, set()) == alone


def test_claims_that_hold_each_other_up_stand() -> None:
    book = Briefing(briefing(claims=(claim(supports=("c002",)), claim(id="c002", supports=("c001",))), recommendations=(recommendation(),)))
    assert ArgumentAnalysis(book).impact(()) == Impact()
    assert names(ArgumentAnalysis(book).impact(("c002",)).unsupported) == {"c001", "r01"}
