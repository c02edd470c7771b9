"""How much an argument can bear: what a recommendation rests on, and where that is weakest.

The rule, in one place. Claims are compared by credibility, then by the reliability of who says them, then by evidence.
`6` and `F` (cannot be judged) count as a little weaker than `3` and `C`, and stronger than what is known to be doubtful.
A recommendation rests on the claims it names and on everything given in support of those; a claim that comes up again
is not followed a second time, so that circles end. Its weakest link is the weakest claim it rests on;
of equals, the one nearest to the recommendation, and of those the first in its list.

What falls when claims are rejected: a rejected claim falls, and so does a claim all of whose reasons have fallen. A claim
for which no reasons are given stands by itself until it is rejected. What stands and has reasons loses `all` of its
support where all of them have fallen, and `some` where some have. A claim whose rejection alone takes all support from a
recommendation, or from another claim, is a linchpin. Rejecting more never makes less fall, the order does not matter, and
circles hold each other up.

Uncontested is a claim that no claim opposes and on which the reader has no note.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from store.argument.support_graph import support_graph
from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation

MOST_REPEATED = 8  # claims under one claim that are listed without being followed; where all support all, there are thousands
MAX_TRACE_DEPTH = 40  # steps of support that a trace follows; a page that is deeper cannot be read
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
_GROUNDS = {
    "none": "bare assertion",
    "anecdote": "anecdote",
    "example": "example",
    "figure": "figure",
    "authority": "appeal to authority",
}
_EVIDENCE_WORDS = {
    "none": "nothing is given in support of it",
    "anecdote": "it rests on an anecdote",
    "example": "it rests on an example",
    "figure": "it rests on a figure",
    "authority": "it rests on somebody's authority",
}


class TraceNode(NamedTuple):
    """A claim in a trace, and the claims that support it.

    `again` marks one that was followed before, `cut` one whose reasons lie deeper than a trace is followed. `more` counts
    the supporting claims that are followed elsewhere or not at all, and are not listed because there are too many of them.
    """

    claim: Claim
    premises: tuple[TraceNode, ...]
    is_repeat: bool = False
    is_cut: bool = False
    more: int = 0


class Impact(NamedTuple):
    """What loses all of its support, and what some, in the order of the briefing; the rejected claims themselves are in neither."""

    unsupported: tuple[Claim | Recommendation, ...]
    weakened: tuple[Claim | Recommendation, ...]


class CriticalClaim(NamedTuple):
    """A claim that alone holds something up: these recommendations, and `held` things in all, other claims included."""

    claim: Claim
    recommendations: tuple[Recommendation, ...]
    dependent_count: int


def impact_of_rejecting(briefing: Briefing, rejected: Iterable[str]) -> Impact:
    """What loses its support with the `rejected` claims (ids), by the rule above."""
    gone = set(rejected)
    fallen, touched = support_graph(briefing).after_rejecting(gone)
    things, lost, shaken = support_graph(briefing).things, touched & fallen - gone, touched - fallen
    return Impact(*(tuple([things[identity] for identity in support_graph(briefing).in_order(hit)]) for hit in (lost, shaken)))


@lru_cache(maxsize=2)  # list and card both ask, and a briefing does not change
def critical_claims(briefing: Briefing) -> tuple[CriticalClaim, ...]:
    """The linchpins: those of most recommendations first, then those of most claims."""
    found = support_graph(briefing)
    advice: dict[str, list[Recommendation]] = {}
    for recommendation in briefing.file.recommendations:
        for identity in found.dominators(recommendation.id)[1:]:
            advice.setdefault(identity, []).append(recommendation)
    pins = (CriticalClaim(claim, tuple(advice.get(claim.id, ())), found.dominated_count[claim.id]) for claim in briefing.file.claims)
    return tuple(sorted((pin for pin in pins if pin.dependent_count), key=lambda pin: (-len(pin.recommendations), -pin.dependent_count)))


def critical_for_recommendations(briefing: Briefing) -> tuple[tuple[Claim, tuple[Recommendation, ...]], ...]:
    """The claims whose rejection alone takes all support from recommendations, with these; the most first."""
    return tuple((pin.claim, pin.recommendations) for pin in critical_claims(briefing) if pin.recommendations)


def critical_for_recommendation(briefing: Briefing, recommendation: Recommendation) -> tuple[Claim, ...]:
    """The linchpins of one recommendation, the nearest first."""
    return tuple(map(briefing.claim, support_graph(briefing).dominators(recommendation.id)[1:]))


def is_uncontested(briefing: Briefing, claim: Claim, has_note: bool) -> bool:
    """Return True if no claim opposes `claim` and the reader has no note on it."""
    return not has_note and not briefing.opponents(claim.id)


def trace(briefing: Briefing, recommendation: Recommendation) -> tuple[TraceNode, ...]:
    """What `recommendation` rests on, as a tree: because → claims → the claims that support them."""
    seen: set[str] = set()
    return tuple(_step(briefing, identity, seen, 1) for identity in support_graph(briefing).reasons[recommendation.id])


def weakest_claim(briefing: Briefing, recommendation: Recommendation) -> Claim:
    """The weakest link of `recommendation`, by the rule above."""
    return _weakest(briefing, map(briefing.claim, support_graph(briefing).supporting(*support_graph(briefing).reasons[recommendation.id])))


def strength_key(briefing: Briefing, claim: Claim) -> tuple[int, int, int]:
    """A key: the greater, the weaker the claim."""
    reliability = briefing.actor(claim.speaker).reliability or "F"
    return _CREDIBILITY[claim.credibility], _RELIABILITY[reliability], _EVIDENCE[claim.evidence]


def describe_strength(briefing: Briefing, claim: Claim) -> str:
    """Why a claim is as strong or weak as it is: `doubtful, from a fairly reliable source; it rests on an anecdote`."""
    reliability = briefing.actor(claim.speaker).reliability or "F"
    backed = support_graph(briefing).reasons[claim.id] if claim.evidence == "none" else ()
    but = f" but {_listed(backed)}" if backed else ""
    return f"{describe_grade(f'{reliability}{claim.credibility}')}; {_EVIDENCE_WORDS[claim.evidence]}{but}"


def describe_ground(briefing: Briefing, claim: Claim) -> str:
    """What sort of ground a claim is: `one uncorroborated anecdote of the author's`."""
    name = briefing.name(claim.speaker)
    whose = "the author" if claim.speaker == briefing.file.source.author else f"the {name[4:]}" if name.startswith("The ") else name
    backed = support_graph(briefing).reasons[claim.id]
    by = f", backed by {_listed(backed)}" if backed else ""
    return f"one {'' if backed else 'uncorroborated '}{_GROUNDS[claim.evidence]} of {whose}'s{by}"


def _listed(ids: Sequence[str]) -> str:
    return f"{', '.join(ids[:3])}{' …' if len(ids) > 3 else ''}"


def describe_weakest_claim(briefing: Briefing, claim: Claim) -> str:
    """What it means to rest on this claim: `rests on one uncorroborated anecdote of the author's, c081, C5`."""
    return f"rests on {describe_ground(briefing, claim)}, {claim.id}, {briefing.grade(claim)}"


def describe_grade(grade: str) -> str:
    """`C4` as `doubtful, from a fairly reliable source`; `4` as `doubtful`."""
    if len(grade) == 1:
        return _CREDIBILITY_WORDS[int(grade)]
    return f"{_CREDIBILITY_WORDS[int(grade[1])]}, from {_RELIABILITY_WORDS[grade[0]]}"


def at_least(grade: str, wanted: str) -> bool:
    """Whether `grade` is as good as `wanted` in both letters; what cannot be judged (F, 6) is not."""
    if "F" in grade or "6" in grade:
        return grade == wanted
    return grade[0] <= wanted[0] and grade[1] <= wanted[1]


def weakest_grade(briefing: Briefing, claims: tuple[Claim, ...]) -> str:
    """The grade of the weakest of `claims`, or nothing where there are none."""
    return briefing.grade(_weakest(briefing, claims)) if claims else ""


def _weakest(briefing: Briefing, claims: Iterable[Claim]) -> Claim:
    """The weakest of `claims`; of equals, the first."""
    return max(claims, key=lambda claim: strength_key(briefing, claim))


def _step(briefing: Briefing, identity: str, seen: set[str], depth: int) -> TraceNode:
    claim, reasons = briefing.claim(identity), support_graph(briefing).reasons[identity]
    if identity in seen:
        return TraceNode(claim, (), is_repeat=True)
    if depth > MAX_TRACE_DEPTH:
        return TraceNode(claim, (), is_cut=bool(reasons))
    seen.add(identity)
    steps: list[TraceNode] = []
    repeated = 0
    for reason in reasons:
        is_repeated = reason in seen or depth == MAX_TRACE_DEPTH
        repeated += is_repeated
        if not is_repeated or repeated <= MOST_REPEATED:
            steps.append(_step(briefing, reason, seen, depth + 1))
    return TraceNode(claim, tuple(steps), more=max(0, repeated - MOST_REPEATED))
