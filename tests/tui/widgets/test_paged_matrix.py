"""A matrix in a window too narrow for it: one row on a page, a line for each cell, and the same place as before."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from tests.support.reader import hosted
from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.widgets.messages import RowSelected
from tui.widgets.paged_matrix import PagedMatrix

WIDE, PAGED = (100, 24), (50, 12)


class Row(NamedTuple):
    id: str


def column(name: str) -> Column:
    return Column(name, lambda *_: Span(""))


def pages(rows: int = 3, cells: int = 12) -> PagedMatrix:
    columns = (column("who"), *(column(f"Kind {number}") for number in range(cells)))
    shown = PagedMatrix(
        columns,
        lambda row: (Span(f"Row {row.id}"), *(Span(f"{row.id}{number}") for number in range(cells))),
        lambda row, number: (row.id, number),
        lambda cell: Span("tells of {}, {}".format(*cell)),
        classes="list",
    )
    shown.set([Row("abcdefghij"[number]) for number in range(rows)])
    return shown


async def shown_after(*keys: str, size: tuple[int, int] = PAGED, **options: Any) -> tuple[PagedMatrix, str]:
    """Return the pages after these keys, and the screen."""
    widget = pages(**options)
    async with hosted(widget, size) as (app, pilot):
        widget.focus()
        await pilot.press(*keys)
        return widget, app.shown


async def test_a_wide_window_has_the_matrix_and_a_narrow_one_a_page_of_cells_and_what_they_tell() -> None:
    assert "Row b" in (await shown_after(size=WIDE))[1]
    _, shown = await shown_after()
    assert "‹ Row a · 1 of 3 ›" in shown
    assert "Row b" not in shown
    assert "Kind 0" in shown and "tells of a, 0" in shown


@pytest.mark.parametrize(
    ("keys", "cell"),
    [
        (["j"], ("a", 1)),
        (["k"], ("a", 0)),
        (["G"], ("a", 11)),
        (["G", "g"], ("a", 0)),
        (["right"], ("b", 0)),
        (["left"], ("c", 0)),
        (["j", "right", "right", "right"], ("a", 1)),
        (["ctrl+d", "ctrl+u"], ("a", 0)),
        (["j", "pagedown", "pagedown", "pagedown"], ("a", 11)),
    ],
)
async def test_up_and_down_go_from_line_to_line_and_left_and_right_turn_the_page(keys: list[str], cell: tuple[str, int]) -> None:
    widget, shown = await shown_after(*keys)
    assert widget.item == cell
    assert "tells of {}, {}".format(*cell) in next(line for line in shown.split("\n") if line.startswith("▌"))
    assert f"Row {cell[0]}" in shown


async def test_growing_and_shrinking_keep_the_cell_in_sight() -> None:
    widget = pages(rows=10)
    async with hosted(widget, PAGED) as (app, pilot):
        widget.focus()
        await pilot.press("right", "right", "G")
        for size in (WIDE, PAGED, (44, 6), WIDE, (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert widget.item == ("c", 11)
            assert widget.is_paged == (size[0] < 60)
            assert ("tells of c, 11" if widget.is_paged else "c11") in app.shown


async def test_the_mouse_chooses_a_line_opens_it_and_turns_pages_on_the_caption() -> None:
    widget = pages()
    async with hosted(widget, PAGED) as (app, pilot):
        await pilot.click(widget, offset=(5, 3))
        assert widget.item == ("a", 2)
        await pilot.click(widget, offset=(5, 3), times=2)
        assert [event.item for event in app.posted if isinstance(event, RowSelected)] == [("a", 2)]
        await pilot.click(widget, offset=(45, 0))
        assert widget.item == ("b", 2)
        await pilot.click(widget, offset=(2, 0), times=1)
        assert widget.item == ("a", 2)
        await pilot.click(widget, offset=(5, 11))
        assert widget.item == ("a", 10)


@pytest.mark.parametrize("size", [WIDE, PAGED, (20, 5)])
async def test_nothing_to_show_is_no_accident(size: tuple[int, int]) -> None:
    widget, _ = await shown_after("j", "G", "right", "left", "k", "enter", "ctrl+d", size=size, rows=0)
    assert widget.item is None


async def test_a_long_name_leaves_room_for_the_count() -> None:
    widget = pages()
    widget.cells = lambda row: (Span("A very long name of somebody " * 3), *(Span("") for _ in range(12)))
    async with hosted(widget, PAGED) as (app, _):
        assert "· 1 of 3 ›" in app.shown.split("\n")[0]
