"""Whose words stand on the page for a meeting, told by a sign and a word; and the weight of what is told."""

from __future__ import annotations

from typing import Literal

from store.export.meeting.sentences import Sentence, sentences
from store.model.attachments import Assessment
from store.model.briefing import Briefing
from store.model.partial_date import describe_date
from store.model.records import AnyRecord, Claim, Event, Paragraph, Question, Recommendation, Relation, Strategy, voice_of

Voice = Literal["article", "reviewer", "mine"]
ARTICLE = "¶ the article"
SIGNS: dict[str, Voice] = {"¶": "article", "◆": "reviewer", "✎": "mine"}
_SIGN = {voice: sign for sign, voice in SIGNS.items()}
# Of each round of the sections one item is kept, in this order, before the next; the reasons of a recommendation come rounds later.
_ORDER = {"advice": 0, "weak": 1, "ask": 2, "mine": 3, "cast": 4, "else": 5, "detail": 6}
_ROUND = 10


def voice(whose: Voice, words: str) -> str:
    """`¶ The article, Ann Lee`: what stands before the first sentence of a voice."""
    return f"{_SIGN[whose]} {words}"


def attribution(thing: AnyRecord) -> str:
    """`¶ The article`, or `◆ The reviewer` where the thing is the reviewer's own."""
    return voice(voice_of(thing), f"The {voice_of(thing)}")


def attribute_claim(briefing: Briefing, claim: Claim, how: str = "The article, ") -> tuple[Sentence, ...]:
    """Return a claim, and who makes it."""
    return sentences(claim.text, claim.id, voice("article", f"{how}{briefing.name(claim.speaker)}"))


def describe_record(briefing: Briefing, thing: AnyRecord) -> tuple[Sentence, ...]:
    """Return the statement of a record with its speaker; nothing for an actor."""
    match thing:
        case Claim():
            return (*attribute_claim(briefing, thing), grade_sentence(briefing, thing))
        case Recommendation(text=words, speaker=speaker):
            return sentences(words, thing.id, voice("article", f"The article, {briefing.name(speaker)} advises"))
        case Strategy(summary=words, actor=actor):
            return sentences(words, thing.id, voice("article", f"The article, on {briefing.name(actor)}"))
        case Relation(text=words) | Paragraph(gist=words) | Question(text=words):
            return sentences(words, thing.id, attribution(thing))
        case Event(text=words, date=date):
            return sentences(words, thing.id, f"{attribution(thing)}, {describe_date(date)}")
        case _:
            return ()


def reviewer_sentences(assessment: Assessment | None, identity: str) -> tuple[Sentence, ...]:
    """Return the reviewer's assessment of the record with this id."""
    if assessment is None:
        return ()
    rather = f"\nRather: {assessment.correction}" if assessment.correction else ""
    return sentences(f"{assessment.caveat}{rather}", identity, voice("reviewer", f"The reviewer, {assessment.sure}"))


def grade_sentence(briefing: Briefing, claim: Claim) -> Sentence:
    """Return the grade of a claim, which is the reviewer's."""
    return Sentence(f"Graded {briefing.grade(claim)}; evidence: {claim.evidence}.", claim.id, voice("reviewer", "The reviewer"))


def rank(number: int, section: str) -> int:
    """Return the weight of the item with this number in its section: the lower, the earlier it is included."""
    return (number + 1) * _ROUND + _ORDER[section]
