"""The drawing of what is around an actor: every edge in it, nothing out of line, in any width."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len

from store.argument.relation_graph import EgoGraph, RelationGraph
from store.model.records import Relation
from tests.store.argument.test_relation_graph import ACTORS, relations, tell
from tui.render.charts.ego_graph import BOX_LINES, LEFT, MIDDLE, RIGHT, Drawing, draw_graph
from tui.render.text.links import NodeLink

names = some.dictionaries(some.sampled_from(ACTORS), some.text(some.sampled_from("ab é中文–[]\n"), min_size=1, max_size=60))


def lines(drawing: Drawing) -> list[str]:
    return ["".join(part.text for part in line) for line in drawing.lines]


def drawn(*told: str, centre: str = "a", width: int = 80) -> Drawing:
    return draw_graph(RelationGraph(tell(*told)).ego_graph(centre), str.upper, width)


def leaf(*told: str) -> EgoGraph:
    return RelationGraph(tell(*told)).ego_graph("a", most=1)


@given(relations, some.sampled_from(ACTORS), some.integers(20, 200), names)
def test_no_line_is_wider_than_the_list_whatever_the_names(
    told: tuple[Relation, ...], centre: str, width: int, named: dict[str, str]
) -> None:
    graph = RelationGraph(told)
    drawing = draw_graph(graph.ego_graph(centre), lambda identity: named.get(identity, identity), width)
    assert max(cell_len(line) for line in lines(drawing)) <= width


@given(relations, some.sampled_from(ACTORS), some.sampled_from([30, 58, 80, 120]))
def test_every_edge_ends_in_a_node_that_stands_where_it_says(told: tuple[Relation, ...], centre: str, width: int) -> None:
    around = RelationGraph(told).ego_graph(centre)
    drawing = draw_graph(around, str.upper, width)
    assert drawing.spots[0][:2] == (centre, None)
    assert [spot.edge for spot in drawing.spots[1:]] == list(around.edges)
    for number, spot in enumerate(drawing.spots):
        assert [part.text for part in drawing.lines[spot.line] if part.link == NodeLink(number)] == [spot.id.upper()]


@given(relations, some.sampled_from(ACTORS), some.sampled_from([30, 80]))
def test_every_kind_of_relation_of_the_centre_is_written_on_its_edge(told: tuple[Relation, ...], centre: str, width: int) -> None:
    around = RelationGraph(told).ego_graph(centre, most=0)
    words = " ".join(lines(draw_graph(around, str.upper, width))).split()
    written = sorted(word for word in words if word in ("leads", "owns", "partners"))
    assert written == sorted(found.kind for edge in around.edges for found in edge.relations)


def test_who_acts_on_it_stands_left_and_on_whom_it_acts_right() -> None:
    found = lines(drawn("b leads a", "a owns c"))
    line = next(line for line in found if "leads" in line)
    assert line.index("B") < line.index("leads ─┘") < line.index("└─ owns") < line.index("▶ C")
    assert "acts on it · 1" in found[1] and "it acts on · 1" in found[1] and "│ A" in found[1]


def test_the_stems_meet_the_box() -> None:
    found = lines(drawn("b leads a", "c leads a", "a owns c", "a owns d"))
    for above, below in pairwise(found[2:]):
        assert [x for x, sign in enumerate(below) if sign in "┤├└" and not above[x : x + 1].strip()] == []
    assert found[2].index("▲") == found[3].index("┤")
    assert found[2].index("┬") == found[3].index("├")


def test_several_relations_meet_at_one_name() -> None:
    found = lines(drawn("b leads a", "b owns a", "a leads c", "a owns c", "a partners c"))
    assert "B ┬" in found[3] and "leads ─┤" in found[3]
    assert "  └" in found[4] and "owns ─┘" in found[4]
    assert found[3].rstrip().endswith("┬▶ C") and found[4].rstrip().endswith("┤") and found[5].rstrip().endswith("┘")
    assert len(drawn("b leads a", "b owns a").spots) == 2


def test_what_goes_on_from_a_neighbour_stands_beneath_it_with_its_direction() -> None:
    found = lines(drawn("a leads b", "b owns c", "d leads b"))
    at = next(number for number, line in enumerate(found) if "▶ B" in line)
    assert "├◀ leads ── D" in found[at + 1]
    assert "└─ owns ─▶ C" in found[at + 2]


def test_without_room_for_two_sides_all_hangs_beneath_the_box() -> None:
    drawing = drawn("b leads a", "a owns c", width=40)
    assert [(spot.id, spot.side) for spot in drawing.spots] == [("a", MIDDLE), ("b", RIGHT), ("c", RIGHT)]
    assert "├◀ leads ── B" in lines(drawing)[BOX_LINES]
    assert "└─ owns ──▶ C" in lines(drawing)[BOX_LINES + 1]


def test_with_room_the_sides_are_told_apart() -> None:
    assert [spot.side for spot in drawn("b leads a", "a owns c").spots] == [MIDDLE, LEFT, RIGHT]


def test_it_says_where_the_second_step_is_left_out() -> None:
    assert "One step only" in lines(draw_graph(leaf("a leads b"), str.upper, 80))[-1]
    assert "One step only" not in "".join(lines(drawn("a leads b")))
