"""Asks before an address of the web is opened: shows whose it is, and all of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.base import CANCEL, Dialog, KeyHint, KeyHintLine
from tui.dialogs.text_viewer import TextLines
from tui.render.text.urls import host_of

OPEN, COPY = "open", "copy"


class OpenUrlDialog(Dialog[str]):
    """Returns OPEN, COPY, or nothing. Enter opens nothing: whoever pressed it twice meant the link, not the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('open')", "Open it in the browser", id="web.open", show=False),
        Binding("c", "answer('copy')", "Copy it", id="web.copy", show=False),
        Binding("n,escape,q", "answer('')", "Leave", id="web.leave", show=False),
    ]

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog web"):
            yield Static(Content(f"Leave for {host_of(self._address)}?"), classes="dialog-title")
            yield TextLines(self._address)
            yield KeyHintLine(KeyHint("y", "open in the browser"), KeyHint("c", "copy"), CANCEL)

    def on_ready(self) -> None:
        self.query_one(TextLines).focus()

    def action_answer(self, answer: str) -> None:
        self.close(answer)
