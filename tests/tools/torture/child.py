"""A process of its own for one deed: forked, so that a thousand cost seconds; killed, stopped and waited for by its number."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from types import TracebackType

Say = Callable[[object], None]
_write = os.write  # faults that a deed is given must not hit what it tells


class Child:
    """Runs `deed`, which is given a way to tell its parent something; it is dead when the block ends."""

    def __init__(self, deed: Callable[[Say], None]) -> None:
        reading, writing = os.pipe()
        self.number = os.fork()
        if not self.number:
            os.close(reading)
            _live(deed, lambda line: (_write(writing, f"{line}\n".encode()), None)[1])
        os.close(writing)
        self._told = os.fdopen(reading, encoding="utf-8")
        self._code: int | None = None

    def line(self) -> str:
        """Wait for the next line and return it, or an empty one if the process has ended."""
        return self._told.readline().rstrip("\n")

    def rest(self) -> list[str]:
        """All that it still tells until its end."""
        return self._told.read().splitlines()

    def signal(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.number, number)

    def end(self) -> int:
        """Wait for the end; return the exit code, or the negative number of the signal."""
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self.number, 0)[1])
        return self._code

    def kill(self) -> int:
        """Kill the process and wait until it has ended."""
        if self._code is None:
            self.signal(signal.SIGKILL)
        return self.end()

    def stop(self) -> None:
        """Halts it where it is, and waits until it stands still."""
        self.signal(signal.SIGSTOP)
        os.waitpid(self.number, os.WUNTRACED)

    def __enter__(self) -> Child:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self.kill()
        self._told.close()


def after(seconds: float) -> None:
    """Lets others work for a while: faults come at random, and this is the chance."""
    time.sleep(seconds)


def _live(deed: Callable[[Say], None], say: Say) -> None:
    """Whatever happens, the child never comes back into what its parent was doing."""
    code = 1
    try:
        deed(say)
        code = 0
    finally:
        if code:
            traceback.print_exception(*sys.exc_info())
        sys.stderr.flush()
        os._exit(code)
