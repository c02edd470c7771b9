"""What every dialog is: a question over the screen, answered once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import events
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from assets import FOLDER
from tui.card import Card
from tui.ink import INK
from tui.presses import Impossible, press
from tui.render.paint import LINK, text
from tui.render.parts import Block, Part, join

Answer = TypeVar("Answer")
LONGEST = 2_000
# Typed text is on disk within this many seconds.
DRAFT_SECONDS = 0.4
_ARROWS = {"↑": "up", "↓": "down", "←": "left", "→": "right"}


class Dialog(ModalScreen[Answer]):
    """Returns an answer. Its looks are read with the first dialog that opens, so that the first paint need not wait."""

    CSS_PATH = FOLDER / "dialogs.tcss"
    COMPONENT_CLASSES = INK

    def on_mount(self) -> None:
        """A program that is ending puts nothing on a dialog that was just asked for: then there is nothing to begin with."""
        if self.children and all(child.is_mounted for child in self.children):
            self.begin()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """What is pressed before everything is there waits until it is."""
        return self.is_mounted

    def begin(self) -> None:
        """Called when everything is there, before it is shown."""

    def leave_with(self, answer: Answer | None = None) -> None:
        """Leaves with this answer; a second key pressed in haste answers nothing."""
        if self.is_current:
            self.dismiss(answer)


class KeysLine(Static):
    """What the keys do, such as `enter takes it · esc leaves`; a click on one is as good as the key."""

    def __init__(self, words: str) -> None:
        line = text(join([Part(told, link=told.partition(" ")[0]) for told in words.split(" · ")], " · "))
        line.no_wrap = False
        super().__init__(line, classes="dialog-keys")

    async def on_click(self, event: events.Click) -> None:
        told = event.style.meta.get(LINK, "")
        try:
            meant = self.screen.active_bindings.get(press(_ARROWS.get(told, told))) if told else None
        except Impossible:  # other words than a key
            return
        if meant is not None and isinstance(meant.node, Widget):
            await meant.node.run_action(meant.binding.action)


def beginning(words: str) -> str:
    """What a dialog is about, as far as it has room for it: the card that it was asked on leads to all of it."""
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def offer(card: Card, blocks: Sequence[Block]) -> None:
    """Shows `blocks` in a card below a field that keeps the focus, with the first link chosen: also where they are the same as before."""
    card.show(())
    card.show(blocks)
    if card.size.width:
        card.action_link(1)
    else:
        card.call_after_refresh(_choose_first, card)


def _choose_first(card: Card) -> None:
    """A card that was not yet laid out had no links."""
    if not card.link:
        card.action_link(1)
