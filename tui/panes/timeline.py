"""Timeline: what happened and what was foretold, in the order of time, drawn on an axis or as a plain list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from rich.cells import cell_len

from store.model.partial_date import describe_date
from store.model.records import Claim, Event
from tui.panes.base import Pane
from tui.render.charts.date_marks import Mark, date_mark
from tui.render.records.columns import COLUMNS
from tui.render.records.symbols import KIND_SIGNS, headline_with_voice
from tui.render.text.blocks import Span
from tui.render.text.cells import natural_key
from tui.widgets.record_list import RecordList
from tui.widgets.time_axis import Source, TimeAxis, TimelineRow

NO_DATE = "no date"
_AFTER_ALL = (date.max.toordinal() + 1, 0)


class Timeline(Pane):
    """Events by their partial dates, and among them the predictions by the day they fall due; those without one come last."""

    TITLE = "Timeline"
    TABLE = "events"
    VIEWS = ("axis", "list")

    def make_list(self) -> RecordList:
        columns = COLUMNS[self.TABLE]
        self.set_class(self.view == "axis", "-axis")
        if self.view == "list":
            return RecordList(columns, self.cells, classes="list")
        written = describe_date(self.briefing.file.source.date)
        source = Source(self._said, (f"the article, {written}", f"article, {written}", "the article", "article"))
        return TimeAxis(columns, self.cells, self._entry, lambda item: self._marks[item.id], source)

    def items(self) -> Sequence[Event | Claim]:
        return self._in_order

    @cached_property
    def _in_order(self) -> tuple[Event | Claim, ...]:
        return tuple(sorted(self._things, key=self._order))

    @cached_property
    def _marks(self) -> dict[str, Mark | None]:
        return {item.id: mark_of(item, self._said) for item in self._things}

    @property
    def _things(self) -> tuple[Event | Claim, ...]:
        return (*self.briefing.file.events, *self.briefing.predictions())

    def _order(self, item: Event | Claim) -> tuple[int, int]:
        mark = self._marks[item.id]
        return mark.order if mark else _AFTER_ALL

    @cached_property
    def _said(self) -> int:
        """The day of the article."""
        return date_mark(self.briefing.file.source.date).anchor

    def sort_key(self, number: int, item: Event | Claim) -> Any:
        if self.list.columns[number].name == "when":
            return self._order(item)
        return natural_key(self.cells(item)[number].text)

    def cells(self, item: Event | Claim) -> tuple[Span, ...]:
        _, when, _ = COLUMNS[self.TABLE]
        entry = self._entry(item)
        start = f"{entry.kind.text} " if isinstance(item, Claim) else ""
        fits = cell_len(start + entry.when.text) <= when.width
        return (entry.sign, entry.when._replace(text=start + (entry.when.text if fits else entry.written)), Span(entry.words))

    def _entry(self, item: Event | Claim) -> TimelineRow:
        """When a prediction falls due is the reviewer's word, its horizon the article's."""
        sign, *_ = COLUMNS[self.TABLE]
        is_foretold = isinstance(item, Claim)
        written = date_of(item) or NO_DATE
        horizon = item.forecast.horizon if isinstance(item, Claim) and item.forecast else ""
        kind = Span(KIND_SIGNS["prediction"] if is_foretold else " ", "grade")
        signs = sign.cell(self.context, item)
        when = Span(describe_date(written), "reviewer" if is_foretold else "strong")
        return TimelineRow(signs, kind, when, written, headline_with_voice(item), horizon)


def date_of(item: Event | Claim) -> str:
    """Return the partial date of an event, or the due date of a prediction; `""` if there is none."""
    if isinstance(item, Event):
        return item.date
    return (item.forecast.due or "") if item.forecast else ""


def mark_of(item: Event | Claim, said: int) -> Mark | None:
    """Its mark on the axis; a prediction that the source made on the day `said` can come true from then on."""
    when = date_of(item)
    if not when:
        return None
    return date_mark(when, said if isinstance(item, Claim) else 0)
