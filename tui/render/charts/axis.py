"""A time axis to scale: days become columns, a window says which days are shown, ticks name its years or months.

The scale is linear. One far date would squash all others, so the usual window leaves out what Tukey calls far out: more than
three times the length of the middle half of all dates away from it. `marks` draws an arrow and a year for what is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise
from statistics import quantiles
from typing import NamedTuple

BEFORE, AFTER, SOURCE, TICK, RULER = "◀", "▶", "▼", "┴", "─"
_YEAR, _NARROWEST = 366, 28
_FAR_OUT = 3
_MONTHS_PER_TICK = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000, 60_000)
_BETWEEN_LABELS = 2


class TimeRange(NamedTuple):
    """The days that the axis shows, as ordinals, both included."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """Return the number of days."""
        return self.last - self.first + 1


class Tick(NamedTuple):
    """The beginning of a year or month, and its label."""

    day: int
    label: str


def column(day: int, window: TimeRange, width: int) -> int:
    """Return the column of a day on an axis of `width` columns; days outside the window stand at its edges."""
    return max(0, min(width - 1, (day - window.first) * width // window.days))


def full_range(days: Iterable[int]) -> TimeRange:
    """Return a window on all these days, in whole years, or months if they are few."""
    found = list(days)
    return _rounded(date.fromordinal(min(found)), date.fromordinal(max(found)))


def default_range(days: Iterable[int]) -> TimeRange:
    """Return the range without outliers; the middle half of all days counts as a year at least."""
    found = list(days)
    if len(found) < 2:
        return full_range(found)
    low, _, high = quantiles(found, n=4, method="inclusive")
    beyond = _FAR_OUT * max(high - low, _YEAR)
    return full_range(day for day in found if low - beyond <= day <= high + beyond)


def zoom_in(window: TimeRange, day: int) -> TimeRange:
    """Half the window, with `day` in the middle as far as it reaches; itself where it could show no less."""
    days = window.days // 2
    if days < _NARROWEST:
        return window
    first = max(window.first, min(day - days // 2, window.last - days + 1))
    return TimeRange(first, first + days - 1)


def centred_on(window: TimeRange, day: int) -> TimeRange:
    """As many days, with `day` in the middle."""
    first = max(1, min(day - window.days // 2, date.max.toordinal() - window.days))
    return TimeRange(first, first + window.days - 1)


def side_of(day: int, window: TimeRange) -> str:
    """Return an arrow to a day that the window does not show, or nothing."""
    return BEFORE if day < window.first else AFTER if day > window.last else ""


@lru_cache(maxsize=64)
def ticks(window: TimeRange, width: int) -> tuple[Tick, ...]:
    """As many beginnings of years or months as have room for their labels."""
    start = date.fromordinal(window.first)
    for step in _MONTHS_PER_TICK:
        if window.days > step * 31 * width:  # more ticks than columns: there is no need to look
            continue
        found = tuple(_ticks(window, start.year * 12 + start.month - 1, step))
        if all(gap >= len(found[0].label) + _BETWEEN_LABELS for gap in _gaps(found, window, width)):
            return found
    return ()


def labels(window: TimeRange, width: int, source: int) -> str:
    """Return the names of the ticks, and where the day of the source is."""
    line = [" "] * width
    own = column(source, window, width)
    for tick in ticks(window, width):
        at = column(tick.day, window, width)
        if at + len(tick.label) <= width and not at - 1 <= own <= at + len(tick.label):
            line[at : at + len(tick.label)] = tick.label
    line[own] = side_of(source, window) or SOURCE
    return "".join(line)


def ruler(window: TimeRange, width: int) -> str:
    """Return the line under the labels, with a tick under the beginning of each."""
    line = [RULER] * width
    for tick in ticks(window, width):
        line[column(tick.day, window, width)] = TICK
    return "".join(line)


def _rounded(first: date, last: date) -> TimeRange:
    if (last - first).days > 2 * _YEAR:
        return TimeRange(date(first.year, 1, 1).toordinal(), date(last.year, 12, 31).toordinal())
    end = date.max.toordinal() if last >= date(9999, 12, 1) else _month(last.year * 12 + last.month) - 1
    return TimeRange(first.replace(day=1).toordinal(), end)


def _month(number: int) -> int:
    """Return the first day of a month, which is counted from the year 0."""
    return date(number // 12, number % 12 + 1, 1).toordinal()


def _ticks(window: TimeRange, start: int, step: int) -> Iterator[Tick]:
    for month in range(max(-(-start // step), 1) * step, 10_000 * 12, step):
        if month >= 12 and _month(month) > window.last:
            return
        if month >= 12 and _month(month) >= window.first:
            year = f"{month // 12}"
            yield Tick(_month(month), year if step >= 12 else f"{year}-{month % 12 + 1:02}")


def _gaps(found: tuple[Tick, ...], window: TimeRange, width: int) -> Iterator[int]:
    places = (column(tick.day, window, width) for tick in found)
    return (after - before for before, after in pairwise(places))
