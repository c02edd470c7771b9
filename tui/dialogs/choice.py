"""A choice of one entry of a short list, with details of the selected one if there are any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.text.sanitize import sanitize_output
from tui.dialogs.base import CANCEL, CHOOSE, KeyHint, KeyHintLine
from tui.dialogs.live_list import ListDialog
from tui.keys.bindings import bindings
from tui.render.text.blocks import Block, Span, text_block
from tui.render.text.links import ChoiceLink
from tui.widgets.card import RecordCard

_WIDEST = 12

# Returns the details of the choice with this id.
Details = Callable[[str], Sequence[Block]]


class ChoiceDialog(ListDialog[str]):
    """Returns the id of the chosen entry, or None if the user cancelled. `at`: the number of the entry selected at first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choice")]
    HINTS: ClassVar[tuple[KeyHint, ...]] = (CHOOSE, KeyHint("enter", "select"), CANCEL)

    def __init__(
        self,
        title: str,
        choices: tuple[tuple[str, str], ...],
        details: Details | None = None,
        at: int = 0,
        hints: tuple[KeyHint, ...] = (),
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._details = details
        self._at = at
        self._hints = hints or self.HINTS

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog choose"):
            yield Static(Content(sanitize_output(self._title)), classes="dialog-title")
            yield RecordCard(classes="hits beside" if self._details else "hits", pinned=True)
            if self._details:
                yield RecordCard(classes="detail")
            yield KeyHintLine(*self._hints)

    def on_ready(self) -> None:
        width = min(_WIDEST, max((len(name) for name, _ in self._choices), default=0) + 2)
        self.list_card.show([text_block(label, label=Span(name, "link", ChoiceLink(name)), hang=width) for name, label in self._choices])
        self.list_card.choose(self._at)
        self._show_details()

    def pick(self, link: str) -> None:
        self.close(link)

    def action_choose(self, step: int) -> None:
        super().action_choose(step)
        self._show_details()

    def action_scroll(self, step: int) -> None:
        """Scroll the details by a page, or without details the list."""
        card = self.query_one(".detail", RecordCard) if self._details else self.list_card
        card.scroll_relative(y=step * max(1, card.size.height - 1), animate=False)

    @property
    def chosen(self) -> str:
        """Return the id of the selected entry, or `""` if there are no entries."""
        return self.list_card.choice or (self._choices[self._at][0] if self._choices else "")

    def _show_details(self) -> None:
        if self._details and self.chosen:
            self.query_one(".detail", RecordCard).show(self._details(self.chosen))
