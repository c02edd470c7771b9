"""The drawn graph: the cursor walks from node to node, and puts another into the centre."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter

import pytest
from textual.pilot import Pilot

from store.library.library import Library
from store.model.records import Relation
from tests.store.argument.test_relation_graph import tell
from tests.support.reader import Host, hosted, reading
from tests.support.sample import actor, briefing, relation
from tui.widgets.graph_view import GraphView
from tui.widgets.messages import RowHighlighted, RowSelected

TOLD = tell("b leads a", "c owns a", "a owns d", "a leads e", "a partners f", "e owns g", "g owns h")


@asynccontextmanager
async def walking(
    told: tuple[Relation, ...] = TOLD, at: str = "a", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Host, GraphView, Pilot[None]]]:
    nodes = GraphView(str.upper)
    async with hosted(nodes) as (app, pilot):
        nodes.set(told, at)
        nodes.focus()
        await pilot.pause()
        yield app, nodes, pilot


@pytest.mark.parametrize(
    ("keys", "node"),
    [
        ("", "a"),
        ("j", "d"),
        ("j j", "e"),
        ("j j j", "g"),
        ("j j j k", "e"),
        ("down right", "d"),
        ("left", "b"),
        ("left j", "c"),
        ("left j j", "c"),
        ("h l", "a"),
        ("left right right", "d"),
        ("j left left", "b"),
        ("j left left left", "b"),
        ("j k", "a"),
        ("G", "f"),
        ("j g", "a"),
        ("pagedown", "f"),
        ("j ctrl+d ctrl+u", "d"),
        ("left j k k", "a"),
    ],
)
async def test_the_cursor_walks_from_node_to_node(keys: str, node: str) -> None:
    async with walking() as (_, nodes, pilot):
        await pilot.press(*keys.split())
        assert nodes.item.id == node


async def test_every_node_can_be_reached_on_foot() -> None:
    async with walking() as (_, nodes, pilot):
        seen = set()
        for side in ("left", "left", "right", "right"):
            await pilot.press(side)
            for key in ("j", "j", "j", "j", "j"):
                seen.add(nodes.cursor)
                await pilot.press(key)
        assert seen == set(range(len(nodes.items)))


async def test_enter_puts_the_node_into_the_centre_and_there_goes_into_the_card() -> None:
    async with walking() as (app, nodes, pilot):
        await pilot.press("j", "j", "enter")
        assert (nodes.centre, nodes.item.id) == ("e", "e")
        assert not [event for event in app.posted if isinstance(event, RowSelected)]
        await pilot.press("enter")
        assert [event.item.id for event in app.posted if isinstance(event, RowSelected)] == ["e"]


async def test_the_pane_is_told_of_every_node() -> None:
    async with walking() as (app, _, pilot):
        app.posted.clear()
        await pilot.press("j", "enter")
        assert [event.item.edge and event.item.edge[:2] for event in app.posted if isinstance(event, RowHighlighted)] == [("a", "d"), None]


async def test_a_relation_is_found_on_its_edge_and_around_another_centre_where_it_is_not_drawn() -> None:
    async with walking() as (_, nodes, _pilot):
        assert nodes.find("x3")
        assert (nodes.centre, nodes.item.id) == ("a", "e")
        assert nodes.find("x6")
        assert (nodes.centre, nodes.item.id) == ("g", "h")
        assert not nodes.find("x99")


async def test_the_mouse_chooses_a_node_and_twice_its_surroundings() -> None:
    async with walking() as (_, nodes, pilot):
        y, line = next((y, line) for y, line in enumerate(_shown(nodes)) if "▶ E" in line)
        await pilot.click(offset=(line.index("E", line.index("▶")), y))
        assert (nodes.item.id, nodes.centre) == ("e", "a")
        await pilot.click(offset=(0, 0))
        assert nodes.item.id == "e"
        await pilot.click(offset=(line.index("E", line.index("▶")), y), times=2)
        assert nodes.centre == "e"


async def test_another_width_keeps_the_node() -> None:
    async with walking() as (_, nodes, pilot):
        await pilot.press("left", "j")
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert nodes.item.id == "c"
        assert "◀ owns" in "\n".join(_shown(nodes))


async def test_what_does_not_fit_is_scrolled_to_and_the_centre_stays_named() -> None:
    async with walking(tell(*(f"a leads b{number}" for number in range(50)))) as (app, nodes, pilot):
        nodes.caption = (nodes.caption or ()) or ()
        await pilot.press("G")
        assert "▶ B49" in app.shown
        await pilot.press("g")
        assert "│ A" in app.shown


async def test_without_relations_there_is_nothing_to_walk_on() -> None:
    async with walking((), "") as (_, nodes, pilot):
        await pilot.press("j", "left", "enter", "G", "g", "pagedown")
        assert nodes.item is None


async def test_a_hub_of_ten_thousand_relations_is_walked_at_once() -> None:
    async with walking(tell(*(f"hub leads a{number}" for number in range(10_000))), "hub") as (_, nodes, _pilot):
        nodes.action_move(1)
        start = perf_counter()
        for _ in range(10):
            nodes.action_move(1)
        assert (perf_counter() - start) / 10 < 0.05
        assert nodes.item.id == "a10"


def _shown(nodes: GraphView) -> list[str]:
    width = nodes.scrollable_content_region.width
    return [nodes.line(number, width).plain for number in range(nodes.line_count)]


async def test_back_and_forward_find_the_centre_of_the_drawing_too(library: Library) -> None:
    told = (("ann", "bob"), ("bob", "cy"), ("dan", "cy"))
    actors = tuple(actor(id=identity, name=identity) for identity in ("ann", "bob", "cy", "dan"))
    relations = tuple(relation(id=f"x{at}", subject=one, object=other) for at, (one, other) in enumerate(told, 1))
    library.install(briefing(actors=actors, relations=relations))
    async with reading(library, at="x1") as reader:
        await reader.press("w")
        nodes = reader.record_list
        assert isinstance(nodes, GraphView)
        nodes.look_from("bob")
        nodes.find("ann")
        await reader.main_screen.workspace.go_to("x3")
        assert (nodes.centre, reader.at) == ("dan", "cy")
        await reader.press("backspace")
        assert (nodes.centre, reader.at) == ("bob", "ann")
        await reader.press("alt+right")
        assert (nodes.centre, reader.at) == ("dan", "cy")
