"""Asks yes or no, and shows what it is about."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.text.sanitize import sanitize_output
from tui.dialogs.base import Dialog, KeyHint, KeyHintLine, beginning


class ConfirmDialog(Dialog[bool]):
    """Returns True for yes. Leaving in any other way means no; `is_final`: so does enter, for what cannot be undone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", id="confirm.yes", show=False),
        Binding("enter", "usual", "Yes, where that can be undone", id="confirm.usual", show=False),
        Binding("n,escape,q", "answer(False)", "No", id="confirm.no", show=False),
    ]

    def __init__(self, question: str, about: str, yes: str = "yes", no: str = "no", is_final: bool = False) -> None:
        super().__init__()
        self._is_final = is_final
        self._question = question
        self._about = beginning(about)
        self._hints = (KeyHint("y", yes), KeyHint("n", no))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog confirm"):
            yield Static(Content(sanitize_output(self._question)), classes="dialog-title")
            with VerticalScroll(can_focus=False):
                yield Static(Content(sanitize_output(self._about)), classes="dialog-about")
            yield KeyHintLine(*self._hints)

    def action_answer(self, answer: bool) -> None:
        self.close(answer)

    def action_usual(self) -> None:
        self.close(not self._is_final)
