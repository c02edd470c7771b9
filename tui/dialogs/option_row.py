"""One line of a form: a label, and one of a few values that the arrow keys change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from tui.keys.bindings import bindings
from tui.widgets.messages import OptionChanged

LABEL_WIDTH = 9
_VALUE_WIDTH = 12


class Option(NamedTuple):
    """A value, its label, and a remark on its meaning."""

    value: str
    label: str
    meaning: str = ""


class OptionRow(Static, can_focus=True):
    """Shows the selected value and its meaning; posts OptionChanged when another one is selected."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("option")]

    def __init__(self, label: str, options: Sequence[Option], value: str, *, id: str, label_width: int = LABEL_WIDTH) -> None:
        super().__init__(Content(""), id=id)
        self._label = label
        self._label_width = label_width
        self._options = options
        self._at = next((number for number, option in enumerate(options) if option.value == value), 0)

    @property
    def value(self) -> str:
        """Return the selected value."""
        return self._options[self._at].value

    def on_mount(self) -> None:
        self._draw()

    def on_focus(self) -> None:
        self._draw(is_focused=True)

    def on_blur(self) -> None:
        self._draw()

    def action_pick(self, step: int) -> None:
        """Select the next or previous value."""
        self._at = (self._at + step) % len(self._options)
        self._draw(is_focused=True)
        self.post_message(OptionChanged())

    def _draw(self, is_focused: bool = False) -> None:
        """Draw the line; arrows around the value show that it has the focus and which keys change it."""
        option = self._options[self._at]
        value = f"‹ {option.label} ›" if is_focused else f"  {option.label}"
        line = Content(f"{self._label:<{self._label_width}}{value:<{_VALUE_WIDTH + 4}}{option.meaning}")
        self.update(line.stylize("bold", self._label_width, self._label_width + len(value)))
