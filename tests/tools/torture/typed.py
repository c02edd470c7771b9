"""In a real terminal, while words are typed: five ends of the program that nobody chose, and what is on disk then."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from store.annotations.drafts import Drafts
from tests.support.terminal import ALTERNATE_SCREEN, CURSOR, MOUSE, PASTE, PATIENCE, Terminal
from tests.tools.torture import Row, Size
from tests.tools.torture.odd import library_in

CLOSED = 0
ENDS = {"SIGTERM": signal.SIGTERM, "SIGHUP": signal.SIGHUP, "SIGINT": signal.SIGINT, "terminal closed": CLOSED, "kill -9": signal.SIGKILL}
CAUGHT = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_LATE = 1.0  # what was typed so many seconds before the end is on disk
_LEAST, _MOST = 1.2, 3.0
_LEFT = "The program ended while you were writing on c001"


class Typed(NamedTuple):
    """A word, and when it was on the screen."""

    word: str
    at: float


class Window:
    """One window in which one draft is written, through any number of ends."""

    def __init__(self, home: Path, name: str) -> None:
        self.library = library_in(home)
        self._home = home
        self._name = name
        self._number = ENDS[name]
        self._before = ""
        self._typed: list[Typed] = []

    def open(self, round_: int) -> Terminal:
        """Return the draft is offered again, and taken up; the first time, it is begun."""
        self.round = round_
        self._typed = []
        self.terminal = Terminal(self._home, "bridges", "--at", "c001")
        return self.terminal

    def take_up(self) -> None:
        """Until one can type."""
        if self._before:
            self.terminal.wait_for(_LEFT)
            self.terminal.press("y")
        else:
            self.terminal.wait_for("Bridges pay.")
            self.terminal.press("a")
        self.terminal.wait_for("ctrl+s")

    def type(self) -> None:
        """One more word, until it is on the screen."""
        word = f"r{self.round}w{len(self._typed)}."
        self.terminal.press(f"{word} ")
        self.terminal.wait_for(word)
        self._typed.append(Typed(word, time.monotonic()))

    def end(self) -> list[str]:
        """End it; what was not as promised. What is on disk now is where the next round goes on."""
        at = time.monotonic()
        if self._number == CLOSED:
            self.terminal.close()
            code = self.terminal.process.wait(PATIENCE)
        else:
            code = self.terminal.end(self._number)
        meant = {CLOSED: 128 + signal.SIGHUP, signal.SIGKILL: -signal.SIGKILL}.get(self._number, 128 + self._number)
        wrong = [f"exit code {code}"] * (code != meant)
        if self._number in CAUGHT:
            modes = [self.terminal.modes.get(mode) for mode in (ALTERNATE_SCREEN, CURSOR, MOUSE, PASTE)]
            is_restored = modes == [False, True, False, False] and self.terminal.settings == self.terminal.before
            wrong += ["terminal not restored"] * (not is_restored)
        return wrong + self._check(at)

    def save(self) -> list[str]:
        """At last the words become a note, which has every one of them."""
        with self.open(-1) as terminal:
            self.take_up()
            terminal.press("\x13")
            terminal.wait_for("1 note")
            terminal.press("\x11")
            terminal.end()
        said = [note.body for note in self.library.notes("bridges").all()]
        left = Drafts(self.library.places.drafts).interrupted("bridges")
        return ["the note is not the draft"] * (said != [self._before.strip()] or bool(left))

    def _check(self, at: float) -> list[str]:
        """Return the draft begins with all that was there before, then come the words in order; none typed a second ago is missing."""
        drafts = [draft.body for draft in Drafts(self.library.places.drafts).interrupted("bridges")]
        if len(drafts) != 1:
            return [f"{len(drafts)} drafts"]
        all_words = self._before + "".join(f"{typed.word} " for typed in self._typed)
        early = self._before + "".join(f"{typed.word} " for typed in self._typed if typed.at < at - _LATE).rstrip()
        self._before = drafts[0]
        wrong = ["words lost"] * (not self._before.startswith(early))
        return wrong + ["words that nobody typed"] * (not all_words.startswith(self._before))


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Five windows at once, each with its own end; the same draft is taken up after each."""
    windows = {name: Window(home / name.replace(" ", "-"), name) for name in ENDS}
    wrong: dict[str, Counter[str]] = {name: Counter() for name in ENDS}
    for round_ in range(size.rounds):
        with ExitStack() as terminals:
            for window in windows.values():
                terminals.enter_context(window.open(round_))
            for window in windows.values():
                window.take_up()
            for name, complaints in _type_and_end(dict(windows), chance):
                wrong[name].update(complaints)
    for name, window in windows.items():
        wrong[name].update(window.save())
        came_out = ", ".join(f"{count} × {what}" for what, count in wrong[name].items()) or "0 words of a second ago lost; exit code honest"
        restored = "; terminal restored" if ENDS[name] in CAUGHT and not wrong[name] else ""
        yield Row(f"{name} while typing", f"{size.rounds} times", came_out + restored, "0 lost, restored where it can be", not wrong[name])


def _type_and_end(windows: dict[str, Window], chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Words in all windows by turns, until the time of each has come."""
    begun = time.monotonic()
    times = {name: begun + chance.uniform(_LEAST, _MOST) for name in windows}
    while windows:
        for name, window in list(windows.items()):
            if time.monotonic() > times[name]:
                del windows[name]
                yield name, window.end()
            else:
                window.type()
