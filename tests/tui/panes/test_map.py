"""Map: who does what to whom, as a list and as a drawing, and both tell the same."""

from __future__ import annotations

import pytest

from store.annotations.reading_progress import ReadingProgress
from store.library.library import Library
from tests.support.reader import Reader, reading
from tests.support.sample import actor, briefing, relation, two_voices
from tui.panes.map import Map
from tui.widgets.graph_view import GraphView

NAMES = {"ann": "Ann Lee", "bob": "Bob", "cy": "Cy of the Very Long Name", "dan": "Dan", "eve": "Eve"}
TOLD = (
    ("ann", "leads", "bob"),
    ("ann", "owns", "bob"),
    ("bob", "partners", "ann"),
    ("cy", "owns", "dan"),
    ("ann", "leads", "cy"),
)


@pytest.fixture
def busy(library: Library) -> Library:
    """`bridges` with five relations, x1 to x5, of four actors; Eve has none."""
    relations = tuple(
        relation(id=f"x{number}", subject=one, kind=kind, object=other, text=f"Told {number}.")
        for number, (one, kind, other) in enumerate(TOLD, 1)
    )
    library.install(briefing(actors=tuple(actor(id=identity, name=name) for identity, name in NAMES.items()), relations=relations))
    return library


def in_drawings(reader: Reader) -> set[tuple[str, str, str]]:
    """Return the relations on every edge that is drawn, around one actor after the other."""
    nodes = reader.record_list
    assert isinstance(nodes, GraphView)
    found = set()
    for centre in NAMES:
        if centre in nodes.graph:
            nodes.look_from(centre)
            edges = [spot.edge for spot in nodes.items if spot.edge]
            found |= {(edge.subject, identity, edge.object) for edge in edges for identity in edge.ids}
    return found


@pytest.mark.parametrize("words", ["", "kind:owns", "kind:leads or kind:partners"])
async def test_the_drawing_shows_the_same_edges_as_the_list(busy: Library, words: str) -> None:
    async with reading(busy, size=(160, 40)) as reader:
        await reader.press("7")
        reader.pane.filter(words)
        listed = {(item.subject, item.id, item.object) for item in reader.record_list.items}
        await reader.press("w")
        reader.pane.filter(words)
        assert in_drawings(reader) == listed
        assert listed


async def test_there_is_no_table_of_all_actors(busy: Library) -> None:
    async with reading(busy) as reader:
        assert Map.VIEWS == ("list", "graph")
        await reader.press("7", "w", "w")
        assert reader.ids == ["x1", "x2", "x3", "x4", "x5"]


async def test_the_removed_view_in_a_memory_file_of_0_1_opens_the_list(busy: Library) -> None:
    memory = ReadingProgress(busy.places.state, "bridges")
    memory.view("Map", "table")
    memory.save()
    async with reading(busy, at="x4") as reader:
        assert (reader.pane.view, reader.at) == ("list", "x4")
        assert "Told 4." in reader.card


async def test_a_filter_counts_relations_and_is_taken_off_with_escape(busy: Library) -> None:
    async with reading(busy, size=(160, 40)) as reader:
        await reader.press("7", "f", *"kind:owns", "enter")
        assert reader.ids == ["x2", "x4"]
        assert "2 of 5" in reader.shown
        await reader.press("escape")
        assert len(reader.ids) == 5


async def test_a_filter_that_leaves_nothing_leaves_an_empty_map_in_every_view(busy: Library) -> None:
    async with reading(busy) as reader:
        await reader.press("7")
        for _ in range(2):
            reader.pane.filter("nowhere")
            await reader.press("j", "right", "enter", "escape")
            assert not reader.ids or reader.pane.filtering.words == ""
            await reader.press("w")
        assert reader.app.is_running


async def test_the_drawing_is_around_the_subject_with_the_cursor_on_the_edge_of_the_relation(busy: Library) -> None:
    async with reading(busy, at="x4") as reader:
        await reader.press("w")
        nodes = reader.record_list
        assert isinstance(nodes, GraphView)
        assert (nodes.centre, reader.at) == ("cy", "dan")
        assert "x4" in reader.card and "Told 4." in reader.card


async def test_the_view_key_twice_comes_back_to_the_same_relation(busy: Library) -> None:
    async with reading(busy, at="x4") as reader:
        await reader.press("w", "w")
        assert reader.at == "x4"


@pytest.mark.parametrize("views", [0, 1])
async def test_a_relation_is_found_in_every_view_and_behind_a_filter(busy: Library, views: int) -> None:
    async with reading(busy) as reader:
        await reader.press("7", *["w"] * views)
        reader.pane.filter("kind:leads")
        reader.pane.show("x4")
        await reader.settle()
        assert reader.pane.filtering.words == ""
        assert reader.at == ("dan" if views == 1 else "x4")
        assert "Told 4." in reader.card


@pytest.mark.parametrize("views", [0, 1])
async def test_coming_back_finds_the_place(busy: Library, views: int) -> None:
    async with reading(busy) as reader:
        await reader.press("7", *["w"] * views, "j", "right")
        place, card = reader.at, reader.card
        await reader.press("2", "backspace")
        assert (reader.at, reader.card) == (place, card)


async def test_an_actor_is_found_by_what_it_does_or_by_what_is_done_to_it(busy: Library) -> None:
    async with reading(busy) as reader:
        await reader.press("7")
        reader.pane.show("dan")
        assert reader.at == "x4"
        reader.pane.show("bob")
        assert reader.at == "x1"


async def test_a_note_goes_to_the_relation_in_the_list_and_to_the_actor_in_the_drawing(busy: Library) -> None:
    async with reading(busy, at="x4", size=(160, 40)) as reader:
        await reader.write("One")
        await reader.press("w")
        await reader.write("Node")
        assert [note.target for note in reader.notes.all()] == ["x4", "dan"]


@pytest.mark.parametrize("view", ["list", "graph"])
async def test_what_the_reviewer_adds_is_told_from_what_the_article_tells(library: Library, view: str) -> None:
    library.install(two_voices())
    async with reading(library, size=(120, 40)) as reader:
        await reader.press("7", *["w"] * ["list", "graph"].index(view))
        assert "◆ owns" in reader.shown
        assert "◆ leads" not in reader.shown
