"""Strength of claims: grades compared, and described in words.

Claims are compared by credibility, then by the reliability of the speaker, then by evidence. `6` and `F` (cannot be
judged) count as a little weaker than `3` and `C`, and as stronger than what is known to be doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.model.briefing import Briefing
from store.model.records import Claim

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


def strength_key(briefing: Briefing, claim: Claim) -> tuple[int, int, int]:
    """Return a sort key: the greater, the weaker the claim."""
    reliability = briefing.actor(claim.speaker).reliability or "F"
    return _CREDIBILITY[claim.credibility], _RELIABILITY[reliability], _EVIDENCE[claim.evidence]


def weakest_of(briefing: Briefing, claims: Iterable[Claim]) -> Claim:
    """Return the weakest of `claims`; of equals, the first. Raise ValueError if there are none."""
    return max(claims, key=lambda claim: strength_key(briefing, claim))


def weakest_grade(briefing: Briefing, claims: tuple[Claim, ...]) -> str:
    """Return the grade of the weakest of `claims`, or `""` if there are none."""
    return briefing.grade(weakest_of(briefing, claims)) if claims else ""


def is_uncontested(briefing: Briefing, claim: Claim, has_note: bool) -> bool:
    """Return True if no claim opposes `claim` and the reader has no note on it."""
    return not has_note and not briefing.opponents(claim.id)


def describe_grade(grade: str) -> str:
    """Return `C4` as `doubtful, from a fairly reliable source`, and `4` as `doubtful`."""
    if len(grade) == 1:
        return _CREDIBILITY_WORDS[int(grade)]
    return f"{_CREDIBILITY_WORDS[int(grade[1])]}, from {_RELIABILITY_WORDS[grade[0]]}"


def at_least(grade: str, minimum: str) -> bool:
    """Return True if `grade` is as good as `minimum` in both letters; F and 6, which cannot be judged, equal only themselves."""
    if "F" in grade or "6" in grade:
        return grade == minimum
    return grade[0] <= minimum[0] and grade[1] <= minimum[1]


def describe_strength(briefing: Briefing, claim: Claim) -> str:
    """Return why a claim is strong or weak: `doubtful, from a fairly reliable source; it rests on an anecdote`."""
    supporters = _supporters(briefing, claim) if claim.evidence == "none" else ()
    but = f" but {_list_ids(supporters)}" if supporters else ""
    return f"{describe_grade(briefing.grade(claim))}; {_EVIDENCE_WORDS[claim.evidence]}{but}"


def describe_ground(briefing: Briefing, claim: Claim) -> str:
    """Return the kind of ground that a claim is: `one uncorroborated anecdote of the author's`."""
    name = briefing.name(claim.speaker)
    owner = "the author" if claim.speaker == briefing.file.source.author else f"the {name[4:]}" if name.startswith("The ") else name
    supporters = _supporters(briefing, claim)
    support = f", backed by {_list_ids(supporters)}" if supporters else ""
    return f"one {'' if supporters else 'uncorroborated '}{_GROUNDS[claim.evidence]} of {owner}'s{support}"


def describe_weakest_claim(briefing: Briefing, claim: Claim) -> str:
    """Return what it means to rest on this claim: `rests on one uncorroborated anecdote of the author's, c081, C5`."""
    return f"rests on {describe_ground(briefing, claim)}, {claim.id}, {briefing.grade(claim)}"


def _supporters(briefing: Briefing, claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(supporter.id for supporter in briefing.supporters(claim.id)))


def _list_ids(ids: tuple[str, ...]) -> str:
    return f"{', '.join(ids[:3])}{' …' if len(ids) > 3 else ''}"
