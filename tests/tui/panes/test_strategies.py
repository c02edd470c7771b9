"""Strategies: who does what kind of thing, as a matrix or as a list; its keys are tried in test_matrix."""

from __future__ import annotations

from store.library import Library
from store.model import StrategyKind
from tests.sample import whole
from tests.tui.reader import reading


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
    library.add(whole(strategy_kinds=(*whole().strategy_kinds, StrategyKind(id="selling", name="Selling", about="What is sold."))))
    async with reading(library) as reader:
        await reader.press("3", "right")
        assert "The article is silent." in reader.card


async def test_the_list_says_whose_each_strategy_is(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("3", "w")
        assert reader.ids == ["s01"]
        assert "Ann Lee" in reader.shown
        assert reader.app.focused is reader.list


async def test_my_note_on_a_strategy_marks_its_cell(library: Library) -> None:
    async with reading(library, at="s01") as reader:
        await reader.write("Really?")
        assert "1 C3 ✎" in reader.shown
