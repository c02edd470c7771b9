"""Every path and every branch of a recommendation has a weakest link of its own, and what nobody opposes waits for an answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.briefing import Briefing
from store.model import Claim, Recommendation
from store.weigh import Step, branches, is_uncontested, paths, rests_in_words, trace, weakest, weakness
from tests.sample import actor, briefing, claim, recommendation

IDS = [f"c{number:03}" for number in range(1, 8)]
ids = st.sampled_from(IDS)


@st.composite
def arguments(draw: st.DrawFn) -> Briefing:
    """Claims of all grades that support and oppose one another at random, and two recommendations."""
    claims = [
        claim(
            id=identity,
            credibility=draw(st.integers(1, 6)),
            supports=tuple(draw(st.lists(ids.filter(lambda other, own=identity: other != own), unique=True, max_size=2))),
            opposes=tuple(draw(st.lists(ids, unique=True, max_size=1))),
        )
        for identity in IDS
    ]
    wanted = draw(st.lists(st.lists(ids, unique=True, min_size=1, max_size=3), min_size=2, max_size=2))
    advice = tuple(recommendation(id=f"r{number:02}", because=tuple(because)) for number, because in enumerate(wanted, 1))
    return Briefing(briefing(claims=tuple(claims), recommendations=advice))


def first(book: Briefing) -> Recommendation:
    return book.file.recommendations[0]


def leaves(steps: tuple[Step, ...]) -> int:
    return sum(leaves(step.because) or 1 for step in steps)


def steps_of(steps: tuple[Step, ...]) -> list[Claim]:
    return [claim for step in steps for claim in (step.claim, *steps_of(step.because))]


def below(book: Briefing, identity: str) -> set[str]:
    found, waiting = {identity}, [identity]
    while waiting:
        waiting += (new := {other.id for other in book.supporters(waiting.pop())} - found)
        found |= new
    return found


@given(arguments())
def test_there_is_a_path_to_every_end_of_the_trace(book: Briefing) -> None:
    found = list(paths(book, first(book)))
    assert len(found) == leaves(trace(book, first(book)))
    assert {one.id for path in found for one in path.claims} == {one.id for one in steps_of(trace(book, first(book)))}


@given(arguments())
def test_a_path_goes_from_reason_to_reason(book: Briefing) -> None:
    for path in paths(book, first(book)):
        assert path.claims[0].id in first(book).because
        assert all(one.id in other.supports for one, other in zip(path.claims, path.claims[1:], strict=False))


@given(arguments())
def test_no_claim_on_a_path_is_weaker_than_its_weakest_link(book: Briefing) -> None:
    for path in paths(book, first(book)):
        assert path.weakest in path.claims
        assert weakness(book, path.weakest) == max(weakness(book, one) for one in path.claims)


@given(arguments())
def test_the_weakest_link_of_the_whole_is_that_of_some_path_and_of_some_branch(book: Briefing) -> None:
    link = weakness(book, weakest(book, first(book)))
    assert link == max(weakness(book, path.weakest) for path in paths(book, first(book)))
    assert link == max(weakness(book, found) for _, found in branches(book, first(book)))


@given(arguments())
def test_a_branch_counts_with_all_that_is_below_it(book: Briefing) -> None:
    assert [named.id for named, _ in branches(book, first(book))] == list(first(book).because)
    for named, link in branches(book, first(book)):
        assert weakness(book, link) == max(weakness(book, book.claim(one)) for one in below(book, named.id))


@given(arguments(), st.sets(ids))
def test_a_claim_is_uncontested_if_no_claim_opposes_it_and_it_has_no_note(book: Briefing, noted: set[str]) -> None:
    opposed = {target for one in book.file.claims for target in one.opposes}
    found = {one.id for one in book.file.claims if is_uncontested(book, one, one.id in noted)}
    assert found == set(IDS) - opposed - noted


def test_what_it_means_to_rest_on_a_claim_is_said_in_words() -> None:
    people = (actor(), actor(id="bob", name="Bob"))
    claims = (claim(evidence="anecdote", credibility=5), claim(id="c002", speaker="bob", evidence="none", supports=("c001",)))
    book = Briefing(briefing(actors=people, claims=(claims[0],)))
    assert rests_in_words(book, book.claim("c001")) == "rests on one uncorroborated anecdote of the author's, c001, C5"
    book = Briefing(briefing(actors=people, claims=claims))
    assert rests_in_words(book, book.claim("c001")) == "rests on one anecdote of the author's, backed by c002, c001, C5"
    assert rests_in_words(book, book.claim("c002")) == "rests on one uncorroborated bare assertion of Bob's, c002, C3"
