"""The lines that frame the screen: what is open, where one is, what the keys do."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from store.library.library import Library
from tests.support.reader import NARROW, WIDE, reading
from tests.support.sample import whole
from tui.panes.registry import PANES
from tui.widgets.chrome import TabBar


def lines(shown: str) -> list[str]:
    return shown.split("\n")


async def test_the_masthead_names_the_briefing_and_counts_my_notes(library: Library) -> None:
    async with reading(library) as reader:
        assert "Do bridges pay?" in lines(reader.shown)[0]
        assert "no notes yet" in lines(reader.shown)[0]
        await reader.write("One.")
        assert "1 note" in lines(reader.shown)[0]


async def test_a_title_that_is_too_long_leaves_room_for_my_notes(library: Library) -> None:
    library.install(whole(title="阿里巴巴 " * 60))
    async with reading(library, size=NARROW) as reader:
        first = lines(reader.shown)[0]
        assert "…" in first
        assert "no notes yet" in first
        assert cell_len(first) == 80


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)])
async def test_every_tab_has_its_number_and_the_open_one_its_whole_name(library: Library, size: tuple[int, int]) -> None:
    async with reading(library, size=size) as reader:
        for number, pane in enumerate(PANES, 1):
            await reader.press(str(number))
            line = lines(reader.shown)[1]
            assert f"{number} {pane.title}" in line
            assert all(str(other) in line for other in range(1, 10))


async def test_where_names_would_be_stumps_numbers_do_without_them(library: Library) -> None:
    async with reading(library, size=(60, 20)) as reader:
        await reader.press("5")
        assert lines(reader.shown)[1].split() == ["1", "2", "3", "4", "5", "Claims", "6", "7", "8", "9"]


async def test_under_a_dialog_the_footer_promises_nothing(library: Library) -> None:
    async with reading(library) as reader:
        before = lines(reader.shown)[-1]
        await reader.press("slash")
        assert reader.main_screen._key_hints.hints == ()
        await reader.press("escape")
        assert lines(reader.shown)[-1] == before


async def test_a_click_on_a_tab_opens_it(library: Library) -> None:
    async with reading(library) as reader:
        await reader.click("5 Claims")
        assert reader.tab == "Claims"
        await reader.click("9 Notes")
        assert reader.tab == "Notes"


async def test_a_click_beside_the_tabs_opens_nothing(library: Library) -> None:
    async with reading(library, size=(200, 30)) as reader:
        await reader.pilot.click(TabBar, offset=(190, 0))
        assert reader.tab == "Overview"


async def test_the_footer_says_what_the_keys_do_where_the_focus_is(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        assert "a note" in lines(reader.shown)[-1]
        assert "follow" not in lines(reader.shown)[-1]
        await reader.press("enter")
        assert "follow" in lines(reader.shown)[-1]


async def test_the_footer_leaves_out_what_does_not_fit_whole(library: Library) -> None:
    async with reading(library, size=(52, 24)) as reader:
        assert cell_len(lines(reader.shown)[-1]) == 52
        assert "a note" in lines(reader.shown)[-1]
