"""Shows a text of any length; only the visible lines are drawn."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import chop_cells
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from store.text.sanitize import sanitize_output
from tui.dialogs.base import CLOSE, SCROLL, Dialog, KeyHintLine
from tui.keys.bindings import bindings
from tui.widgets.line_view import LineView


class TextLines(LineView):
    """A text cut into lines of the width of the widget, within words where they do not fit, which is fast."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._lines: list[str] = []
        self._width = 0

    def on_resize(self, event: events.Resize) -> None:
        self._cut(self.scrollable_content_region.width)
        self.update_size()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._cut(width - self.scrollbar_gutter.width)
        return len(self._lines)

    @property
    def line_count(self) -> int:
        return len(self._lines)

    def line(self, number: int, width: int) -> Text:
        return Text(self._lines[number], end="", no_wrap=True)

    def _cut(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self._lines = [piece for line in sanitize_output(self._text).split("\n") for piece in (chop_cells(line, max(1, width)) or [""])]


class TextViewer(Dialog[None]):
    """Returns None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("viewer")]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog read"):
            yield Static(Content(sanitize_output(self._title)), classes="dialog-title")
            yield TextLines(self._text)
            yield KeyHintLine(SCROLL, CLOSE)

    def on_ready(self) -> None:
        self.query_one(TextLines).focus()
