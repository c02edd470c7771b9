"""Claims that were assessed or judged as ClaimReviews of schema.org, in JSON-LD: one graph, ids without addresses on the web.

A review has one author, and so one voice: what the reviewer assessed is a review of the reviewer's, rated by the credibility of
the claim. What the reader judged are others, of the reader's: a verdict is rated by agreement, a grade as the reviewer's is, and an
outcome by what came true. How probable something is held to be is no review.
"""

from __future__ import annotations

import re
from typing import Any

from store.briefing import Briefing
from store.export.linked import address, as_json
from store.export.mine import in_words, opinions_on
from store.model import Actor, Assessment, Claim, Note
from store.verdict import NOTHING_JUDGED, Estimate, Judged, Opinion, OwnGrade, Resolution, Verdict
from store.verdicts import AGREEMENTS
from store.weigh import grade_in_words

_PEOPLE = ("person", "group")
# A day, a month or a year is a date to others; "by July 2016" is not.
_PLAIN_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
# Credibility 1 (confirmed) is the best rating; 6 means that it cannot be judged, and has words but no number.
_BEST, _WORST = 5, 1
_CAME_TRUE = {"yes": 5, "partly": 3, "no": 1}


def export(briefing: Briefing, notes: tuple[Note, ...], judged: Judged = NOTHING_JUDGED) -> str:
    """The reviews of the claims in `briefing`, and those of the reader; notes are no reviews, and are not in it."""
    reviews = [_review(briefing, claim, claim.assessment) for claim in briefing.file.claims if claim.assessment]
    mine = opinions_on(judged)
    judgements = [(claim, opinion) for claim in briefing.file.claims for opinion in mine.get(claim.id, ())]
    reviews += [_mine(briefing, claim, opinion) for claim, opinion in judgements if not isinstance(opinion, Estimate)]
    return as_json({"@context": "https://schema.org", "@graph": reviews})


def remark(briefing: Briefing) -> str:
    """How many claims nobody reviewed, in a sentence; nothing where all were."""
    number = sum(claim.assessment is None for claim in briefing.file.claims)
    return (
        f"{number} claim{'s have' if number > 1 else ' has'} no assessment and {'are' if number > 1 else 'is'} left out." if number else ""
    )


def _review(briefing: Briefing, claim: Claim, assessment: Assessment) -> dict[str, Any]:
    file = briefing.file
    correction = f" Rather: {assessment.correction}" if assessment.correction else ""
    return {
        "@type": "ClaimReview",
        "@id": address(briefing.id, "review", claim.id),
        "claimReviewed": claim.text,
        "itemReviewed": _reviewed(briefing, claim),
        "author": {"@type": "Person", "@id": address(briefing.id, "reviewer"), "name": file.reviewer},
        **_published(file.reviewed),
        "reviewRating": _rating(briefing.grade(claim)),
        "reviewBody": f"{assessment.caveat}{correction}",
        "citation": assessment.source,
        "keywords": [*assessment.flags, claim.kind, f"reviewer: {assessment.sure}"],
    }


def _mine(briefing: Briefing, claim: Claim, opinion: Opinion) -> dict[str, Any]:
    told = in_words(opinion)
    return {
        "@type": "ClaimReview",
        "@id": address(briefing.id, told.what, claim.id),
        "claimReviewed": claim.text,
        "itemReviewed": _reviewed(briefing, claim),
        "author": {"@type": "Person", "@id": address(briefing.id, "reader"), "name": "The reader of the briefing"},
        **_published(opinion.at[:10]),
        "reviewRating": _my_rating(opinion),
        **({"reviewBody": told.because} if told.because else {}),
        "keywords": ["mine", told.what, claim.kind],
    }


def _reviewed(briefing: Briefing, claim: Claim) -> dict[str, Any]:
    source = briefing.file.source
    return {
        "@type": "Claim",
        "@id": address(briefing.id, claim.id),
        "text": claim.text,
        "author": _author(briefing, briefing.actor(claim.speaker)),
        **_published(source.date),
        "appearance": {
            "@type": "Article",
            "@id": address(briefing.id),
            "headline": source.title,
            "author": _author(briefing, briefing.actor(source.author)),
            "publisher": _author(briefing, briefing.actor(source.publisher)),
            **_published(source.date),
        },
    }


def _author(briefing: Briefing, actor: Actor) -> dict[str, Any]:
    kind = "Person" if actor.kind in _PEOPLE else "Organization"
    return {"@type": kind, "@id": address(briefing.id, actor.id), "name": actor.name}


def _published(date: str) -> dict[str, str]:
    return {"datePublished": date} if _PLAIN_DATE.fullmatch(date) else {}


def _my_rating(opinion: Opinion) -> dict[str, Any]:
    match opinion:
        case Verdict(agreement=word):
            return _rated(AGREEMENTS.index(word) + _WORST, word.replace("-", " "), in_words(opinion).words)
        case Resolution(outcome=word):
            return _rated(_CAME_TRUE.get(word), f"came out: {word}", in_words(opinion).words)
        case OwnGrade(grade=grade):
            return _rating(grade)
        case _:
            return {}


def _rating(grade: str) -> dict[str, Any]:
    """`C4` as 2 of 5, in words besides: the number comes from the claim's own half of the grade."""
    value = _BEST + 1 - int(grade[-1])
    return _rated(value if value >= _WORST else None, grade_in_words(grade), f"Admiralty grade {grade}")


def _rated(value: int | None, words: str, why: str) -> dict[str, Any]:
    number = {} if value is None else {"ratingValue": value, "bestRating": _BEST, "worstRating": _WORST}
    return {"@type": "Rating", **number, "alternateName": f"{words[0].upper()}{words[1:]}", "ratingExplanation": why}
