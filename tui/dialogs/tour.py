"""The tour: six steps that show a newcomer around; it can be left at any time."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.card import Card
from tui.dialogs.dialog import Dialog, KeysLine
from tui.keys import shown_key
from tui.render.parts import BLANK, Block, Part, head, say

# A step: what it is about, and what is said; {id} stands for the first key of the action with this id.
STEPS = (
    (
        "A list and a card",
        "There is a list, and beside or below it the card of what is under the cursor. {down} and {up} move, and the card follows at once.",
    ),
    (
        "Nine tabs",
        "{tab.2} shows the companies, {tab.3} their strategies, {tab.4} what is recommended, {tab.5} every claim."
        " {tab.next} and {tab.previous} go on and back.",
    ),
    (
        "Follow a link",
        "{open} goes into the card, where every underlined name leads to its record: {link.next} chooses the next link,"
        " {follow} follows it, {back} comes back.",
    ),
    (
        "Three voices",
        "¶ is what the article says, ◆ what the reviewer makes of it, with a grade such as C4, ✎ what you write. They are never mixed.",
    ),
    (
        "Yours",
        "{note.add} writes a note on whatever you look at, {save} keeps it. {mark} marks it. {undo} takes the last change back.",
    ),
    (
        "Find anything",
        "{find} searches everything, {filter} narrows a list, {palette} reaches every action, {help} explains. {quit.now} quits.",
    ),
)


class Tour(Dialog[None]):
    """Returns nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", id="tour.leave", show=False),
        Binding("enter,right,space,j,l,n", "step(1)", "Next", id="tour.next", show=False, priority=True),
        Binding("left,k,h,backspace,p", "step(-1)", "Previous", id="tour.previous", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tour"):
            yield Card()
            yield KeysLine("enter goes on · ← goes back · esc leaves")

    def begin(self) -> None:
        self.query_one(Card).show(step_page(self._at))

    def action_step(self, step: int) -> None:
        if self._at + step >= len(STEPS):
            self.action_leave()
            return
        self._at = max(0, self._at + step)
        self.query_one(Card).show(step_page(self._at))

    def action_leave(self) -> None:
        self.leave_with()


def step_page(number: int) -> tuple[Block, ...]:
    """One step, with the keys as they are now."""
    title, words = STEPS[number]
    parts: list[Part] = []
    for piece in words.split("{"):
        name, brace, rest = piece.partition("}")
        parts += [Part(shown_key(name), "strong"), Part(rest)] if brace else [Part(name)]
    return (Block((Part(f"{number + 1} of {len(STEPS)}", "quiet"),)), head(title), BLANK, say(*parts))
