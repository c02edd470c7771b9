"""What cannot be avoided is what falls with a single claim, however the reasons run: found at once, and also in circles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.argument.support_graph import SupportGraph
from store.model.briefing import Briefing
from tests.support.sample import briefing, claim, recommendation

IDS = [f"c{number:03}" for number in range(1, 10)]
ids = st.sampled_from(IDS)


@st.composite
def arguments(draw: st.DrawFn, least: int = 0) -> Briefing:
    """Claims that each serve `least` to three others; where each serves one, many stand on nothing but circles."""
    claims = []
    for identity in IDS:
        others = st.sampled_from([other for other in IDS if other != identity])
        claims.append(claim(id=identity, supports=tuple(draw(st.lists(others, unique=True, min_size=least, max_size=3)))))
    because = draw(st.lists(ids, unique=True, min_size=1, max_size=3))
    return Briefing(briefing(claims=tuple(claims), recommendations=(recommendation(because=tuple(because)),)))


def with_which_it_falls(found: SupportGraph, identity: str) -> set[str]:
    """Return the same, by rejecting one claim after the other."""
    return {one for one in IDS if identity in found.after_rejecting((one,))[0]}


@given(arguments())
def test_the_unavoidable_claims_are_those_that_take_everything_with_them(book: Briefing) -> None:
    found = SupportGraph(book)
    for identity in (*IDS, "r01"):
        assert set(found.dominators(identity)) - {"r01"} == with_which_it_falls(found, identity)


@given(arguments(least=1))
def test_circles_are_no_exception(book: Briefing) -> None:
    found = SupportGraph(book)
    for identity in (*IDS, "r01"):
        assert set(found.dominators(identity)) - {"r01"} == with_which_it_falls(found, identity)


@given(arguments(), ids)
def test_everything_below_comes_once_the_nearest_first(book: Briefing, start: str) -> None:
    found = SupportGraph(book)
    below = list(found.supporting(start))
    assert below[0] == start
    assert len(below) == len(set(below))
    assert set(below) == {start} | {reason for identity in below for reason in found.reasons[identity]}


@given(arguments())
def test_reasons_and_what_rests_on_them_are_each_other_turned_round(book: Briefing) -> None:
    found = SupportGraph(book)
    assert {(one, other) for one, reasons in found.reasons.items() for other in reasons} == {
        (one, other) for other, resting in found.dependents.items() for one in resting
    }


def test_a_long_chain_and_a_long_circle_are_followed_in_one_go() -> None:
    size = 10_000
    names = [f"c{number}" for number in range(size)]
    for last in ((), (names[0],)):  # the last one serves none, or the first
        claims = [claim(id=name, supports=(names[at + 1],) if at + 1 < size else last) for at, name in enumerate(names)]
        book = Briefing(briefing(claims=tuple(claims), recommendations=(recommendation(because=(names[-1],)),)))
        assert len(SupportGraph(book).dominators("r01")) == size + 1


def test_a_reason_that_is_given_twice_counts_once() -> None:
    book = Briefing(briefing(claims=(claim(), claim(id="c002", supports=("c001", "c001"))), recommendations=(recommendation(),)))
    assert SupportGraph(book).reasons["c001"] == ("c002",)
    assert SupportGraph(book).after_rejecting(("c002",))[0] == {"c002", "c001", "r01"}


@given(arguments(), arguments(least=1))
def test_a_claim_holds_up_what_falls_with_it_alone(book: Briefing, circles: Briefing) -> None:
    for found in (SupportGraph(book), SupportGraph(circles)):
        assert {one: found.dominated_count[one] for one in IDS} == {one: len(found.after_rejecting((one,))[0]) - 1 for one in IDS}
