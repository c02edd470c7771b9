"""Asks which one of a few, and where there is more to say of each, shows that of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.text.sanitize import sanitize_output
from tui.dialogs.base import CANCEL, CHOOSE, Dialog, KeyHint, KeyHintLine
from tui.render.text.blocks import Block, Span, text_block
from tui.render.text.links import ChoiceLink
from tui.widgets.card import RecordCard
from tui.widgets.messages import ChoiceClicked

_WIDEST = 12

# What there is to say of the choice with this name.
Tell = Callable[[str], Sequence[Block]]


class ChoiceDialog(Dialog[str]):
    """Returns the id of the chosen one; nothing where the reader thought better of it. `at`: which one is chosen at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", id="choose.leave", show=False),
        Binding("down,j", "choose(1)", "Next", id="choose.next", show=False, priority=True),
        Binding("up,k", "choose(-1)", "Previous", id="choose.previous", show=False, priority=True),
        Binding("pagedown", "scroll(1)", "Read on", id="choose.down", show=False, priority=True),
        Binding("pageup", "scroll(-1)", "Read back", id="choose.up", show=False, priority=True),
    ]
    HINTS: ClassVar[tuple[KeyHint, ...]] = (CHOOSE, KeyHint("enter", "select"), CANCEL)

    def __init__(
        self,
        question: str,
        choices: tuple[tuple[str, str], ...],
        tell: Tell | None = None,
        at: int = 0,
        hints: tuple[KeyHint, ...] = (),
    ) -> None:
        super().__init__()
        self._question = question
        self._choices = choices
        self._tell = tell
        self._at = at
        self._hints = hints or self.HINTS

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog choose"):
            yield Static(Content(sanitize_output(self._question)), classes="dialog-title")
            yield RecordCard(classes="hits beside" if self._tell else "hits", pinned=True)
            if self._tell:
                yield RecordCard(classes="detail")
            yield KeyHintLine(*self._hints)

    def on_ready(self) -> None:
        card = self.query_one(".hits", RecordCard)
        width = min(_WIDEST, max((len(name) for name, _ in self._choices), default=0) + 2)
        card.show([text_block(words, label=Span(name, "link", ChoiceLink(name)), hang=width) for name, words in self._choices])
        card.choose(self._at)
        self._show()

    @on(ChoiceClicked)
    def answer(self, event: ChoiceClicked) -> None:
        event.stop()
        self.close(event.value)

    def action_choose(self, step: int) -> None:
        self.query_one(".hits", RecordCard).action_link(step)
        self._show()

    def action_scroll(self, step: int) -> None:
        """A page of what is said of the chosen one, or of the choices themselves."""
        card = self.query_one(".detail" if self._tell else ".hits", RecordCard)
        card.scroll_relative(y=step * max(1, card.size.height - 1), animate=False)

    def action_leave(self) -> None:
        self.close("")

    @property
    def chosen(self) -> str:
        """The id of the one that is chosen now."""
        return self.query_one(".hits", RecordCard).choice or (self._choices[self._at][0] if self._choices else "")

    def _show(self) -> None:
        if self._tell and self.chosen:
            self.query_one(".detail", RecordCard).show(self._tell(self.chosen))
