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

from tui.dialogs.base import CANCEL, CHOOSE, Dialog, KeyHint, KeyHintLine, offer
from tui.render.text.blocks import BLANK, Block, Span, heading_block, text_block
from tui.render.text.fuzzy import PaletteEntry, closest_entries
from tui.render.text.links import ChoiceLink
from tui.widgets.card import RecordCard
from tui.widgets.messages import ChoiceClicked
from tui.widgets.text_fields import LineField

_WIDTH = 14
_ASKED = "A few letters of an action, a record, or a place you have been"


class CommandPalette(Dialog[str]):
    """Returns the id of the chosen entry; nothing where the reader thought better of it. `groups`: heading → entries."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="palette.leave", show=False),
        Binding("down,ctrl+n", "choose(1)", "Next", id="palette.next", show=False, priority=True),
        Binding("up,ctrl+p", "choose(-1)", "Previous", id="palette.previous", show=False, priority=True),
    ]

    def __init__(self, groups: dict[str, tuple[PaletteEntry, ...]], asked: str = _ASKED, action: str = "run or open") -> None:
        super().__init__()
        self._groups = groups
        self._asked = asked
        self._action = action

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog find palette"):
            yield LineField(placeholder=self._asked)
            yield RecordCard(classes="hits", pinned=True)
            yield KeyHintLine(CHOOSE, KeyHint("enter", self._action), CANCEL)

    def on_ready(self) -> None:
        self.query_one(Input).focus()
        self._show("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        self.close(self.query_one(RecordCard).choice)

    @on(ChoiceClicked)
    def answer_click(self, event: ChoiceClicked) -> None:
        event.stop()
        self.close(event.value)

    def action_choose(self, step: int) -> None:
        self.query_one(RecordCard).action_link(step)

    def action_leave(self) -> None:
        self.close("")

    def _show(self, letters: str) -> None:
        nothing = text_block(Span(f"Nothing is called {letters}.", "quiet"))
        offer(self.query_one(RecordCard), tuple(self._page(letters)) or (nothing,))

    def _page(self, letters: str) -> Iterator[Block]:
        everything = [(heading, entry) for heading, entries in self._groups.items() for entry in entries]
        heading_of = {entry: heading for heading, entry in reversed(everything)}
        found = closest_entries((entry for _, entry in everything), letters) if letters.strip() else self._first_of_each()
        order = list(dict.fromkeys(heading_of[entry] for entry in found))
        for number, (heading, group) in enumerate(
            groupby(sorted(found, key=lambda entry: order.index(heading_of[entry])), key=heading_of.__getitem__)
        ):
            yield from (BLANK,) if number else ()
            yield heading_block(heading)
            for entry in group:
                label = Span(entry.id.rpartition(":")[2], "link", ChoiceLink(entry.id))
                yield text_block(entry.label, Span(f"  {entry.hint}", "quiet"), label=label, hang=_WIDTH)

    def _first_of_each(self) -> list[PaletteEntry]:
        return [entry for entries in self._groups.values() for entry in entries[:30]]
