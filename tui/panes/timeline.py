"""Timeline: what happened and what was foretold, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store import Claim, Event, date_order
from tui.panes.pane import Pane
from tui.render.columns import COLUMNS, row
from tui.render.parts import Part


class Timeline(Pane):
    """Events by their partial dates, then the predictions by the day they fall due; those without one come last."""

    TITLE = "Timeline"
    TABLE = "events"

    def items(self) -> Sequence[Event | Claim]:
        events = sorted(self.briefing.file.events, key=lambda event: date_order(event.date))
        return [*events, *sorted(self.briefing.predictions(), key=_due)]

    def cells(self, item: Event | Claim) -> tuple[Part, ...]:
        if isinstance(item, Event):
            return row(COLUMNS[self.TABLE], self.briefing, self.notes, item)
        sign, *_ = COLUMNS[self.TABLE]
        due = item.forecast.due if item.forecast else None
        return (sign.cell(self.briefing, self.notes, item), Part(f"» {due or 'no date'}", "strong"), Part(item.text))


def _due(claim: Claim) -> tuple[date, date]:
    return date_order(claim.forecast.due or "") if claim.forecast else (date.max, date.max)
