"""Every assessed claim is one ClaimReview, in the words of schema.org and no others."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pyld import jsonld

from store.briefing import Briefing
from store.clean import clean
from store.export.claimreview import export, remark
from store.model import BriefingFile
from store.verdict import Judged
from tests.hostile import STRINGS, filled
from tests.sample import actor, assessment, briefing, claim, judged, note, source, verdict, whole

SCHEMA = "https://schema.org/"
# The properties that schema.org gives each type, of those that we use.
KNOWN = {
    "ClaimReview": {"claimReviewed", "itemReviewed", "author", "datePublished", "reviewRating", "reviewBody", "citation", "keywords"},
    "Claim": {"text", "author", "datePublished", "appearance"},
    "Article": {"headline", "author", "publisher", "datePublished"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"},
    "Person": {"name"},
    "Organization": {"name"},
}


def reviews(file: BriefingFile) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export(Briefing(file), ()))["@graph"]
    return found


def nodes(branch: Any) -> list[dict[str, Any]]:
    """Every table in a document."""
    inside = branch.values() if isinstance(branch, dict) else branch if isinstance(branch, list) else ()
    return [*([branch] if isinstance(branch, dict) else []), *(node for leaf in inside for node in nodes(leaf))]


def test_a_review_says_who_claims_what_and_who_thinks_what_of_it() -> None:
    doubt = assessment(caveat="Not all.", correction="Some do.", source="A ledger.", flags=("doubtful",))
    (review,) = reviews(briefing(claims=(claim(assessment=doubt, credibility=4), claim(id="c002"))))
    assert review["@id"] == "urn:briefing:bridges:review:c001"
    assert review["claimReviewed"] == review["itemReviewed"]["text"] == "Bridges pay."
    assert review["itemReviewed"]["author"] == {"@type": "Person", "@id": "urn:briefing:bridges:ann", "name": "Ann Lee"}
    assert review["itemReviewed"]["datePublished"] == "2016-07"
    assert (review["author"]["name"], review["datePublished"]) == ("A reader", "2026-01-02")
    assert (review["reviewBody"], review["citation"]) == ("Not all. Rather: Some do.", "A ledger.")
    assert review["keywords"] == ["doubtful", "opinion", "reviewer: likely"]


@pytest.mark.parametrize(
    ("credibility", "value", "words"),
    [(1, 5, "Confirmed"), (2, 4, "Probably true"), (3, 3, "Possibly true"), (4, 2, "Doubtful"), (5, 1, "Improbable")],
)
def test_the_rating_is_the_claims_half_of_the_grade(credibility: int, value: int, words: str) -> None:
    (review,) = reviews(briefing(claims=(claim(assessment=assessment(), credibility=credibility),)))
    rating = review["reviewRating"]
    assert (rating["ratingValue"], rating["bestRating"], rating["worstRating"]) == (value, 5, 1)
    assert rating["alternateName"] == f"{words}, from a fairly reliable source"
    assert rating["ratingExplanation"] == f"Admiralty grade C{credibility}"


def test_what_cannot_be_judged_has_words_and_no_number() -> None:
    (review,) = reviews(briefing(claims=(claim(assessment=assessment(), credibility=6),)))
    assert review["reviewRating"]["alternateName"].startswith("Impossible to judge")
    assert "ratingValue" not in review["reviewRating"]


@pytest.mark.parametrize(("date", "published"), [("2016", "2016"), ("2016-07-20", "2016-07-20"), ("by 2016-07", None), ("2012/2016", None)])
def test_a_date_that_others_would_misread_is_left_out(date: str, published: str | None) -> None:
    (review,) = reviews(briefing(reviewed=date, source=source(date=date), claims=(claim(assessment=assessment()),)))
    assert review.get("datePublished") == review["itemReviewed"].get("datePublished") == published


def test_a_company_is_an_organization() -> None:
    file = briefing(actors=(actor(kind="company"),), claims=(claim(assessment=assessment()),))
    assert reviews(file)[0]["itemReviewed"]["author"]["@type"] == "Organization"


def test_how_many_claims_are_left_out_is_said() -> None:
    assert remark(Briefing(whole())) == "2 claims have no assessment and are left out."
    assert remark(Briefing(briefing())) == "1 claim has no assessment and is left out."
    assert remark(Briefing(briefing(claims=(claim(assessment=assessment()),)))) == ""


def test_nothing_of_the_readers_is_in_it() -> None:
    assert export(Briefing(whole()), (note(),)) == export(Briefing(whole()), ())


def test_only_words_of_schema_org_are_used() -> None:
    for node in nodes(reviews(whole())):
        assert set(node) - {"@type", "@id"} <= KNOWN[node["@type"]]


@given(st.text().map(clean).filter(bool))
def test_by_the_words_of_schema_org_nothing_is_lost(text: str) -> None:
    tree = json.loads(export(Briefing(briefing(claims=(claim(text=text, assessment=assessment()),))), ()))
    context = {"@context": {"@vocab": SCHEMA}}
    loader = {"documentLoader": lambda address, _: {"contextUrl": None, "documentUrl": address, "document": context}}
    (review,) = jsonld.expand(tree, loader)
    assert review["@type"] == [f"{SCHEMA}ClaimReview"]
    assert review[f"{SCHEMA}claimReviewed"] == [{"@value": text}]
    assert review[f"{SCHEMA}itemReviewed"][0]["@id"] == "urn:briefing:bridges:c001"


@pytest.mark.parametrize("name", STRINGS)
def test_hostile_words_are_only_words(name: str) -> None:
    file = filled(whole(), STRINGS[name])
    text = export(Briefing(file), ())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert json.loads(text)["@graph"][0]["claimReviewed"] == STRINGS[name]


def test_my_verdict_is_a_review_of_mine_beside_the_reviewers() -> None:
    graph = json.loads(export(Briefing(whole()), (), Judged(verdicts=(verdict(agreement="agree"), verdict(number=2)))))["@graph"]
    theirs, mine = (one for one in graph if one["itemReviewed"]["@id"] == "urn:briefing:bridges:c001")
    assert (theirs["author"]["name"], theirs["keywords"][-1]) == ("A reader", "reviewer: likely")
    assert (mine["author"]["name"], mine["keywords"]) == ("The reader of the briefing", ["mine", "verdict", "opinion"])
    assert mine["@id"] != theirs["@id"]
    assert (mine["reviewRating"]["ratingValue"], mine["reviewRating"]["alternateName"]) == (2, "Disagree")
    assert (mine["reviewBody"], mine["datePublished"]) == ("No tolls.", "2026-01-02")


def test_my_grade_and_my_outcome_are_reviews_of_mine_and_a_probability_is_none() -> None:
    graph = json.loads(export(Briefing(whole()), (), judged("c002", "Counted.")))["@graph"]
    mine = {one["@id"].split(":")[3]: one for one in graph if "mine" in one["keywords"]}
    assert [*mine] == ["verdict", "grade", "outcome"]
    assert mine["grade"]["reviewRating"]["ratingValue"] == 1
    assert mine["grade"]["reviewRating"]["ratingExplanation"] == "Admiralty grade E5"
    assert (mine["outcome"]["reviewRating"]["ratingValue"], mine["outcome"]["reviewBody"]) == (3, "Counted.")
    void = replace(judged("c002").resolutions[0], outcome="void")
    graph = json.loads(export(Briefing(whole()), (), Judged(resolutions=(void,))))["@graph"]
    assert ["ratingValue" in one["reviewRating"] for one in graph if "mine" in one["keywords"]] == [False]


def test_a_verdict_on_advice_or_on_what_is_gone_reviews_no_claim() -> None:
    without = export(Briefing(whole()), ())
    assert export(Briefing(whole()), (), Judged(verdicts=(verdict(target="r01"), verdict(target="c999")))) == without
