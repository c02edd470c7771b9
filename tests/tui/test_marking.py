"""Marks and what was seen: a sign before each row, filters for both, a key to the next unseen, and kept between runs."""

from __future__ import annotations

import pytest

from store.library import Library
from tests.tui.reader import Reader, reading
from tui.panes import PANES
from tui.render.signs import MARKED, UNSEEN


def look(reader: Reader) -> None:
    """A moment passes in which the reader only looks."""
    for _ in range(2):
        reader.browser.helper("marking").look()


def row_of(reader: Reader, words: str) -> str:
    """The line of the list on which these words stand."""
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


@pytest.mark.parametrize("number", range(1, 10), ids=[pane.TITLE for pane in PANES])
async def test_a_mark_can_be_set_on_every_pane(library: Library, number: int) -> None:
    async with reading(library) as reader:
        await reader.press(str(number), "m")
        marked = reader.browser.reach.memory.marked
        assert marked == ({reader.at} & set(reader.browser.reach.briefing.records))


async def test_where_there_is_nothing_it_says_so(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"xyzzy", "enter", "m")
        assert "no record here to mark" in reader.told[-1]


async def test_a_record_is_seen_after_its_card_was_open_for_a_moment(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        marking = reader.browser.helper("marking")
        marking.look()
        await reader.settle()
        assert UNSEEN in row_of(reader, "Bridges pay.")
        marking.look()
        await reader.settle()
        assert UNSEEN not in row_of(reader, "Bridges pay.")
        assert UNSEEN in row_of(reader, "Tolls will double.")


async def test_what_is_only_passed_by_is_not_seen(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        marking = reader.browser.helper("marking")
        marking.look()
        await reader.press("j")
        marking.look()
        await reader.press("j")
        marking.look()
        assert reader.browser.reach.memory.seen == set()


async def test_what_was_seen_stays_seen_and_unseen_can_be_filtered(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        look(reader)
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"unseen:yes", "enter")
        assert reader.ids == ["c002", "c003"]


async def test_the_point_goes_to_the_next_unseen_of_the_list_and_round(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        found = []
        for _ in range(2):
            await reader.press("full_stop")
            found.append(reader.at)
        assert found == ["c003", "c001"]


async def test_after_this_list_the_point_goes_to_other_panes(library: Library) -> None:
    async with reading(library, at="c003") as reader:
        await reader.press("full_stop", "full_stop")
        assert reader.tab == "Claims"
        await reader.press("full_stop")
        assert reader.tab != "Claims"


@pytest.mark.parametrize("view", range(3))
@pytest.mark.parametrize("number", range(1, 10), ids=[pane.TITLE for pane in PANES])
async def test_the_point_visits_every_record_once_from_wherever_one_is(library: Library, number: int, view: int) -> None:
    records = library.open("bridges").records
    async with reading(library) as reader:
        await reader.press(str(number), *("w",) * view)
        for _ in range(len(records) + 1):
            await reader.tap("full_stop")
            if reader.told[-1:] == ["You have seen everything."]:
                break
        assert reader.told[-1:] == ["You have seen everything."]
        assert reader.browser.reach.memory.seen == set(records)


async def test_in_a_filtered_list_the_point_stays_within_it_first(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"-double", "enter", "full_stop")
        assert (reader.at, reader.pane.filtering.words) == ("c003", "-double")


async def test_the_overview_shows_how_much_of_each_pane_was_seen(library: Library) -> None:
    async with reading(library, at="bridges") as reader:
        assert "Claims 0/3" in reader.card
        await reader.press("5")
        look(reader)
        await reader.press("1")
        assert "Claims 1/3" in reader.card
