"""When predictions fall due, as iCalendar (RFC 5545): an all-day event for each; the same text for the same values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.annotations.note_kinds import describe_note
from store.export.reader_data import describe_opinion, note_text, notes_by_target, opinions_by_target
from store.model.attachments import Prediction
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.model.partial_date import date_range, date_sort_key, describe_date
from store.model.records import Claim
from store.text.plural import pluralize

# A calendar without any component is none: one in which nothing is due has a clock, and nothing else.
_CLOCK = (
    *("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000"),
    *("END:STANDARD", "END:VTIMEZONE"),
)
_LONGEST_LINE = 75  # octets, the line end not counted


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS) -> str:
    """Return a calendar of the last day on which each prediction may be tested; those without a due date are left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefing-browser//briefing//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(briefing.title)}")
    written, given = notes_by_target(notes), opinions_by_target(judged)
    is_empty = True
    for claim in briefing.file.claims:
        if claim.forecast and claim.forecast.due:
            mine = [f"My {describe_note(note) or 'note'}: {note_text(note)}" for note in written.get(claim.id, ())]
            mine += [f"My {one.what}: {one.words} {one.because}".strip() for one in map(describe_opinion, given.get(claim.id, ()))]
            lines += _event(briefing, claim, claim.forecast, due_day(claim.forecast.due), mine)
            is_empty = False
    lines += _CLOCK if is_empty else ()
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def warning(briefing: Briefing) -> str:
    """Return a sentence with the number of predictions that are not in the calendar, or `""`."""
    number = sum(claim.forecast is not None and not claim.forecast.due for claim in briefing.file.claims)
    if not number:
        return ""
    has, is_ = ("has", "is") if number == 1 else ("have", "are")
    return f"{pluralize(number, 'prediction')} {has} no due date and {is_} left out."


def due_day(due: str) -> date:
    """Return the last day that a partial date may mean; of one without an end (`from 2012`), its first."""
    first, last = date_range(due)
    return first if last == date.max and due.startswith("from ") else last


def _event(briefing: Briefing, claim: Claim, forecast: Prediction, day: date, mine: list[str]) -> Iterator[str]:
    outcome = f"{forecast.outcome}. {forecast.outcome_because}".strip()
    told = [
        f"The article ({briefing.name(claim.speaker)}): {claim.text} [{claim.id}]",
        f"Horizon: {forecast.horizon}",
        f"Due: {describe_date(forecast.due or '')}",
        f"The reviewer's test: {forecast.test}",
        f"The reviewer's outcome: {outcome}",
        *mine,
    ]
    yield "BEGIN:VEVENT"
    yield f"UID:{claim.id}@{briefing.id}.briefing"
    yield f"DTSTAMP:{_basic(date_sort_key(briefing.file.reviewed)[0])}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    yield f"SUMMARY:{_text(f'{claim.id} due: {claim.text}')}"
    yield f"DESCRIPTION:{_text(chr(10).join(told))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _basic(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """Return a TEXT value: what would end it, or begin another, is escaped."""
    return "\\n".join(words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").splitlines())


def _folded(line: str) -> str:
    """Return the line in pieces of at most 75 octets, no character torn apart; all but the first begin with a blank."""
    pieces, piece, used = [], "", 0
    for character in line:
        size = len(character.encode())
        if used + size > _LONGEST_LINE:
            pieces.append(piece)
            piece, used = " ", 1
        piece += character
        used += size
    return "\r\n".join([*pieces, piece])
