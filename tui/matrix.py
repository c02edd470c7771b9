"""A matrix of actors and kinds: the list with a second cursor, for the column; headings and names stay in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.text import Text
from textual import events
from textual.reactive import reactive

from tui.messages import LookedAt
from tui.render.columns import Column
from tui.render.fit import fit
from tui.render.paint import text
from tui.render.parts import Part
from tui.rows import Cells, Rows

# The names take what is left beside ten columns, between these two.
NARROWEST, WIDEST, CELL_WIDTH, USUAL_COLUMNS = 17, 40, 10, 10


class Matrix(Rows):
    """Rows whose first column is a name and whose others are cells; `cell_of` gives the item of one cell."""

    column: reactive[int] = reactive(0)

    def __init__(self, columns: tuple[Column, ...], cells: Cells, cell_of: Callable[[Any, int], Any], **options: Any) -> None:
        super().__init__(columns, cells, **options)
        self._cell_of = cell_of

    @property
    def item(self) -> Any:
        return self._cell_of(self.row, self.column) if self.row is not None else None

    def select_cell(self, identity: str, column: int) -> bool:
        """Puts the cursor on the cell of the row with this id."""
        self.column = column
        return self.select(identity)

    def row_line(self, number: int, width: int) -> Text:
        is_row = number == self.cursor
        name, *cells = self.cells(self.items[number])
        first = Part("▌", "cursor") if is_row else Part(" ")
        line = text([first, Part(fit(name.text, _names(width)), "strong" if is_row else ""), Part(" ")], self.style_of)
        for at, cell in self._visible(cells, width):
            shown = text([cell._replace(text=fit(cell.text, CELL_WIDTH - 1)), Part(" ")], self.style_of)
            if is_row and at == self.column:
                shown.stylize(self.style_of("cursor"), 0, CELL_WIDTH - 1)
                shown.stylize("reverse bold", 0, CELL_WIDTH - 1)
            line.append_text(shown)
        line.truncate(width, pad=True)
        return line

    def action_facet(self, step: int) -> None:
        self.column = (self.column + step) % max(1, len(self.columns) - 1)

    def on_click(self, event: events.Click) -> None:
        """The mouse chooses the column too; the row is chosen as in every list."""
        width = self.scrollable_content_region.width
        shown = self._visible(self.columns[1:], width)
        across = (event.x - _names(width) - 2) // CELL_WIDTH
        if 0 <= across < len(shown):
            self.column = shown[across][0]

    def watch_column(self, old: int, new: int) -> None:
        self.refresh()
        if old != new:
            self.post_message(LookedAt(self.item))

    def _heading(self, width: int) -> Text:
        names = [Part(" " * (_names(width) + 2))]
        shown = self._visible(self.columns[1:], width)
        for at, column in shown:
            names.append(Part(fit(column.name, CELL_WIDTH - 1) + " ", "strong" if at == self.column else "label"))
        line = text(names, self.style_of)
        if shown and shown[-1][0] < len(self.columns) - 2:
            line.truncate(width - 1, pad=True)
            line.append("›")
        return line

    def _visible(self, cells: Sequence[Any], width: int) -> list[tuple[int, Any]]:
        """The cells that fit beside the name, scrolled so that the column under the cursor is among them."""
        room = max(1, (width - _names(width) - 2) // CELL_WIDTH)
        first = min(max(0, self.column - room + 1), max(0, len(cells) - room))
        return list(enumerate(cells))[first : first + room]


def _names(width: int) -> int:
    """How wide the first column is in a matrix of this width."""
    return max(NARROWEST, min(WIDEST, width - 2 - USUAL_COLUMNS * CELL_WIDTH))
