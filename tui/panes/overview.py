"""Overview: what this is and how solid, with the weakest links and the open questions a key away."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Sequence
from typing import Any, NamedTuple

from store.argument.strength import Linchpin, pins
from store.model.records import Thing
from tui.panes.base import Pane
from tui.render.records.columns import Column
from tui.render.records.overview import overview, weakest_links
from tui.render.records.symbols import told
from tui.render.text.blocks import Block, Part
from tui.render.text.cells import natural
from tui.services.background_task import FEW
from tui.widgets.record_list import Rows

_COLUMNS = (
    Column("", lambda briefing, notes, entry: Part(""), 1),
    Column("what", lambda briefing, notes, entry: Part(""), 13),
    Column("", lambda briefing, notes, entry: Part("")),
)

MOST_LISTED = 5


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

    _is_weighed = False

    def on_mount(self) -> None:
        if len(self.briefing.records) >= FEW:
            self.run_worker(self._weigh())

    async def _weigh(self) -> None:
        """Linchpins of many claims take a moment: they are there a little later, and keys are answered meanwhile."""
        await to_thread(pins, self.briefing)
        self._is_weighed = True
        self.fill(self.place)
        self.look()

    @property
    def _held(self) -> tuple[Linchpin, ...]:
        """The linchpins, as soon as they are known."""
        return pins(self.briefing) if self._is_weighed or len(self.briefing.records) < FEW else ()

    def make_list(self) -> Rows:
        return Rows(_COLUMNS, self.cells, classes="list")

    def items(self) -> Sequence[Entry]:
        whole = Entry(self.briefing.id, "in short", self.briefing.title)
        links = weakest_links(self.briefing)
        held = [pin.claim for pin in self._held[:MOST_LISTED] if pin.claim not in links]
        questions = [Entry(question.id, question.kind, told(question), question) for question in self.briefing.file.questions]
        return [
            whole,
            *(Entry(claim.id, "weakest link", claim.text, claim) for claim in links),
            *(Entry(claim.id, "linchpin", claim.text, claim) for claim in held),
            *sorted(questions, key=lambda entry: ("contradiction", "open", "asked").index(entry.what)),
        ]

    def cells(self, item: Entry) -> tuple[Part, ...]:
        sign = Part("✎" if self.notes.count(item.id) else " ", "mine")
        return (sign, Part(item.what, "quiet"), Part(item.words, "" if item.thing else "strong"))

    def sort_key(self, number: int, item: Entry) -> Any:
        return natural(self.cells(item)[number].text)

    def blocks(self, item: Entry) -> tuple[Block, ...]:
        if item.thing:
            return super().blocks(item.thing)
        return overview(self.briefing, self.notes, self.judgement, self._held)
