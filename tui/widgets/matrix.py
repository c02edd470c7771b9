"""A matrix of actors and kinds: the list with a second cursor, for the column; headings and names stay in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.text import Text
from textual import events
from textual.reactive import reactive

from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.render.text.cells import fit
from tui.render.text.rich_text import to_text
from tui.widgets.messages import RowHighlighted
from tui.widgets.record_list import Cells, RecordList

# The names take what is left beside ten columns, between these two.
NARROWEST, WIDEST, CELL_WIDTH, USUAL_COLUMNS = 17, 40, 10, 10


class Matrix(RecordList):
    """Rows whose first column is a name and whose others are cells; `cell_of` gives the item of one cell."""

    column: reactive[int] = reactive(0)

    def __init__(self, columns: tuple[Column, ...], cells: Cells, cell_of: Callable[[Any, int], Any], **options: Any) -> None:
        super().__init__(columns, cells, **options)
        self._cell_of = cell_of
        self._first = 0

    @property
    def item(self) -> Any:
        is_cell = self.row is not None and 0 <= self.column < len(self.columns) - 1
        return self._cell_of(self.row, self.column) if is_cell else None

    def select_cell(self, identity: str, column: int) -> bool:
        """Put the cursor on the cell of the row with this id."""
        self.column = column
        return self.select(identity)

    def room(self, width: int) -> int:
        """Return how many columns fit beside the name."""
        return max(1, (width - self._names(width) - 2) // CELL_WIDTH)

    def row_line(self, number: int, width: int) -> Text:
        name, *cells = self.cells(self.items[number])
        is_row = number == self.cursor
        first = Span("▌", "cursor") if is_row else Span(" ")
        shown_name = Span(fit(name.text, self._names(width) - 1), "strong" if is_row else name.role)
        line = to_text([first, self.sign(self.items[number]), shown_name, Span(" ")], self.style_of)
        size = CELL_WIDTH - 1
        for at, cell in self._visible(cells, width):
            shown = to_text([cell._replace(text=fit(cell.text, size)), Span(" ")], self.style_of)
            if is_row and at == self.column:
                shown.stylize(self.style_of("cursor"), 0, size)
                shown.stylize("reverse bold", 0, size)
            line.append_text(shown)
        line.truncate(width, pad=True)
        return line

    def action_facet(self, step: int) -> None:
        self.column = (self.column + step) % max(1, len(self.columns) - 1)

    def on_click(self, event: events.Click) -> None:
        """Select the column under the mouse too; the row is selected as in every list."""
        at = self._column_under(event.x)
        if at >= 0:
            self.column = at

    def column_at(self, x: int) -> str:
        at = self._column_under(x)
        return self.columns[at + 1].name if at >= 0 else self.columns[0].name

    def watch_column(self, old: int, new: int) -> None:
        self.refresh()
        if old != new:
            self.post_message(RowHighlighted(self.item))

    def _column_under(self, x: int) -> int:
        """Which column of cells is at this place, counted from 0; -1 beside them."""
        width = self.scrollable_content_region.width
        shown = self._visible(self.columns[1:], width)
        across = (x - self._names(width) - 2) // CELL_WIDTH
        return shown[across][0] if 0 <= across < len(shown) else -1

    def _heading(self, width: int) -> Text:
        """Return the names of the columns; `‹` and `›` say that there are more of them."""
        shown = self._visible(self.columns[1:], width)
        more_before = Span("‹" if shown and shown[0][0] > 0 else " ")
        names = [Span("  "), self._headed(self.columns[0], self._names(width) - 1)[0], more_before]
        for at, column in shown:
            name, gap = self._headed(column, CELL_WIDTH - 1)
            names += [name._replace(role="strong") if at == self.column else name, gap]
        line = to_text(names, self.style_of)
        if shown and shown[-1][0] < len(self.columns) - 2:
            line.truncate(width - 1, pad=True)
            line.append("›")
        return line

    def _visible(self, cells: Sequence[Any], width: int) -> list[tuple[int, Any]]:
        """Return the cells that fit beside the name, scrolled no further than brings the column under the cursor among them."""
        room = self.room(width)
        self._first = max(0, min(max(self._first, self.column - room + 1), self.column, len(cells) - room))
        return list(enumerate(cells[self._first : self._first + room], self._first))

    def _names(self, width: int) -> int:
        """Return the width of the first column in a matrix of this width."""
        return max(NARROWEST, min(WIDEST, width - 2 - USUAL_COLUMNS * CELL_WIDTH))
