"""A real terminal for the program: a pseudo-terminal that presses keys, waits for words, and remembers every byte."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from store.annotations.ui_state import UiState

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "tui")
PATIENCE = 60.0
ANSWER_SECONDS = 0.02
_ESCAPES = re.compile(r"\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1b[]P^_].*?(?:\x07|\x1b\\)|\x1b.", re.DOTALL)
_MODES = re.compile(r"\x1b\[\?([0-9;]+)([hl])")
ALTERNATE_SCREEN, CURSOR, MOUSE, PASTE = "1049", "25", "1000", "2004"


def environment(home: Path, **changes: str) -> dict[str, str]:
    """Return an environment with its own home and without variables that change colors or settings of the tests."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "NO_COLOR", "BRIEFING", "COLUMNS", "LINES"))
    }
    return {**kept, "BRIEFING_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT), **changes}


class Terminal:
    """Runs `python -m tui` with these arguments, by way of the command `before`; it is dead when the block ends."""

    def __init__(
        self, home: Path, *arguments: str, size: tuple[int, int] = (100, 30), before: tuple[str, ...] = (), **changes: str
    ) -> None:
        if not (home / "state" / "state.json").exists():
            UiState(toured=True).save(home / "state")  # the hints of the first run are for newcomers
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(self._master)
        self.process = subprocess.Popen(
            [*before, *COMMAND, *arguments],
            cwd=home,  # where it exports to, if it does
            env=environment(home, **changes),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.bytes = b""
        self._seen = 0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        self.close()

    def press(self, keys: str | bytes) -> None:
        """Send what a terminal sends for `keys`, and forget what was painted before."""
        self._seen = len(self.bytes)
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def send(self, keys: str) -> None:
        """Send keys to a program that may have ended, without waiting until it reads them."""
        content = keys.encode("utf-8", "replace")
        os.set_blocking(self._master, False)  # the kernel would wait for a reader also where there is none any more
        while content and self.process.poll() is None:
            try:
                content = content[os.write(self._master, content) :]
            except BlockingIOError:
                self._read(ANSWER_SECONDS)
            except OSError:
                break
        os.set_blocking(self._master, True)

    def drain(self, quiet: float) -> None:
        """Read until nothing more is painted, and keep only the end, because a program may paint for hours."""
        self._seen = 0
        while self._read(quiet):
            self.bytes = self.bytes[-20_000:]

    def forget(self) -> None:
        """Forget what was painted so far."""
        self.bytes, self._seen = b"", 0

    def shows(self, words: str, patience: float) -> bool:
        """Whether these words are among what was painted last, or come within so many seconds."""
        deadline = time.monotonic() + patience
        while words not in self.painted:
            if not self._read(deadline - time.monotonic()):
                return False
        return True

    def resize(self, width: int, height: int) -> None:
        """Another size of the window, which the kernel tells the program."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def paste(self, words: str) -> None:
        """Send `words` as a paste."""
        self.press(f"\x1b[200~{words}\x1b[201~")

    def wait_for(self, *words: str) -> str:
        """Read until all of `words` were painted since the last key, wrapped or not; return what was painted."""
        deadline = time.monotonic() + PATIENCE
        while not all(word in self.painted or word in " ".join(self.painted.split()) for word in words):
            if not self._read(deadline - time.monotonic()):
                raise AssertionError(f"{words} did not appear; the end of the screen: {self.painted[-500:]!r}")
        return self.painted

    def wait_until_up(self) -> None:
        """Read until the program hides the cursor, which means that it reads single keys; nothing is painted yet."""
        while self.modes.get(CURSOR, True):
            assert self._read(PATIENCE), f"the program said nothing but {self.painted!r}"

    def wait_until_quiet(self, quiet: float = 0.4) -> str:
        """Read until nothing more is painted."""
        while self._read(quiet):
            pass
        return self.painted

    def end(self, number: int = 0) -> int:
        """Send a signal, if any, and return the exit code.

        The end of the terminal's output is not waited for: an editor that was started may hold the terminal open.
        """
        if number:
            self.process.send_signal(number)
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            if not self._read(ANSWER_SECONDS):
                time.sleep(ANSWER_SECONDS)  # a closed terminal answers at once
        while self._read(ANSWER_SECONDS):
            pass
        return self.process.wait(0)

    def close(self) -> None:
        """Hang up the terminal, as closing its window does."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    @property
    def text(self) -> str:
        """Every byte so far, as text."""
        return self.bytes.decode("utf-8", "surrogateescape")

    @property
    def painted(self) -> str:
        """What was painted since the last key, without escape sequences."""
        return _ESCAPES.sub("", self.bytes[self._seen :].decode("utf-8", "replace"))

    @property
    def modes(self) -> dict[str, bool]:
        """The private modes of the terminal, as the program left them."""
        return {mode: found[2] == "h" for found in _MODES.finditer(self.text) for mode in found[1].split(";")}

    @property
    def settings(self) -> Any:
        """What `stty` would show."""
        return termios.tcgetattr(self._master)

    def _read(self, patience: float) -> bool:
        if not select.select([self._master], [], [], max(0.0, patience))[0]:
            return False
        try:
            content = os.read(self._master, 1 << 16)
        except OSError:  # Linux says so when nobody is at the other end
            return False
        self.bytes += content
        return bool(content)


def killed(terminal: Terminal) -> None:
    """Kill the program."""
    assert terminal.end(signal.SIGKILL) == -signal.SIGKILL
