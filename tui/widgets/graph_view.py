"""The drawn graph: one actor and what is around it, where the cursor walks from node to node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.text import Text
from textual import events
from textual.strip import Strip

from store.argument.relation_graph import Edge, RelationGraph
from tui.render.charts.ego_graph import BOX_LINES, LEFT, MIDDLE, RIGHT, Drawing, draw_graph
from tui.render.text.blocks import Span
from tui.render.text.links import NodeLink
from tui.render.text.rich_text import LINK, to_text
from tui.widgets.messages import RowSelected
from tui.widgets.record_list import RecordList

NameOf = Callable[[str], str]
# Until the screen says how wide it is.
_USUAL_WIDTH = 80


class GraphView(RecordList):
    """The drawing: a centre, and what is around it. It is given relations; its items are the nodes, by which the cursor walks.

    `enter` puts the node under the cursor into the centre; on the centre, it goes into the card, as in every list.
    """

    def __init__(self, name: NameOf, **options: Any) -> None:
        super().__init__((), _nothing, **options)
        self._name_of = name
        self._drawing = Drawing()
        self._width = 0
        self.graph = RelationGraph(())
        self.centre = ""

    def set(self, items: Sequence[Any], at: str = "") -> None:
        """Draws these relations around `at`, the same centre as before, or whoever takes part in most."""
        was = self.item
        self.graph = RelationGraph(items)
        edge = self.graph.edge_of(at)
        known = (at, edge.subject if edge else "", self.centre, *self.graph.subjects[:1])
        self.look_from(next((actor for actor in known if actor in self.graph), ""), edge or (was.edge if was else None))

    def look_from(self, actor: str, edge: Edge | None = None) -> None:
        """Draws what is around `actor`, with the cursor on it, or on the node of this edge."""
        self.centre = actor
        self._redraw()
        super().set(self._drawing.spots, actor)
        if edge is not None:
            self._go((at for at, spot in enumerate(self.items) if spot.edge and spot.edge[:2] == edge[:2]))

    def find(self, identity: str) -> bool:
        """Put the cursor on this actor, or on the edge that this relation is in, around another centre where need be."""
        edge = self.graph.edge_of(identity)
        if edge is not None:
            if self.item is None or self.item.edge != edge:
                self.look_from(edge.subject, edge)
        elif identity in self.graph and (self.item is None or self.item.id != identity) and not self.select(identity):
            self.look_from(identity)
        return edge is not None or identity in self.graph

    @property
    def sortable(self) -> tuple[str, ...]:
        return ()

    @property
    def line_count(self) -> int:
        return len(self._drawing.lines) + self.heading_lines

    @property
    def heading_lines(self) -> int:
        return 1 if self.caption else 0

    def render_line(self, y: int) -> Strip:
        self._fit()  # the first paint comes before the event that tells the size
        return super().render_line(y)

    def _top(self, number: int, width: int) -> Text:
        """Once the box is out of sight, the centre stands here."""
        if self.scroll_y < BOX_LINES - 1 or not self.centre:
            return super()._top(number, width)
        return to_text((Span("  around ", "label"), Span(self._name_of(self.centre), "strong")), self.style_of)

    def row_line(self, number: int, width: int) -> Text:
        line = Text(end="", no_wrap=True)
        for part in self._drawing.lines[number]:
            piece = to_text([part], self.style_of)
            if part.link == NodeLink(self.cursor):
                piece.stylize(self.style_of("cursor"))
                piece.stylize("reverse bold")
            line.append_text(piece)
        return line

    def on_resize(self) -> None:
        self._fit()

    def on_click(self, event: events.Click) -> None:
        """Select the node under the mouse, where a list would select a line."""
        event.prevent_default()
        link = event.style.meta.get(LINK)
        if isinstance(link, NodeLink) and link.index < len(self.items):
            self.cursor = link.index
            if event.chain == 2:
                self.action_choose()

    def action_choose(self) -> None:
        if self.item is not None and self.item.id != self.centre:
            self.look_from(self.item.id)
        elif self.item is not None:
            self.post_message(RowSelected(self.item))

    def action_move(self, step: int) -> None:
        """Up or down by so many lines, to a node on the same side; from the centre, down either side."""
        if self.item is None:
            return
        line = self.item.line
        for side in (self.item.side,) if self.item.side != MIDDLE else (RIGHT, LEFT):
            lines = ((spot.line, at) for at, spot in enumerate(self.items) if spot.side == side)
            ahead = [(abs(there - line), at) for there, at in lines if (there - line) * step > 0]
            if ahead:
                self.cursor = max((way for way in ahead if way[0] <= abs(step)), default=min(ahead))[1]
                return
        if step < 0:
            self.cursor = 0

    def action_facet(self, step: int) -> None:
        """To the next side, left or right, to the node nearest to this one's line."""
        if self.item is None or not LEFT <= self.item.side + step <= RIGHT:
            return
        line = self.item.line
        self._go(sorted(self._on(self.item.side + step), key=lambda at: abs(self.items[at].line - line)))

    def _on(self, side: int) -> list[int]:
        return [at for at, spot in enumerate(self.items) if spot.side == side]

    def _go(self, nodes: Iterable[int]) -> None:
        self.cursor = next(iter(nodes), self.cursor)

    def _fit(self) -> None:
        """Draws anew for another width; the cursor stays on its node."""
        if self.scrollable_content_region.width in (0, self._width):
            return
        self._width = self.scrollable_content_region.width
        self._redraw()
        self.items = self._drawing.spots
        self.update_size()
        self.refresh()
        self.call_after_refresh(self._reveal)

    def _redraw(self) -> None:
        around = self.graph.ego_graph(self.centre)
        self._drawing = draw_graph(around, self._name_of, self._width or _USUAL_WIDTH) if self.centre else Drawing()

    def _draw_cursor(self, *rows: int) -> None:
        self._reveal()
        for row in rows:
            if row < len(self.items):
                self.refresh_line(self.items[row].line + self.heading_lines)

    def _reveal(self) -> None:
        if not self.is_mounted or self.item is None:
            return
        line, room = self.item.line, max(1, self.page - self.heading_lines)
        if line < BOX_LINES:
            line, room = 0, 1
        if line < self.scroll_y or line >= self.scroll_y + room:
            self.scroll_to(y=line if line < self.scroll_y else line - room + 1, animate=False, force=True)


def _nothing(item: Any) -> tuple[Span, ...]:
    return ()
