"""The time axis as a list: what it shows at every width, and how it is looked at more closely."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from time import perf_counter
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reader import hosted
from tui.render.charts.date_marks import Mark, date_mark
from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.widgets.time_axis import Source, TimeAxis, TimelineRow, column_widths

SAID = date(2016, 7, 1).toordinal()


class Item(NamedTuple):
    """Something with a date."""

    id: str
    when: str = ""


def axis(items: Sequence[Item]) -> TimeAxis:
    """Return an axis with these items."""
    columns = (Column("", lambda *_: Span(""), 2), Column("when", lambda *_: Span(""), 9), Column("event", lambda *_: Span("")))
    made = TimeAxis(
        columns, lambda item: (Span(""), Span(item.when), Span(item.id)), _entry, _mark, Source(SAID, ("the article", "article"))
    )
    made.set(items)
    return made


def _entry(item: Item) -> TimelineRow:
    return TimelineRow(
        Span(""), Span(""), Span(item.when or "no date"), item.when or "no date", f"What {item.id} is.", "" if item.when else "Some day"
    )


def _mark(item: Item) -> Mark | None:
    return date_mark(item.when) if item.when else None


@given(width=st.integers(min_value=24, max_value=300))
def test_date_axis_and_words_share_the_width(width: int) -> None:
    when, along, words = column_widths(width)
    assert 7 + when + 1 + along + (words + 1 if words else 0) == width - 1  # a blank before the scrollbar
    assert along >= 1
    assert words == 0 or words >= 16


def test_where_it_is_narrow_the_words_shrink_before_the_axis() -> None:
    wide, medium, narrow, slim = (column_widths(width) for width in (120, 79, 59, 40))
    assert wide.axis > medium.axis > narrow.axis >= 16
    assert wide.words > medium.words > narrow.words >= 16
    assert medium.axis > medium.words
    assert slim.words == 0
    assert slim.axis >= 16


@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (60, 20), (40, 12)])
async def test_mark_and_year_stand_in_one_column(size: tuple[int, int]) -> None:
    items = [Item("a", "2010-01-01"), Item("b", "2012-01-01"), Item("c", "2014-01-01")]
    async with hosted(axis(items), size) as (app, _):
        labels, _, *rows = app.shown.split("\n")
        found = [row.index("●") for row in rows[:3]]
        assert found == sorted(set(found))
        assert "2010" not in labels or labels.index("2010") == found[0]
        assert "▼" in labels


async def test_what_has_no_date_tells_its_horizon() -> None:
    async with hosted(axis([Item("a")])) as (app, _):
        row = app.shown.split("\n")[2]
        assert "no date" in row
        assert "Some day" in row


async def test_a_date_too_long_for_its_column_is_written_as_in_the_briefing() -> None:
    items = [Item("a", "2014-09-12")]
    made = axis(items)
    made._entry_of = lambda item: _entry(item)._replace(when=Span("12 September of the year 2014"))
    async with hosted(made) as (app, _):
        assert "2014-09-12" in app.shown


async def test_right_looks_closer_at_what_is_under_the_cursor_and_left_goes_back_to_all() -> None:
    items = [Item("far", "1850"), *(Item(f"i{month}", f"2014-{month:02}") for month in range(1, 13))]
    made = axis(items)
    async with hosted(made) as (app, pilot):
        made.focus()
        assert "◀ 1850" in app.shown
        await pilot.press("G")
        usual = made.window
        await pilot.press("right")
        assert made.window.days == usual.days // 2
        assert made.window.first <= date(2014, 12, 1).toordinal() <= made.window.last
        await pilot.press("left")
        assert made.window == usual
        await pilot.press("left", "left")
        assert "◀ 1850" not in app.shown
        assert "1850" in app.shown


async def test_looked_at_closely_the_axis_goes_along_with_the_cursor() -> None:
    made = axis([Item(f"i{year}", f"{year}-06-01") for year in range(2001, 2021)])
    async with hosted(made) as (_, pilot):
        made.focus()
        await pilot.press("right", "right", "right")
        days = made.window.days
        await pilot.press("G")
        assert made.window.first <= date(2020, 6, 1).toordinal() <= made.window.last
        assert made.window.days == days


async def test_closer_ends_where_days_could_not_be_told_apart() -> None:
    made = axis([Item("a", "2014"), Item("b", "2015")])
    async with hosted(made) as (_, pilot):
        made.focus()
        await pilot.press(*["right"] * 20)
        assert made.window.days >= 28


async def test_an_empty_axis_is_still_an_axis() -> None:
    made = axis([])
    async with hosted(made) as (app, pilot):
        made.focus()
        await pilot.press("right", "left", "j", "enter")
        assert "▼" in app.shown


async def test_the_source_that_is_far_from_everything_is_told_by_an_arrow() -> None:
    items = [Item(f"i{year}", str(year)) for year in range(1800, 1810)]
    async with hosted(axis(items)) as (app, _):
        assert "▶ the article" in app.shown


async def test_a_click_chooses_the_row_under_the_two_lines_of_the_heading() -> None:
    made = axis([Item("a", "2014"), Item("b", "2015")])
    async with hosted(made) as (_, pilot):
        await pilot.click(offset=(10, 3))
        assert made.item.id == "b"


async def test_of_many_rows_only_the_visible_are_drawn() -> None:
    asked: list[str] = []
    items = [Item(f"i{number}", f"{1900 + number % 120}") for number in range(10_000)]
    made = axis(items)
    made._entry_of = lambda item: asked.append(item.id) or _entry(item)  # type: ignore[func-returns-value]
    async with hosted(made) as (_, pilot):
        made.focus()
        asked.clear()
        begun = perf_counter()
        await pilot.press("G", "right", "left", "g")
        assert perf_counter() - begun < 5
        assert len(asked) < 300
