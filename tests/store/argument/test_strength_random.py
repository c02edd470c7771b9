"""The weakest link of a recommendation, and the claims that are uncontested, in arguments made at random."""

from __future__ import annotations

from functools import partial
from operator import ne

from hypothesis import given
from hypothesis import strategies as st

from store.argument.analysis import ArgumentAnalysis, TraceNode
from store.argument.strength import describe_weakest_claim, is_uncontested, strength_key
from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation
from tests.support.sample import actor, briefing, claim, recommendation

IDS = [f"c{number:03}" for number in range(1, 8)]
ids = st.sampled_from(IDS)


@st.composite
def arguments(draw: st.DrawFn) -> Briefing:
    """Claims of all grades that support and oppose one another at random, and two recommendations."""
    claims = [
        claim(
            id=identity,
            credibility=draw(st.integers(1, 6)),
            supports=tuple(draw(st.lists(ids.filter(partial(ne, identity)), unique=True, max_size=2))),
            opposes=tuple(draw(st.lists(ids, unique=True, max_size=1))),
        )
        for identity in IDS
    ]
    wanted = draw(st.lists(st.lists(ids, unique=True, min_size=1, max_size=3), min_size=2, max_size=2))
    advice = tuple(recommendation(id=f"r{number:02}", because=tuple(because)) for number, because in enumerate(wanted, 1))
    return Briefing(briefing(claims=tuple(claims), recommendations=advice))


def first(book: Briefing) -> Recommendation:
    return book.file.recommendations[0]


def steps_of(steps: tuple[TraceNode, ...]) -> list[Claim]:
    return [claim for step in steps for claim in (step.claim, *steps_of(step.premises))]


def below(book: Briefing, identity: str) -> set[str]:
    found, waiting = {identity}, [identity]
    while waiting:
        waiting += (new := {other.id for other in book.supporters(waiting.pop())} - found)
        found |= new
    return found


@given(arguments())
def test_the_weakest_link_is_the_weakest_claim_that_the_recommendation_rests_on(book: Briefing) -> None:
    claims = {claim for name in first(book).because for claim in below(book, name)}
    assert ArgumentAnalysis(book).weakest_claim(first(book)).id in claims
    assert strength_key(book, ArgumentAnalysis(book).weakest_claim(first(book))) == max(
        strength_key(book, book.claim(claim)) for claim in claims
    )


@given(arguments())
def test_the_trace_has_every_claim_that_the_recommendation_rests_on(book: Briefing) -> None:
    claims = {claim for name in first(book).because for claim in below(book, name)}
    assert {claim.id for claim in steps_of(ArgumentAnalysis(book).trace(first(book)))} == claims


@given(arguments(), st.sets(ids))
def test_a_claim_is_uncontested_if_no_claim_opposes_it_and_it_has_no_note(book: Briefing, noted: set[str]) -> None:
    opposed = {target for one in book.file.claims for target in one.opposes}
    found = {one.id for one in book.file.claims if is_uncontested(book, one, one.id in noted)}
    assert found == set(IDS) - opposed - noted


def test_what_it_means_to_rest_on_a_claim_is_said_in_words() -> None:
    people = (actor(), actor(id="bob", name="Bob"))
    claims = (claim(evidence="anecdote", credibility=5), claim(id="c002", speaker="bob", evidence="none", supports=("c001",)))
    book = Briefing(briefing(actors=people, claims=(claims[0],)))
    assert describe_weakest_claim(book, book.claim("c001")) == "rests on one uncorroborated anecdote of the author's, c001, C5"
    book = Briefing(briefing(actors=people, claims=claims))
    assert describe_weakest_claim(book, book.claim("c001")) == "rests on one anecdote of the author's, backed by c002, c001, C5"
    assert describe_weakest_claim(book, book.claim("c002")) == "rests on one uncorroborated bare assertion of Bob's, c002, C3"
