"""Asks for confirmation of an action, and shows its subject."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.text.sanitize import sanitize_output
from tui.dialogs.base import Dialog, KeyHint, KeyHintLine, beginning
from tui.keys.bindings import bindings, first_key


class ConfirmDialog(Dialog[bool]):
    """Returns True if the action was confirmed. If it `is_final` and cannot be undone, Enter does not confirm it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("confirm")]

    def __init__(self, question: str, about: str, yes: str = "yes", no: str = "no", is_final: bool = False) -> None:
        super().__init__()
        self._is_final = is_final
        self._question = question
        self._about = beginning(about)
        self._hints = (KeyHint(first_key("confirm.yes"), yes), KeyHint(first_key("confirm.no"), no))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog confirm"):
            yield Static(Content(sanitize_output(self._question)), classes="dialog-title")
            with VerticalScroll(can_focus=False):
                yield Static(Content(sanitize_output(self._about)), classes="dialog-about")
            yield KeyHintLine(*self._hints)

    def action_answer(self, answer: bool) -> None:
        """Close the dialog with this answer."""
        self.close(answer)

    def action_leave(self) -> None:
        """Decline."""
        self.close(False)

    def action_default(self) -> None:
        """Confirm an action that can be undone, and decline one that cannot."""
        self.close(not self._is_final)
