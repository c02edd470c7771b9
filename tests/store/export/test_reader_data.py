"""What is the reader's in an export: everything, of which the last counts, in words that say whose it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.export.reader_data import Told, in_force, in_words, notes_on, opinions_on, whole_note
from store.model.note import LinkTo, Quote
from store.model.opinion import Judged, Opinion
from tests.support.sample import judged, note, verdict


def test_the_last_opinion_counts_and_an_outcome_that_was_taken_back_does_not() -> None:
    given = judged()
    open_again = replace(given.resolutions[0], outcome="open", number=2)
    assert in_force((verdict(agreement="agree"), verdict(number=2)))["c001"].agreement == "disagree"
    assert in_force((*given.resolutions, open_again)) == {}


def test_opinions_on_one_thing_stand_together() -> None:
    assert [in_words(one).what for one in opinions_on(judged())["c001"]] == ["verdict", "grade", "probability", "outcome"]
    assert opinions_on(Judged()) == {}


@pytest.mark.parametrize(
    ("opinion", "told"),
    [
        (verdict(confidence=None), Told("verdict", "Disagree.", "No tolls.")),
        (judged().grades[0], Told("grade", "E5, improbable, from an unreliable source.", "No tolls.")),
        (replace(judged().grades[0], grade="2", because=""), Told("grade", "2, probably true.")),
        (judged().estimates[0], Told("probability", "37 %.")),
        (judged().resolutions[0], Told("outcome", "partly, foreseen with 37 %.", "No tolls.")),
        (replace(judged().resolutions[0], foreseen=None), Told("outcome", "partly.", "No tolls.")),
    ],
)
def test_an_opinion_is_told_in_a_sentence_and_why(opinion: Opinion, told: Told) -> None:
    assert in_words(opinion) == told


def test_a_note_is_told_with_what_it_is_on() -> None:
    linked = note(body="Both?", motivation="linking", link=LinkTo(word="contradicts", id="c002"))
    assert whole_note(linked) == "c001 contradicts c002. Both?"
    assert whole_note(replace(linked, body="contradicts c002")) == "c001 contradicts c002."
    assert whole_note(note(body="Who?", quote=Quote(exact="a promise"))) == "“a promise” Who?"
    assert whole_note(note()) == "Really?"


def test_a_link_is_on_both_its_records() -> None:
    assert list(notes_on((note(link=LinkTo(word="supports", id="c002")),))) == ["c001", "c002"]
