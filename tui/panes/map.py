"""Map: who does what to whom, as a list, or as a drawing around one actor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from store.model.records import Relation
from tui.keys.bindings import key_label
from tui.panes.base import Pane
from tui.render.charts.ego_graph import GraphNode, relation_summary
from tui.render.records.card import card_blocks
from tui.render.text.blocks import BLANK, Block, Span
from tui.widgets.graph_view import GraphView
from tui.widgets.record_list import RecordList


class Map(Pane):
    """The relations between actors, listed or drawn; a filter applies to the relations in both views."""

    TITLE = "Map"
    TABLE = "relations"

    VIEWS = ("list", "graph")
    _meant = ""  # the relation that was asked for, which the drawing has no row for

    def make_list(self) -> RecordList:
        return GraphView(self.briefing.name, classes="list graph") if self.view == "graph" else super().make_list()

    def items(self) -> Sequence[Relation]:
        return self.briefing.file.relations

    def caption(self) -> tuple[Span, ...]:
        if self.view != "graph":
            return (Span(f"  {key_label('view')} draws them", "quiet"),)
        move = " ".join(map(key_label, ("up", "down", "facet.previous", "facet.next")))
        return (
            Span(f"  {move} move · {key_label('open')}: to the centre, then the card", "label"),
            Span(f"   {key_label('view')} lists them", "quiet"),
        )

    @property
    def view_state(self) -> str:
        """A drawing is also around somebody."""
        return f"{self.view} {self.list.centre}" if isinstance(self.list, GraphView) else self.view

    async def prepare_view(self, identity: str, way: str = "") -> None:
        view, _, centre = way.partition(" ")
        await super().prepare_view(identity, view)
        if isinstance(self.list, GraphView) and centre in self.list.graph:
            self.list.look_from(centre)

    def show(self, identity: str) -> None:
        """Put the cursor on this relation or actor; a filter that hides it is taken off."""
        if isinstance(self.briefing.records.get(identity), Relation):
            self._meant = identity
        if not self._find(identity) and self.filtering.words:
            self.filtering.words = ""
            self.fill()
            self._find(identity)

    def _find(self, identity: str) -> bool:
        if isinstance(self.list, GraphView):
            return self.list.find(identity)
        own = [relation.id for relation in self.list.items if identity in (relation.subject, relation.object)]
        here = self.current_id if self.current_id in own else self._meant if self._meant in own else own[0] if own else identity
        return self.list.select(here)

    def blocks(self, item: Any) -> tuple[Block, ...]:
        if isinstance(item, Relation):
            return card_blocks(self.context, item)
        assert isinstance(item, GraphNode)
        told = relation_summary(item.edge) if item.edge else ()
        return (*told, *((BLANK,) if told else ()), *card_blocks(self.context, self.briefing.actor(item.id)))
