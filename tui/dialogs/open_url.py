"""Asks before a URL is opened, and shows its host and all of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.base import CANCEL, Dialog, KeyHint, KeyHintLine
from tui.dialogs.text_viewer import TextLines
from tui.keys.bindings import bindings
from tui.render.text.urls import host_of

OPEN, COPY = "open", "copy"


class OpenUrlDialog(Dialog[str]):
    """Returns OPEN, COPY or None. Enter does nothing, because it may have been pressed twice on the link."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("url")]

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog web"):
            yield Static(Content(f"Open {host_of(self._url)}?"), classes="dialog-title")
            yield TextLines(self._url)
            yield KeyHintLine(KeyHint("y", "open in the browser"), KeyHint("c", "copy"), CANCEL)

    def on_ready(self) -> None:
        self.query_one(TextLines).focus()

    def action_answer(self, answer: str) -> None:
        """Close the dialog with this answer."""
        self.close(answer)
