"""Who does what to whom, as a graph: actors are its nodes, and the relations of two of them, one way, are an edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from store.model.records import Relation

# A drawing with more nodes than this is no longer read but searched; an actor is a node for each edge that leads to it.
MOST_NODES = 40


class Edge(NamedTuple):
    """The relations from one actor to another."""

    subject: str
    object: str
    relations: tuple[Relation, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its relations."""
        return tuple(relation.id for relation in self.relations)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of relation in it, once."""
        return tuple(dict.fromkeys(relation.kind for relation in self.relations))

    def other(self, actor: str) -> str:
        """Return the actor at the other end, or the same actor for a relation to itself."""
        return self.object if actor == self.subject else self.subject


class Neighbour(NamedTuple):
    """An actor one step from the centre, the edge that leads there, and the edges that go on from it."""

    actor: str
    edge: Edge
    beyond: tuple[Edge, ...] = ()


class EgoGraph(NamedTuple):
    """A centre, who acts on it, and whom it acts on; `steps` says how far it looks. No edge is in it twice."""

    centre: str
    acting: tuple[Neighbour, ...]
    acted_on: tuple[Neighbour, ...]
    distances: int

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge in it."""
        return tuple(edge for neighbour in (*self.acting, *self.acted_on) for edge in (neighbour.edge, *neighbour.beyond))


class RelationGraph:
    """The edges that these relations make; asked for both ends, in the order of the relations."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        found: dict[tuple[str, str], list[Relation]] = {}
        for relation in relations:
            found.setdefault((relation.subject, relation.object), []).append(relation)
        self.edges = tuple(Edge(*pair, tuple(together)) for pair, together in found.items())
        self._of = {relation.id: edge for edge in self.edges for relation in edge.relations}
        self._from: dict[str, list[Edge]] = {}
        self._to: dict[str, list[Edge]] = {}
        self._count: Counter[str] = Counter()
        for edge in self.edges:
            self._from.setdefault(edge.subject, []).append(edge)
            self._to.setdefault(edge.object, []).append(edge)
            for actor in {edge.subject, edge.object}:
                self._count[actor] += len(edge.relations)

    def edge_of(self, relation: str) -> Edge | None:
        """Return the edge that the relation with this id is in."""
        return self._of.get(relation)

    def acted_on(self, actor: str) -> tuple[Edge, ...]:
        """Return the edges from `actor` to others."""
        return tuple(self._from.get(actor, ()))

    def acting(self, actor: str) -> tuple[Edge, ...]:
        """Return the edges from others to `actor`."""
        return tuple(self._to.get(actor, ()))

    def __contains__(self, actor: str) -> bool:
        return actor in self._count

    @property
    def subjects(self) -> tuple[str, ...]:
        """Who does anything; who takes part in most relations comes first."""
        return tuple(sorted(self._from, key=lambda actor: -self._count[actor]))

    def ego_graph(self, centre: str, most: int = MOST_NODES) -> EgoGraph:
        """All edges of `centre`, and those of its neighbours too, as long as there are no more than `most` nodes."""
        ways = [(edge, edge.subject) for edge in self.acting(centre) if edge.subject != centre]
        acting = len(ways)
        ways += [(edge, edge.object) for edge in self.acted_on(centre)]
        has_room = self._fits(ways, most)
        drawn = {(edge.subject, edge.object) for edge, _ in ways}
        found = []
        for edge, actor in ways:
            beyond = [more for more in self._edges(actor) if (more.subject, more.object) not in drawn] if has_room else []
            drawn |= {(more.subject, more.object) for more in beyond}
            found.append(Neighbour(actor, edge, tuple(beyond)))
        return EgoGraph(centre, tuple(found[:acting]), tuple(found[acting:]), 2 if has_room else 1)

    def _edges(self, actor: str) -> Iterator[Edge]:
        """Every edge of `actor`, once."""
        yield from (edge for edge in self.acting(actor) if edge.subject != actor)
        yield from self.acted_on(actor)

    def _fits(self, ways: list[tuple[Edge, str]], most: int) -> bool:
        """Return True if there are at most `most` nodes within two steps; counting stops there."""
        edges = {(edge.subject, edge.object) for edge, _ in ways}
        for _, actor in ways:
            for edge in self._edges(actor):
                edges.add((edge.subject, edge.object))
                if len(edges) >= most:
                    return False
        return len(edges) < most
