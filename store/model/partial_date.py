"""Partial dates as people write them: `2014`, `2014-05`, `by 2016-07`, `from 2012`, `about 2008`, `2012/2016`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_PART = r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?"
PATTERN = rf"^(?:(by|from|about) )?{_PART}(?:/{_PART})?$(?!\n)"  # `$` alone would let a line end pass
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_DATE = re.compile(PATTERN)
_ABOUT_YEARS = 1


class DateRange(NamedTuple):
    """The days a partial date may mean, both included."""

    first: date
    last: date


def date_range(when: str) -> DateRange:
    """Return the days `when` may mean; raise ValueError for what is not a partial date."""
    found = _DATE.match(when)
    if found is None:
        raise ValueError(f"{when!r} is not a date such as 2014, 2014-05, by 2016-07, from 2012, about 2008 or 2012/2016")
    how, *numbers = found.groups()
    first, last = _first(*numbers[:3]), _last(*numbers[:3])
    if numbers[3]:
        last = _last(*numbers[3:])
    if how == "by":
        first = date.min
    if how == "from":
        last = date.max
    if how == "about":
        first, last = first.replace(year=first.year - _ABOUT_YEARS, day=1), last.replace(year=last.year + _ABOUT_YEARS, day=28)
    if last < first:
        raise ValueError(f"{when!r} ends before it begins")
    return DateRange(first, last)


def describe_date(when: str) -> str:
    """`by 2016-07` as `by July 2016`; what is not a date comes back as it is."""
    found = _DATE.match(when)
    if found is None:
        return when
    how, *numbers = found.groups()
    words = _part_in_words(*numbers[:3])
    if numbers[3]:
        words = f"{words} to {_part_in_words(*numbers[3:])}"
    return f"{how} {words}" if how else words


def date_sort_key(when: str) -> tuple[date, date]:
    """Return a key that puts partial dates in order: by the day they start to be true, `by 2016` at its end."""
    if not _DATE.match(when):
        return date.max, date.max
    first, last = date_range(when)
    return (last, last) if first == date.min else (first, last)


def _first(year: str, month: str | None, day: str | None) -> date:
    return date(int(year), int(month or 1), int(day or 1))


def _last(year: str, month: str | None, day: str | None) -> date:
    if day:
        return date(int(year), int(month or 12), int(day))
    if month and month != "12":
        return date(int(year), int(month) + 1, 1) - timedelta(days=1)
    return date(int(year), 12, 31)


def _part_in_words(year: str, month: str | None, day: str | None) -> str:
    name = f"{_MONTHS[int(month) - 1]} {year}" if month else year
    return f"{int(day)} {name}" if day else name
