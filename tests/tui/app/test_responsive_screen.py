"""The window: dressed for its size from the first paint, and honest where it is too small."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import reading
from tui.app.responsive_screen import MIN_HEIGHT, MIN_WIDTH


@pytest.mark.parametrize(("size", "classes"), [((80, 24), {"-narrow", "-short"}), ((120, 40), {"-wide", "-tall"})])
async def test_it_is_narrow_or_wide_from_the_first_paint(library: Library, size: tuple[int, int], classes: set[str]) -> None:
    async with reading(library, size=size) as reader:
        assert classes <= set(reader.main_screen.classes)


@pytest.mark.parametrize("size", [(MIN_WIDTH - 1, 40), (120, MIN_HEIGHT - 1)])
async def test_where_nothing_can_be_read_it_says_so_and_the_place_is_kept(library: Library, size: tuple[int, int]) -> None:
    async with reading(library, "c002") as reader:
        await reader.pilot.resize_terminal(*size)
        await reader.settle()
        assert reader.shown.strip() == f"Too small: {size[0]}×{size[1]}; needs {MIN_WIDTH}×{MIN_HEIGHT}"
        await reader.pilot.resize_terminal(MIN_WIDTH, MIN_HEIGHT)
        await reader.settle()
        assert "too small" not in reader.shown
        assert reader.at == "c002"


async def test_where_nothing_can_be_seen_no_key_does_anything(library: Library) -> None:
    async with reading(library, "c002", size=(MIN_WIDTH - 1, MIN_HEIGHT)) as reader:
        await reader.press("a", "slash", "5", "d")
        assert (reader.dialog, reader.at) == ("", "c002")
