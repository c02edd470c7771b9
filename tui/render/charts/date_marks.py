"""Partial dates as marks on a time axis: a day, a span, what is open to one side, and when a prediction falls due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from store.model.partial_date import date_range
from tui.render.charts.axis import AFTER, BEFORE, TimeRange, column, side_of
from tui.render.text.blocks import Role, Span

DAY, SPAN, ABOUT, BY, FROM, DUE, OPEN, GUIDE = "●", "━", "┄", "┤", "├", "◇", "─", "┊"

Shape = Literal["exact", "about", "by", "from"]
Sign = tuple[int, str]  # a column, and what stands there


class Mark(NamedTuple):
    """The days a date may mean, as ordinals, both included; where it is open on one side, they end at the day it names."""

    first: int
    last: int
    shape: Shape
    is_foretold: bool = False

    @property
    def anchor(self) -> int:
        """The one day it stands for."""
        if self.shape == "about":
            return (self.first + self.last) // 2
        return self.last if self.shape == "by" else self.first

    @property
    def order(self) -> tuple[int, int]:
        """A key that puts marks in the order of time: by the day they start to be true, what is open before it at its end."""
        if self.shape == "by":
            return self.last, self.last
        return self.first, date.max.toordinal() if self.shape == "from" else self.last

    @property
    def ends(self) -> tuple[int, ...]:
        """The days that the axis should reach."""
        return (self.first, self.last) if self.shape in ("exact", "about") else (self.anchor,)


@lru_cache(maxsize=4096)
def date_mark(when: str, said: int = 0) -> Mark:
    """Return the mark of a partial date; for the due date of a prediction, `said` is the day of the prediction."""
    first, last = (day.toordinal() for day in date_range(when))
    word = when.rpartition(" ")[0]
    if word == "by":
        return Mark(min(said, last) if said else last, last, "by", bool(said))
    if word == "from":
        return Mark(first, first, "from", bool(said))
    return Mark(first, last, "about" if word else "exact", bool(said))


def draw_mark(mark: Mark, window: TimeRange, width: int, guide: int = 0) -> tuple[Span, ...]:
    """Return the mark on an empty line of `width` columns; `guide` is a day with a faint upright that goes through all lines."""
    line: list[tuple[str, Role]] = [(" ", "")] * width
    if guide and not side_of(guide, window):
        line[column(guide, window, width)] = (GUIDE, "quiet")
    for at, sign in _signs(mark, window, width):
        line[at] = (sign, _role(sign, mark))
    return tuple(Span("".join(sign for sign, _ in run), role) for role, run in groupby(line, key=lambda cell: cell[1]))


def _role(sign: str, mark: Mark) -> Role:
    if sign == DUE:
        return "grade"
    return "quiet" if sign == OPEN or mark.is_foretold or sign.isalnum() else "bar"


def _signs(mark: Mark, window: TimeRange, width: int) -> Iterator[Sign]:
    """Signs and where they stand; a later one covers an earlier."""
    off = side_of(mark.first, window)
    if off and off == side_of(mark.last, window):
        return _afar(mark, window, width)
    start = 0 if mark.shape == "by" and not mark.is_foretold else column(mark.first, window, width)
    end = width - 1 if mark.shape == "from" else column(mark.last, window, width)
    return iter((*_line(mark, start, end), *_ends(mark, start, end), *_cut(mark, window, width)))


def _line(mark: Mark, start: int, end: int) -> Iterator[Sign]:
    sign = ABOUT if mark.is_foretold or mark.shape == "about" else SPAN if mark.shape == "exact" else OPEN
    return ((at, sign) for at in range(start, end + 1))


def _ends(mark: Mark, start: int, end: int) -> Iterator[Sign]:
    if mark.shape == "from":
        yield end, AFTER
        yield start, DUE if mark.is_foretold else FROM
    elif mark.is_foretold:
        yield end, DUE
    elif mark.shape == "by":
        yield start, BEFORE
        yield end, BY
    elif mark.first == mark.last:
        yield start, DAY


def _cut(mark: Mark, window: TimeRange, width: int) -> Iterator[Sign]:
    """Arrows, and the years, where a span goes on beyond the window."""
    if mark.first < window.first:
        yield from enumerate(_before(mark.first, width // 3))
    if mark.last > window.last:
        words = _after(mark.last, width // 3)
        yield from enumerate(words, width - len(words))


def _afar(mark: Mark, window: TimeRange, width: int) -> Iterator[Sign]:
    """Yield the signs of a date outside the range; an open end towards the range is drawn through it."""
    is_before = mark.last < window.first
    words = _before(mark.anchor, width) if is_before else _after(mark.anchor, width)
    is_open = mark.shape == "from" if is_before else mark.shape == "by" and not mark.is_foretold
    if is_open:
        yield from _line(mark, 0, width - 1)
        yield (width - 1, AFTER) if is_before else (0, BEFORE)
    yield from enumerate(words, 0 if is_before else width - len(words))


def _before(day: int, room: int) -> str:
    words = f"{BEFORE} {date.fromordinal(day).year} "
    return words if len(words) <= room else BEFORE


def _after(day: int, room: int) -> str:
    words = f" {date.fromordinal(day).year} {AFTER}"
    return words if len(words) <= room else AFTER
