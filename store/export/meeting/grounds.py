"""Recommendations and claims on the page for a meeting, with their reasons and weakest premises."""

from __future__ import annotations

from collections.abc import Iterator

from store.argument.analysis import ArgumentAnalysis
from store.argument.strength import describe_strength, strength_key
from store.export.meeting.page import Item
from store.export.meeting.sentences import Sentence, sentences
from store.export.meeting.voices import attribute_claim, grade_sentence, rank, reviewer_sentences, voice
from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation

_NAMED = 3  # reasons that one sentence can name


def recommendation_items(argument: ArgumentAnalysis, advice: list[Recommendation]) -> Iterator[Item]:
    """Each recommendation with a sentence on what it rests on; below it what the reviewer makes of it, and its reasons."""
    briefing = argument.briefing
    for number, recommendation in enumerate(advice):
        to = ", ".join(briefing.name(actor) for actor in recommendation.to)
        how = "" if recommendation.stance == "explicit" else ", by implication"
        whose = voice("article", f"The article, {briefing.name(recommendation.speaker)} to {to}{how}")
        said = (*sentences(recommendation.text, recommendation.id, whose), _rests(argument, recommendation))
        made_of_it = reviewer_sentences(recommendation.assessment, recommendation.id)
        below = [Item(made_of_it, rank(2 * number + 2, "detail"))] if made_of_it else []
        below += [Item(lines, rank(number + 5 * step + 3, "detail")) for step, lines in enumerate(_grounds(briefing, recommendation))]
        yield Item(said, rank(number, "advice"), tuple(below))


def _rests(argument: ArgumentAnalysis, recommendation: Recommendation) -> Sentence:
    """Return `It rests on c002 (C3) and c003 (C3); its weakest link is c149 (C5).`."""
    briefing = argument.briefing
    reasons = [briefing.claim(identity) for identity in dict.fromkeys(recommendation.because)]
    named = [f"{claim.id} ({briefing.grade(claim)})" for claim in reasons[:_NAMED]]
    more = len(reasons) - len(named)
    named += [f"{more} more"] if more else []
    link = argument.weakest_claim(recommendation)
    words = f"It rests on {_listed(named)}; its weakest link is {link.id} ({briefing.grade(link)})."
    return Sentence(words, recommendation.id, voice("reviewer", "The reviewer"))


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _grounds(briefing: Briefing, recommendation: Recommendation) -> Iterator[tuple[Sentence, ...]]:
    """Its reasons and its risks, each in a voice of its own."""
    for claim in map(briefing.claim, recommendation.because):
        yield (*attribute_claim(briefing, claim, "Because, says "), grade_sentence(briefing, claim))
    for claim in map(briefing.claim, recommendation.risks):
        yield attribute_claim(briefing, claim, "A risk, says ")
    for words in recommendation.cautions:
        yield sentences(words, recommendation.id, voice("reviewer", "The reviewer, a caution"))


def claim_items(briefing: Briefing, most: int) -> Iterator[Item]:
    """Of an article that advises nothing: the claims that most is given in support of."""
    claims = sorted(briefing.file.claims, key=lambda claim: -len(briefing.supporters(claim.id)))[:most]
    for number, claim in enumerate(claims):
        yield Item((*attribute_claim(briefing, claim), grade_sentence(briefing, claim)), rank(number, "advice"))


def weakest_items(argument: ArgumentAnalysis, advice: list[Recommendation], otherwise: int) -> Iterator[Item]:
    """Yield the weakest claim of each recommendation, those of most recommendations first; without any, the weakest of all."""
    briefing, carried = argument.briefing, dict[str, list[str]]()
    for recommendation in advice:
        carried.setdefault(argument.weakest_claim(recommendation).id, []).append(recommendation.id)
    claims = [briefing.claim(identity) for identity in carried] or list(briefing.file.claims if otherwise else ())
    claims.sort(key=lambda claim: (strength_key(briefing, claim), len(carried.get(claim.id, ()))), reverse=True)
    for number, claim in enumerate(claims[:otherwise] if not carried else claims):
        what = f"The weakest link of {_listed(carried[claim.id])}" if carried else "Among the weakest"
        said = (*attribute_claim(briefing, claim), _why(briefing, claim, what))
        below = reviewer_sentences(claim.assessment, claim.id)
        yield Item(said, rank(number, "weak"), (Item(below, rank(2 * number + 2, "detail")),) if below else ())


def _why(briefing: Briefing, claim: Claim, what: str) -> Sentence:
    words = f"{what}, graded {briefing.grade(claim)}: {describe_strength(briefing, claim)}."
    return Sentence(words, claim.id, voice("reviewer", "The reviewer"))
