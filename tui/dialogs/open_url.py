"""Asks before an address of the web is opened: shows whose it is, and all of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.base import CANCEL, Dialog, KeyHint, KeysLine
from tui.dialogs.text_viewer import Whole
from tui.render.text.urls import site

OPEN, COPY = "open", "copy"


class Web(Dialog[str]):
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
            yield Static(Content(f"Leave for {site(self._address)}?"), classes="dialog-title")
            yield Whole(self._address)
            yield KeysLine(KeyHint("y", "open in the browser"), KeyHint("c", "copy"), CANCEL)

    def begin(self) -> None:
        self.query_one(Whole).focus()

    def action_answer(self, answer: str) -> None:
        self.leave_with(answer)
