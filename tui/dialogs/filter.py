"""Asks for filter words, and says while they are typed how much they would leave, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store import BadFilter

# How many items are left, of how many, under these words; raises BadFilter.
Count = Callable[[str], tuple[int, int]]


class Filter(ModalScreen[str | None]):
    """Returns the words, empty for none; or None where the reader thought better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave it as it was", id="filter.leave", show=False)]

    def __init__(self, words: str, count: Count) -> None:
        super().__init__()
        self._words = words
        self._count = count

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog filter"):
            yield Static(Content("Show only"), classes="dialog-title")
            yield Input(self._words, placeholder='kind:prediction about:alibaba grade:>=C3 "exact words" -not')
            yield Static(Content(""), classes="dialog-error")
            yield Static(Content("enter filters · empty shows all · esc leaves it as it was"), classes="dialog-keys")

    @on(Input.Changed)
    def say_how_many(self, event: Input.Changed) -> None:
        self._judge(event.value)

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        if self.is_current and self._judge(event.value):
            self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        if self.is_current:
            self.dismiss(None)

    def _judge(self, words: str) -> bool:
        """Whether the words can be used; says how many items they leave, or what is wrong."""
        try:
            left, there = self._count(words)
        except BadFilter as error:
            self.query_one(".dialog-error", Static).update(Content(str(error)))
            return False
        self.query_one(".dialog-error", Static).update(Content(f"{left:,} of {there:,}"))
        return True
