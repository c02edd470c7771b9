"""Lists in another order, and more room for one part of the screen: remembered, and the cursor stays on its record."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.depth import at_depth
from tests.support.reader import NARROW, WIDE, Reader, reading
from tests.support.sample import actor, claim, whole

ORDER = ["c001", "c002", "c003"]


@pytest.fixture
def crowd(library: Library) -> Library:
    """`bridges` with actors who are spoken of twice, ten times and never."""
    actors = (*whole().actors, actor(id="cid", name="Cid"), actor(id="dora", name="bobby"))
    about = {number: ("cid",) if number < 3 else ("bob",) for number in range(1, 13)}
    claims = tuple(claim(id=f"c{number:03}", text=f"Claim {number}.", about=whom) for number, whom in about.items())
    library.install(whole(actors=actors, claims=claims, recommendations=(), strategies=(), questions=(), version=2))
    return library


async def sorted_by(reader: Reader, column: str) -> None:
    """Presses s until the list is sorted by this column."""
    for _ in reader.record_list.sortable:
        await reader.press("s")
        if reader.pane.order and reader.pane.order.column == column:
            return
    raise AssertionError(f"s never sorts by {column}")


async def test_s_goes_through_the_columns_and_back_to_the_order_of_the_briefing(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        seen = []
        for _ in reader.record_list.sortable:
            await reader.press("s")
            assert reader.pane.order
            seen.append(reader.pane.order.column)
        assert tuple(seen) == reader.record_list.sortable and len(seen) > 2
        await reader.press("s")
        assert (reader.pane.order, reader.ids) == (None, ORDER)
        assert "its own order again" in reader.told[-1]


async def test_the_heading_says_by_what_and_which_way(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await sorted_by(reader, "id")
        assert "id▲" in reader.shown
        await reader.press("S")
        assert "id▼" in reader.shown
        assert reader.ids == ORDER[::-1]
        await reader.press("S")
        assert reader.ids == ORDER


async def test_reversing_what_is_not_sorted_says_how_to_sort(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("S")
        assert "s sorts" in reader.told[-1]
        assert reader.ids == ORDER


async def test_the_cursor_stays_on_its_record(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await sorted_by(reader, "id")
        await reader.press("S")
        assert (reader.at, reader.record_list.cursor) == ("c001", 2)
        assert "Bridges pay." in reader.card


async def test_a_click_on_a_heading_sorts_and_a_second_one_the_other_way_round(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.click("id ")
        assert reader.pane.order
        assert (reader.pane.order.column, reader.pane.order.reverse, reader.at) == ("id", False, "c002")
        await reader.click("id▲")
        assert reader.ids == ORDER[::-1]
        await reader.click("id▼")
        assert reader.ids == ORDER


async def test_the_order_is_remembered_between_runs_and_for_each_list(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await sorted_by(reader, "id")
        await reader.press("S", "ctrl+q")
    async with reading(library, at="c001") as reader:
        assert reader.ids == ORDER[::-1]
        await reader.press("2")
        assert reader.pane.order is None


async def test_a_filter_keeps_the_order(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await sorted_by(reader, "id")
        await reader.press("S", "f", *"-pay", "enter")
        assert reader.ids == ["c003", "c002"]


async def test_numbers_sort_by_their_size(crowd: Library) -> None:
    async with reading(crowd, at="ann") as reader:
        await sorted_by(reader, "of it")
        assert reader.ids.index("cid") < reader.ids.index("bob")
        await reader.press("S")
        assert reader.ids.index("bob") < reader.ids.index("cid")


async def test_case_does_not_matter_to_the_order(crowd: Library) -> None:
    async with reading(crowd, at="ann") as reader:
        await sorted_by(reader, "name")
        assert reader.ids == ["ann", "bob", "dora", "cid"]


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("number", at_depth([3, 5, 9], range(1, 10), range(1, 10)))
async def test_every_list_is_sorted_by_every_column_or_says_that_it_cannot_be(library: Library, number: int) -> None:
    library.notes("bridges").add("c001", "Mine.")
    async with reading(library) as reader:
        await reader.press(str(number))
        for _ in range(3):
            before = sorted(reader.ids)
            for _ in (*reader.record_list.sortable, None):
                await reader.tap("s", "S")
                assert sorted(reader.ids) == before
            assert reader.told
            await reader.press("w")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_z_gives_the_list_all_the_room_and_back(library: Library, size: tuple[int, int]) -> None:
    async with reading(library, at="c002", size=size) as reader:
        before = reader.record_list.region, reader.pane.card.region
        await reader.press("z")
        assert reader.record_list.region.width == size[0]
        assert not reader.pane.card.is_on_screen
        assert "Tolls will double." in reader.shown
        await reader.press("z")
        assert (reader.record_list.region, reader.pane.card.region) == before


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_z_gives_the_card_all_the_room_and_back(library: Library, size: tuple[int, int]) -> None:
    async with reading(library, at="c002", size=size) as reader:
        before = reader.record_list.region, reader.pane.card.region
        await reader.press("enter", "z")
        assert reader.pane.card.region.width == size[0]
        assert not reader.record_list.is_on_screen
        assert (reader.app.focused, reader.at) == (reader.pane.card, "c002")
        await reader.press("z")
        assert (reader.record_list.region, reader.pane.card.region) == before


async def test_with_all_the_room_one_part_is_always_seen_and_has_the_keys(library: Library) -> None:
    for keys in (("z", "enter"), ("enter", "z", "escape"), ("z", "2"), ("enter", "z", "2"), ("z", "tab"), ("enter", "z", "shift+tab")):
        async with reading(library, at="c002") as reader:
            await reader.press(*keys)
            assert reader.app.focused is not None, keys
            assert reader.app.focused.is_on_screen, keys


async def test_in_whole_card_the_keys_of_the_card_still_work_and_z_returns(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("enter", "z", "right_curly_bracket", "enter")
        assert reader.at != "c002"
        assert reader.app.focused is reader.pane.card
        assert reader.at in reader.shown
        await reader.press("z")
        assert reader.record_list.is_on_screen and reader.pane.card.is_on_screen
