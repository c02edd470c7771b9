"""A terminal for a program under measurement: starts it, waits for words on its screen, presses keys."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from store.annotations.ui_state import UiState

COLUMNS, LINES = 120, 40
PATIENCE = 60.0
ROOT = Path(__file__).parents[3]
_ESCAPES = re.compile(rb"\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1b[][P_^].*?(?:\x07|\x1b\\)|\x1b.")


def environment(home: Path, *, path: str = str(ROOT)) -> dict[str, str]:
    """Return the environment of a measured program: its own home, colors, compiled bytecode, and our code at `path`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TEXTUAL", "NO_COLOR", "COLUMNS", "LINES"))}
    ours = {"BRIEFING_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": path}
    return {**kept, **ours}


class Terminal:
    """Runs `command` on a screen of 120 by 40; the clock starts just before it does."""

    def __init__(self, command: Sequence[str], home: Path, *, path: str = str(ROOT)) -> None:
        if not (home / "state" / "state.json").exists():
            UiState(toured=True).save(home / "state")  # the hints of the first run are for newcomers
        self.started = time.perf_counter()
        self.pid, self._screen = os.forkpty()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            os.execvpe(command[0], list(command), environment(home, path=path))
        self._seen = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.close(self._screen)
        os.waitpid(self.pid, 0)

    def press(self, key: str) -> None:
        """Presses a key; what was on the screen before it is forgotten, and the clock starts again."""
        self._seen = b""
        self.started = time.perf_counter()
        os.write(self._screen, key.encode())

    def wait_for(self, *words: str) -> float:
        """Milliseconds since the start or the last key until all of `words` were painted."""
        wanted = [word.encode() for word in words]
        while not all(word in self._seen for word in wanted):
            if not self._read(self.started + PATIENCE - time.perf_counter()):
                raise TimeoutError(f"{words} did not appear; the end of the screen: {self.words()[-300:]!r}")
        return (time.perf_counter() - self.started) * 1000

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing more is painted."""
        while self._read(quiet):
            pass

    def words(self) -> str:
        """Return what was painted, without the escape sequences."""
        return _ESCAPES.sub(b" ", self._seen).decode("utf-8", "replace")

    def _read(self, patience: float) -> bool:
        if not select.select([self._screen], [], [], max(0, patience))[0]:
            return False
        try:
            content = os.read(self._screen, 1 << 16)
        except OSError:  # Linux says so when the program has ended
            return False
        self._seen += content
        return bool(content)
