"""The shipped briefing keeps its promises: nothing of the article is missing, nothing in it hangs in the air."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from assets import BRIEFINGS
from store.formats.parser import parse_file
from store.model.attachments import Assessment
from store.model.briefing import Briefing
from store.model.records import TABLES, Claim, Event, Record, Relation, voice_of

ARTICLE_PARAGRAPHS = 48
# Links and stray words of the web page are no part of the argument.
NOT_OF_SUBSTANCE = ("furniture",)


@pytest.fixture(scope="module")
def shipped() -> Briefing:
    """Return the bundled briefing, parsed like any imported file."""
    return Briefing(parse_file(BRIEFINGS / "alibaba-overseas.toml").briefing)


def records(shipped: Briefing) -> Iterator[Record]:
    for table in TABLES:
        yield from getattr(shipped.file, table)


def test_every_paragraph_is_there_once_and_in_order(shipped: Briefing) -> None:
    assert [paragraph.number for paragraph in shipped.file.paragraphs] == list(range(1, ARTICLE_PARAGRAPHS + 1))


def test_no_two_paragraphs_have_one_digest(shipped: Briefing) -> None:
    assert len({paragraph.digest for paragraph in shipped.file.paragraphs}) == ARTICLE_PARAGRAPHS


def test_every_paragraph_of_substance_has_a_claim(shipped: Briefing) -> None:
    told = {number for claim in shipped.file.claims for number in claim.paragraphs}
    silent = [p.id for p in shipped.file.paragraphs if p.kind not in NOT_OF_SUBSTANCE and p.number not in told]
    assert silent == []


def test_every_claim_has_a_paragraph(shipped: Briefing) -> None:
    known = {0} | {paragraph.number for paragraph in shipped.file.paragraphs}  # the title claims something too
    assert [claim.id for claim in shipped.file.claims if not claim.paragraphs or not known.issuperset(claim.paragraphs)] == []


def test_every_recommendation_has_a_because(shipped: Briefing) -> None:
    assert shipped.file.recommendations
    assert [advice.id for advice in shipped.file.recommendations if not advice.because] == []


def test_every_actor_is_named_by_a_record(shipped: Briefing) -> None:
    source = shipped.file.source
    named = {source.author, source.publisher, source.translator}
    assert [actor.id for actor in shipped.file.actors if actor.id not in named and not shipped.references_to(actor.id)] == []


def test_every_kind_of_strategy_is_somebodys(shipped: Briefing) -> None:
    assert {kind.id for kind in shipped.file.strategy_kinds} == {strategy.kind for strategy in shipped.file.strategies}


def test_every_claim_is_graded_and_every_speaker_with_a_reason(shipped: Briefing) -> None:
    for claim in shipped.file.claims:
        speaker = shipped.actor(claim.speaker)
        assert speaker.reliability and speaker.reliability_because, claim.speaker
        assert shipped.grade(claim) == f"{speaker.reliability}{claim.credibility}"


def test_every_prediction_can_be_checked_or_says_why_not(shipped: Briefing) -> None:
    for claim in shipped.predictions():
        assert claim.forecast is not None, claim.id
        assert claim.forecast.due or claim.forecast.uncheckable, claim.id
        assert claim.forecast.outcome == "open" or claim.forecast.outcome_because, claim.id


def test_every_assessment_says_from_where(shipped: Briefing) -> None:
    assessed = [thing for thing in (*records(shipped), *shipped.file.paragraphs) if isinstance(thing.assessment, Assessment)]
    assert assessed
    assert [thing.id for thing in assessed if not (thing.assessment and thing.assessment.source and thing.assessment.caveat)] == []


def test_what_is_told_of_actors_rests_on_claims_or_says_on_what(shipped: Briefing) -> None:
    for event in shipped.file.events:
        assert event.claims or event.basis, event.id
    assert [strategy.id for strategy in shipped.file.strategies if not strategy.claims] == []


def test_no_field_is_blank_that_must_be_there(shipped: Briefing) -> None:
    """The schema asks for one character; a blank one would pass it."""
    for thing in (*records(shipped), *shipped.file.paragraphs, *shipped.file.strategy_kinds):
        needed = [field.name for field in msgspec.structs.fields(thing) if field.required]
        assert [name for name in needed if getattr(thing, name) in ("", ()) or str(getattr(thing, name)).isspace()] == [], thing.id


def test_no_text_has_blanks_at_its_ends(shipped: Briefing) -> None:
    for thing in (*records(shipped), *shipped.file.paragraphs):
        told = [value for value in msgspec.structs.asdict(thing).values() if isinstance(value, str)]
        assert [text for text in told if text != text.strip()] == [], thing.id


def test_every_claim_can_be_read_on_its_own(shipped: Briefing) -> None:
    leaning = ("They ", "Their ", "It ", "Its ", "This ", "These ", "Those ", "He ", "His ", "In this ", "In that ")
    assert [claim.id for claim in shipped.file.claims if claim.text.startswith(leaning)] == []


def test_a_grade_that_says_much_has_a_reason(shipped: Briefing) -> None:
    """As the file promises: confirmed, doubtful and wrong are assessed, and confirmed means by somebody else than the text."""
    for claim in shipped.file.claims:
        if claim.credibility in (1, 4, 5):
            assert claim.assessment, f"{claim.id} is graded {claim.credibility} without a reason"
        if claim.credibility == 1 and claim.assessment:
            assert not claim.assessment.source.startswith("The text itself"), claim.id


def test_nothing_tells_against_what_others_have_confirmed(shipped: Briefing) -> None:
    """What is confirmed tells against a claim, and not the claim against it."""
    confirmed = {claim.id for claim in shipped.file.claims if claim.credibility == 1}
    assert [claim.id for claim in shipped.file.claims if confirmed & set(claim.opposes)] == []


def test_what_is_shown_to_be_wrong_is_graded_so(shipped: Briefing) -> None:
    wrong = [claim for claim in shipped.file.claims if claim.assessment and "error" in claim.assessment.flags]
    assert wrong
    assert [(claim.id, claim.credibility) for claim in wrong if claim.credibility != 5] == []


def test_what_the_reviewer_adds_says_from_where_and_bears_on_something(shipped: Briefing) -> None:
    records: tuple[Event | Relation, ...] = (*shipped.file.events, *shipped.file.relations)
    added = [thing for thing in records if thing.voice == "reviewer"]
    assert added
    for thing in added:
        assert thing.claims, thing.id
        assert "(http" in thing.basis if isinstance(thing, Event) else thing.assessment, thing.id


def test_no_text_of_the_articles_voice_says_that_it_is_not_the_articles(shipped: Briefing) -> None:
    records: tuple[Event | Relation | Claim, ...] = (*shipped.file.events, *shipped.file.relations, *shipped.file.claims)
    told = [thing for thing in records if voice_of(thing) == "article"]
    silent = ("not in the article", "does not say so")
    assert [thing.id for thing in told if any(words in thing.text.casefold() for words in silent)] == []


def test_a_relation_has_a_date_where_its_event_has_one(shipped: Briefing) -> None:
    """But for what somebody owns, which has no beginning in an event."""
    undated = [relation for relation in shipped.file.relations if relation.kind != "owns" and relation.date is None]
    events = [event for event in shipped.file.events if event.voice == "article"]
    found = [
        (relation.id, event.id)
        for relation in undated
        for event in events
        if {relation.subject, relation.object} <= set(event.actors) and set(relation.claims) & set(event.claims)
    ]
    assert found == []


def test_a_source_on_the_web_has_a_publisher_and_not_its_domain_alone(shipped: Briefing) -> None:
    """`cdrinfo.com` alone cannot be followed up: addresses are whole, and stand behind a name."""
    domain = re.compile(r"(?:^|; |, |and )[a-z0-9.-]+\.[a-z]{2,}(?=$|[;, ])")
    sources = {thing.id: thing.assessment.source for thing in (*records(shipped), *shipped.file.paragraphs) if thing.assessment}
    sources |= {event.id: event.basis for event in shipped.file.events}
    sources |= {claim.id: claim.forecast.outcome_because for claim in shipped.predictions() if claim.forecast}
    assert {identity: words for identity, words in sources.items() if domain.search(words)} == {}
