"""What every dialog is: a question over the screen, answered once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from assets import FOLDER
from store.text.sanitize import sanitize_output
from tui.keys import bindings
from tui.render.text.blocks import Block, Span, join
from tui.render.text.links import ChoiceLink
from tui.render.text.rich_text import LINK, to_text
from tui.widgets.card import RecordCard
from tui.widgets.component_styles import TEXT_ROLE_CLASSES

ResultT = TypeVar("ResultT")
LONGEST = 2_000
# Typed text is on disk within this many seconds.
DRAFT_SECONDS = 0.4


class Dialog(ModalScreen[ResultT]):
    """Returns an answer. Its looks are read with the first dialog that opens, so that the first paint need not wait."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "app.suspend_process", "Suspend", id="dialog.suspend", show=False)]
    CSS_PATH = FOLDER / "dialogs.tcss"
    COMPONENT_CLASSES = TEXT_ROLE_CLASSES

    def on_mount(self) -> None:
        """A program that is ending puts nothing on a dialog that was just asked for: then there is nothing to begin with."""
        if self.children and all(child.is_mounted for child in self.children):
            self.on_ready()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """What is pressed before everything is there waits until it is."""
        return self.is_mounted

    def on_ready(self) -> None:
        """Called when everything is there, before it is shown."""

    def close(self, answer: ResultT | None = None) -> None:
        """Leaves with this answer; a second key pressed in haste answers nothing."""
        if self.is_current:
            self.dismiss(answer)


class KeyHint(NamedTuple):
    """Keys, as Textual names them and separated by commas, and what they do; without keys, a remark."""

    keys: str
    words: str


CANCEL = KeyHint("escape", "cancel")
CLOSE = KeyHint("escape", "close")
SAVE = KeyHint("enter", "save")
CHOOSE = KeyHint("up,down", "choose")
SCROLL = KeyHint("up,down", "scroll")


class KeyHintLine(Static):
    """Key hints such as `enter save · esc cancel`; a click on a hint with one key runs it."""

    def __init__(self, *hints: KeyHint) -> None:
        line = to_text(join([Span(_hint_text(hint), link=ChoiceLink(hint.keys)) for hint in hints], " · "))
        line.no_wrap = False
        super().__init__(line, classes="dialog-keys")

    async def on_click(self, event: events.Click) -> None:
        link = event.style.meta.get(LINK)
        active = self.screen.active_bindings.get(link.value) if isinstance(link, ChoiceLink) else None
        if active is not None and isinstance(active.node, Widget):
            await active.node.run_action(active.binding.action)


def _hint_text(hint: KeyHint) -> str:
    return f"{bindings.format_keys(hint.keys)} {hint.words}" if hint.keys else hint.words


def beginning(words: str) -> str:
    """What a dialog is about, as far as it has room for it: the card that it was asked on leads to all of it."""
    shown = sanitize_output(words[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"


def offer(card: RecordCard, blocks: Sequence[Block]) -> None:
    """Shows `blocks` in a card below a field that keeps the focus, with the first link chosen: also where they are the same as before."""
    card.show(())
    card.show(blocks)
    if card.size.width:
        card.action_link(1)
    else:
        card.call_after_refresh(_choose_first, card)


def _choose_first(card: RecordCard) -> None:
    """A card that was not yet laid out had no links."""
    if not card.link:
        card.action_link(1)
