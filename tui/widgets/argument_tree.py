"""A list whose rows can be folded: each kind of part in its own ink, and the mouse answers on the fold marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual import events

from tui.render.records.argument_row import FOLDED, UNFOLDED
from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.render.text.cells import GAP, widths
from tui.widgets.messages import NodeFolded, NodeUnfolded
from tui.widgets.record_list import Cells, RecordList

Branch = Callable[[Any, int], tuple[Span, ...]]


class ArgumentTreeView(RecordList):
    """Rows whose last column is a branch: its parts for the cells that there are. `←` and `→` are told to the pane."""

    def __init__(self, columns: tuple[Column, ...], cells: Cells, branch: Branch, **options: Any) -> None:
        super().__init__(columns, self._whole_row, **options)
        self._first_cells = cells
        self._branch = branch

    @property
    def sortable(self) -> tuple[str, ...]:
        return ()  # its order is the argument's

    def row_line(self, number: int, width: int) -> Text:
        line = super().row_line(number, width)
        at = self._start(width)
        for part in self._branch(self.items[number], width - at):
            if part.role:
                line.stylize(self.style_of(part.role), at, at + len(part.text))
            at += len(part.text)
        return line

    def action_facet(self, step: int) -> None:
        self.post_message(NodeUnfolded() if step > 0 else NodeFolded())

    def on_click(self, event: events.Click) -> None:
        """On a fold mark, the mouse folds and unfolds; everywhere else it does what it does in every list."""
        number = event.y + self.scroll_offset.y - self.heading_lines
        if event.y < self.heading_lines or number >= len(self.items):
            return
        width = self.scrollable_content_region.width
        start = self._start(width)
        indentation, mark, *_ = self._branch(self.items[number], width - start)
        across = event.x - start - len(indentation.text)
        if 0 <= across < len(mark.text) and mark.text[0] in (FOLDED, UNFOLDED):
            event.prevent_default()
            self.cursor = number
            self.action_facet(1 if mark.text[0] == FOLDED else -1)

    def _whole_row(self, item: Any) -> tuple[Span, ...]:
        width = self.scrollable_content_region.width
        words = "".join(part.text for part in self._branch(item, width - self._start(width)))
        return (*self._first_cells(item), Span(words))

    def _start(self, width: int) -> int:
        """Return the cell where the branches begin."""
        return 2 + sum(size + GAP for size in widths(self.columns, width - 1)[:-1] if size)
