"""What may take long: the keys are answered meanwhile, it says that it runs, and esc stops it."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest

from store.library.library import Library
from tests.support.messages import RecordingNotifier
from tests.support.reader import reading
from tui.services.background_task import MAX_INLINE_RECORDS, BackgroundRunner

MANY = MAX_INLINE_RECORDS + 1


async def test_little_work_is_done_at_once() -> None:
    notifier = RecordingNotifier()
    assert await BackgroundRunner(notifier, MAX_INLINE_RECORDS).run(lambda: "done") == "done"
    assert notifier.messages == []


async def test_much_work_says_that_it_runs_and_gives_its_answer() -> None:
    done = Event()
    notifier = RecordingNotifier(done.set)
    assert await BackgroundRunner(notifier, MANY).run(done.wait) is True
    assert notifier.messages[0].startswith("Getting ready")


async def test_work_that_was_stopped_is_no_longer_waited_for() -> None:
    is_shown, done = asyncio.Event(), Event()
    background = BackgroundRunner(RecordingNotifier(is_shown.set), MANY)
    running = asyncio.ensure_future(background.run(done.wait))
    await is_shown.wait()
    assert background.stop()
    with pytest.raises(asyncio.CancelledError):
        await running
    done.set()


async def test_where_nothing_is_being_done_there_is_nothing_to_stop() -> None:
    background = BackgroundRunner(RecordingNotifier(), MANY)
    assert not background.stop()
    await background.run(lambda: None)
    assert not background.stop()


async def test_esc_stops_what_is_being_got_ready_and_the_next_key_is_answered(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = Event()
    async with reading(library, "c001") as reader:
        monkeypatch.setattr(reader.main_screen.context.background, "_is_much", True)
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
