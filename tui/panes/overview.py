"""Overview: what this is and how solid, with the weakest links and the open questions a key away."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Sequence
from typing import Any, NamedTuple

from store.argument.analysis import CriticalClaim
from store.model.records import AnyRecord
from tui.panes.base import Pane
from tui.render.records.columns import Column
from tui.render.records.overview import overview_blocks
from tui.render.records.symbols import headline_with_voice
from tui.render.text.blocks import Block, Span
from tui.render.text.cells import natural_key
from tui.services.background_task import MAX_INLINE_RECORDS
from tui.widgets.record_list import RecordList

_COLUMNS = (
    Column("", lambda context, entry: Span(""), 1),
    Column("what", lambda context, entry: Span(""), 13),
    Column("", lambda context, entry: Span("")),
)

MOST_LISTED = 5


class OverviewRow(NamedTuple):
    """A line of the overview: the briefing as a whole, where `thing` is None, or one record worth a look."""

    id: str
    what: str
    words: str
    thing: AnyRecord | None = None


class Overview(Pane):
    """The first line is the briefing itself."""

    TITLE = "Overview"
    TABLE = "questions"

    _is_weighed = False

    def on_mount(self) -> None:
        if len(self.briefing.records) >= MAX_INLINE_RECORDS:
            self.run_worker(self._weigh())

    async def _weigh(self) -> None:
        """Linchpins of many claims take a moment: they are there a little later, and keys are answered meanwhile."""
        await to_thread(lambda: self.session.argument.critical_claims)
        self._is_weighed = True
        self.fill(self.current_id)
        self.refresh_card()

    @property
    def _held(self) -> tuple[CriticalClaim, ...]:
        """The linchpins, as soon as they are known."""
        return self.session.argument.critical_claims if self._is_weighed or len(self.briefing.records) < MAX_INLINE_RECORDS else ()

    def make_list(self) -> RecordList:
        return RecordList(_COLUMNS, self.cells, classes="list")

    def items(self) -> Sequence[OverviewRow]:
        whole = OverviewRow(self.briefing.id, "in short", self.briefing.title)
        links = self.session.argument.weakest_claims[:MOST_LISTED]
        held = [pin.claim for pin in self._held[:MOST_LISTED] if pin.claim not in links]
        questions = [
            OverviewRow(question.id, question.kind, headline_with_voice(question), question) for question in self.briefing.file.questions
        ]
        return [
            whole,
            *(OverviewRow(claim.id, "weakest link", claim.text, claim) for claim in links),
            *(OverviewRow(claim.id, "linchpin", claim.text, claim) for claim in held),
            *sorted(questions, key=lambda entry: ("contradiction", "open", "asked").index(entry.what)),
        ]

    def cells(self, item: OverviewRow) -> tuple[Span, ...]:
        sign = Span("✎" if self.notes.count(item.id) else " ", "mine")
        return (sign, Span(item.what, "quiet"), Span(item.words, "" if item.thing else "strong"))

    def sort_key(self, number: int, item: OverviewRow) -> Any:
        return natural_key(self.cells(item)[number].text)

    def blocks(self, item: OverviewRow) -> tuple[Block, ...]:
        if item.thing:
            return super().blocks(item.thing)
        return overview_blocks(self.context, self._held)
