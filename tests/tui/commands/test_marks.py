"""Marks: a sign before each row, a filter, and kept between runs."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import Reader, reading
from tui.app.preferences import Preferences
from tui.panes.registry import PANES
from tui.render.records.symbols import MARKED


def row_of(reader: Reader, words: str) -> str:
    """Return the line of the list on which these words stand."""
    return next(line for line in reader.shown.split("\n") if words in line)


async def test_m_marks_and_unmarks_and_says_so(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("m")
        assert MARKED in row_of(reader, "Tolls will double.")
        assert MARKED not in row_of(reader, "Tolls will vanish.")
        assert "c002 is marked" in reader.told[-1]
        await reader.press("m")
        assert MARKED not in row_of(reader, "Tolls will double.")
        assert "c002 is no longer marked" in reader.told[-1]


async def test_marks_stay_between_runs(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("m")
    async with reading(library, at="c001") as reader:
        assert MARKED in row_of(reader, "Tolls will double.")
        await reader.press("f", *"marked:yes", "enter")
        assert reader.ids == ["c002"]


async def test_what_is_marked_while_the_filter_is_seen_counts(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"marked:no", "enter")
        assert len(reader.ids) == 3
        await reader.press("m", "f", "enter")
        await reader.press("f", "end", "backspace", "backspace", *"yes", "enter")
        assert reader.ids == ["c001"]


@pytest.mark.parametrize("number", range(1, 10), ids=[pane.title for pane in PANES])
async def test_a_mark_can_be_set_on_every_pane(library: Library, number: int) -> None:
    async with reading(library) as reader:
        await reader.press(str(number), "m")
        marked = reader.main_screen.context.progress.marked
        assert marked == ({reader.at} & set(reader.main_screen.context.briefing.records))


async def test_where_there_is_nothing_it_says_so(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"xyzzy", "enter", "m")
        assert "no record here to mark" in reader.told[-1]


async def test_the_removed_key_for_unread_records_names_the_key_that_marks(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("full_stop")
        assert reader.told[-1] == "Unread marks were removed in 0.2. Press m to mark a record."
        assert reader.at == "c002"


async def test_a_removed_key_that_is_bound_to_another_action_says_nothing(library: Library) -> None:
    async with reading(library, at="c002", preferences=Preferences(keymap={"mark": ("full_stop",)})) as reader:
        await reader.press("full_stop")
        assert "c002 is marked" in reader.told[-1]
        assert len(reader.told) == 1


async def test_no_row_has_an_unread_mark(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        for number in range(1, 10):
            await reader.press(str(number))
            assert "•" not in reader.shown
