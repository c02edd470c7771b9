"""A matrix that falls back to one page for each row where too few cells fit beside the names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual import events

from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.render.text.cells import fit
from tui.render.text.rich_text import to_text
from tui.widgets.matrix import Matrix
from tui.widgets.record_list import Cells

# With fewer cells than this beside the name a matrix cannot be read across.
FEWEST = 4
_WIDEST_NAME = 16


class PagedMatrix(Matrix):
    """On a page every cell of one row has a line of its own, with what it tells; `←` and `→` turn the pages.

    Row and column of the matrix stay what they are, so that the place is kept when the window grows or shrinks.
    """

    is_paged = False

    def __init__(
        self, columns: tuple[Column, ...], cells: Cells, cell_of: Callable[[Any, int], Any], told: Callable[[Any], Span], **options: Any
    ) -> None:
        super().__init__(columns, cells, cell_of, **options)
        self._told = told

    @property
    def line_count(self) -> int:
        return self.heading_lines + len(self.columns) - 1 if self.is_paged and self.items else super().line_count

    def row_line(self, number: int, width: int) -> Text:
        if not self.is_paged:
            return super().row_line(number, width)
        is_here = number == self.column
        cell = self.cells(self.row)[number + 1]
        name = min(_WIDEST_NAME, width // 3)
        words = self._told(self._cell_of(self.row, number))
        parts = [
            Span("▌ ", "cursor") if is_here else Span("  "),
            Span(fit(self.columns[number + 1].name, name), "strong" if is_here else ""),
            Span(f" {fit(cell.text, 6)} ", cell.role),
            words._replace(text=fit(words.text, max(1, width - name - 10))),
        ]
        line = to_text(parts, self.style_of)
        line.truncate(width, pad=True)
        if is_here:
            line.stylize(self.style_of("cursor"))
            line.stylize("bold")
        return line

    def action_move(self, step: int) -> None:
        if not self.is_paged:
            super().action_move(step)
            return
        self.column = max(0, min(self.column + step, len(self.columns) - 2))

    def action_end(self, side: int) -> None:
        if not self.is_paged:
            super().action_end(side)
            return
        self.action_move(side * len(self.columns))

    def action_facet(self, step: int) -> None:
        if not self.is_paged:
            super().action_facet(step)
            return
        self.cursor = (self.cursor + step) % max(1, len(self.items))

    def watch_column(self, old: int, new: int) -> None:
        super().watch_column(old, new)
        self._reveal()

    def on_resize(self) -> None:
        """Falls back, or returns; where the cursor is stays in sight, for every list sees to that."""
        is_paged = self.room(self.scrollable_content_region.width) < FEWEST
        if is_paged != self.is_paged:
            self.is_paged = is_paged
            self.update_size()
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """On a page the mouse chooses a line; on the caption, its left half turns back and its right half on."""
        if not self.is_paged:
            return
        event.prevent_default()
        number = event.y + self.scroll_offset.y - self.heading_lines
        if event.y == self.heading_lines - 1:
            self.action_facet(-1 if event.x < self.size.width // 2 else 1)
        elif event.y >= self.heading_lines and number < len(self.columns) - 1:
            self.column = number
            if event.chain == 2:
                self.action_choose()

    def _heading(self, width: int) -> Text:
        if not self.is_paged or self.row is None:
            return super()._heading(width)
        count = f" · {self.cursor + 1:,} of {len(self.items):,}"
        name = self.cells(self.row)[0].text
        name = fit(name, width - len(count) - 7) if len(name) > width - len(count) - 7 else name
        sign = self.sign(self.row)
        return to_text([sign, Span(" ‹ ", "quiet"), Span(name, "strong"), Span(count, "quiet"), Span(" ›", "quiet")], self.style_of)

    def _draw_cursor(self, *rows: int) -> None:
        if not self.is_paged:
            super()._draw_cursor(*rows)
            return
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        if not self.is_paged:
            super()._reveal()
            return
        if not self.is_mounted:
            return
        top, room = int(self.scroll_y), max(1, self.page - self.heading_lines)
        if self.column < top or self.column >= top + room:
            self.scroll_to(y=self.column if self.column < top else self.column - room + 1, animate=False, force=True)
