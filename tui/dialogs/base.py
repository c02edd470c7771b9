"""The base of all dialogs, their key hints, and parts that several share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, TypeVar

from textual import events
from textual.binding import BindingType
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
    """A modal screen that returns an answer. Its style sheet is read with the first dialog, to keep it out of the first paint."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.bindings("dialog")]
    CSS_PATH = FOLDER / "dialogs.tcss"
    COMPONENT_CLASSES = TEXT_ROLE_CLASSES

    def on_mount(self) -> None:
        """Call `on_ready`, unless the program is ending: then the widgets of a dialog that was just opened are not mounted."""
        if self.children and all(child.is_mounted for child in self.children):
            self.on_ready()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Return True once the dialog is mounted; keys pressed before that wait."""
        return self.is_mounted

    def on_ready(self) -> None:
        """Prepare the dialog; called when it is mounted, before it is shown."""

    def close(self, answer: ResultT | None = None) -> None:
        """Close the dialog with this answer; do nothing if it is closing already."""
        if self.is_current:
            self.dismiss(answer)

    def action_leave(self) -> None:
        """Close the dialog without an answer."""
        self.close()


class KeyHint(NamedTuple):
    """Comma-separated keys, as Textual names them, and their effect; without keys, a remark."""

    keys: str
    words: str


CANCEL = KeyHint("escape", "cancel")
CLOSE = KeyHint("escape", "close")
SAVE = KeyHint("enter", "save")
CHOOSE = KeyHint("up,down", "choose")
SCROLL = KeyHint("up,down", "scroll")


class KeyHintLine(Static):
    """A line of key hints such as `enter save · esc cancel`; a click on a hint with one key runs its action."""

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


def beginning(text: str) -> str:
    """Return the beginning of a text, as far as a dialog has room for it; the card shows all of it."""
    shown = sanitize_output(text[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"


def offer(card: RecordCard, blocks: Sequence[Block]) -> None:
    """Show `blocks` in a card below a field that keeps the focus, and select their first link, even if they did not change."""
    card.show(())
    card.show(blocks)
    if card.size.width:
        card.action_link(1)
    else:
        card.call_after_refresh(_choose_first, card)


def _choose_first(card: RecordCard) -> None:
    """Select the first link after the layout; before it, the card has none."""
    if not card.link:
        card.action_link(1)
