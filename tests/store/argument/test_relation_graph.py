"""The graph of relations: nothing is lost, nothing is there twice, and what is drawn around a centre is what is told of it."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as some

from store.argument.relation_graph import RelationGraph
from store.model.records import Relation
from tests.support.sample import relation

ACTORS = tuple("abcdefgh")
KINDS = ("leads", "owns", "partners")


def tell(*told: str) -> tuple[Relation, ...]:
    """Return relations written as `a leads b`, with the ids x0, x1 and so on."""
    parts = (words.split() for words in told)
    return tuple(relation(id=f"x{number}", subject=one, kind=kind, object=other) for number, (one, kind, other) in enumerate(parts))


relations = some.lists(
    some.tuples(some.sampled_from(ACTORS), some.sampled_from(KINDS), some.sampled_from(ACTORS)).map(" ".join), max_size=30
).map(lambda told: tell(*told))


@given(relations)
def test_every_relation_is_in_exactly_one_edge_that_has_its_ends(told: tuple[Relation, ...]) -> None:
    graph = RelationGraph(told)
    assert Counter(found.id for edge in graph.edges for found in edge.relations) == Counter(found.id for found in told)
    for found in told:
        edge = graph.edge_of(found.id)
        assert edge is not None and edge[:2] == (found.subject, found.object)


@given(relations)
def test_everyone_who_takes_part_acts_or_is_acted_on(told: tuple[Relation, ...]) -> None:
    graph = RelationGraph(told)
    assert set(graph.subjects) == {found.subject for found in told}
    assert all((actor in graph) == any(actor in (found.subject, found.object) for found in told) for actor in ACTORS)


@given(relations, some.sampled_from(ACTORS), some.integers(1, 12))
def test_around_a_centre_every_edge_of_it_is_drawn_and_none_twice(told: tuple[Relation, ...], centre: str, most: int) -> None:
    graph = RelationGraph(told)
    around = graph.ego_graph(centre, most)
    assert len(around.edges) == len(set(around.edges))
    assert {edge for edge in graph.edges if centre in edge[:2]} == {near.edge for near in (*around.acting, *around.acted_on)}


@given(relations, some.sampled_from(ACTORS), some.integers(1, 12))
def test_two_steps_are_all_edges_of_the_neighbours_and_only_where_they_stay_readable(
    told: tuple[Relation, ...], centre: str, most: int
) -> None:
    graph = RelationGraph(told)
    around = graph.ego_graph(centre, most)
    own = {edge for edge in graph.edges if centre in edge[:2]}
    near = {centre, *(actor for edge in own for actor in edge[:2])}
    further = {edge for edge in graph.edges if near & set(edge[:2])}
    nodes = 1 + len(further)  # the centre, and one for each edge
    assert around.distances == (2 if nodes <= most else 1)
    assert set(around.edges) == (further if around.distances == 2 else own)


def test_who_takes_part_in_most_relations_comes_first() -> None:
    graph = RelationGraph(tell("a leads b", "c owns d", "c owns b", "c leads b"))
    assert graph.subjects == ("c", "a")


def test_several_relations_of_two_actors_are_one_edge_and_the_other_way_round_is_another() -> None:
    graph = RelationGraph(tell("a leads b", "a owns b", "b owns a", "a leads b"))
    there, back = graph.edges
    assert (there[:2], there.kinds, there.ids) == (("a", "b"), ("leads", "owns"), ("x0", "x1", "x3"))
    assert (back[:2], back.ids) == (("b", "a"), ("x2",))
    assert RelationGraph(()).edge_of("x0") is None


def test_who_does_something_to_itself_is_drawn_once_on_the_right() -> None:
    around = RelationGraph(tell("a leads a", "b leads b", "a owns b")).ego_graph("a")
    assert around.acting == ()
    assert [(near.actor, near.edge[:2]) for near in around.acted_on] == [("a", ("a", "a")), ("b", ("a", "b"))]
    assert [edge[:2] for edge in around.acted_on[1].beyond] == [("b", "b")]


def test_a_hub_of_five_thousand_relations_has_one_step() -> None:
    around = RelationGraph(tell(*(f"hub leads a{number}" for number in range(5_000)))).ego_graph("hub")
    assert around.distances == 1
    assert len(around.acted_on) == 5_000
