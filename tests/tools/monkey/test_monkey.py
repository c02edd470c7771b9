"""A monkey at the keyboard: any keys in any order, in a window that changes, end nothing and lose nothing.

It presses a few thousand keys; `BRIEFING_MONKEY=20000` makes it press more, and `BRIEFING_MONKEY_SEED=7` makes it another one.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from textual.events import Key
from textual.keys import key_to_character

from assets import BRIEFINGS
from store.annotations.trash import EmptiedTrash
from store.library.library import Library
from tests.support.depth import at_depth
from tests.support.reader import Reader, reading
from tests.tools.monkey import terminal
from tests.tools.monkey.keys import LARGEST, SMALLEST, TABLE, TYPED

SHIPPED = "alibaba-overseas"
PRESSES = int(os.environ.get("BRIEFING_MONKEY", at_depth(1_000, 10_000, 20_000)))
IN_A_TERMINAL = at_depth(300, 1_500, 3_000)
SEED = int(os.environ.get("BRIEFING_MONKEY_SEED", "20260102"))
# It waits for an answer after at most so many keys, and changes the window once in so many times.
BURST, RESIZE, PAINTED = 30, 10, 4
LAST_KEYS = 60
ESCAPES = 12  # no dialog is deeper


class Monkey:
    """Presses keys as its seed has it; `last` holds the last of them, `saved` every note that it ever had."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._last: deque[str] = deque(maxlen=LAST_KEYS)
        self.seed = seed
        self.pressed = 0
        self.saved: set[str] = set()

    def burst(self) -> Iterator[str]:
        """Press the next few keys, faster than the screen can answer: most of them mean something somewhere."""
        for _ in range(self._random.randint(1, BURST)):
            key = self._random.choice(TABLE if self._random.random() < 0.8 else TYPED)
            self._last.append(key)
            self.pressed += 1
            yield key

    def size(self) -> tuple[int, int]:
        """Choose the next size of the window."""
        width, height = (self._random.randint(*bounds) for bounds in zip(SMALLEST, LARGEST, strict=True))
        self._last.append(f"{width}x{height}")
        return width, height

    def told(self, what: str) -> str:
        """Return the failure and how to reproduce it."""
        return f"{what}; key {self.pressed} of BRIEFING_MONKEY_SEED={self.seed}; the last keys: {' '.join(self._last)}"

    async def play(self, reader: Reader) -> None:
        """Presses keys until it has pressed enough, or has found the way out."""
        await reader.write("What must not be lost.")
        self.saved.update(note.id for note in reader.notes.all())
        while self.pressed < PRESSES:
            with self._seen_or_not(reader):
                for key in self.burst():
                    reader.app.post_message(Key(key, key_to_character(key)))
                await reader.pilot.pause(0)
            if await self._has_left(reader):
                return
            self.saved.update(note.id for note in reader.notes.all())
            if self._random.randrange(RESIZE) == 0:
                await self._resize(reader)
        await self._come_back(reader)

    def _seen_or_not(self, reader: Reader) -> AbstractContextManager[None]:
        """Most of the time, what is between two keys is not painted, as where they come faster than the screen is."""
        return nullcontext() if self._random.randrange(PAINTED) == 0 else reader.app.batch_update()

    async def _has_left(self, reader: Reader) -> bool:
        """Whether it found the way out; then it waits until the program has gone it to the end."""
        if reader.app.is_running and not reader.app._exit:
            return False
        assert reader.app._task
        await asyncio.wait_for(asyncio.shield(reader.app._task), 60)
        return True

    async def _resize(self, reader: Reader) -> None:
        await reader.settle()
        if await self._has_left(reader):
            return
        before = (reader.tab, reader.at)
        await reader.pilot.resize_terminal(*self.size())
        await reader.settle()
        assert (reader.tab, reader.at) == before, self.told("another size, another place")
        self._has_place(reader)

    async def _come_back(self, reader: Reader) -> None:
        """Out of everything: the desk lies open, with the cursor on something that is there."""
        await reader.pilot.resize_terminal(120, 40)
        for _ in range(ESCAPES):
            if reader.dialog:
                await reader.press("escape")
        assert reader.dialog == "", self.told("a dialog that does not go")
        await reader.press("escape", "escape")
        self._has_place(reader)
        for number in "123456789":
            await reader.press(number)
            assert reader.tab in reader.shown, self.told(f"tab {number} is not seen")
            self._has_place(reader)

    def _has_place(self, reader: Reader) -> None:
        assert reader.main_screen.workspace.is_open, self.told("the desk is shut")
        assert len([pane for pane in reader.main_screen.workspace.children if pane.display]) == 1, self.told("one pane should be open")
        known = (reader.at, *(item.id for item in reader.record_list.items))
        assert not reader.record_list.items or reader.at, self.told(f"no place in {reader.tab}")
        if reader.at:
            reader.pane.show(reader.at)
            assert reader.at in known, self.told(f"{reader.at} is lost in {reader.tab}")


@pytest.fixture
def shipped(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return a library with the shipped briefing, on a machine without a clipboard; the trash may be looked at, and is never emptied."""
    monkeypatch.setattr("tui.commands.clipboard.copy_to_clipboard", lambda words: "")
    monkeypatch.setattr("tui.commands.trash.empty_trash", lambda notes: EmptiedTrash(()))
    monkeypatch.chdir(library.places.state.parent)  # where it exports to, if it does
    library.install_bundled(BRIEFINGS)
    return library


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.timeout(300 + PRESSES // 20)
async def test_any_keys_in_any_window_end_nothing_and_lose_nothing(shipped: Library) -> None:
    monkey = Monkey(SEED)
    size = (120, 40)
    while monkey.pressed < PRESSES:
        try:
            async with reading(shipped, size=size, briefing=SHIPPED) as reader:
                await monkey.play(reader)
        except BaseException as error:
            error.add_note(monkey.told("it ended"))
            raise
        size = monkey.size()
    left = shipped.notes(SHIPPED)
    kept = {note.id for note in (*left.all(), *left.trash())}
    assert monkey.saved <= kept, monkey.told(f"notes are gone: {monkey.saved - kept}")
    assert monkey.saved, monkey.told("it never wrote a note")
    assert not left.problem


@pytest.mark.slow
@pytest.mark.long
def test_in_a_real_terminal_nothing_ends_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The short form of `make monkey`."""
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    monkey = terminal.Monkey(tmp_path / "home", SEED, IN_A_TERMINAL, lambda words: None)
    monkey.play()
    assert monkey.failures == []
    assert monkey.told["presses"] >= IN_A_TERMINAL
    assert monkey.told["notes"] and monkey.told["kills"]
