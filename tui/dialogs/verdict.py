"""Asks for a verdict: one of five words, how sure one is, and why in a line."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from store import AGREEMENTS, Verdict
from tui.card import Card
from tui.dialogs.dialog import Dialog
from tui.render.parts import Block, Part

_NEUTRAL = AGREEMENTS.index("neutral")


class Given(NamedTuple):
    """What the reader answered; `confidence` in per cent, None where none was given."""

    agreement: str
    because: str
    confidence: int | None


class Judge(Dialog[Given | None]):
    """Returns the verdict; None where the reader thought better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="verdict.leave", show=False),
        Binding("down", "choose(1)", "More agreement", id="verdict.more", show=False, priority=True),
        Binding("up", "choose(-1)", "Less agreement", id="verdict.less", show=False, priority=True),
    ]

    def __init__(self, question: str, about: str, before: Verdict | None) -> None:
        super().__init__()
        self._question = question
        self._about = about
        self._at = AGREEMENTS.index(before.agreement) if before else _NEUTRAL
        self._before = before

    def compose(self) -> ComposeResult:
        sure = str(self._before.confidence) if self._before and self._before.confidence is not None else ""
        with Vertical(classes="dialog filter verdict"):
            yield Static(Content(self._question), classes="dialog-title")
            yield Static(Content(self._about), classes="dialog-words")
            yield Card(classes="hits")
            yield Input(placeholder="why, in a line", id="because")
            yield Input(sure, placeholder="how sure, 0 to 100 (may be left out)", id="confidence")
            yield Static(Content(""), classes="dialog-error")
            yield Static(Content("↑↓ chooses · tab to why and how sure · enter keeps it · esc leaves"), classes="dialog-keys")

    def begin(self) -> None:
        self._draw()
        self.query_one("#because", Input).focus()

    def action_choose(self, step: int) -> None:
        self._at = max(0, min(len(AGREEMENTS) - 1, self._at + step))
        self._draw()

    def action_leave(self) -> None:
        self.leave_with(None)

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        words = self.query_one("#confidence", Input).value.strip().removesuffix("%").strip()
        if words and not (words.isdecimal() and len(words) <= 3 and int(words) <= 100):
            self.query_one(".dialog-error", Static).update(Content("How sure is a number from 0 to 100; it may be left out."))
            return
        self.leave_with(Given(AGREEMENTS[self._at], self.query_one("#because", Input).value, int(words) if words else None))

    def _draw(self) -> None:
        lines = [
            Block((Part("● " if at == self._at else "  ", "mine"), Part(word, "strong" if at == self._at else "quiet")))
            for at, word in enumerate(AGREEMENTS)
        ]
        self.query_one(Card).show(lines)
