"""Map: who does what to whom, as a table, as a drawing and as a list, and all three tell the same."""

from __future__ import annotations

from time import perf_counter

import pytest
from rich.cells import cell_len

from store import Order
from store.library import Library
from store.model import Relation
from tests.sample import actor, briefing, relation, two_voices
from tests.tui.reader import Reader, reading
from tui.graph import Nodes
from tui.panes.map import Adjacency, _in_two

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
    library.add(briefing(actors=tuple(actor(id=identity, name=name) for identity, name in NAMES.items()), relations=relations))
    return library


def in_table(reader: Reader) -> set[tuple[str, str, str]]:
    """The relations of every cell that the table has."""
    table = reader.list
    assert isinstance(table, Adjacency)
    cells = (table._edge(row, at) for row in table.items for at in range(len(table.columns) - 1))
    return {(edge.subject, identity, edge.object) for edge in cells for identity in edge.ids}


def in_drawings(reader: Reader) -> set[tuple[str, str, str]]:
    """The relations on every edge that is drawn, around one actor after the other."""
    nodes = reader.list
    assert isinstance(nodes, Nodes)
    found = set()
    for centre in NAMES:
        if centre in nodes.graph:
            nodes.look_from(centre)
            edges = [spot.edge for spot in nodes.items if spot.edge]
            found |= {(edge.subject, identity, edge.object) for edge in edges for identity in edge.ids}
    return found


@pytest.mark.parametrize("words", ["", "kind:owns", "kind:leads or kind:partners"])
async def test_table_and_drawing_show_the_same_edges_which_are_those_of_the_list(busy: Library, words: str) -> None:
    async with reading(busy, size=(160, 40)) as reader:
        await reader.press("7")
        reader.pane.filter(words)
        table = in_table(reader)
        await reader.press("w")
        reader.pane.filter(words)
        drawing = in_drawings(reader)
        await reader.press("w")
        reader.pane.filter(words)
        listed = {(item.subject, item.id, item.object) for item in reader.list.items}
        assert table == drawing == listed
        assert listed


async def test_only_who_takes_part_is_in_the_table_and_the_busiest_first(busy: Library) -> None:
    async with reading(busy, size=(160, 40)) as reader:
        await reader.press("7")
        assert reader.ids == ["ann", "bob", "cy"]
        assert [column.name for column in reader.list.columns[1:]] == ["Ann Lee", "Bob", NAMES["cy"], "Dan"]
        assert "Eve" not in reader.shown


async def test_a_cell_says_the_kind_or_how_many_and_nothing_is_a_dot(busy: Library) -> None:
    async with reading(busy, size=(160, 40)) as reader:
        await reader.press("7")
        line = next(line for line in reader.shown.split("\n") if "2 ways" in line)
        assert line.index("Ann Lee") < line.index("·") < line.index("2 ways") < line.index("leads")


async def test_long_headings_have_two_lines(busy: Library) -> None:
    async with reading(busy, size=(160, 40)) as reader:
        await reader.press("7")
        assert "Cy of the" in reader.shown and "Very Long" in reader.shown


async def test_the_card_of_a_cell_tells_its_relation_and_links_both_actors(busy: Library) -> None:
    async with reading(busy, at="x4") as reader:
        assert reader.tab == "Map"
        for words in (NAMES["cy"], "owns", "Dan", "x4", "Told 4.", "¶1"):
            assert words in reader.card


async def test_an_empty_cell_says_that_the_article_is_silent(busy: Library) -> None:
    async with reading(busy, at="x4") as reader:
        await reader.press("left")
        assert "The article is silent." in reader.card
        assert reader.at == "cy"


async def test_a_filter_leaves_only_actors_with_such_a_relation_and_counts_relations(busy: Library) -> None:
    async with reading(busy, size=(160, 40)) as reader:
        await reader.press("7", "f", *"kind:owns", "enter")
        assert reader.ids == ["ann", "cy"]
        assert "2 of 5" in reader.shown
        await reader.press("escape")
        assert reader.ids == ["ann", "bob", "cy"]


async def test_a_filter_that_leaves_nothing_leaves_an_empty_map_in_every_view(busy: Library) -> None:
    async with reading(busy) as reader:
        await reader.press("7")
        for _ in range(3):
            reader.pane.filter("nowhere")
            await reader.press("j", "right", "enter", "escape")
            assert not reader.ids or reader.pane.filtering.words == ""
            await reader.press("w")
        assert reader.app.is_running


