"""Messages over the screen: the newest is seen, and an error is not replaced by what follows."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import reading
from tui.services.notifier import TimedNotification


async def test_a_message_replaces_the_one_before_it(library: Library) -> None:
    async with reading(library) as reader:
        for words in ("One.", "Two."):
            reader.main_screen.notifier.info(words)
            await reader.settle()
        assert reader.told == ["Two."]


async def test_an_error_stays_beside_later_messages(library: Library) -> None:
    async with reading(library) as reader:
        reader.main_screen.notifier.error("It broke.")
        await reader.settle()
        reader.main_screen.notifier.info("Undone.")
        await reader.settle()
        assert reader.told == ["It broke.", "Undone."]


async def test_a_message_that_expires_before_it_is_shown_is_removed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process may be stopped between the message and its timer; the screen must go on."""
    monkeypatch.setattr(TimedNotification, "has_expired", False)
    async with reading(library) as reader:
        reader.app.notify("Too late.", timeout=-1)
        await reader.settle()
        await reader.press("5")
        assert reader.tab == "Claims"
        assert reader.told == []


def test_setting_the_clock_back_does_not_keep_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    message = TimedNotification("Saved.", timeout=0)
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert message.has_expired
    assert message.time_left > 0
