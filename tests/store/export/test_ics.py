"""Due dates as a calendar that RFC 5545 allows: folded, escaped, and the same each time."""

from __future__ import annotations

import re
from datetime import date

import icalendar
import pytest
from hypothesis import given
from msgspec.structs import replace

from store.export.ics import due_day, export, warning
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import OpinionSet
from store.model.records import BriefingFile
from store.text.sanitize import sanitize
from tests.store.export.meeting.test_content import SHIPPED
from tests.support.generated import HARMFUL, briefings, full_of
from tests.support.sample import briefing, claim, judged, note, prediction, verdict, whole

LINE = re.compile(r"^[A-Z-]+(;[A-Z-]+=[A-Z-]+)?:.*$")


def unfolded(text: str) -> list[str]:
    """Return the content lines; each of what was sent is whole characters and no longer than it may be."""
    assert text.endswith("\r\n")
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert b"\n" not in line
        assert b"\r" not in line
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def events(text: str) -> list[dict[str, str]]:
    """Return the events, by the names of their properties."""
    found: list[dict[str, str]] = []
    for line in unfolded(text):
        assert LINE.match(line)
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name != "END":
            found[-1][name] = value
    return found


def words_of(value: str) -> str:
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], value)


def test_a_prediction_is_an_event_of_one_day() -> None:
    (event,) = events(export(Briefing(whole()), (note(target="c002"),)))
    assert event["UID"] == "c002@bridges.briefing"
    assert event["DTSTAMP"] == "20260102T000000Z"
    assert event["DTSTART;VALUE=DATE"] == "20261231"
    assert words_of(event["SUMMARY"]) == "c002 due: Tolls will double."
    assert "The article (Bob): Tolls will double. [c002]" in words_of(event["DESCRIPTION"])
    assert "My note: Really?" in words_of(event["DESCRIPTION"])


def test_without_my_notes_none_is_in_it() -> None:
    assert "My note" not in export(Briefing(whole()), ())


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("2016", "2016-12-31"), ("2016-02", "2016-02-29"), ("2016-07-20", "2016-07-20"), ("by 2026-07", "2026-07-31"),
        ("from 2012", "2012-01-01"), ("about 2008", "2009-12-28"), ("2012/2016", "2016-12-31"), ("9999", "9999-12-31"),
    ],
)  # fmt: skip
def test_it_is_due_on_the_last_day_that_is_meant(due: str, day: str) -> None:
    assert due_day(due) == date.fromisoformat(day)


def test_what_is_never_due_is_left_out_and_counted() -> None:
    vague = replace(prediction(id="c009").forecast, due=None, uncheckable="It has no date.")  # type: ignore[type-var]
    book = Briefing(whole(claims=(claim(), claim(id="c002"), prediction(id="c003"), claim(id="c009", kind="prediction", forecast=vague))))
    assert [event["UID"] for event in events(export(book, ()))] == ["c003@bridges.briefing"]
    assert warning(book) == "1 prediction has no due date and is left out."


def test_the_shipped_calendar_has_every_prediction_with_a_date_and_no_other() -> None:
    due = [one for one in SHIPPED.file.claims if one.forecast and one.forecast.due]
    found = events(export(SHIPPED, ()))
    assert [event["UID"].split("@")[0] for event in found] == [one.id for one in due]
    assert export(SHIPPED, ()) == export(Briefing(SHIPPED.file), ())


@pytest.mark.parametrize("words", HARMFUL)
def test_no_text_is_another_property_and_none_is_lost(words: str) -> None:
    words = sanitize(words)
    file, mine = full_of(words)
    usual = events(export(Briefing(full_of("plain")[0]), ()))
    found = events(export(Briefing(file), (replace(mine[0], target="c002"),)))
    assert [set(event) for event in found] == [set(event) for event in usual]
    assert all("\n".join(words.splitlines()) in words_of(event["DESCRIPTION"]) for event in found)


@given(briefings())
def test_any_briefing_makes_a_calendar(made: tuple[BriefingFile, tuple[Note, ...]]) -> None:
    file, mine = made
    lines = unfolded(export(Briefing(file), mine))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len([one for one in file.claims if one.forecast])
    assert len({line for line in lines if line.startswith("UID:")}) == lines.count("BEGIN:VEVENT")


def read(text: str) -> list[icalendar.Event]:
    """Return the events as a calendar program reads them; nothing in the calendar was more than it could take."""
    calendar = icalendar.Calendar.from_ical(text)
    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert (calendar["VERSION"], "PRODID" in calendar) == ("2.0", True)
    return [part for part in calendar.walk("VEVENT") if isinstance(part, icalendar.Event)]


def test_a_calendar_program_reads_the_shipped_calendar_as_it_is_meant() -> None:
    due = [one for one in SHIPPED.file.claims if one.forecast]
    found = {str(event["UID"]): event for event in read(export(SHIPPED, ()))}
    for one in due:
        assert one.forecast
        if one.forecast.due:
            event = found.pop(f"{one.id}@{SHIPPED.id}.briefing")
            assert event.decoded("DTSTART") == due_day(one.forecast.due)
            assert str(event["SUMMARY"]) == f"{one.id} due: {one.text}"
    assert found == {}


@given(briefings())
def test_a_calendar_program_reads_any(made: tuple[BriefingFile, tuple[Note, ...]]) -> None:
    file, mine = made
    for event, one in zip(read(export(Briefing(file), mine)), (one for one in file.claims if one.forecast), strict=True):
        assert str(event["SUMMARY"]) == "\n".join(f"{one.id} due: {one.text}".splitlines())
        assert len({"UID", "DTSTAMP", "DTSTART"} & set(event)) == 3


@pytest.mark.parametrize("broken", ["DTSTART;VALUE=DATE:2026", "DTSTAMP:yesterday", "no colon"])
def test_the_calendar_program_would_not_take_everything(broken: str) -> None:
    text = export(Briefing(whole()), ()).replace("TRANSP:TRANSPARENT", f"{broken}")
    with pytest.raises((AssertionError, ValueError)):
        read(text)


def test_where_nothing_is_due_it_is_a_calendar_all_the_same() -> None:
    text = export(Briefing(briefing()), ())
    assert read(text) == []
    assert len(icalendar.Calendar.from_ical(text).subcomponents) == 1


def test_all_that_i_judged_stands_in_it_and_an_outcome_taken_back_does_not() -> None:
    mine = judged("c002", "Counted.")
    (event,) = events(export(Briefing(whole()), (), mine))
    for words in ("My grade: E5, improbable", "My probability: 37 %.", "My outcome: partly, foreseen with 37 %. Counted."):
        assert words in words_of(event["DESCRIPTION"])
    taken_back = (*mine.resolutions, replace(mine.resolutions[0], outcome="open", number=2))
    assert "My outcome" not in export(Briefing(whole()), (), OpinionSet(resolutions=taken_back))


def test_my_verdict_in_force_stands_with_my_notes() -> None:
    given_ = (verdict(target="c002", agreement="agree"), verdict(target="c002", number=2))
    (event,) = events(export(Briefing(whole()), (), OpinionSet(verdicts=given_)))
    assert "My verdict: Disagree, 80 % sure. No tolls." in words_of(event["DESCRIPTION"])
    assert "Agree" not in words_of(event["DESCRIPTION"])
