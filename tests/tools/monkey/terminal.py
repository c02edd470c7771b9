"""The monkey in a real terminal: keys, clicks, pastes and resizes, killed in between; the journal tells whether anything was lost."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter, deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from assets import BRIEFINGS
from store.library.library import Library
from store.storage.paths import find_paths
from tests.support.hostile import STRINGS
from tests.support.terminal import Terminal
from tests.tools.monkey.keys import LARGEST, SMALLEST, TABLE, TYPED, sent

SHIPPED = "alibaba-overseas"
# Of so many events, on average: a click, a turn of the wheel, a paste, another size, a note that is written and saved.
CLICK, WHEEL, PASTE, RESIZE, NOTE = 0.10, 0.03, 0.02, 0.01, 0.004
BURST, LIFE = 30, (200, 1_200)
LAST = 80
ENOUGH = 10  # failures
# So long nothing is painted when it has answered; so long one waits for something that may never come.
ANSWERED, PATIENCE = 0.03, 5.0
OUT = 5  # escapes
ALONE = 0.2  # an escape that is followed sooner is taken for alt


class Monkey:
    """Presses as its seed has it. `told` says what it did; `failures` what went wrong, with the last it did before."""

    def __init__(self, home: Path, seed: int, presses: int, tell: Callable[[str], None]) -> None:
        os.environ["BRIEFING_HOME"] = str(home)
        self._library = Library(find_paths(), lambda: datetime.now(UTC))
        self._library.install_bundled(BRIEFINGS)
        self._home, self._presses, self._tell = home, presses, tell
        self._random = random.Random(seed)
        self._last: deque[str] = deque(maxlen=LAST)
        self._size = (120, 40)
        self._notes = self._library.notes(SHIPPED)
        self._saved: set[str] = set()
        self._thrown_away: set[str] = set()  # it may empty the trash, too
        self.seed = seed
        self.told: Counter[str] = Counter()
        self.failures: list[str] = []

    def play(self) -> None:
        """Lives one life after another, until it has pressed enough."""
        while self.told["presses"] < self._presses and len(self.failures) < ENOUGH:
            with Terminal(self._home, SHIPPED, size=self._size, EDITOR="true", VISUAL="true", DISPLAY="", WAYLAND_DISPLAY="") as terminal:
                terminal.wait_until_up()
                self._live(terminal)
            self.told["lives"] += 1
            self._look_what_is_left()

    def _live(self, terminal: Terminal) -> None:
        """Until it is killed, or has found the way out."""
        ends = self.told["presses"] + self._random.randint(*LIFE)
        while self.told["presses"] < min(ends, self._presses):
            for _ in range(self._random.randint(1, BURST)):
                self._do_something(terminal)
            terminal.drain(ANSWERED)
            if terminal.process.poll() is not None:
                self._judge(terminal)
                return
            self._remember()
        os.killpg(terminal.process.pid, signal.SIGKILL)
        self.told["kills"] += 1

    def _do_something(self, terminal: Terminal) -> None:
        chance = self._random.random()
        for deed, share in ((self._click, CLICK), (self._wheel, WHEEL), (self._paste, PASTE), (self._resize, RESIZE), (self._note, NOTE)):
            if chance < share:
                deed(terminal)
                return
            chance -= share
        self._press(terminal, self._key())

    def _key(self) -> str:
        key = self._random.choice(TABLE if self._random.random() < 0.8 else TYPED)
        return "j" if key == "q" and self._random.random() < 0.8 else key  # it would spend its lives starting

    def _press(self, terminal: Terminal, key: str) -> None:
        self._send(terminal, sent(key), key)

    def _click(self, terminal: Terminal) -> None:
        x, y = (self._random.randint(1, bound) for bound in self._size)
        button = self._random.choice((0, 0, 0, 2))
        times = self._random.choice((1, 1, 2))
        self._send(terminal, f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m" * times, f"click{x},{y}x{times}")
        self.told["clicks"] += times

    def _wheel(self, terminal: Terminal) -> None:
        x, y = (self._random.randint(1, bound) for bound in self._size)
        self._send(terminal, f"\x1b[<{self._random.choice((64, 65))};{x};{y}M", f"wheel{x},{y}")

    def _paste(self, terminal: Terminal) -> None:
        name = self._random.choice(list(STRINGS))
        self._send(terminal, f"\x1b[200~{STRINGS[name][:2_000]}\x1b[201~", f"paste {name}")
        self.told["pastes"] += 1

    def _resize(self, terminal: Terminal) -> None:
        self._size = tuple(self._random.randint(*bounds) for bounds in zip(SMALLEST, LARGEST, strict=True))  # type: ignore[assignment]
        terminal.resize(*self._size)
        self._last.append("{}x{}".format(*self._size))
        self.told["resizes"] += 1

    def _note(self, terminal: Terminal) -> None:
        """Out of everything, and a note of its own: random keys alone write few."""
        for key in ("escape",) * OUT:
            self._press(terminal, key)
            terminal.drain(ALONE)
        terminal.forget()
        self._press(terminal, "a")
        if not terminal.shows("ctrl+s", PATIENCE):
            return
        before = len(self._notes.all())
        self._send(terminal, f"\x1b[200~Note {self.told['presses']}\x1b[201~", "paste a note")
        self._press(terminal, "ctrl+s")
        deadline = time.monotonic() + PATIENCE
        while len(self._notes.all()) == before and time.monotonic() < deadline:
            terminal.drain(ANSWERED)
            self._notes.refresh()
        self.told["notes of its own"] += len(self._notes.all()) > before
        self._remember()

    def _send(self, terminal: Terminal, keys: str, name: str) -> None:
        self._last.append(name)
        self.told["presses"] += 1
        terminal.send(keys)

    def _remember(self) -> None:
        """Every note that is in the journal by now was acknowledged, or is about to be: from here on it must not be lost."""
        self._notes.refresh()
        self._saved.update(note.id for note in self._notes.all())
        self._thrown_away.update(note.id for note in self._notes.trash())

    def _judge(self, terminal: Terminal) -> None:
        code = terminal.end()
        self.told["ends of its own"] += 1
        if code != 0:
            self._fail(f"it ended with {code}: {terminal.painted[-600:]!r}")

    def _look_what_is_left(self) -> None:
        """Check that the store opens with everything in it."""
        self._notes = self._library.notes(SHIPPED)
        there = {note.id for note in (*self._notes.all(), *self._notes.trash())}
        if lost := self._saved - there - self._thrown_away:
            self._fail(f"notes are gone: {sorted(lost)}")
        if self._notes.problem or self._notes.journal.damaged:
            self._fail(f"the journal is not sound: {self._notes.problem} {self._notes.journal.damaged}")
        self.told["notes"] = len(self._saved)

    def _fail(self, what: str) -> None:
        log = self._library.places.log
        what = f"{what}\n{log.read_text('utf-8')[-3_000:]}" if log.exists() else what
        self.failures.append(f"{what}; --seed {self.seed}, press {self.told['presses']}; the last: {' '.join(self._last)}")
        self._tell(self.failures[-1])
