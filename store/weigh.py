"""How much an argument can bear: what a recommendation rests on, and where that is weakest.

The rule, in one place. Claims are compared by credibility, then by the reliability of who says them, then by evidence.
`6` and `F` (cannot be judged) count as a little weaker than `3` and `C`, and stronger than what is known to be doubtful.
A recommendation rests on the claims it names and on everything given in support of those; a claim that comes up again
is not followed a second time, so that circles end. Its weakest link is the weakest claim it rests on;
of equals, the one nearest to the recommendation, and of those the first in its list.

What falls when claims are rejected: a rejected claim falls, and so does a claim all of whose reasons have fallen. A claim
for which no reasons are given stands by itself until it is rejected. What stands and has reasons loses `all` of its
support where all of them have fallen, and `some` where some have. A claim whose rejection alone takes all support from a
recommendation is a linchpin. Rejecting more never makes less fall, the order does not matter, and circles hold each other up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from store.briefing import Briefing
from store.model import Claim, Recommendation

DEEPEST = 40  # steps of support that a trace follows; a page that is deeper cannot be read
_CREDIBILITY = {1: 0, 2: 1, 3: 2, 6: 3, 4: 4, 5: 5}
_RELIABILITY = {"A": 0, "B": 1, "C": 2, "F": 3, "D": 4, "E": 5}
_EVIDENCE = {"authority": 0, "figure": 1, "example": 2, "anecdote": 3, "none": 4}
_CREDIBILITY_WORDS = {1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "impossible to judge"}
_RELIABILITY_WORDS = {
    "A": "a reliable source",
    "B": "a usually reliable source",
    "C": "a fairly reliable source",
    "D": "a not usually reliable source",
    "E": "an unreliable source",
    "F": "a source of unknown reliability",
}
_EVIDENCE_WORDS = {
    "none": "nothing is given in support of it",
    "anecdote": "it rests on an anecdote",
    "example": "it rests on an example",
    "figure": "it rests on a figure",
    "authority": "it rests on somebody's authority",
}


@dataclass(frozen=True)
class Step:
    """A claim in a trace, and the claims that support it.

    `again` marks one that was followed before, `cut` one whose reasons lie deeper than a trace is followed.
    """

    claim: Claim
    because: tuple[Step, ...]
    again: bool = False
    cut: bool = False


class Fallen(NamedTuple):
    """What loses all of its support, and what some, in the order of the briefing; the rejected claims themselves are in neither."""

    all: tuple[Claim | Recommendation, ...]
    some: tuple[Claim | Recommendation, ...]


def falls(briefing: Briefing, rejected: Iterable[str]) -> Fallen:
    """What loses its support with the `rejected` claims (ids), by the rule above."""
    gone = set(rejected)
    fallen, waiting, lost = set(gone), deque(gone), dict[str, set[str]]()
    while waiting:
        reason = waiting.popleft()
        for identity in _resting_on(briefing, reason):
            lost.setdefault(identity, set()).add(reason)
            if identity not in fallen and lost[identity] == _reasons(briefing, identity):
                fallen.add(identity)
                waiting.append(identity)
    hit = [thing for identity in lost if identity not in gone for thing in [briefing.records[identity]]]
    found = sorted((thing for thing in hit if isinstance(thing, Claim | Recommendation)), key=lambda thing: briefing.place(thing.id))
    return Fallen(tuple(thing for thing in found if thing.id in fallen), tuple(thing for thing in found if thing.id not in fallen))


def linchpins(briefing: Briefing) -> tuple[tuple[Claim, tuple[Recommendation, ...]], ...]:
    """The claims whose rejection alone takes all support from recommendations, with these; the most first."""
    found = ((claim, falls(briefing, (claim.id,)).all) for claim in briefing.file.claims)
    held = [(claim, tuple(thing for thing in all_lost if isinstance(thing, Recommendation))) for claim, all_lost in found]
    return tuple(sorted((pair for pair in held if pair[1]), key=lambda pair: -len(pair[1])))


def _resting_on(briefing: Briefing, identity: str) -> Iterator[str]:
    """The ids of what names this claim as a reason."""
    thing = briefing.records[identity]
    if isinstance(thing, Claim):
        yield from thing.supports
        yield from (recommendation.id for recommendation in briefing.recommendations_on(identity))


def _reasons(briefing: Briefing, identity: str) -> set[str]:
    thing = briefing.records[identity]
    return set(thing.because) if isinstance(thing, Recommendation) else {claim.id for claim in briefing.supporters(identity)}


def trace(briefing: Briefing, recommendation: Recommendation) -> tuple[Step, ...]:
    """What `recommendation` rests on, as a tree: because → claims → the claims that support them."""
    seen: set[str] = set()
    return tuple(_step(briefing, briefing.claim(identity), seen, 1) for identity in recommendation.because)


def weakest(briefing: Briefing, recommendation: Recommendation) -> Claim:
    """The weakest link of `recommendation`, by the rule above."""
    claims = list(_breadth_first(briefing, recommendation))
    return max(claims, key=lambda claim: weakness(briefing, claim))


def weakness(briefing: Briefing, claim: Claim) -> tuple[int, int, int]:
    """A key: the greater, the weaker the claim."""
    reliability = briefing.actor(claim.speaker).reliability or "F"
    return _CREDIBILITY[claim.credibility], _RELIABILITY[reliability], _EVIDENCE[claim.evidence]


def weakness_in_words(briefing: Briefing, claim: Claim) -> str:
    """Why a claim is as strong or weak as it is: `doubtful, from a fairly reliable source; it rests on an anecdote`."""
    reliability = briefing.actor(claim.speaker).reliability or "F"
    return f"{grade_in_words(f'{reliability}{claim.credibility}')}; {_EVIDENCE_WORDS[claim.evidence]}"


def grade_in_words(grade: str) -> str:
    """`C4` as `doubtful, from a fairly reliable source`."""
    return f"{_CREDIBILITY_WORDS[int(grade[1])]}, from {_RELIABILITY_WORDS[grade[0]]}"


def at_least(grade: str, wanted: str) -> bool:
    """Whether `grade` is as good as `wanted` in both letters; what cannot be judged (F, 6) is not."""
    if "F" in grade or "6" in grade:
        return grade == wanted
    return grade[0] <= wanted[0] and grade[1] <= wanted[1]


def worst(briefing: Briefing, claims: tuple[Claim, ...]) -> str:
    """The grade of the weakest of `claims`, or nothing where there are none."""
    return briefing.grade(max(claims, key=lambda claim: weakness(briefing, claim))) if claims else ""


def _step(briefing: Briefing, claim: Claim, seen: set[str], depth: int) -> Step:
    if claim.id in seen:
        return Step(claim, (), again=True)
    if depth > DEEPEST:
        return Step(claim, (), cut=bool(briefing.supporters(claim.id)))
    seen.add(claim.id)
    return Step(claim, tuple(_step(briefing, reason, seen, depth + 1) for reason in briefing.supporters(claim.id)))


def _breadth_first(briefing: Briefing, recommendation: Recommendation) -> Iterator[Claim]:
    waiting, seen = deque(briefing.claim(identity) for identity in recommendation.because), set()
    while waiting:
        claim = waiting.popleft()
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim
            waiting += briefing.supporters(claim.id)
