"""Map: who does what to whom, as a list, or as a drawing around one actor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from store.model.records import Relation
from tui.keys.bindings import shown_key
from tui.panes.base import Pane
from tui.render.charts.ego_graph import Spot, told_in
from tui.render.records.card import card
from tui.render.text.blocks import BLANK, Block, Part
from tui.widgets.graph_view import Nodes
from tui.widgets.record_list import Rows


class Map(Pane):
    """The relations between actors, listed or drawn; a filter applies to the relations in both views."""

    TITLE = "Map"
    TABLE = "relations"

    VIEWS = ("list", "graph")
    _meant = ""  # the relation that was asked for, which the drawing has no row for

    def make_list(self) -> Rows:
        return Nodes(self.briefing.name, classes="list graph") if self.view == "graph" else super().make_list()

    def items(self) -> Sequence[Relation]:
        return self.briefing.file.relations

    def caption(self) -> tuple[Part, ...]:
        if self.view != "graph":
            return (Part(f"  {shown_key('view')} draws them", "quiet"),)
        move = " ".join(map(shown_key, ("up", "down", "facet.previous", "facet.next")))
        return (
            Part(f"  {move} move · {shown_key('open')}: to the centre, then the card", "label"),
            Part(f"   {shown_key('view')} lists them", "quiet"),
        )

    @property
    def way(self) -> str:
        """A drawing is also around somebody."""
        return f"{self.view} {self.list.centre}" if isinstance(self.list, Nodes) else self.view

    async def make_room(self, identity: str, way: str = "") -> None:
        view, _, centre = way.partition(" ")
        await super().make_room(identity, view)
        if isinstance(self.list, Nodes) and centre in self.list.graph:
            self.list.look_from(centre)

    def show(self, identity: str) -> None:
        """Puts the cursor on this relation or actor; a filter that hides it is taken off."""
        if isinstance(self.briefing.records.get(identity), Relation):
            self._meant = identity
        if not self._find(identity) and self.filtering.words:
            self.filtering.words = ""
            self.fill()
            self._find(identity)

    def _find(self, identity: str) -> bool:
        if isinstance(self.list, Nodes):
            return self.list.find(identity)
        own = [relation.id for relation in self.list.items if identity in (relation.subject, relation.object)]
        here = self.place if self.place in own else self._meant if self._meant in own else own[0] if own else identity
        return self.list.select(here)

    def blocks(self, item: Any) -> tuple[Block, ...]:
        if isinstance(item, Relation):
            return card(self.briefing, item)
        assert isinstance(item, Spot)
        told = told_in(item.edge) if item.edge else ()
        return (*told, *((BLANK,) if told else ()), *card(self.briefing, self.briefing.actor(item.id)))
