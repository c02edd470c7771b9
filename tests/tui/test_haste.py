"""In haste: whatever is just coming up or going, keys and clicks do no harm, and the program ends with the exit code it was told."""

from __future__ import annotations

import asyncio
import signal

import pytest
from textual.content import Content
from textual.events import MouseDown
from textual.geometry import Offset
from textual.widgets import Static

from store.library.library import Library
from tests.support.depth import at_depth
from tests.support.reader import reading

OPENING = ["a", "d", "e", "f", "v", "slash", "colon", "question_mark", "f3", "Y", "6", "7", "w", "enter"]
PATIENCE = 60
ALL_MOMENTS = [0, 1, 3, 6, 12, 25]
ALL_HASTY = ["j", "up", "down", "tab", "enter", "ctrl+s", "space"]


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("key", OPENING)
@pytest.mark.parametrize("moments", at_depth([1, 12], ALL_MOMENTS, ALL_MOMENTS))
async def test_a_signal_while_something_comes_up_is_obeyed(library: Library, key: str, moments: int) -> None:
    library.notes("bridges").add("c001", "mine")
    async with reading(library, at="c001") as reader:
        reader.app.simulate_key(key)
        for _ in range(moments):
            await asyncio.sleep(0)
        reader.app._on_signal(signal.SIGTERM)
        reader.app.simulate_key("question_mark")
        assert reader.app._task
        await asyncio.wait_for(asyncio.shield(reader.app._task), PATIENCE)
    assert reader.app.return_code == 128 + signal.SIGTERM


@pytest.mark.parametrize("key", OPENING)
async def test_quitting_in_haste_after_any_key_quits(library: Library, key: str) -> None:
    async with reading(library, at="c001") as reader:
        for pressed in (key, "ctrl+q", key, "1", "2", "a"):
            reader.app.simulate_key(pressed)
        assert reader.app._task
        await asyncio.wait_for(asyncio.shield(reader.app._task), PATIENCE)
    assert reader.app.return_code == 0


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("key", ["a", "v", "f", "slash", "colon", "f3", "Y", "question_mark"])
@pytest.mark.parametrize("haste", at_depth(["j", "enter"], ALL_HASTY, ALL_HASTY))
async def test_a_key_pressed_before_a_dialog_is_there_does_no_harm(library: Library, key: str, haste: str) -> None:
    async with reading(library, at="c001") as reader:
        for moments in at_depth((0, 2, 8), (0, 1, 2, 4, 8), (0, 1, 2, 4, 8)):
            reader.app.simulate_key(key)
            for _ in range(moments):
                await asyncio.sleep(0)
            reader.app.simulate_key(haste)
            await reader.settle()
            for _ in range(3):
                if reader.dialog:
                    await reader.tap("escape")
        assert reader.app.is_running


async def test_a_click_on_what_was_just_taken_away_does_no_harm(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(library) as reader:
        gone = Static(Content("gone"))
        monkeypatch.setattr(reader.app.screen, "get_widget_and_offset_at", lambda x, y: (gone, Offset(0, 0)))
        reader.app.post_message(MouseDown(None, 5, 5, 0, 0, 1, False, False, False, 5, 5))
        await reader.settle()
        assert reader.app.is_running
