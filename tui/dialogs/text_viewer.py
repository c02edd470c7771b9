"""Shows a text of any length, whole: only the visible lines are ever drawn."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import chop_cells
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from store.text.sanitize import sanitize_output
from tui.dialogs.base import CLOSE, SCROLL, Dialog, KeyHintLine
from tui.widgets.line_view import LineView


class TextLines(LineView):
    """A text cut into lines of the width of the widget, without regard for words, which is quick."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
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
            self._lines = [
                piece for line in sanitize_output(self._words).split("\n") for piece in (chop_cells(line, max(1, width)) or [""])
            ]


class TextViewer(Dialog[None]):
    """Returns nothing: there is nothing to decide."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "leave", "Back", id="read.leave", show=False)]

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog read"):
            yield Static(Content(sanitize_output(self._title)), classes="dialog-title")
            yield TextLines(self._words)
            yield KeyHintLine(SCROLL, CLOSE)

    def on_ready(self) -> None:
        self.query_one(TextLines).focus()

    def action_leave(self) -> None:
        self.close()
