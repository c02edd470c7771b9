"""The surroundings of an actor, drawn: who acts on it to the left, itself in a box, whom it acts on to the right.

    Jack Ma ──────── leads ─┤   ├─ owns ─────▶ Taobao
    BAT ──────────── other ─┘   └─ supplies ─▶ Small vendors

What goes on from a neighbour stands beneath it. No line crosses another, since an edge to an actor that stands elsewhere
too ends in its name once more. Where there is no room for two sides, all hang beneath the box. (A layout library such as
netext would cross lines, and costs more to import than the whole screen.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from store.argument.relation_graph import Edge, EgoGraph, Neighbour
from tui.render.records.symbols import relation_label
from tui.render.text.blocks import Block, Role, Span, record_span, text_block
from tui.render.text.cells import fit
from tui.render.text.links import NodeLink

Line = tuple[Span, ...]
ActorName = Callable[[str], str]
LEFT, MIDDLE, RIGHT = -1, 0, 1
# Narrower than this, there is one side only; a side wider than that would be all line.
TWO_SIDES, WIDEST_SIDE = 58, 54
# The box comes first; between the sides are their two stems and three blanks.
BOX_LINES, BETWEEN = 3, 5
# What a side has beside a name and a kind: blanks, an end of a line, and an arrow.
_BESIDE, _DEEPER, _NARROWEST = 6, 2, 6


class GraphNode(NamedTuple):
    """A node of the drawing: an actor, the edge by which it is here, and the line and the side on which it stands."""

    id: str
    edge: Edge | None
    line: int
    side: int


class Drawing(NamedTuple):
    """Lines, and the nodes on them, the centre first; the name of node 3 is a part that links to `NodeLink(3)`."""

    lines: tuple[Line, ...] = ()
    spots: tuple[GraphNode, ...] = ()


def draw_graph(around: EgoGraph, name: ActorName, width: int) -> Drawing:
    """Everything around a centre, in `width` cells."""
    sides = 2 if width >= TWO_SIDES else 1
    room = min(WIDEST_SIDE, (width - 1 - BETWEEN) // 2) if sides == 2 else max(12, width - 3)
    pen = _Pen(name, room, max((len(kind) for near in (*around.acting, *around.acted_on) for kind in _deeds(near.edge)), default=0))
    box = pen.box(around, sides)
    if sides == 2:
        left, right = pen.side(around.acting, LEFT), pen.side(around.acted_on, RIGHT)
        blank = (Span(" " * (room + 2)),)
        body = [(*(one or blank), Span("   "), *(other or ())) for one, other in zip_longest(left, right)]
    else:
        body = [(Span("  "), *line) for line in pen.side((*around.acting, *around.acted_on), RIGHT)]
    return Drawing((*box, *body, *_end(around)), tuple(pen.spots))


def _end(around: EgoGraph) -> tuple[Line, ...]:
    if around.distances > 1:
        return ()
    return (), (Span(" One step only: two would be too many actors to read.", "quiet"),)


def relation_summary(edge: Edge) -> tuple[Block, ...]:
    """Return the relations of an edge, a line for each."""
    ids = (record_span(relation.id, relation.id) for relation in edge.relations)
    words = ((Span(relation_label(relation), "strong"), f"  {relation.text}") for relation in edge.relations)
    return tuple(text_block(*said, label=label, hang=max(6, len(label.text) + 1)) for label, said in zip(ids, words, strict=True))


class _Pen:
    """Draws in sides of `room` cells, and keeps where the names stand; `kind` is the width of the longest kind."""

    def __init__(self, name: ActorName, room: int, kind: int) -> None:
        self._name = name
        self._room = room
        self._kind = min(kind, max(4, room - _BESIDE - _NARROWEST))
        self.spots: list[GraphNode] = []

    def box(self, around: EgoGraph, sides: int) -> list[Line]:
        """Return the centre; beside it, what those on either side have to do with it."""
        most = max(5, self._room * 2 - 30) if sides == 2 else self._room - 8
        inner = max(5, min(cell_len(self._name(around.centre)), most))
        inner += 1 - inner % 2  # so that it has a middle
        margin = max(1, self._room + 3 - (inner + 4) // 2) if sides == 2 else 1
        into, out = "▲" if around.acting else "─", "┬" if around.acted_on else "─"
        ends = "─" * ((inner - 3) // 2)
        foot = f"{ends}{into}───{out}{ends}" if sides == 2 else f"{'┬' if around.edges else '─'}{'─' * (inner + 1)}"
        words = (f" acts on it · {len(around.acting)}", f"  it acts on · {len(around.acted_on)}") if sides == 2 else ("", "")
        before, blank = fit(words[0], margin), " " * margin
        centre = self._put(GraphNode(around.centre, None, 1, MIDDLE), inner, "title")
        return [
            (Span(f"{blank}╭{'─' * (inner + 2)}╮", "quiet"),),
            (Span(before, "label"), Span("│ ", "quiet"), *centre, Span(" │", "quiet"), Span(words[1], "label")),
            (Span(f"{blank}╰{foot}╯", "quiet"),),
        ]

    def side(self, neighbours: Sequence[Neighbour], side: int) -> list[Line]:
        """Return the neighbours on one side, with the stem from which they hang."""
        lines: list[Line] = []
        hanging: list[int] = []
        for neighbour in neighbours:
            hanging += range(len(lines), len(lines) + len(neighbour.edge.relations))
            draw_one = self._left if side == LEFT else self._right
            lines += draw_one(neighbour, BOX_LINES + len(lines), side)
            for number, edge in enumerate(neighbour.beyond, 1):
                lines.append(self._beyond(neighbour.actor, edge, number == len(neighbour.beyond), BOX_LINES + len(lines), side))
        stems = _stems(set(hanging), len(lines), "┤┘" if side == LEFT else "├└")
        if side == LEFT:
            return [(Span(" "), *line, Span(stem, "quiet")) for line, stem in zip(lines, stems, strict=True)]
        return [(Span(stem, "quiet"), *line) for line, stem in zip(lines, stems, strict=True)]

    def _left(self, neighbour: Neighbour, at: int, side: int) -> list[Line]:
        """`Name ──── kind ─`, and further kinds below."""
        relations, lines = neighbour.edge.relations, []
        name_room = self._room - self._kind - _BESIDE
        name = self._put(GraphNode(neighbour.actor, neighbour.edge, at, side), name_room, "strong", pad=False)
        for number, relation in enumerate(relations):
            kind = fit(relation_label(relation), self._kind).rstrip()
            start = name if number == 0 else (Span(" " * cell_len(name[0].text)),)
            dashes = "─" * (self._room - cell_len(name[0].text) - len(kind) - 5)
            fork = _fork(number, len(relations), "┬├└")
            lines.append((*start, Span(f" {fork}{dashes} ", "quiet"), Span(kind), Span(" ─", "quiet")))
        return lines

    def _right(self, neighbour: Neighbour, at: int, side: int) -> list[Line]:
        """`─ kind ────▶ Name`, and further kinds below; on a side where both hang, arrows may point to the stem."""
        relations, lines = neighbour.edge.relations, []
        is_outward = neighbour.actor == neighbour.edge.object
        name = self._put(GraphNode(neighbour.actor, neighbour.edge, at, side), self._room - self._kind - _BESIDE, "strong", pad=False)
        for number, relation in enumerate(relations):
            kind = fit(relation_label(relation), self._kind).rstrip()
            fork = _fork(number, len(relations), "┬┤┘")
            dashes = "─" * (self._kind - len(kind))
            arrow = ("▶ " if is_outward else "─ ") if number == 0 else ""
            start = Span("─ " if is_outward else "◀ ", "quiet")
            lines.append((start, Span(kind), Span(f" {dashes}{fork}{arrow}", "quiet"), *(name if number == 0 else ())))
        return lines

    def _beyond(self, actor: str, edge: Edge, is_last: bool, at: int, side: int) -> Line:
        """Return an edge that continues from a neighbour, below it and as wide as its side."""
        start, end = ("─", "▶") if edge.subject == actor else ("◀", "─")
        room = self._room - _DEEPER - _BESIDE - 1
        deeds = ", ".join(_deeds(edge))
        kinds = fit(deeds, min(room - _NARROWEST, cell_len(deeds)))
        name = self._put(GraphNode(edge.other(actor), edge, at, side), room - cell_len(kinds), "")
        stem = f"{' ' * _DEEPER}{'└' if is_last else '├'}{start} {kinds} ─{end} "
        return (Span(stem, "quiet"), *name)

    def _put(self, spot: GraphNode, room: int, role: Role, pad: bool = True) -> Line:
        """Return the name of this node, cut to `room`, and blanks as far as that goes."""
        name = fit(self._name(spot.id), room).rstrip()
        self.spots.append(spot)
        part = Span(name, role, NodeLink(len(self.spots) - 1))
        return (part, Span(" " * (room - cell_len(name)))) if pad else (part,)


def _deeds(edge: Edge) -> tuple[str, ...]:
    """Every kind of relation in it, once in each voice."""
    return tuple(dict.fromkeys(map(relation_label, edge.relations)))


def _fork(number: int, of: int, signs: str) -> str:
    """Yield the junctions of lines to the same name: the first, those in between, and the last."""
    return "─" if of == 1 else signs[0] if number == 0 else signs[2] if number == of - 1 else signs[1]


def _stems(hanging: set[int], count: int, signs: str) -> list[str]:
    """Return the stem beside each line: a branch, the last branch, a line that goes on, or nothing below the last."""
    last = max(hanging, default=-1)
    return [signs[1] if at == last else signs[0] if at in hanging else "│" if at < last else " " for at in range(count)]
