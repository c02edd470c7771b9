"""The bundle is STIX 2.1 by the reference library, the same each time, and its references lead somewhere."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import stix2
from hypothesis import given
from hypothesis import strategies as st

from store.briefing import Briefing
from store.clean import clean
from store.export.stix import export
from store.model import BriefingFile, Note
from store.verdict import Judged, Verdict
from tests.hostile import STRINGS, filled
from tests.sample import assessment, briefing, claim, judged, note, raw, recommendation, two_voices, verdict, whole

TEXT = st.text().map(clean).filter(lambda text: text.strip())


def objects(file: BriefingFile, *notes: Note, verdicts: tuple[Verdict, ...] = ()) -> list[dict[str, Any]]:
    """What is in the bundle, after the reference library took it without anything of our own in it."""
    text = export(Briefing(file), notes, Judged(verdicts=verdicts))
    stix2.parse(text, allow_custom=False)
    found: list[dict[str, Any]] = json.loads(text)["objects"]
    return found


def of(found: list[dict[str, Any]], way: str) -> dict[str, Any]:
    """The object made of this; the way of the briefing itself is empty."""
    address = f"urn:briefing:bridges{way and f':{way}'}"
    (one,) = [one for one in found if one["external_references"][0]["external_id"] == address]
    return one


def test_every_record_and_note_is_in_it_once() -> None:
    found = objects(whole(), note())
    ways = [one["external_references"][0]["external_id"] for one in found]
    assert len(ways) == len(set(ways)) == len({one["id"] for one in found})
    for table in ("actors", "claims", "strategies", "recommendations", "relations", "events", "questions"):
        for record in getattr(whole(), table):
            assert of(found, record.id)["spec_version"] == "2.1"
    assert of(found, "note:n-aaaaaa")["content"] == "Really?"


def test_every_reference_leads_to_an_object_of_the_bundle() -> None:
    found = objects(whole(), note(), note(id="n-bbbbbb", target="c999"), note(id="n-cccccc", target="p1"))
    known = {one["id"] for one in found}
    for one in found:
        assert {one[key] for key in ("source_ref", "target_ref", "created_by_ref") if key in one} <= known
        assert set(one.get("object_refs", ())) <= known
        assert len(one.get("object_refs", ())) == len(set(one.get("object_refs", ())))
    assert set(of(found, "")["object_refs"]) == known - {of(found, "")["id"]}


@pytest.mark.parametrize(
    ("credibility", "opinion"),
    [(1, "strongly-agree"), (2, "agree"), (3, "neutral"), (4, "disagree"), (5, "strongly-disagree"), (6, "neutral")],
)
def test_an_assessment_of_a_claim_is_an_opinion_in_the_words_of_stix(credibility: int, opinion: str) -> None:
    found = objects(briefing(claims=(claim(credibility=credibility, assessment=assessment(sure="certain", flags=("error",))),)))
    said = of(found, "assessment:c001")
    assert (said["type"], said["opinion"], said["confidence"]) == ("opinion", opinion, 85)
    assert said["object_refs"] == [of(found, "c001")["id"]]
    assert (said["labels"], said["authors"]) == (["assessment", "error"], ["A reader"])
    assert said["explanation"] == "Not all of them do.\nSource: A ledger."


def test_the_three_voices_stay_apart() -> None:
    found = objects(whole(), note(tags=("doubt",)))
    assert of(found, "c001")["authors"] == ["Ann Lee"]
    assert of(found, "assessment:ann")["type"] == "note"
    mine = of(found, "note:n-aaaaaa")
    assert mine["created_by_ref"] == of(found, "reader:who")["id"] != of(found, "reviewer:who")["id"]
    assert mine["labels"] == ["mine", "commenting", "#doubt"]
    assert not [one for one in objects(whole()) if "mine" in one.get("labels", ()) or "reader" in one.get("labels", ())]


def test_what_the_reviewer_adds_is_said_to_be_the_reviewers() -> None:
    found = objects(two_voices())
    assert {way for way in ("e01", "e02", "l01", "l02", "q01", "q02") if "reviewer" in of(found, way)["labels"]} == {"e02", "l02", "q01"}


def test_what_supports_and_opposes_is_a_relationship() -> None:
    found = objects(whole(recommendations=(recommendation(risks=("c003",)),)))
    ways = ("c002:supports:c001", "c003:opposes:c002", "r01:because-of:c001", "r01:at-risk-from:c003", "r01:advised-to:ann")
    for way in ways:
        start, kind, end = way.split(":")
        link = of(found, way)
        assert (link["source_ref"], link["relationship_type"], link["target_ref"]) == (of(found, start)["id"], kind, of(found, end)["id"])


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05.000Z"),
        ("2026-01-02T03:04:05", "2026-01-02T03:04:05.000Z"),
        ("once", "2026-01-02T00:00:00.000Z"),
    ],
)
def test_times_are_told_as_stix_tells_them(time: str, told: str) -> None:
    mine = of(objects(whole(), note(created=time, modified="0001-01-01T00:00:00+09:00")), "note:n-aaaaaa")
    assert (mine["created"], mine["modified"]) == (told, told)


def test_nothing_was_changed_before_it_was_made() -> None:
    mine = of(objects(whole(), note(created="2026-01-02T03:04:05+00:00", modified="2025-01-01T00:00:00+00:00")), "note:n-aaaaaa")
    assert mine["modified"] == mine["created"]


@pytest.mark.parametrize("reviewed", ["2026", "by 2026-03", "from 2012", "about 2008", "2012/2016"])
def test_a_review_of_any_date_has_a_day(reviewed: str) -> None:
    assert of(objects(briefing(reviewed=reviewed)), "")["published"].endswith("T00:00:00.000Z")


@given(TEXT, TEXT)
def test_the_same_briefing_gives_the_same_bundle_and_others_the_same_ids(one: str, other: str) -> None:
    first, second = (whole(title=text, claims=(claim(text=text), claim(id="c002"), claim(id="c003"))) for text in (one, other))
    assert export(Briefing(first), (note(body=one),)) == export(Briefing(first), (note(body=one),))
    assert [thing["id"] for thing in objects(first, note())] == [thing["id"] for thing in objects(second, note())]
    elsewhere = {thing["id"] for thing in objects(whole(id="tunnels"), note())}
    assert elsewhere.isdisjoint(thing["id"] for thing in objects(first, note()))


@pytest.mark.parametrize("name", STRINGS)
def test_hostile_words_are_only_words(name: str) -> None:
    words = STRINGS[name]
    text = export(Briefing(filled(whole(), words)), (filled(note(), words),))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    found = objects(filled(whole(), words), filled(note(), words))
    assert [sorted(one) for one in found] == [sorted(one) for one in objects(filled(whole(), "x"), filled(note(), "x"))]
    assert of(found, "c001")["content"] == words


def test_everything_the_article_says_is_said() -> None:
    told = export(Briefing(whole()), ())
    for record in (*whole().claims, *whole().events, *whole().questions, *whole().recommendations, *whole().relations):
        assert raw(record)["text"] in told


@pytest.mark.parametrize(("wrong", "right"), [('"opinion": "nonsense"', '"opinion": "neutral"'), ('"relation": ', '"relationship_type": ')])
def test_the_reference_library_would_not_take_everything(wrong: str, right: str) -> None:
    text = export(Briefing(whole()), ())
    assert right in text
    with pytest.raises(stix2.exceptions.STIXError):
        stix2.parse(text.replace(right, wrong), allow_custom=False)


@pytest.mark.parametrize("target", ["c001", "r01", "s01"])
def test_a_verdict_is_an_opinion_of_the_readers(target: str) -> None:
    found = objects(whole(), verdicts=(verdict(target=target),))
    mine = of(found, f"verdict:{target}")
    assert (mine["type"], mine["opinion"], mine["confidence"], mine["explanation"]) == ("opinion", "disagree", 80, "No tolls.")
    assert (mine["object_refs"], mine["labels"]) == ([of(found, target)["id"]], ["mine", "verdict"])
    assert mine["created_by_ref"] == of(found, "reader:who")["id"]


def test_a_changed_mind_is_one_opinion_that_was_modified() -> None:
    then, now = verdict(agreement="agree", at="2026-01-01T00:00:00+00:00"), verdict(number=2, confidence=None, because="")
    mine = of(objects(whole(), verdicts=(then, now)), "verdict:c001")
    assert (mine["created"], mine["modified"], mine["opinion"]) == ("2026-01-01T00:00:00.000Z", "2026-01-02T03:04:05.000Z", "disagree")
    assert not {"confidence", "explanation"} & set(mine)


def test_grades_probabilities_and_outcomes_are_notes_of_the_readers() -> None:
    text = export(Briefing(whole()), (), judged("c002", "Counted."))
    stix2.parse(text, allow_custom=False)
    found = json.loads(text)["objects"]
    for what, words in (
        ("grade", "My grade: E5, improbable, from an unreliable source. Counted."),
        ("probability", "My probability: 37 %."),
        ("outcome", "My outcome: partly, foreseen with 37 %. Counted."),
    ):
        mine = of(found, f"{what}:c002")
        assert (mine["type"], mine["content"], mine["labels"]) == ("note", words, ["mine", what])
        assert (mine["object_refs"], mine["created_by_ref"]) == ([of(found, "c002")["id"]], of(found, "reader:who")["id"])


def test_a_verdict_on_what_is_gone_is_on_nothing_else() -> None:
    assert not [one for one in objects(whole(), verdicts=(verdict(target="c999"),)) if "verdict" in one.get("labels", ())]
