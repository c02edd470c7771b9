"""Leaving at any moment: whatever is just coming up, the program ends, with the exit code it was told, and nothing falls."""

from __future__ import annotations

import asyncio
import signal

import pytest

from store.library import Library
from tests.tui.reader import reading

OPENING = ["a", "d", "e", "f", "v", "slash", "colon", "question_mark", "f2", "f3", "Y", "6", "7", "w", "enter"]
PATIENCE = 60


@pytest.mark.parametrize("key", OPENING)
@pytest.mark.parametrize("moments", [0, 1, 3, 6, 12, 25])
async def test_a_signal_while_something_comes_up_is_obeyed(library: Library, key: str, moments: int) -> None:
    library.notes("bridges").add("c001", "mine")
    async with reading(library, at="c001") as reader:
        reader.app.simulate_key(key)
        for _ in range(moments):
            await asyncio.sleep(0)
        reader.app._end(signal.SIGTERM)
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
