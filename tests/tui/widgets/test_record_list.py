"""The list: a cursor that every moving key moves, a card that follows it, and only visible rows drawn."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from textual.geometry import Offset

from store.library.library import Library
from tests.support.reader import NARROW, hosted, reading
from tests.support.sample import claim, whole
from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.widgets.messages import RowHighlighted
from tui.widgets.record_list import RecordList

COLUMNS = (Column("id", lambda *_: Span(""), 8), Column("words", lambda *_: Span("")))


class Item:
    def __init__(self, number: int) -> None:
        self.id = f"i{number}"


def cells(item: Item) -> tuple[Span, ...]:
    return Span(item.id), Span(f"words of {item.id}")


@pytest.fixture
def crowd(library: Library) -> Library:
    """`bridges` with 60 claims, c001 to c060."""
    first = whole().claims
    library.install(whole(claims=(*first, *(claim(id=f"c{number:03}", text=f"Claim {number}.") for number in range(4, 61)))))
    return library


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (["j"], "c002"),
        (["down", "down"], "c003"),
        (["j", "j", "k"], "c002"),
        (["down", "up"], "c001"),
        (["G"], "c060"),
        (["end"], "c060"),
        (["G", "g"], "c001"),
        (["end", "home"], "c001"),
        (["k"], "c001"),
        (["G", "j"], "c060"),
        (["ctrl+d", "ctrl+u"], "c001"),
        (["pagedown", "pageup"], "c001"),
        (["ctrl+d", "pageup"], "c001"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
async def test_moving_keys_move_the_cursor(crowd: Library, keys: list[str], at: str) -> None:
    async with reading(crowd) as reader:
        await reader.press("5", *keys)
        assert reader.at == at


async def test_a_page_is_longer_than_half_a_page(crowd: Library) -> None:
    async with reading(crowd) as reader:
        await reader.press("5", "ctrl+d")
        half = reader.record_list.cursor
        await reader.press("g", "pagedown")
        assert 1 < half < reader.record_list.cursor < 60


async def test_the_cursor_stays_in_sight_wherever_it_goes(crowd: Library) -> None:
    async with reading(crowd, size=NARROW) as reader:
        await reader.press("5")
        for keys in (["G"], ["k"] * 4, ["pageup"], ["ctrl+u"], ["g"], ["pagedown"], ["j"]):
            await reader.press(*keys)
            assert "▌" in reader.shown


@pytest.mark.parametrize("size", [(80, 24), (120, 16), (60, 14), (200, 60)])
async def test_the_cursor_stays_in_sight_when_the_terminal_is_resized(crowd: Library, size: tuple[int, int]) -> None:
    async with reading(crowd) as reader:
        await reader.press("5", "G", "k", "k")
        await reader.pilot.resize_terminal(*size)
        await reader.settle()
        assert reader.at == "c058"
        assert "▌" in reader.shown


async def test_the_card_follows_the_cursor_without_enter(crowd: Library) -> None:
    async with reading(crowd) as reader:
        await reader.press("5", "j")
        assert "c002 prediction" in reader.card
        await reader.press("G")
        assert "c060 opinion" in reader.card


async def test_a_click_puts_the_cursor_on_a_row(crowd: Library) -> None:
    async with reading(crowd) as reader:
        await reader.press("5")
        await reader.click("c007")
        assert reader.at == "c007"


async def test_a_click_counts_from_where_the_list_is_scrolled_to(crowd: Library) -> None:
    async with reading(crowd) as reader:
        await reader.press("5", "G")
        await reader.click("c045")
        assert reader.at == "c045"


async def test_a_double_click_goes_into_the_card(crowd: Library) -> None:
    async with reading(crowd) as reader:
        await reader.press("5")
        await reader.click("c002", times=2)
        assert reader.app.focused is reader.pane.card


async def test_a_click_on_the_heading_or_below_the_list_moves_nothing(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "j")
        for y in (0, reader.record_list.size.height - 1):
            await reader.pilot.click(reader.record_list, offset=Offset(3, y))
        assert reader.at == "c002"


async def test_the_wheel_scrolls_and_leaves_the_cursor_alone(crowd: Library) -> None:
    async with reading(crowd) as reader:
        await reader.press("5")
        reader.record_list.scroll_relative(y=10, animate=False)
        await reader.settle()
        assert reader.at == "c001"
        assert "c012" in reader.shown


async def test_the_scrollbar_can_be_clicked_and_dragged(crowd: Library) -> None:
    async with reading(crowd) as reader:
        await reader.press("5")
        await reader.settle()
        bar = reader.record_list.vertical_scrollbar.region
        await reader.pilot.click(offset=(bar.x, bar.bottom - 1))
        await reader.settle()
        assert reader.record_list.scroll_y > 0
        await reader.pilot.mouse_down(offset=(bar.x, bar.bottom - 2))
        await reader.pilot.hover(offset=(bar.x, bar.y))
        await reader.pilot.mouse_up(offset=(bar.x, bar.y))
        await reader.settle()
        assert reader.record_list.scroll_y == 0


async def test_of_a_hundred_thousand_rows_only_the_visible_are_drawn() -> None:
    drawn: Counter[Any] = Counter()

    def counted(item: Item) -> tuple[Span, ...]:
        drawn[item.id] += 1
        return cells(item)

    rows = RecordList(COLUMNS, counted)
    async with hosted(rows, (80, 24)) as (_, pilot):
        rows.focus()
        rows.set([Item(number) for number in range(100_000)])
        await pilot.press("G", "g", "pagedown")
        assert len(drawn) <= 24 * 3
        assert "i50000" not in drawn


async def test_an_empty_list_has_nothing_under_its_cursor() -> None:
    rows = RecordList(COLUMNS, cells)
    async with hosted(rows) as (_, pilot):
        rows.focus()
        await pilot.press("j", "k", "G", "g", "enter", "pagedown")
        assert rows.item is None


async def test_a_list_that_is_filled_again_keeps_its_cursor_on_the_same_item() -> None:
    rows, items = RecordList(COLUMNS, cells), [Item(number) for number in range(9)]
    async with hosted(rows):
        rows.set(items, at="i5")
        rows.set([Item(99), *items])
        assert rows.item.id == "i5"
        rows.set(items[:3])
        assert rows.item.id == "i0"


async def test_only_a_move_is_told() -> None:
    rows = RecordList(COLUMNS, cells)
    async with hosted(rows) as (app, pilot):
        rows.focus()
        rows.set([Item(1), Item(2)])
        await pilot.press("j", "j", "j")
        assert [event.item.id for event in app.posted if isinstance(event, RowHighlighted)] == ["i1", "i2"]


async def test_an_id_that_is_not_listed_is_not_selected() -> None:
    rows = RecordList(COLUMNS, cells)
    async with hosted(rows):
        rows.set([Item(1), Item(2)])
        assert rows.select("i2")
        assert not rows.select("i3")
        assert rows.item.id == "i2"
