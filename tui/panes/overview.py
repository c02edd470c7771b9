"""Overview: what this is and how solid, with the weakest links and the open questions a key away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from store import Thing
from tui.panes.pane import Pane
from tui.render.columns import Column
from tui.render.fit import natural
from tui.render.overview import overview, weakest_links
from tui.render.parts import Block, Part
from tui.render.signs import words_of
from tui.rows import Rows

_COLUMNS = (
    Column("", lambda briefing, notes, entry: Part(""), 1),
    Column("what", lambda briefing, notes, entry: Part(""), 13),
    Column("", lambda briefing, notes, entry: Part("")),
)


class Entry(NamedTuple):
    """A line of the overview: the briefing as a whole, where `thing` is None, or one record worth a look."""

    id: str
    what: str
    words: str
    thing: Thing | None = None


class Overview(Pane):
    """The first line is the briefing itself."""

    TITLE = "Overview"
    TABLE = "questions"

    def make_list(self) -> Rows:
        return Rows(_COLUMNS, self.cells, classes="list")

    def items(self) -> Sequence[Entry]:
        whole = Entry(self.briefing.id, "in short", self.briefing.title)
        links = [Entry(claim.id, "weakest link", claim.text, claim) for claim in weakest_links(self.briefing)]
        questions = [Entry(question.id, question.kind, words_of(question), question) for question in self.briefing.file.questions]
        return [whole, *links, *sorted(questions, key=lambda entry: ("contradiction", "open", "asked").index(entry.what))]

    def cells(self, item: Entry) -> tuple[Part, ...]:
        sign = Part("✎" if self.notes.count(item.id) else " ", "mine")
        return (sign, Part(item.what, "quiet"), Part(item.words, "" if item.thing else "strong"))

    def sort_key(self, number: int, item: Entry) -> Any:
        return natural(self.cells(item)[number].text)

    def blocks(self, item: Entry) -> tuple[Block, ...]:
        return super().blocks(item.thing) if item.thing else overview(self.briefing, self.notes, self.memory)

    def notes_changed(self) -> None:
        super().notes_changed()
        if self.list.item and not self.list.item.thing:
            self.card.show(self.blocks(self.list.item))