async def test_the_drawing_is_around_the_actor_of_the_row_with_the_cursor_on_the_cells_edge(busy: Library) -> None:
    async with reading(busy, at="x4") as reader:
        await reader.press("w")
        nodes = reader.list
        assert isinstance(nodes, Nodes)
        assert (nodes.centre, reader.at) == ("cy", "dan")
        assert "x4" in reader.card and "Told 4." in reader.card


async def test_three_times_w_comes_back_to_the_same_actor(busy: Library) -> None:
    async with reading(busy, at="x4") as reader:
        await reader.press("w", "w")
        assert reader.at == "x4"
        await reader.press("w")
        assert reader.at == "x4"


@pytest.mark.parametrize("views", [0, 1, 2])
async def test_a_relation_is_found_in_every_view_and_behind_a_filter(busy: Library, views: int) -> None:
    async with reading(busy) as reader:
        await reader.press("7", *["w"] * views)
        reader.pane.filter("kind:leads")
        reader.pane.show("x4")
        await reader.settle()
        assert reader.pane.filtering.words == ""
        assert reader.at == ("dan" if views == 1 else "x4")
        assert "Told 4." in reader.card


@pytest.mark.parametrize("views", [0, 1, 2])
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
        assert reader.list.row.id == "bob"


async def test_a_note_goes_to_the_relation_of_a_cell_to_the_chosen_of_several_and_else_to_the_actor(busy: Library) -> None:
    async with reading(busy, at="x4", size=(160, 40)) as reader:
        await reader.write("One")
        await reader.press("left")
        await reader.write("Silent")
        reader.pane.show("x2")
        await reader.settle()
        await reader.write("Second")
        assert [note.target for note in reader.notes.all()] == ["x4", "cy", "x2"]
        assert "owns ✎" in reader.shown and "2 ways ✎" in reader.shown
        assert "Second" in reader.mine
        await reader.press("w", "j")
        await reader.write("Node")
        assert reader.notes.all()[-1].target in NAMES


async def test_sorted_by_who_the_actors_stand_by_name(busy: Library) -> None:
    async with reading(busy) as reader:
        await reader.press("7")
        assert reader.list.sortable == ("who",)
        reader.pane.sort(Order("who", reverse=True))
        assert reader.ids == ["cy", "bob", "ann"]
        assert [column.name for column in reader.list.columns[1:]] == ["Dan", NAMES["cy"], "Bob", "Ann Lee"]


async def test_a_click_chooses_a_cell(busy: Library) -> None:
    async with reading(busy, size=(160, 40)) as reader:
        await reader.press("7")
        await reader.click("partners")
        assert reader.at == "x3"


async def test_a_thousand_actors_are_drawn_as_fast_as_ten(library: Library) -> None:
    actors = tuple(actor(id=f"a{number}", name=f"Actor {number}") for number in range(2_000))
    told = tuple(Relation(f"x{n}", f"a{n % 997}", "leads", f"a{n * 7 % 2000}", "Leads.", (1,)) for n in range(10_000))
    library.add(briefing(actors=(actor(), *actors), relations=told))
    async with reading(library) as reader:
        await reader.press("7")
        table = reader.list
        start = perf_counter()
        for number in range(40):
            table.row_line(number, 72)
        assert perf_counter() - start < 0.05


@pytest.mark.parametrize("view", ["table", "graph", "list"])
async def test_what_the_reviewer_adds_is_told_from_what_the_article_tells(library: Library, view: str) -> None:
    library.add(two_voices())
    async with reading(library, size=(120, 40)) as reader:
        await reader.press("7", *["w"] * ["table", "graph", "list"].index(view))
        assert "◆ owns" in reader.shown
        assert "◆ leads" not in reader.shown


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Vodafone", ("", "Vodafone")),
        ("Deutsche Telekom", ("Deutsche", "Telekom")),
        ("한국통신 104", ("한국통신", "104")),
        ("阿里巴巴集团", ("阿里巴巴集", "团")),
    ],
)
def test_a_heading_of_wide_characters_is_parted_where_its_cells_end(name: str, lines: tuple[str, str]) -> None:
    found = _in_two(name, 10)
    assert tuple(line.rstrip() for line in found) == lines
    assert {cell_len(line) for line in found} == {10}
