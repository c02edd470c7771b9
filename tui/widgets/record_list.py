"""The one list that every pane uses: a heading, columns, a cursor, and only the visible rows drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.reactive import var
from textual.strip import Strip

from store.annotations.reading_progress import SortOrder
from tui.keys import bindings
from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.render.text.cells import GAP, fit, widths
from tui.render.text.rich_text import to_text
from tui.widgets.line_view import LineView
from tui.widgets.messages import ColumnClicked, KindChanged, RowHighlighted, RowSelected

Cells = Callable[[Any], tuple[Span, ...]]
_CURSOR = "▌"


class RecordList(LineView):
    """Items in columns. The item under the cursor is told to the pane at once; items are whatever has an `id`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.bindings("list")]

    cursor: var[int] = var(0)

    def __init__(self, columns: tuple[Column, ...], cells: Cells, **options: Any) -> None:
        super().__init__(**options)
        self.columns = columns
        self.cells = cells
        self.items: Sequence[Any] = ()
        self.caption: tuple[Span, ...] = ()
        self.sign: Callable[[Any], Span] = _no_sign
        self.order: SortOrder | None = None

    def set(self, items: Sequence[Any], at: str = "") -> None:
        """Show `items`, with the cursor on the one with the id `at`, or where it was, or on the first."""
        wanted = at or (self.row.id if self.row else "")
        self.items = items
        self.update_size()
        found = next((number for number, item in enumerate(items) if item.id == wanted), 0) if wanted else 0
        moved = found == self.cursor
        self.cursor = found
        if moved:
            self.post_message(RowHighlighted(self.item))
        self.call_after_refresh(self._reveal)
        self.refresh()

    def select(self, identity: str) -> bool:
        """Put the cursor on the item with this id; whether there is one."""
        number = next((number for number, item in enumerate(self.items) if item.id == identity), -1)
        if number >= 0:
            self.cursor = number
        return number >= 0

    @property
    def row(self) -> Any:
        """The item whose row the cursor is on, or None in an empty list."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    @property
    def item(self) -> Any:
        """Return the item under the cursor: that of the row, or one cell of it in a matrix."""
        return self.row

    @property
    def line_count(self) -> int:
        return len(self.items) + self.heading_lines

    @property
    def heading_lines(self) -> int:
        """The lines that stay on top: a caption, and the names of the columns."""
        return 2 if self.caption else 1

    def render_line(self, y: int) -> Strip:
        if y >= self.heading_lines:
            return super().render_line(y)
        width = self.scrollable_content_region.width
        line = self._top(y, width)
        return Strip(list(line.render(self.app.console))).adjust_cell_length(width).apply_style(self.base_style)

    def _top(self, number: int, width: int) -> Text:
        if not self.caption or number:
            return self._heading(width)
        line = to_text(self.caption, self.style_of)
        line.truncate(width, overflow="ellipsis")
        return line

    def line(self, number: int, width: int) -> Text:
        if number < self.heading_lines:
            return self._top(number, width)
        return self.row_line(number - self.heading_lines, width)

    def row_line(self, number: int, width: int) -> Text:
        """Return row `number` as it is shown."""
        is_cursor = number == self.cursor
        cells = self.cells(self.items[number])
        cursor = Span(_CURSOR, "cursor") if is_cursor else Span(" ")
        line = to_text([cursor, self.sign(self.items[number])], self.style_of)
        for size, cell in zip(widths(self.columns, width - 1), cells, strict=True):
            if size:
                line.append_text(to_text([cell._replace(text=fit(cell.text, size)), Span(" " * GAP)], self.style_of))
        line.truncate(width, pad=True)
        if is_cursor:
            line.stylize(self.style_of("cursor"))
            line.stylize("bold")
        return line

    def watch_cursor(self, old: int, new: int) -> None:
        if old != new:
            self.post_message(RowHighlighted(self.item))
        # By way of the parent, when it hears of it too: then list and card are painted in one go, in half the time.
        (self.parent or self).call_later(self._draw_cursor, old, new)

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.items) - 1))

    def action_move(self, step: int) -> None:
        self.cursor += step

    def action_end(self, side: int) -> None:
        self.cursor = 0 if side < 0 else len(self.items) - 1

    def action_choose(self) -> None:
        if self.item is not None:
            self.post_message(RowSelected(self.item))

    def action_facet(self, step: int) -> None:
        self.post_message(KindChanged(step))

    def on_resize(self) -> None:
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        number = event.y + self.scroll_offset.y - self.heading_lines
        if event.y == self.heading_lines - 1 and self.column_at(event.x) in self.sortable:
            self.post_message(ColumnClicked(self.column_at(event.x)))
        if event.y < self.heading_lines or number >= len(self.items):
            return
        self.cursor = number
        if event.chain == 2:
            self.action_choose()

    def _draw_cursor(self, *rows: int) -> None:
        self._reveal()
        for row in rows:
            self.refresh_line(row + self.heading_lines)

    def _reveal(self) -> None:
        """Keep the cursor in view below the heading, which covers the first lines; once it is laid out, and not before."""
        if not self.is_mounted or not self.page:
            return
        top = int(self.scroll_y)
        room = max(1, self.page - self.heading_lines)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + room:
            self.scroll_to(y=self.cursor - room + 1, animate=False, force=True)

    def _heading(self, width: int) -> Text:
        names = [Span("  ")]
        for size, column in zip(widths(self.columns, width - 1), self.columns, strict=True):
            if size:
                names += self._headed(column, size)
        return to_text(names, self.style_of)

    def _headed(self, column: Column, size: int) -> tuple[Span, Span]:
        """Return the heading, and in the gap after it an arrow where the list is sorted by this column."""
        if self.order is None or column.name != self.order.column:
            return Span(fit(column.name, size), "label"), Span(" " * GAP)
        arrow = "▼" if self.order.reverse else "▲"
        if cell_len(column.name) < size:
            return Span(fit(column.name + arrow, size), "strong"), Span(" " * GAP)
        return Span(fit(column.name, size), "strong"), Span(fit(arrow, GAP), "strong")

    @property
    def sortable(self) -> tuple[str, ...]:
        """The columns by which the list can be sorted."""
        return tuple(column.name for column in self.columns if column.name)

    def column_at(self, x: int) -> str:
        """Return the name of the column at this cell."""
        start, found = 2, ""
        for size, column in zip(widths(self.columns, self.scrollable_content_region.width - 1), self.columns, strict=True):
            if size and x >= start:
                found = column.name
            start += size + GAP if size else 0
        return found


def _no_sign(item: Any) -> Span:
    return Span(" ")
