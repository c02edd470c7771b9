"""Sentences for the reader: the newest is seen, and bad news is not driven out by good."""

from __future__ import annotations

from store.library import Library
from tests.tui.reader import reading


async def test_a_sentence_takes_the_place_of_the_one_before_it(library: Library) -> None:
    async with reading(library) as reader:
        for words in ("One.", "Two."):
            reader.browser.tell(words)
            await reader.settle()
        assert reader.told == ["Two."]


async def test_bad_news_stays_beside_what_is_told_after_it(library: Library) -> None:
    async with reading(library) as reader:
        for words, is_bad in (("It broke.", True), ("Undone.", False)):
            reader.browser.tell(words, is_bad)
            await reader.settle()
        assert reader.told == ["It broke.", "Undone."]
