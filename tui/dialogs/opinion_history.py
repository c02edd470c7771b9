"""Shows blocks of some length, with nothing to decide: what the reader thought of a thing so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.text.sanitize import sanitize_output
from tui.dialogs.base import CLOSE, SCROLL, Dialog, KeyHintLine
from tui.render.text.blocks import Block
from tui.widgets.card import RecordCard


class HistoryDialog(Dialog[None]):
    """Returns nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "leave", "Back", id="past.leave", show=False, priority=True)]

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        super().__init__()
        self._title = title
        self._blocks = blocks

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog choose"):
            yield Static(Content(sanitize_output(self._title)), classes="dialog-title")
            yield RecordCard(classes="hits")
            yield KeyHintLine(SCROLL, CLOSE)

    def on_ready(self) -> None:
        card = self.query_one(RecordCard)
        card.show(self._blocks)
        card.focus()

    def action_leave(self) -> None:
        self.close()
