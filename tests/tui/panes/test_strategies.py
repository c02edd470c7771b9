"""Strategies: who does what kind of thing, as a matrix or as a list; its keys are tried in test_matrix."""

from __future__ import annotations

import pytest

from store.annotations.reading_progress import ReadingProgress
from store.library.library import Library
from store.model.records import StrategyKind
from tests.support.reader import reading
from tests.support.sample import actor, strategy, whole


async def test_it_opens_as_a_matrix_of_actors_and_kinds(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("3")
        assert reader.ids == ["ann"]
        assert "Building" in reader.shown
        assert "1 C3" in reader.shown


async def test_the_card_of_a_cell_names_actor_and_kind_and_tells_the_strategy(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("3")
        for words in ("Ann Lee", "Building", "What is built.", "s01", "Builds.", "To cross.", "As claimed in", "c001"):
            assert words in reader.card


async def test_a_cell_without_a_strategy_says_that_the_article_is_silent(library: Library) -> None:
    library.install(whole(strategy_kinds=(*whole().strategy_kinds, StrategyKind(id="selling", name="Selling", about="What is sold."))))
    async with reading(library) as reader:
        await reader.press("3", "right")
        assert "The article is silent." in reader.card


@pytest.fixture
def crowd(library: Library) -> Library:
    """Two kinds; Ann builds, Bob sells, and Cy, an operator, does both."""
    kinds = (*whole().strategy_kinds, StrategyKind(id="selling", name="Selling", about="What is sold."))
    strategies = (
        strategy(),
        strategy(id="s02", actor="bob", kind="selling", summary="Sells."),
        strategy(id="s03", actor="cy", summary="Digs."),
        strategy(id="s04", actor="cy", kind="selling", summary="Trades."),
    )
    actors = (*whole().actors, actor(id="cy", name="Cy", kind="operator"))
    library.install(whole(actors=actors, strategy_kinds=kinds, strategies=strategies))
    return library


async def test_the_list_shows_the_strategies_of_who_was_looked_at(crowd: Library) -> None:
    async with reading(crowd, at="s02") as reader:
        await reader.press("w")
        assert reader.at == "s02"


async def test_the_removed_turned_view_in_a_memory_file_of_0_1_opens_the_matrix(crowd: Library) -> None:
    memory = ReadingProgress(crowd.places.state, "bridges")
    memory.view("Strategies", "turned")
    memory.save()
    async with reading(crowd, at="s02") as reader:
        assert reader.pane.view == "matrix"
        assert "Sells." in reader.card
        await reader.press("w", "w")
        assert reader.pane.view == "matrix"


def kind_of(library: Library, id_: str) -> str:
    """Return the kind of the strategy with this id."""
    return next(strategy.kind for strategy in library.open("bridges").file.strategies if strategy.id == id_)


async def test_a_filter_means_the_same_strategies_in_every_view(crowd: Library) -> None:
    async with reading(crowd, at="s02") as reader:
        kind = kind_of(crowd, "s02")
        passing = [strategy.id for strategy in crowd.open("bridges").file.strategies if strategy.kind == kind]
        reader.pane.filter(f"kind:{kind}")
        for view in ("matrix", "list"):
            await reader.settle()
            assert reader.pane.view == view
            assert f"{len(passing)} of " in reader.shown
            await reader.press("w")
        await reader.press("w")
        assert reader.ids == passing


async def test_what_the_filter_hides_is_not_called_silence(crowd: Library) -> None:
    async with reading(crowd, at="s02") as reader:
        kinds = {strategy.kind for strategy in crowd.open("bridges").file.strategies}
        assert len(kinds) > 1
        reader.pane.filter(f"kind:{kind_of(crowd, 's02')}")
        await reader.press("g")
        seen = set()
        for _ in range(len(reader.ids)):
            for _ in range(len(reader.record_list.columns) - 1):
                cell = reader.record_list.item
                seen.add(cell.is_hidden)
                assert ("silent" in reader.card) == (not cell.strategies and not cell.is_hidden)
                assert ("filter hides" in reader.card) == cell.is_hidden
                await reader.press("right")
            await reader.press("down")
        assert seen == {True, False}


async def test_a_filter_that_leaves_nobody_leaves_an_empty_matrix(crowd: Library) -> None:
    async with reading(crowd, at="s02") as reader:
        reader.pane.filter("nobody-at-all")
        await reader.press("left", "right", "j", "enter")
        assert reader.ids == []


async def test_narrow_windows_show_one_actor_on_a_page(crowd: Library) -> None:
    async with reading(crowd, at="s03", size=(50, 20)) as reader:
        assert "Cy · 1 of 3" in reader.shown
        for words in ("Building", "Digs.", "Selling", "Trades.", "1 C3"):
            assert words in reader.shown
        await reader.press("right")
        assert "· 2 of 3" in reader.shown
        assert "The article is silent." in reader.shown
        await reader.press("left", "left")
        assert "· 3 of 3" in reader.shown


async def test_on_a_page_up_and_down_go_from_kind_to_kind(crowd: Library) -> None:
    async with reading(crowd, at="s03", size=(50, 20)) as reader:
        await reader.press("down")
        assert reader.at == "s04"
        await reader.press("down")
        assert reader.at == "s04"
        await reader.press("g")
        assert reader.at == "s03"
        await reader.press("G")
        assert reader.at == "s04"


async def test_the_mouse_chooses_a_line_and_turns_the_page(crowd: Library) -> None:
    async with reading(crowd, at="s03", size=(50, 20)) as reader:
        await reader.click("Selling")
        assert reader.at == "s04"
        await reader.pilot.click(reader.record_list, offset=(45, 0))
        await reader.settle()
        assert "· 2 of 3" in reader.shown


async def test_resizing_keeps_the_cell_when_it_falls_back_and_returns(crowd: Library) -> None:
    async with reading(crowd, at="s04", size=(80, 24)) as reader:
        assert "1 of 3" not in reader.shown
        for size in ((50, 20), (120, 40), (52, 16), (80, 24)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert (reader.at, "Trades." in reader.card) == ("s04", True)
            assert ("Cy · 1 of 3" in reader.shown) is (size[0] < 60)


async def test_the_list_says_whose_each_strategy_is(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("3", "w")
        assert reader.ids == ["s01"]
        assert "Ann Lee" in reader.shown
        assert reader.app.focused is reader.record_list


async def test_my_note_on_a_strategy_marks_its_cell(library: Library) -> None:
    async with reading(library, at="s01") as reader:
        await reader.write("Really?")
        assert "1 C3 ✎" in reader.shown
