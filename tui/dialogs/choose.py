"""Asks which one of a few."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.card import Card
from tui.dialogs.dialog import Dialog
from tui.messages import Follow
from tui.render.parts import Part, say

_WIDTH = 12


class Choose(Dialog[str]):
    """Returns the id of the chosen one; nothing where the reader thought better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", id="choose.leave", show=False),
        Binding("down,j", "choose(1)", "Next", id="choose.next", show=False, priority=True),
        Binding("up,k", "choose(-1)", "Previous", id="choose.previous", show=False, priority=True),
    ]

    def __init__(self, question: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._question = question
        self._choices = choices

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog choose"):
            yield Static(Content(self._question), classes="dialog-title")
            yield Card(classes="hits", pinned=True)
            yield Static(Content("↑↓ chooses · enter takes it · esc leaves"), classes="dialog-keys")

    def begin(self) -> None:
        card = self.query_one(Card)
        card.show([say(words, label=Part(name, "link", name), hang=_WIDTH) for name, words in self._choices])
        card.choose(0)

    @on(Follow)
    def answer(self, event: Follow) -> None:
        event.stop()
        self.leave_with(event.id)

    def action_choose(self, step: int) -> None:
        self.query_one(Card).action_link(step)

    def action_leave(self) -> None:
        self.leave_with("")
