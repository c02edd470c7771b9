"""Formats are known by name, and an export never lands on somebody's file unasked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.errors import InvalidInputError, InvalidValueError
from store.export import FORMATS, export_warning, exporter
from store.export.options import Options
from store.export.reader_data import ReaderData, reader_data
from store.library.library import Library
from store.model.attachments import Prediction
from store.model.briefing import Briefing
from store.model.opinion import NO_OPINIONS
from store.model.records import Claim
from store.opinions.logs import VerdictLog
from tests.support.sample import claim, judged, note, prediction, whole


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_one_function_of_one_shape(name: str) -> None:
    exported = exporter(name)(Briefing(whole()), (note(),), NO_OPINIONS)
    for text in exported.values() if isinstance(exported, dict) else [exported]:
        assert text.endswith("\n")


@pytest.mark.parametrize("name", ["jsn", "../json", "store", "", "__init__"])
def test_an_unknown_format_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(
        InvalidValueError, match=r"There is no export format .+; the formats are json, .+, argdown\. (Did you mean json\?|A page)"
    ):
        exporter(name)


@pytest.mark.parametrize("name", ["claimreview", "stix"])
def test_a_removed_format_names_the_one_to_use_instead(name: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"^Unknown format {name} \(removed in 0\.2\); use json\.$"):
        exporter(name)


def test_a_page_is_made_as_it_is_wanted_and_nothing_else_can_be() -> None:
    options = Options(audience="the board")
    assert "For the board" in str(exporter("brief", options)(Briefing(whole()), (), NO_OPINIONS))
    with pytest.raises(InvalidInputError, match=r"json has everything in it; .* brief and html"):
        exporter("json", options)


def test_a_format_says_what_it_leaves_out() -> None:
    book = Briefing(whole(claims=(claim(id="c001"), prediction(id="c002"), vague("c003"), vague("c004"))))
    assert export_warning("ics", book) == "2 predictions have no due date and are left out."
    assert export_warning("ics", Briefing(whole())) == export_warning("json", book) == ""


def vague(identity: str) -> Claim:
    """Return a prediction that can never be false."""
    return replace(prediction(id=identity), forecast=Prediction(horizon="Some day.", test="None.", uncheckable="It has no date."))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_that_has_anything_of_mine_is_without_it_when_none_is_given(name: str) -> None:
    mine = (note(target="c002", body="SECRET", tags=("SECRET",)),), judged("c002", "SECRET")
    without = str(exporter(name)(Briefing(whole()), (), NO_OPINIONS))
    assert "SECRET" not in without
    assert without == str(exporter(name)(Briefing(whole()), *ReaderData()))
    if name not in ("dot", "argdown"):
        assert "SECRET" in str(exporter(name)(Briefing(whole()), *mine))


@pytest.mark.parametrize(
    ("name", "options", "fits"),
    [
        ("brief", Options(1, frozenset(), "us", True), True),
        ("html", Options(1, frozenset(), "us"), True),
        ("html", Options(wikilinks=True), False),
        ("markdown", Options(wikilinks=True), True),
        ("markdown", Options(5), False),
        ("csv", Options(only=frozenset()), False),
        ("csv", Options(), True),
    ],
)
def test_a_format_is_asked_for_nothing_that_it_cannot(name: str, options: Options, fits: bool) -> None:
    if fits:
        assert exporter(name, options)(Briefing(whole()), (), NO_OPINIONS)
        return
    with pytest.raises(InvalidInputError, match=r"\.$"):
        exporter(name, options)


def test_everything_of_mine_are_the_notes_and_all_verdicts(library: Library) -> None:
    notes = library.notes("bridges")
    notes.add("c001", "Really?")
    verdicts, book = VerdictLog(notes), library.open("bridges")
    for word in ("agree", "disagree"):
        verdicts.give(book.get("c001"), word)
    found = reader_data(notes)
    assert ([note.body for note in found.notes], [one.agreement for one in found.judged.verdicts]) == (["Really?"], ["agree", "disagree"])
