"""A record can be filtered by what it is, whom it is about, and what the reader said of it."""

from __future__ import annotations

import pytest

from store.annotations.notes import Notes
from store.model.briefing import Briefing
from store.model.note import NoteLink, Quote
from store.search.facets import COMPUTED, FIELDS, Facets, compute_facets
from store.search.filter_query import compile_filter
from tests.support.sample import two_voices, whole

OPENED = Briefing(whole())


def of(notes: Notes, identity: str) -> Facets:
    return compute_facets(OPENED, notes, OPENED.get(identity))


def test_a_claim_is_found_by_kind_speaker_evidence_and_grade(notes: Notes) -> None:
    found = of(notes, "c002")
    assert (found["kind"], found["evidence"], found["grade"]) == (["prediction"], ["example"], "C4")


def test_an_actor_is_found_by_any_of_its_names(notes: Notes) -> None:
    assert {"ann", "ann lee", "annie"} <= set(of(notes, "c001")["speaker"])
    assert {"ann", "ann lee", "annie", "bob"} <= set(of(notes, "c001")["about"])


@pytest.mark.parametrize("identity", ["s01", "r01", "l01", "e01", "q01"])
def test_every_record_is_about_somebody(notes: Notes, identity: str) -> None:
    assert of(notes, identity)["about"]


def test_records_and_paragraphs_have_their_paragraphs(notes: Notes) -> None:
    assert of(notes, "c001")["para"] == of(notes, "p1")["para"] == ["1"]


def test_the_reviewers_flags_are_facets(notes: Notes) -> None:
    assert of(notes, "p1")["flag"] == ["doubtful"]
    assert of(notes, "c003")["flag"] == []


@pytest.mark.parametrize("body", ["red\npackets", "red   packets", "Red\t\r\n packets"])
def test_words_are_side_by_side_whatever_blanks_or_line_ends_are_between_them(notes: Notes, body: str) -> None:
    added = notes.add("c001", body)
    query = compile_filter('"red packets"')
    assert added and query
    assert query(dict(compute_facets(OPENED, notes, added)))


def test_what_the_reader_wrote_and_tagged_is_a_facet(notes: Notes) -> None:
    assert of(notes, "c001")["mine"] == ["none"]
    added = notes.add("c001", "Really", ["Doubt"])
    found = of(notes, "c001")
    assert (found["mine"], found["tag"], "really" in found["text"]) == (["note", "comment"], ["doubt"], True)
    assert added
    assert compute_facets(OPENED, notes, added)["tag"] == ["doubt"]


def test_every_record_has_every_facet(notes: Notes) -> None:
    for thing in OPENED.records.values():
        assert set(compute_facets(OPENED, notes, thing)) == {*FIELDS, *COMPUTED}


def test_facets_are_in_lower_case(notes: Notes) -> None:
    for thing in OPENED.records.values():
        words = compute_facets(OPENED, notes, thing)
        assert all(word == word.casefold() for field in words if field != "grade" for word in words[field])


def test_every_record_is_in_one_of_three_voices(notes: Notes) -> None:
    opened = Briefing(two_voices())
    said = {
        identity: compute_facets(opened, notes, opened.get(identity))["voice"]
        for identity in ("e01", "e02", "l01", "l02", "q01", "q02", "c001")
    }
    assert [identity for identity, voice in said.items() if voice == ["reviewer"]] == ["e02", "l02", "q01"]
    assert [identity for identity, voice in said.items() if voice == ["article"]] == ["e01", "l01", "q02", "c001"]
    note = notes.add("c001", "Really")
    assert note
    assert compute_facets(opened, notes, note)["voice"] == ["reader"]


def test_a_note_can_be_filtered_by_its_kind_its_status_and_what_it_is_about(notes: Notes) -> None:
    opened = Briefing(whole())
    question = notes.add("p1", "Who says?", motivation="questioning", quote=Quote(exact="a promise"))
    link = notes.add("c001", "", link=NoteLink(word="contradicts", id="c003"))
    assert question and link
    asked, linked = (compute_facets(opened, notes, note) for note in (question, link))
    assert (asked["kind"], asked["status"], asked["para"], asked["about"]) == (["question"], ["open"], ["1"], ["p1"])
    assert "a promise" in asked["text"]
    assert (linked["kind"], linked["status"], linked["about"]) == (["link"], [], ["c001", "c003"])


def test_a_record_is_filtered_by_what_kind_of_notes_i_have_on_it(notes: Notes) -> None:
    notes.add("c001", "Who says?", motivation="questioning")
    notes.add("c001", "", link=NoteLink(word="see also", id="c003"))
    assert of(notes, "c001")["mine"] == ["note", "link", "question", "see also", "open"]
    assert of(notes, "c003")["mine"] == ["note", "link", "see also"]
