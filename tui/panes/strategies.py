"""Strategies: operators and giants against kinds of strategy, as a matrix of what is claimed, or as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from textual import on

from store import Actor, Briefing, Note, Strategy, StrategyKind, worst
from tui.matrix import Matrix
from tui.messages import ChangeView
from tui.panes.pane import Pane
from tui.render.cards import card
from tui.render.columns import COLUMNS, Column
from tui.render.overview import mine_blocks
from tui.render.parts import BLANK, Block, Part, head, say
from tui.rows import Rows

# Operators first, then those who compete with them and supply them.
_ROWS = ("operator", "company", "platform", "project", "group", "person", "institution")
SILENT = "The article is silent."


class Cell(NamedTuple):
    """What the article says of one actor under one kind of strategy."""

    actor: Actor
    kind: StrategyKind
    strategies: tuple[Strategy, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the strategies in it."""
        return tuple(strategy.id for strategy in self.strategies)


class Strategies(Pane):
    """`←` and `→` go from column to column of the matrix; `w` shows the same as a list."""

    TITLE = "Strategies"
    TABLE = "strategies"

    as_matrix = True
    _meant = ""  # where a cell holds several strategies: the one that was asked for

    def make_list(self) -> Rows:
        if not self.as_matrix:
            return Rows(COLUMNS[self.TABLE], self.cells, classes="list")
        columns = (Column("who", _nothing), *(Column(kind.name, _nothing) for kind in self.briefing.file.strategy_kinds))
        return Matrix(columns, self._matrix_cells, self._cell, classes="list matrix")

    def items(self) -> Sequence[Any]:
        if not self.as_matrix:
            return self.briefing.file.strategies
        actors = [actor for actor in self.briefing.file.actors if self.briefing.strategies_of(actor.id)]
        return sorted(actors, key=lambda actor: _ROWS.index(actor.kind))

    def target(self, item: Any) -> str:
        if not isinstance(item, Cell):
            return super().target(item)
        if not item.strategies:
            return item.actor.id
        wished = (self.card.link, self._meant, item.ids[0])
        return next(identity for identity in wished if identity in item.ids)

    @property
    def place(self) -> str:
        return self.target(self.list.item) if self.list.item else ""

    def show_notes(self) -> None:
        """In a cell of several strategies, the notes on each of them."""
        item = self.list.item
        if not isinstance(item, Cell) or len(item.strategies) < 2:
            super().show_notes()
            return
        targets = [identity for identity in item.ids if self.notes.count(identity)] or [self.about]
        self.mine.show([block for target in targets for block in mine_blocks(self.notes.about(target), target)])

    @property
    def note(self) -> Note | None:
        item = self.list.item
        targets = item.ids if isinstance(item, Cell) else ()
        chosen = (note for target in targets for note in self.notes.about(target) if note.id == self.mine.link)
        return next(chosen, None) or super().note

    def blocks(self, item: Any) -> tuple[Block, ...]:
        if isinstance(item, Strategy):
            return card(self.briefing, item)
        title = (
            Block((Part(item.actor.name, "link", item.actor.id), Part(f"  {item.kind.name}", "title"))),
            say(Part(item.kind.about, "quiet")),
        )
        if not item.strategies:
            return (*title, BLANK, say(f"{SILENT} It tells of no such strategy of {item.actor.name}."))
        if len(item.strategies) == 1:
            return (*title, BLANK, *card(self.briefing, item.strategies[0]))
        cards = [block for strategy in item.strategies for block in _linked_card(self.briefing, strategy)]
        return (*title, head(f"{len(item.strategies)} strategies in this cell; a note goes to the one whose id is chosen"), *cards)

    def show(self, identity: str) -> None:
        found = self.briefing.records.get(identity)
        if self.as_matrix and isinstance(found, Strategy) and isinstance(self.list, Matrix):
            self._meant = identity
            kinds = [kind.id for kind in self.briefing.file.strategy_kinds]
            self.list.select_cell(found.actor, kinds.index(found.kind))
        else:
            super().show(identity)

    @on(ChangeView)
    async def change_view(self, event: ChangeView) -> None:
        event.stop()
        at = self.place
        self.as_matrix = not self.as_matrix
        self.filtering.words = ""
        await self.list.remove()
        await self.mount(self.make_list(), before=0)
        self.fill()
        self.show(at)
        self.focus_list()

    def _matrix_cells(self, actor: Actor) -> tuple[Part, ...]:
        cells = [self._cell(actor, at) for at in range(len(self.briefing.file.strategy_kinds))]
        return (Part(actor.name), *(self._shown_cell(cell) for cell in cells))

    def _cell(self, actor: Actor, at: int) -> Cell:
        kind = self.briefing.file.strategy_kinds[at]
        return Cell(actor, kind, tuple(strategy for strategy in self.briefing.strategies_of(actor.id) if strategy.kind == kind.id))

    def _shown_cell(self, cell: Cell) -> Part:
        if not cell.strategies:
            return Part("·", "quiet")
        claims = tuple(dict.fromkeys(self.briefing.claim(identity) for strategy in cell.strategies for identity in strategy.claims))
        mine = "✎" if any(self.notes.count(strategy.id) for strategy in cell.strategies) else ""
        return Part(f"{len(claims)} {worst(self.briefing, claims)} {mine}", "grade")


def _linked_card(briefing: Briefing, strategy: Strategy) -> tuple[Block, ...]:
    """The card of one of several strategies; its first line is a link, by which it can be chosen."""
    _, *rest = card(briefing, strategy)
    return (BLANK, Block((Part(strategy.id, "link", strategy.id), Part("  strategy", "quiet"))), *rest)


def _nothing(*_: object) -> Part:
    return Part("")
