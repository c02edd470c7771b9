"""Sentences for the reader: the newest is seen, and bad news is not driven out by good."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import reading
from tui.services.notifier import TimedNotification


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


async def test_a_sentence_whose_time_is_over_when_it_is_shown_goes_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that had to wait just then: the time left was asked for too late, and the screen must not stand still."""
    monkeypatch.setattr(TimedNotification, "has_expired", False)
    async with reading(library) as reader:
        reader.app.notify("Too late.", timeout=-1)
        await reader.settle()
        await reader.press("5")
        assert reader.tab == "Claims"
        assert reader.told == []


def test_no_clock_that_is_set_keeps_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = TimedNotification("Saved.", timeout=0)
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert sentence.has_expired
    assert sentence.time_left > 0
