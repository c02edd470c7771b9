"""Strategies: operators and giants against kinds of strategy, as a matrix of what is claimed, or as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from textual import on

from store import Actor, Strategy, StrategyKind, worst
from tui.matrix import Matrix
from tui.messages import ChangeView
from tui.panes.pane import Pane
from tui.render.cards import card
from tui.render.columns import COLUMNS, Column, row
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
    def id(self) -> str:
        """The strategy, where there is one: a cell is found again by it."""
        return self.strategies[0].id if self.strategies else self.actor.id


class Strategies(Pane):
    """`←` and `→` go from column to column of the matrix; `w` shows the same as a list."""

    TITLE = "Strategies"
    TABLE = "strategies"

    as_matrix = True

    def make_list(self) -> Rows:
        if not self.as_matrix:
            return Rows(COLUMNS[self.TABLE], self.cells, classes="list")
        kinds = self.briefing.file.strategy_kinds
        columns = (Column("who", _nothing), *(Column(kind.name, _nothing) for kind in kinds))
        return Matrix(columns, self.cells, self._cell, classes="list matrix")

    def items(self) -> Sequence[Any]:
        if not self.as_matrix:
            return self.briefing.file.strategies
        actors = [actor for actor in self.briefing.file.actors if self.briefing.strategies_of(actor.id)]
        return sorted(actors, key=lambda actor: _ROWS.index(actor.kind))

    def cells(self, item: Any) -> tuple[Part, ...]:
        if not self.as_matrix:
            return row(COLUMNS[self.TABLE], self.briefing, self.notes, item)
        cells = [self._cell(item, at) for at in range(len(self.briefing.file.strategy_kinds))]
        return (Part(item.name), *(self._shown_cell(cell) for cell in cells))

    def blocks(self, item: Any) -> tuple[Block, ...]:
        if isinstance(item, Strategy):
            return card(self.briefing, item)
        title = (
            Block((Part(item.actor.name, "link", item.actor.id), Part(f"  {item.kind.name}", "title"))),
            say(Part(item.kind.about, "quiet")),
        )
        if not item.strategies:
            return (*title, BLANK, say(f"{SILENT} It tells of no such strategy of {item.actor.name}."))
        more = f"{len(item.strategies)} strategies in this cell" if len(item.strategies) > 1 else ""
        cards = [block for strategy in item.strategies for block in (BLANK, *card(self.briefing, strategy))]
        return (*title, head(more), *cards) if more else (*title, *cards)

    def show(self, identity: str) -> None:
        found = self.briefing.records.get(identity)
        if self.as_matrix and isinstance(found, Strategy) and isinstance(self.list, Matrix):
            kinds = [kind.id for kind in self.briefing.file.strategy_kinds]
            self.list.select_cell(found.actor, kinds.index(found.kind))
        else:
            super().show(identity)

    @on(ChangeView)
    async def change_view(self, event: ChangeView) -> None:
        event.stop()
        at = self.place
        self.as_matrix = not self.as_matrix
        await self.list.remove()
        await self.mount(self.make_list(), before=0)
        self.fill()
        self.show(at)
        self.focus_list()

    def _cell(self, actor: Actor, at: int) -> Cell:
        kind = self.briefing.file.strategy_kinds[at]
        return Cell(actor, kind, tuple(strategy for strategy in self.briefing.strategies_of(actor.id) if strategy.kind == kind.id))

    def _shown_cell(self, cell: Cell) -> Part:
        if not cell.strategies:
            return Part("·", "quiet")
        claims = tuple(dict.fromkeys(self.briefing.claim(identity) for strategy in cell.strategies for identity in strategy.claims))
        mine = "✎" if any(self.notes.count(strategy.id) for strategy in cell.strategies) else ""
        return Part(f"{len(claims)} {worst(self.briefing, claims)} {mine}", "grade")


def _nothing(*_: object) -> Part:
    return Part("")
