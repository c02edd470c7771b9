"""Map: who does what to whom, as a table of all, as a drawing around one actor, or as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from store import Edge, Graph, Relation, fold_text
from tui.graph import Nodes
from tui.keys import shown_key
from tui.matrix import Matrix
from tui.panes.cells import CellPane
from tui.render.cards import card
from tui.render.columns import Column
from tui.render.fit import fit
from tui.render.graph import Spot, edge_blocks, told_in
from tui.render.paint import text
from tui.render.parts import BLANK, Block, Part
from tui.render.signs import deed_of
from tui.rows import Rows

NameOf = Callable[[str], str]
_FIRST_ROWS = 8
_WHO = Column("who", lambda briefing, notes, relation: Part(briefing.name(relation.subject)))


class Who(NamedTuple):
    """An actor that does something: a row of the table."""

    id: str
    name: str


class Adjacency(Matrix):
    """Who does (rows) what (cells) to whom (columns). It is given relations; its items are the actors that do something.

    Whoever takes part in most relations comes first, or, sorted by `who`, by name; `cell` says what stands in a cell.
    """

    cell_width = 11

    def __init__(self, name: NameOf, cell: Callable[[Edge], Part], **options: Any) -> None:
        super().__init__((_WHO,), _nothing, self._edge, **options)
        self._name_of = name
        self._cell = cell
        self._objects: tuple[str, ...] = ()
        self.graph = Graph(())

    def set(self, items: Sequence[Any], at: str = "") -> None:
        """Shows these relations, with the cursor on the one with the id `at`, or on that actor, or where it was."""
        was = self.item
        self.graph = Graph(items)
        found = self.graph.edge_of(at)
        subjects, self._objects = self._in_order(self.graph.subjects), self._in_order(self.graph.objects)
        self.columns = (_WHO, *(Column(self._name_of(actor), _no_part) for actor in self._objects))
        wanted = found or was or self._nearest_to_the_corner(subjects)
        column = self._objects.index(wanted.object) if wanted and wanted.object in self._objects else 0
        self.set_reactive(Adjacency.column, column)
        row = found.subject if found else at or (wanted.subject if wanted and not was else "")
        super().set([Who(actor, self._name_of(actor)) for actor in subjects], row)

    def _nearest_to_the_corner(self, subjects: tuple[str, ...]) -> Edge | None:
        """Where the table is first seen, most of it is to be read without scrolling."""
        places = {actor: number for number, actor in enumerate(self._objects)}
        edges = [
            (row + places[edge.object], edge) for row, actor in enumerate(subjects[:_FIRST_ROWS]) for edge in self.graph.acted_on(actor)
        ]
        return min(edges, key=lambda place: place[0])[1] if edges else None

    def find(self, identity: str) -> bool:
        """Puts the cursor on this relation, or on this actor's row, or on what is done to it; whether it is here."""
        edge = self.graph.edge_of(identity)
        if edge is None and identity in self.graph:
            here: Edge = self.item
            own = here.subject == identity or bool(self.graph.between(identity, here.object).relations)
            edges = self.graph.acted_on(identity) or self.graph.acting(identity)
            edge = Edge(identity, here.object) if own else edges[0]
        return edge is not None and self.select_cell(edge.subject, self._objects.index(edge.object))

    @property
    def sortable(self) -> tuple[str, ...]:
        return (_WHO.name,)

    def column_at(self, x: int) -> str:
        return _WHO.name if x < self._names(self.scrollable_content_region.width) else ""

    @property
    def heading_lines(self) -> int:
        """Names of actors are long: they have two lines."""
        return 3 if self.caption else 2

    def row_line(self, number: int, width: int) -> Text:
        """As in every matrix, but only what is seen is asked for: there may be a thousand columns."""
        who, columns = self.items[number], self._visible(range(len(self._objects)), width)
        return self.drawn(number, width, Part(who.name), ((at, self._cell(self._edge(who, at))) for at, _ in columns))

    def _names(self, width: int) -> int:
        """The names have what is left beside whole cells."""
        return self.narrowest + max(0, width - 2 - self.narrowest) % self.cell_width

    def _edge(self, who: Who, column: int) -> Edge:
        return self.graph.between(who.id, self._objects[column])

    def _in_order(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        if self.order is None:
            return actors
        return tuple(sorted(actors, key=lambda actor: fold_text(self._name_of(actor)), reverse=self.order.reverse))

    def _top(self, number: int, width: int) -> Text:
        if self.caption and number == 0:
            return super()._top(number, width)
        is_last = number == self.heading_lines - 1
        shown = [at for at, _ in self._visible(range(len(self._objects)), width)]
        more = "‹" if is_last and shown and shown[0] > 0 else " "
        names = [Part(fit(f"  {self._sorted_by()}" if is_last else "", self._names(width) + 1) + more, "label")]
        for at in shown:
            name = _in_two(self.columns[at + 1].name, self.cell_width - 1)[is_last]
            names.append(Part(f"{name} ", "strong" if at == self.column else "label"))
        line = text(names, self.style_of)
        if is_last and shown and shown[-1] < len(self._objects) - 1:
            line.truncate(width - 1, pad=True)
            line.append("›")
        return line

    def _sorted_by(self) -> str:
        return _WHO.name + ("" if self.order is None else "▼" if self.order.reverse else "▲")


class Map(CellPane):
    """The relations between actors. `w` goes from the table to the drawing and to the list; a filter is for relations in all."""

    TITLE = "Map"
    TABLE = "relations"

    VIEWS = ("table", "graph", "list")

    def make_list(self) -> Rows:
        match self.view:
            case "table":
                return Adjacency(self.briefing.name, self._shown_cell, classes="list matrix")
            case "graph":
                return Nodes(self.briefing.name, classes="list graph")
            case _:
                return super().make_list()

    def items(self) -> Sequence[Relation]:
        return self.briefing.file.relations

    def caption(self) -> tuple[Part, ...]:
        match self.view:
            case "table":
                return (Part("  who ↓ does what to whom →", "label"), Part(f"   {shown_key('view')} draws it", "quiet"))
            case "graph":
                move = " ".join(map(shown_key, ("up", "down", "facet.previous", "facet.next")))
                return (
                    Part(f"  {move} move · {shown_key('open')}: to the centre, then the card", "label"),
                    Part(f"   {shown_key('view')} lists them", "quiet"),
                )
            case _:
                return ()

    def target(self, item: Any) -> str:
        """In a cell, one of its relations; on a node, or where the article is silent, the actor."""
        if not isinstance(item, Edge):
            return super().target(item)
        return self.one_of(item.ids, item.subject)

    @property
    def within(self) -> Sequence[str]:
        return self.list.item.ids if isinstance(self.list.item, Edge) else ()

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
        if isinstance(self.list, Adjacency | Nodes):
            return self.list.find(identity)
        own = [relation.id for relation in self.list.items if identity in (relation.subject, relation.object)]
        here = self.place if self.place in own else self._meant if self._meant in own else own[0] if own else identity
        return self.list.select(here)

    def blocks(self, item: Any) -> tuple[Block, ...]:
        if isinstance(item, Relation):
            return card(self.briefing, item)
        if isinstance(item, Spot):
            told = told_in(item.edge) if item.edge else ()
            return (*told, *((BLANK,) if told else ()), *card(self.briefing, self.briefing.actor(item.id)))
        assert isinstance(item, Edge) and isinstance(self.list, Adjacency)
        return edge_blocks(self.briefing, item, self.list.graph.between(item.object, item.subject))

    def _shown_cell(self, edge: Edge) -> Part:
        if not edge.relations:
            return Part("·", "quiet")
        words = deed_of(edge.relations[0]) if len(edge.relations) == 1 else f"{len(edge.relations)} ways"
        if any(self.notes.count(identity) for identity in edge.ids):
            return Part(f"{fit(words, min(len(words), 8))} ✎", "strong")
        return Part(words, "strong")


def _in_two(name: str, size: int) -> tuple[str, str]:
    """A name on two lines of exactly `size` cells, parted between words where that is possible; the last line is the fuller."""
    name = name[: size * 10]
    if cell_len(name) <= size:
        return " " * size, fit(name, size)
    room = max(end for end in range(size + 1) if cell_len(name[:end]) <= size)
    space = name.rfind(" ", 0, room + 1)
    first, rest = (name[:space], name[space + 1 :]) if space > 0 else (name[:room], name[room:])
    return fit(first, size), fit(rest, size)


def _nothing(item: Any) -> tuple[Part, ...]:
    return ()


def _no_part(*_: object) -> Part:
    return Part("")
