"""What every pane shares: its list, its card, my notes below it, and where they stand."""

from __future__ import annotations

import pytest

from store.annotations.reading_progress import SortOrder
from store.library.library import Library
from tests.support.reader import NARROW, WIDE, reading
from tests.support.sample import briefing, whole
from tui.panes.registry import PANES
from tui.render.records.symbols import MARKED

NUMBERS = pytest.mark.parametrize("number", range(1, 10), ids=[pane.title for pane in PANES])


@NUMBERS
async def test_a_pane_shows_the_card_of_its_first_item_at_once(library: Library, number: int) -> None:
    library.notes("bridges").add("ann", "Mine.")
    async with reading(library) as reader:
        await reader.press(str(number))
        assert reader.app.focused is reader.record_list
        assert reader.at
        assert reader.card


@NUMBERS
async def test_a_pane_of_an_almost_empty_briefing_says_something(library: Library, number: int) -> None:
    library.install(briefing(claims=()))
    async with reading(library) as reader:
        await reader.press(str(number), "j", "enter", "tab", "e", "d", "escape")
        assert reader.app.is_running
        assert reader.card


@pytest.mark.parametrize(("size", "beside"), [(WIDE, True), (NARROW, False), ((99, 30), False), ((100, 30), True)])
async def test_wide_terminals_put_list_and_card_side_by_side_and_narrow_ones_stack_them(
    library: Library, size: tuple[int, int], beside: bool
) -> None:
    async with reading(library, size=size) as reader:
        await reader.press("5")
        rows, card = reader.record_list.region, reader.pane.card.region
        assert (card.x >= rows.right) is beside
        assert (card.y >= rows.bottom) is not beside


async def test_a_resize_changes_sides_and_keeps_the_place(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.pilot.resize_terminal(*NARROW)
        await reader.settle()
        assert reader.pane.card.region.y >= reader.record_list.region.bottom
        assert (reader.tab, reader.at) == ("Claims", "c002")
        assert "Tolls will double." in reader.shown


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 16)])
async def test_list_card_and_notes_are_all_on_the_screen(library: Library, size: tuple[int, int]) -> None:
    async with reading(library, at="c001", size=size) as reader:
        await reader.write("Really?")
        assert min(part.size.height for part in (reader.record_list, reader.pane.card, reader.pane.mine)) > 0
        assert "Bridges pay." in reader.shown
        assert "Really?" in reader.mine


async def test_a_very_long_note_leaves_room_for_the_card(library: Library) -> None:
    library.notes("bridges").add("c001", "word\n" * 500)
    async with reading(library, at="c001", size=NARROW) as reader:
        assert reader.pane.card.size.height > 2


async def test_my_notes_are_shown_to_the_last_line_however_they_wrap(library: Library) -> None:
    note = library.notes("bridges").add("c001", "x")
    assert note
    async with reading(library, at="c001") as reader:
        for length in range(14):
            note = reader.notes.edit(note, f"{'word ' * 9}{'y' * length}")
            reader.main_screen.notes_changed()
            await reader.settle()
            assert reader.pane.mine.size.height == reader.pane.mine.line_count


async def test_my_notes_stand_below_the_card_and_follow_the_cursor(library: Library) -> None:
    notes = library.notes("bridges")
    notes.add("c001", "On the first.")
    notes.add("c002", "On the second.")
    async with reading(library, at="c001") as reader:
        assert "On the first." in reader.mine
        await reader.press("j")
        assert "On the second." in reader.mine
        assert "On the first." not in reader.mine


async def test_a_sign_in_the_list_says_that_i_wrote(library: Library) -> None:
    async with reading(library, at="c003") as reader:
        before = reader.shown.count("✎")
        await reader.write("Really?")
        assert reader.shown.count("✎") > before


async def test_what_another_window_writes_is_seen(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        library.notes("bridges").add("c001", "From elsewhere.")
        reader.main_screen._poll()
        await reader.settle()
        assert "From elsewhere." in reader.mine


async def test_every_pane_opens_on_a_record_of_its_own(library: Library) -> None:
    homes = {"ann": "Companies", "s01": "Strategies", "r01": "Recommendations", "c001": "Claims", "e01": "Timeline", "l01": "Map"}
    for identity, title in (homes | {"p1": "Article", "q01": "Overview", "bridges": "Overview"}).items():
        async with reading(library, at=identity) as reader:
            assert (identity, reader.tab) == (identity, title)
            assert reader.card


async def test_a_place_that_is_gone_opens_the_overview(library: Library) -> None:
    async with reading(library, at="c999") as reader:
        assert reader.tab == "Overview"
        assert whole().title in reader.shown


@pytest.mark.parametrize("keys", [("7",), ("7", "w"), ("8",), ("5", "w"), ("3",)])
async def test_count_and_filter_stand_before_everything_else_above_the_list(library: Library, keys: tuple[str, ...]) -> None:
    async with reading(library) as reader:
        await reader.press(*keys)
        reader.pane.filter("-zebra")
        await reader.settle()
        line = next(line for line in reader.shown.split("\n") if "-zebra" in line)
        assert line.strip().split()[1] == "of"


@NUMBERS
async def test_while_another_view_comes_up_the_list_of_the_last_one_can_be_drawn(library: Library, number: int) -> None:
    """As where the mouse is on it just then."""
    library.install(whole())
    async with reading(library, briefing=whole().id) as reader:
        await reader.press(str(number))
        for view in reader.pane.VIEWS:
            await reader.pane.change_view(view)
            for other in reader.pane.VIEWS:
                reader.pane.view = other
                lines = [reader.record_list.line(number, 60).plain for number in range(reader.record_list.line_count)]
                assert "".join(lines).strip()
                assert "\n" not in "".join(lines)
            reader.pane.view = view


async def test_the_way_out_of_a_filter_is_seen_however_long_it_is(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        reader.pane.filter(" or ".join(["kind:opinion"] * 20))
        first = str(reader.record_list.line(0, 40))
        assert first.startswith(" 2 of 3  esc shows all  kind:opinion or")
        assert len(first) == 40


async def test_an_empty_list_says_whether_a_filter_is_why(library: Library) -> None:
    library.install(whole(events=(), version=2))
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"zzz", "enter")
        assert "No matches. Press esc to clear the filter." in reader.card
        await reader.press("6")
        assert reader.ids == [claim.id for claim in library.open("bridges").predictions()]
        await reader.press("9")
        assert "No notes yet." in reader.card


async def test_a_mark_stays_on_its_record_after_sorting_and_filtering(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("m")
        for order, query in ((None, ""), (SortOrder("id", reverse=True), ""), (SortOrder("id", reverse=True), "c002"), (None, "")):
            reader.pane.sort(order)
            reader.pane.filter(query)
            rows = reader.record_list
            signs = {item.id: rows.row_line(index, 80).plain[1] for index, item in enumerate(rows.items)}
            assert [record_id for record_id, sign in signs.items() if sign == MARKED] == ["c002"]
