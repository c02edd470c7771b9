"""The bases of dialogs with a list: one whose cursor moves over it, and one that changes the list while the user types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from tui.dialogs.base import CANCEL, CHOOSE, Dialog, KeyHint, KeyHintLine, ResultT, offer
from tui.keys.bindings import bindings
from tui.render.text.blocks import Block
from tui.widgets.card import RecordCard
from tui.widgets.messages import ChoiceClicked
from tui.widgets.text_fields import LineField


class ListDialog(Dialog[ResultT]):
    """A dialog with a list of links in a card of the class `hits`."""

    @property
    def list_card(self) -> RecordCard:
        """Return the card with the list."""
        return self.query_one(".hits", RecordCard)

    def action_choose(self, step: int) -> None:
        """Move to the next or previous entry."""
        self.list_card.action_link(step)

    @on(ChoiceClicked)
    def pick_choice(self, event: ChoiceClicked) -> None:
        """Answer with the entry that was clicked, or on which Enter was pressed."""
        event.stop()
        self.pick(event.value)

    def pick(self, link: str) -> None:
        """Answer with the entry of this link; `""` if none is selected."""
        raise NotImplementedError


class LiveList(ListDialog[ResultT]):
    """A field with a list below it that changes while the user types."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    STYLE = "dialog find"

    def __init__(self, text: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.hints: tuple[KeyHint, ...] = (CHOOSE, CANCEL)
        self._field = LineField(text, placeholder=placeholder)

    def compose(self) -> ComposeResult:
        with Vertical(classes=self.STYLE):
            yield from self.compose_header()
            yield self._field
            yield from self.compose_remark()
            yield RecordCard(classes="hits", pinned=True)
            yield KeyHintLine(*self.hints)

    def compose_header(self) -> Sequence[Widget]:
        """Return the widgets above the field."""
        return ()

    def compose_remark(self) -> Sequence[Widget]:
        """Return the widgets between the field and the list."""
        return ()

    def on_ready(self) -> None:
        self._field.focus()
        self.refresh_list()

    @on(Input.Changed)
    def refresh_list(self) -> None:
        """Show the entries for the text that is typed so far."""
        offer(self.list_card, self.entries(self._field.value))

    @on(Input.Submitted)
    def submit_field(self) -> None:
        """Submit; a separate method, because Textual calls a decorated handler of the base class even if it is overridden."""
        self.submit()

    def submit(self) -> None:
        """Answer with the selected entry."""
        self.pick(self.list_card.choice)

    def entries(self, text: str) -> Sequence[Block]:
        """Return the list for this text."""
        raise NotImplementedError
