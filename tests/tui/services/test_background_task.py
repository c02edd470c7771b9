"""What may take long: the keys are answered meanwhile, it says that it runs, and esc stops it."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest

from store.library.library import Library
from tests.support.reader import reading
from tui.services.background_task import MAX_INLINE_RECORDS, BackgroundRunner

MANY = MAX_INLINE_RECORDS + 1


async def test_little_work_is_done_at_once() -> None:
    told: list[str] = []
    assert await BackgroundRunner(told.append, MAX_INLINE_RECORDS)(lambda: "done") == "done"
    assert told == []


async def test_much_work_says_that_it_runs_and_gives_its_answer() -> None:
    goes_on = Event()

    def tell(words: str) -> None:
        assert words.startswith("Getting ready")
        goes_on.set()

    assert await BackgroundRunner(tell, MANY)(goes_on.wait) is True


async def test_work_that_was_stopped_is_no_longer_waited_for() -> None:
    told, goes_on = asyncio.Event(), Event()
    aside = BackgroundRunner(lambda _: told.set(), MANY)
    asking = asyncio.ensure_future(aside(goes_on.wait))
    await told.wait()
    assert aside.stop()
    with pytest.raises(asyncio.CancelledError):
        await asking
    goes_on.set()


async def test_where_nothing_is_being_done_there_is_nothing_to_stop() -> None:
    aside = BackgroundRunner(lambda _: None, MANY)
    assert not aside.stop()
    await aside(lambda: None)
    assert not aside.stop()


async def test_esc_stops_what_is_being_got_ready_and_the_next_key_is_answered(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = Event()
    async with reading(library, "c001") as reader:
        monkeypatch.setattr(reader.browser.reach.aside, "_is_much", True)
        monkeypatch.setattr(reader.pane, "prepare_filter", goes_on.wait)
        await reader.press("f")
        while not any("Getting ready" in words for words in reader.told):
            await reader.pilot.pause()
        assert reader.dialog == ""
        await reader.press("escape")
        goes_on.set()
        await reader.press("j")
        assert reader.dialog == ""
        assert reader.at == "c002"
        await reader.press("f")
        await reader.pilot.pause()
        assert reader.dialog == "FilterDialog"
