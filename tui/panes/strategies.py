"""Strategies: operators and giants against kinds of strategy, as a matrix of what is claimed, or as a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from store.argument.strength import weakest_grade
from store.model.note import Note
from store.model.records import Actor, Claim, Strategy, StrategyKind
from store.opinions.logs import AGREEMENT_SIGNS
from store.text.fold import fold_text
from tui.panes.base import Pane
from tui.render.context import RenderContext
from tui.render.records.card import card_blocks
from tui.render.records.columns import Column
from tui.render.text.blocks import BLANK, Block, Span, heading_block, record_span, text_block
from tui.widgets.paged_matrix import PagedMatrix
from tui.widgets.record_list import RecordList

# Operators first, then those who compete with them and supply them.
_ROWS = ("operator", "company", "platform", "project", "group", "person", "institution")
SILENT, HIDDEN = "The article is silent.", "The filter hides what the article says here."


class Cell(NamedTuple):
    """The strategies of one actor of one kind."""

    actor: Actor
    kind: StrategyKind
    strategies: tuple[Strategy, ...]
    is_hidden: bool = False  # there are strategies, and the filter lets none through

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the strategies in it."""
        return tuple(strategy.id for strategy in self.strategies)


class Strategies(Pane):
    """A matrix of actors and kinds of strategy, or a list of the strategies.

    A filter applies to the strategies in both views: the matrix then has only their actors, and only them in its cells.
    A note on a cell is a note on one of its strategies: the chosen one, the one asked for, or the first.
    """

    TITLE = "Strategies"
    TABLE = "strategies"

    VIEWS = ("matrix", "list")
    _found: dict[tuple[str, str], tuple[Strategy, ...]] = {}  # what the cells hold, by actor and kind
    _meant = ""  # the strategy of a cell that was asked for
    _last: Cell | None = None  # the cell that was looked at: an empty one has no id by which to find back to it

    def make_list(self) -> RecordList:
        if self.view == "list":
            return super().make_list()
        if not self._found:
            self._take(self.briefing.file.strategies)
        columns = (Column("who", _nothing), *(Column(kind.name, _nothing) for kind in self.briefing.file.strategy_kinds))
        return PagedMatrix(columns, self._row_cells, self._cell_at, _told, classes="list matrix")

    def items(self) -> Sequence[Any]:
        return self.briefing.file.strategies if self.view == "list" else self._actors()

    def filterable(self) -> Sequence[Strategy]:
        return self.briefing.file.strategies

    def fill(self, at: str = "") -> None:
        if not isinstance(self.list, PagedMatrix):
            super().fill(at)
            return
        there, here = self.filterable(), self.list.item
        through = self.filtering.apply(there, self._pinned_id)
        self._take(through)
        self.list.caption = self._caption(len(through), len(there))
        self.list.set(self._sorted(self.items()), at)
        if isinstance(here, Cell):
            self._select(self.list, here.actor.id, here.kind.id)

    def target(self, item: Any) -> str:
        if not isinstance(item, Cell):
            return super().target(item)
        wanted = (self.card.linked_id, self._meant, *item.ids)
        return next((identity for identity in wanted if identity in item.ids), item.actor.id)

    @property
    def current_id(self) -> str:
        return self.target(self.list.item) if self.list.item else ""

    @property
    def _cell_ids(self) -> Sequence[str]:
        """The ids of the strategies in the cell under the cursor."""
        return self.list.item.ids if isinstance(self.list.item, Cell) else ()

    def show_notes(self) -> None:
        """Show the notes on each strategy of a cell with several."""
        targets = [identity for identity in self._cell_ids if self.notes.count(identity)]
        if len(self._cell_ids) < 2 or not targets:
            super().show_notes()
            return
        self.mine.show([block for target in targets for block in self.notes_on(target)])

    @property
    def note(self) -> Note | None:
        chosen = (note for target in self._cell_ids for note in self.notes.for_target(target) if note.id == self.mine.linked_id)
        return next(chosen, None) or super().note

    def blocks(self, item: Any) -> tuple[Block, ...]:
        if isinstance(item, Strategy):
            return card_blocks(self.context, item)
        title = (
            Block((record_span(item.actor.name, item.actor.id), Span(f"  {item.kind.name}", "title"))),
            text_block(Span(item.kind.about, "quiet")),
        )
        if item.is_hidden:
            return (*title, BLANK, text_block(HIDDEN))
        if not item.strategies:
            return (*title, BLANK, text_block(f"{SILENT} It tells of no such strategy of {item.actor.name}."))
        if len(item.strategies) == 1:
            return (*title, BLANK, *card_blocks(self.context, item.strategies[0]))
        cards = [block for strategy in item.strategies for block in _linked_card(self.context, strategy)]
        return (*title, heading_block(f"{len(item.strategies)} strategies in this cell; a note goes to the one whose id is chosen"), *cards)

    def sort_key(self, number: int, item: Any) -> Any:
        """Return the name, or the number of claims in the cells of a column of the matrix."""
        if self.view == "list":
            return super().sort_key(number, item)
        return len(self._claims(self._cell_at(item, number - 1))) if number else fold_text(item.name)

    def refresh_card(self) -> None:
        super().refresh_card()
        if isinstance(self.list.item, Cell):
            self._last = self.list.item

    def show(self, identity: str) -> None:
        """Put the cursor on a strategy, or on an actor in the column that was selected last."""
        found = self.briefing.records.get(identity)
        if isinstance(found, Actor) and self.view == "list":
            identity = next((strategy.id for strategy in self.briefing.strategies_of(found.id)), identity)
        if not isinstance(found, Strategy | Actor) or not isinstance(self.list, PagedMatrix):
            super().show(identity)
            return
        if isinstance(found, Strategy):
            self._meant = identity
        actor = found.actor if isinstance(found, Strategy) else found.id
        kind = found.kind if isinstance(found, Strategy) else self._kind_seen(actor)
        if not self._select(self.list, actor, kind):
            self.filtering.words = ""
            self.fill()
            self._select(self.list, actor, kind)

    def _select(self, matrix: PagedMatrix, actor: str, kind: str) -> bool:
        kinds = [other.id for other in self.briefing.file.strategy_kinds]
        return kind in kinds and matrix.select_cell(actor, kinds.index(kind))

    def _kind_seen(self, actor: str) -> str:
        if self._last is not None and self._last.actor.id == actor:
            return self._last.kind.id
        return next((kind.id for kind in self.briefing.file.strategy_kinds), "")

    def _take(self, strategies: Sequence[Strategy]) -> None:
        """From now on these are what the cells hold."""
        self._found = {}
        for strategy in strategies:
            self._found[strategy.actor, strategy.kind] = (*self._found.get((strategy.actor, strategy.kind), ()), strategy)

    def _actors(self) -> Sequence[Actor]:
        acting = {actor for actor, _ in self._found}
        return sorted((actor for actor in self.briefing.file.actors if actor.id in acting), key=lambda actor: _ROWS.index(actor.kind))

    def _row_cells(self, actor: Actor) -> tuple[Span, ...]:
        return (Span(actor.name), *(self._shown_cell(self._cell_at(actor, at)) for at in range(len(self.briefing.file.strategy_kinds))))

    def _cell_at(self, actor: Actor, at: int) -> Cell:
        kind = self.briefing.file.strategy_kinds[at]
        found = self._found.get((actor.id, kind.id), ())
        return Cell(actor, kind, found, not found and (actor.id, kind.id) in self._told_of)

    @cached_property
    def _told_of(self) -> frozenset[tuple[str, str]]:
        """The cells of which the article says anything."""
        return frozenset((strategy.actor, strategy.kind) for strategy in self.briefing.file.strategies)

    def _claims(self, cell: Cell) -> tuple[Claim, ...]:
        return tuple(dict.fromkeys(self.briefing.claim(identity) for strategy in cell.strategies for identity in strategy.claims))

    def _shown_cell(self, cell: Cell) -> Span:
        if not cell.strategies:
            return Span(" " if cell.is_hidden else "·", "quiet")
        claims = self._claims(cell)
        mine = "✎" if any(self.notes.count(strategy.id) for strategy in cell.strategies) else ""
        verdicts = {verdict.agreement for strategy in cell.strategies if (verdict := self.session.opinions.verdicts.current(strategy.id))}
        sign = "±" if len(verdicts) > 1 else "".join(AGREEMENT_SIGNS[agreement] for agreement in verdicts)
        return Span(f"{len(claims)} {weakest_grade(self.briefing, claims)} {mine}{sign}", "grade")


def _told(cell: Cell) -> Span:
    """Return the content of a cell as one line."""
    if not cell.strategies:
        return Span(HIDDEN if cell.is_hidden else SILENT, "quiet")
    return Span("; ".join(strategy.summary for strategy in cell.strategies))


def _linked_card(context: RenderContext, strategy: Strategy) -> tuple[Block, ...]:
    """Return the card of one of several strategies; its first line is a link, by which it can be chosen."""
    _, *rest = card_blocks(context, strategy)
    return (BLANK, Block((record_span(strategy.id, strategy.id), Span("  strategy", "quiet"))), *rest)


def _nothing(*_: object) -> Span:
    return Span("")
