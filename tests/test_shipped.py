"""The shipped briefing keeps its promises: nothing of the article is missing, nothing in it hangs in the air."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from assets import BRIEFINGS
from store.attached import Assessment
from store.briefing import Briefing
from store.model import TABLES, Record
from store.parse import parse_file

ARTICLE_PARAGRAPHS = 48
# Links and stray words of the web page are no part of the argument.
NOT_OF_SUBSTANCE = ("furniture",)


@pytest.fixture(scope="module")
def shipped() -> Briefing:
    """Parsed as a file from outside: every reference leads somewhere, every date is in the calendar."""
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
    known = {paragraph.number for paragraph in shipped.file.paragraphs}
    assert [claim.id for claim in shipped.file.claims if not claim.paragraphs or not known.issuperset(claim.paragraphs)] == []


def test_every_recommendation_has_a_because(shipped: Briefing) -> None:
    assert shipped.file.recommendations
    assert [advice.id for advice in shipped.file.recommendations if not advice.because] == []


def test_every_actor_is_named_by_a_record(shipped: Briefing) -> None:
    source = shipped.file.source
    named = {source.author, source.publisher, source.translator}
    assert [actor.id for actor in shipped.file.actors if actor.id not in named and not shipped.pointing_at(actor.id)] == []


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
