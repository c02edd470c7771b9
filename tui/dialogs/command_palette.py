"""Every action with its key, every record by its name, every place the reader has been: a few letters lead there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.dialogs.base import CANCEL, CHOOSE, Dialog, KeyHint, KeysLine, offer
from tui.render.text.blocks import BLANK, Block, Part, head, say
from tui.render.text.fuzzy import Entry, closest
from tui.widgets.card import Card
from tui.widgets.messages import Follow
from tui.widgets.text_fields import LineField

_WIDTH = 14
_ASKED = "A few letters of an action, a record, or a place you have been"


class Palette(Dialog[str]):
    """Returns the id of the chosen entry; nothing where the reader thought better of it. `groups`: heading → entries."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="palette.leave", show=False),
        Binding("down,ctrl+n", "choose(1)", "Next", id="palette.next", show=False, priority=True),
        Binding("up,ctrl+p", "choose(-1)", "Previous", id="palette.previous", show=False, priority=True),
    ]

    def __init__(self, groups: dict[str, tuple[Entry, ...]], asked: str = _ASKED, action: str = "run or open") -> None:
        super().__init__()
        self._groups = groups
        self._asked = asked
        self._action = action

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog find palette"):
            yield LineField(placeholder=self._asked)
            yield Card(classes="hits", pinned=True)
            yield KeysLine(CHOOSE, KeyHint("enter", self._action), CANCEL)

    def begin(self) -> None:
        self.query_one(Input).focus()
        self._show("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        self.leave_with(self.query_one(Card).link)

    @on(Follow)
    def answer_click(self, event: Follow) -> None:
        event.stop()
        self.leave_with(event.id)

    def action_choose(self, step: int) -> None:
        self.query_one(Card).action_link(step)

    def action_leave(self) -> None:
        self.leave_with("")

    def _show(self, letters: str) -> None:
        nothing = say(Part(f"Nothing is called {letters}.", "quiet"))
        offer(self.query_one(Card), tuple(self._page(letters)) or (nothing,))

    def _page(self, letters: str) -> Iterator[Block]:
        everything = [(heading, entry) for heading, entries in self._groups.items() for entry in entries]
        heading_of = {entry: heading for heading, entry in reversed(everything)}
        found = closest((entry for _, entry in everything), letters) if letters.strip() else self._first_of_each()
        order = list(dict.fromkeys(heading_of[entry] for entry in found))
        for number, (heading, group) in enumerate(
            groupby(sorted(found, key=lambda entry: order.index(heading_of[entry])), key=heading_of.__getitem__)
        ):
            yield from (BLANK,) if number else ()
            yield head(heading)
            for entry in group:
                label = Part(entry.id.rpartition(":")[2], "link", entry.id)
                yield say(entry.name, Part(f"  {entry.what}", "quiet"), label=label, hang=_WIDTH)

    def _first_of_each(self) -> list[Entry]:
        return [entry for entries in self._groups.values() for entry in entries[:30]]
