"""What is the reader's in an export: everything, of which the last counts, in words that say whose it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.export.reader_data import OpinionText, current_opinions, describe_opinion, note_text, notes_by_target, opinions_by_target
from store.model.note import NoteLink, Quote
from store.model.opinion import Opinion, OpinionSet
from tests.support.sample import judged, note, verdict


def test_the_last_opinion_counts_and_an_outcome_that_was_taken_back_does_not() -> None:
    given = judged()
    open_again = replace(given.resolutions[0], outcome="open", number=2)
    assert current_opinions((verdict(agreement="agree"), verdict(number=2)))["c001"].agreement == "disagree"
    assert current_opinions((*given.resolutions, open_again)) == {}


def test_opinions_on_one_thing_stand_together() -> None:
    assert [describe_opinion(one).what for one in opinions_by_target(judged())["c001"]] == ["verdict", "grade", "probability", "outcome"]
    assert opinions_by_target(OpinionSet()) == {}


@pytest.mark.parametrize(
    ("opinion", "told"),
    [
        (verdict(confidence=None), OpinionText("verdict", "Disagree.", "No tolls.")),
        (judged().grades[0], OpinionText("grade", "E5, improbable, from an unreliable source.", "No tolls.")),
        (replace(judged().grades[0], grade="2", because=""), OpinionText("grade", "2, probably true.")),
        (judged().estimates[0], OpinionText("probability", "37 %.")),
        (judged().resolutions[0], OpinionText("outcome", "partly, foreseen with 37 %.", "No tolls.")),
        (replace(judged().resolutions[0], foreseen=None), OpinionText("outcome", "partly.", "No tolls.")),
    ],
)
def test_an_opinion_is_told_in_a_sentence_and_why(opinion: Opinion, told: OpinionText) -> None:
    assert describe_opinion(opinion) == told


def test_a_note_is_told_with_what_it_is_on() -> None:
    linked = note(body="Both?", motivation="linking", link=NoteLink(word="contradicts", id="c002"))
    assert note_text(linked) == "c001 contradicts c002. Both?"
    assert note_text(replace(linked, body="contradicts c002")) == "c001 contradicts c002."
    assert note_text(note(body="Who?", quote=Quote(exact="a promise"))) == "“a promise” Who?"
    assert note_text(note()) == "Really?"


def test_a_link_is_on_both_its_records() -> None:
    assert list(notes_by_target((note(link=NoteLink(word="supports", id="c002")),))) == ["c001", "c002"]
