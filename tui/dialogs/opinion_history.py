"""Shows blocks of some length, with nothing to decide: what the reader thought of a thing so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.text.sanitize import harmless
from tui.dialogs.base import CLOSE, SCROLL, Dialog, KeysLine
from tui.render.text.blocks import Block
from tui.widgets.card import Card


class Past(Dialog[None]):
    """Returns nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "leave", "Back", id="past.leave", show=False, priority=True)]

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        super().__init__()
        self._title = title
        self._blocks = blocks

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog choose"):
            yield Static(Content(harmless(self._title)), classes="dialog-title")
            yield Card(classes="hits")
            yield KeysLine(SCROLL, CLOSE)

    def begin(self) -> None:
        card = self.query_one(Card)
        card.show(self._blocks)
        card.focus()

    def action_leave(self) -> None:
        self.leave_with()
