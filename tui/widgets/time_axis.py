"""The time axis as a list: each row draws its mark on the axis of the heading, to scale; `→` looks closer, `←` back.

The axis has the greater part of what is left beside sign and date. In a narrow window the words shrink first, then the axis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from tui.render.charts.axis import SOURCE, TimeRange, centred_on, default_range, full_range, labels, ruler, side_of, zoom_in
from tui.render.charts.date_marks import DUE, Mark, draw_mark
from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.render.text.cells import GAP, fit
from tui.render.text.rich_text import to_text
from tui.widgets.record_list import Cells, RecordList

_CURSOR = "▌"
_SIGN, _KIND = 2, 1
_BEFORE_WHEN = 2 + _SIGN + GAP + _KIND + GAP
_WHEN = ((110, 20), (70, 17), (0, 13))  # from which width of the list the date has so many cells
# Of what is left beside sign and date the axis takes this share; then words of fewer cells would say nothing.
_SHARE, _FEWEST_WORDS, _SHORTEST_AXIS = 0.58, 16, 12


class TimelineRow(NamedTuple):
    """A row: symbols, the date in words and as written, the text, and a replacement for the mark."""

    sign: Span
    kind: Span
    when: Span
    written: str
    words: str
    horizon: str = ""


EntryOf = Callable[[Any], TimelineRow]
MarkOf = Callable[[Any], Mark | None]


class Source(NamedTuple):
    """The day of the article, and what to call it: the longest words that fit."""

    day: int
    names: tuple[str, ...]


class ColumnWidths(NamedTuple):
    """The widths of date, axis and words."""

    when: int
    axis: int
    words: int


class TimeAxis(RecordList):
    """Rows on a time axis: `entry_of` and `mark_of` tell of each item what it shows and where it stands, if it stands anywhere.

    The axis is fitted to what is listed: first to the usual dates, one step back to all; each step closer halves it. Its rows
    are in the order of time, so it cannot be sorted otherwise.
    """

    def __init__(self, columns: tuple[Column, ...], cells: Cells, entry_of: EntryOf, mark_of: MarkOf, source: Source) -> None:
        super().__init__(columns, cells, classes="list")
        self._entry_of = entry_of
        self._mark_of = mark_of
        self._source = source
        self._windows = [full_range((source.day,))]
        self._far = 1

    def set(self, items: Sequence[Any], at: str = "") -> None:
        self._windows = self._fitted(items)
        self._far = len(self._windows)
        super().set(items, at)

    @property
    def window(self) -> TimeRange:
        """The days that the axis shows."""
        return self._windows[-1]

    @property
    def heading_lines(self) -> int:
        """The caption, the years, and the ruler under them."""
        return super().heading_lines + 1

    @property
    def sortable(self) -> tuple[str, ...]:
        """No column."""
        return ()

    def action_facet(self, step: int) -> None:
        """Closer to what is under the cursor, or back."""
        if step < 0 and len(self._windows) > 1:
            self._windows.pop()
        if step > 0:
            mark = self._mark_of(self.row) if self.row is not None else None
            window = zoom_in(self.window, mark.anchor if mark else self._source.day)
            self._windows += [window] if window != self.window else []
        self.refresh()

    def watch_cursor(self, old: int, new: int) -> None:
        """Move a zoomed axis along with the cursor."""
        super().watch_cursor(old, new)
        mark = self._mark_of(self.row) if self.row is not None else None
        if mark and self._is_close and side_of(mark.anchor, self.window):
            self._windows[-1] = centred_on(self.window, mark.anchor)
            self.refresh()

    @property
    def _is_close(self) -> bool:
        """Return True if the axis is zoomed in."""
        return len(self._windows) > self._far

    def row_line(self, number: int, width: int) -> Text:
        is_cursor = number == self.cursor
        entry, sizes = self._entry_of(self.items[number]), column_widths(width)
        when = entry.when if cell_len(entry.when.text) <= sizes.when else entry.when._replace(text=entry.written)
        parts = (
            Span(_CURSOR, "cursor") if is_cursor else Span(" "),
            self.sign(self.items[number]),
            entry.sign._replace(text=fit(entry.sign.text, _SIGN)),
            Span(" "),
            entry.kind._replace(text=fit(entry.kind.text, _KIND)),
            Span(" "),
            when._replace(text=fit(when.text, sizes.when) + " "),
            *self._axis(self.items[number], entry.horizon, sizes.axis),
            Span(" " + fit(entry.words, sizes.words) if sizes.words else ""),
        )
        line = to_text(parts, self.style_of)
        line.truncate(width, pad=True)
        if is_cursor:
            line.stylize(self.style_of("cursor"))
            line.stylize("bold")
        return line

    def _axis(self, item: Any, horizon: str, width: int) -> tuple[Span, ...]:
        mark = self._mark_of(item)
        return draw_mark(mark, self.window, width, self._source.day) if mark else (Span(fit(horizon, width), "quiet"),)

    def _top(self, number: int, width: int) -> Text:
        if self.caption and number == 0:
            return super()._top(number, width)
        sizes = column_widths(width)
        is_ruler = number == self.heading_lines - 1
        axis = ruler(self.window, sizes.axis) if is_ruler else labels(self.window, sizes.axis, self._source.day)
        before = " " * _BEFORE_WHEN + fit("when" if is_ruler else "", sizes.when) + " "
        words = "what" if is_ruler else self._legend(sizes.words)
        last = Span(f" {fit(words, sizes.words)}" if sizes.words else "", "label")
        return to_text((Span(before, "label"), Span(axis, "label" if is_ruler else "strong"), last), self.style_of)

    def _legend(self, room: int) -> str:
        arrow = side_of(self._source.day, self.window) or SOURCE
        legends = [f"{arrow} {name}{rest}" for rest in (f"  {DUE} due: reviewer", "") for name in self._source.names]
        return next((legend for legend in legends if cell_len(legend) <= room), "")

    def _fitted(self, items: Sequence[Any]) -> list[TimeRange]:
        marks = [mark for item in items if (mark := self._mark_of(item))]
        days = [day for mark in marks for day in mark.ends] + [self._source.day]
        return list(dict.fromkeys((full_range(days), default_range(days))))


def column_widths(width: int) -> ColumnWidths:
    """Return the widths of date, axis and text in a list of this width."""
    when = next(size for from_width, size in _WHEN if width >= from_width)
    left = width - _BEFORE_WHEN - when - GAP - 1  # a blank before the scrollbar
    axis = min(int(left * _SHARE), left - GAP - _FEWEST_WORDS)
    if axis < _SHORTEST_AXIS:
        return ColumnWidths(when, max(1, left), 0)
    return ColumnWidths(when, axis, left - axis - GAP)
