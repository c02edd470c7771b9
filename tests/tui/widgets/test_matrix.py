"""The matrix: two cursors, cells that are claims, and columns that scroll with the cursor."""

from __future__ import annotations

import pytest

from store.library.library import Library
from store.model.records import StrategyKind
from tests.support.reader import reading
from tests.support.sample import actor, strategy, whole
from tui.widgets.matrix import Matrix

KINDS = tuple(StrategyKind(id=f"kind-{number}", name=f"Kind {number}", about=f"About {number}.") for number in range(12))


@pytest.fixture
def wide(library: Library) -> Library:
    """`bridges` with twelve kinds of strategy; Ann has one of the first and two of the last, Bob one of the second."""
    strategies = (
        strategy(kind="kind-0"),
        strategy(id="s02", actor="bob", kind="kind-1", summary="Sells."),
        strategy(id="s03", kind="kind-11", summary="Paints."),
        strategy(id="s04", kind="kind-11", summary="Sings."),
    )
    library.install(whole(strategy_kinds=KINDS, strategies=strategies))
    return library


async def test_arrows_go_from_cell_to_cell_and_the_card_follows(wide: Library) -> None:
    async with reading(wide, at="s01") as reader:
        assert "Builds." in reader.card
        await reader.press("right")
        assert "silent" in reader.card
        await reader.press("j" if reader.record_list.cursor == 0 else "k")
        assert "Sells." in reader.card


async def test_an_empty_cell_says_that_the_article_is_silent(wide: Library) -> None:
    async with reading(wide, at="s01") as reader:
        await reader.press("right")
        assert "The article is silent." in reader.card
        assert "Ann Lee" in reader.card


async def test_a_cell_with_two_strategies_shows_both(wide: Library) -> None:
    async with reading(wide, at="s03") as reader:
        assert "2 strategies in this cell" in reader.card
        assert "Paints." in reader.card
        assert "Sings." in reader.card


async def test_a_cell_counts_its_claims_and_grades_the_weakest(wide: Library) -> None:
    async with reading(wide) as reader:
        await reader.press("3")
        assert "1 C3" in reader.shown
        assert "·" in reader.shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_column_under_the_cursor_is_in_sight_with_its_heading(wide: Library, size: tuple[int, int]) -> None:
    async with reading(wide, size=size) as reader:
        await reader.press("3", *["right"] * 11)
        assert "Kind 11" in reader.shown
        assert "Ann Lee" in reader.shown


async def test_columns_that_do_not_fit_are_announced(wide: Library) -> None:
    async with reading(wide, size=(80, 24)) as reader:
        await reader.press("3")
        assert "›" in reader.shown


async def test_following_a_strategy_finds_its_cell(wide: Library) -> None:
    async with reading(wide, at="s03") as reader:
        assert reader.tab == "Strategies"
        assert "Paints." in reader.card


async def test_a_note_on_a_cell_is_a_note_on_its_strategy(wide: Library) -> None:
    async with reading(wide, at="s02") as reader:
        await reader.write("Really?")
        assert [note.target for note in reader.notes.all()] == ["s02"]


async def test_the_view_key_shows_a_list_and_then_the_matrix_again(wide: Library) -> None:
    async with reading(wide, at="s02") as reader:
        await reader.press("w")
        assert reader.ids == ["s01", "s02", "s03", "s04"]
        assert reader.at == "s02"
        await reader.press("w")
        assert "Sells." in reader.card
        assert {"ann", "bob"} == set(reader.ids)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_names_and_headings_stay_in_sight_however_far_it_is_scrolled(library: Library, size: tuple[int, int]) -> None:
    actors = tuple(actor(id=f"a{number:02}", name=f"Actor {number:02}") for number in range(40))
    strategies = tuple(strategy(id=f"s{number:02}", actor=f"a{number:02}", kind=f"kind-{number % 12}") for number in range(40))
    library.install(whole(actors=(*whole().actors, *actors), strategy_kinds=KINDS, strategies=strategies, recommendations=()))
    async with reading(library, size=size) as reader:
        await reader.press("3")
        for keys in (("G",), ("right",) * 5, ("right",) * 6, ("g",), ("ctrl+d",), ("left",) * 4):
            await reader.tap(*keys)
            assert isinstance(reader.record_list, Matrix)
            here = reader.record_list.item
            assert here.actor.name in reader.shown
            assert here.kind.name in reader.shown.split("\n")[2 if size[1] < 30 else 3]
            assert "who" in reader.shown


async def test_columns_on_both_sides_are_announced_and_scroll_no_further_than_needed(wide: Library) -> None:
    async with reading(wide, size=(80, 24)) as reader:
        await reader.press("3", *["right"] * 8)
        heading = next(line for line in reader.shown.split("\n") if "Kind 8" in line)
        assert "‹" in heading
        assert "›" in heading
        await reader.press("left")
        assert next(line for line in reader.shown.split("\n") if "Kind 8" in line) == heading


async def test_a_click_on_a_heading_sorts_by_its_column(wide: Library) -> None:
    async with reading(wide) as reader:
        await reader.press("3")
        assert isinstance(reader.record_list, Matrix)
        heading = next(line for line in reader.shown.split("\n") if "Kind 1 " in line)
        assert reader.record_list.column_at(heading.index("Kind 1")) == "Kind 1"
        assert reader.record_list.column_at(3) == "who"


async def test_coming_back_finds_the_same_cell(wide: Library) -> None:
    async with reading(wide, at="s02") as reader:
        await reader.press("5", "backspace")
        assert "Sells." in reader.card


async def test_coming_back_to_an_empty_cell_finds_it(wide: Library) -> None:
    async with reading(wide) as reader:
        await reader.press("3", "right", "right", "5", "backspace")
        assert "The article is silent." in reader.card
        assert "Kind 2" in reader.card


async def test_a_briefing_without_strategies_has_an_empty_matrix(library: Library) -> None:
    library.install(whole(strategies=(), strategy_kinds=(), recommendations=()))
    async with reading(library) as reader:
        await reader.press("3", "right", "left", "j", "enter", "w", "w")
        assert reader.app.is_running
