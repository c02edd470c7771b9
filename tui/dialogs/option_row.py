"""One line of a form: a name, and one of a few values that the arrows change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.widgets.messages import OptionChanged

LABEL_WIDTH = 9
_VALUE_WIDTH = 12


class OptionRow(Static, can_focus=True):
    """Shows the value that is chosen, and what it means; says when another one is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,space", "pick(1)", "Next", id="pick.next", show=False),
        Binding("left,h", "pick(-1)", "Previous", id="pick.previous", show=False),
    ]

    def __init__(self, label: str, choices: Sequence[tuple[str, str]], value: str, *, id: str) -> None:
        super().__init__(Content(""), id=id)
        self._label = label
        self._choices = choices
        self._at = next((number for number, choice in enumerate(choices) if choice[0] == value), 0)

    @property
    def value(self) -> str:
        """The word that is chosen."""
        return self._choices[self._at][0]

    def on_mount(self) -> None:
        self._draw()

    def on_focus(self) -> None:
        self._draw(is_here=True)

    def on_blur(self) -> None:
        self._draw()

    def action_pick(self, step: int) -> None:
        self._at = (self._at + step) % len(self._choices)
        self._draw(is_here=True)
        self.post_message(OptionChanged())

    def _draw(self, is_here: bool = False) -> None:
        """Arrows stand around the value where the keyboard is: they say what can be pressed."""
        word, words = self._choices[self._at]
        value = f"‹ {word} ›" if is_here else f"  {word}"
        drawn = Content(f"{self._label:<{LABEL_WIDTH}}{value:<{_VALUE_WIDTH + 4}}{words}")
        self.update(drawn.stylize("bold", LABEL_WIDTH, LABEL_WIDTH + len(value)))
