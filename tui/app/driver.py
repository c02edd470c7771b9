"""Terminal driver: paint on standard output, and stop and continue under the shell's job control."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_DEFAULT_WHILE_STOPPED = (signal.SIGTSTP, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class TerminalDriver(LinuxDriver):
    """Replace Textual's job control and its choice of standard error.

    Textual paints on standard error: with `2>file` the screen would be blank. Its signal handlers run between any two
    bytecodes (so possibly during a save), stop this process but not a parent in the same job, and do not repaint.
    Here, the handlers run in the event loop.
    """

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        self._is_stopping = False
        self._was_continued = False
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if sys.__stdout__ is not None:
            self._file = sys.__stdout__

    def start_application_mode(self) -> None:
        """Take the terminal, as soon as this process is in the foreground."""
        if self._is_in_background():
            self._stop_process()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def _sigtstp_application(self, number: int, frame: FrameType | None) -> None:
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._stop)
        else:  # an editor has the terminal: it is being stopped too, and the event loop may be waiting for it
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, number: int, frame: FrameType | None) -> None:
        if self._is_stopping:
            self._was_continued = True
        elif self._auto_restart:
            self._loop.call_soon_threadsafe(self._restart)

    def _stop(self) -> None:
        """Give the terminal back and stop the job; return when it is continued in the foreground, and repaint."""
        self._publish_suspend()
        self.suspend_application_mode()
        self._stop_process(signal.SIGTSTP)
        self.start_application_mode()
        self._repaint()
        if not self._was_continued:
            self._app.notify("Cannot suspend: no shell could continue the program here.", severity="error", markup=False)

    def _restart(self) -> None:
        """Set up the terminal again after SIGSTOP and SIGCONT: the shell has used it meanwhile."""
        if self._is_in_background():
            self._publish_suspend()
            self._stop_process()
        self.suspend_application_mode()
        self.start_application_mode()
        self._repaint()

    def _publish_suspend(self) -> None:
        self._app.app_suspend_signal.publish(self._app)

    def _repaint(self) -> None:
        self._app.app_resume_signal.publish(self._app)
        self._app.refresh(layout=True)

    def _stop_process(self, number: signal.Signals = signal.SIGSTOP) -> None:
        """Stop every process of the job, until it is continued in the foreground.

        SIGTSTP stops no orphaned process group, which no shell could continue; then this returns at once.
        """
        self._is_stopping, self._was_continued = True, False
        with _default_signals():
            os.kill(0, number)
            while self._is_in_background():
                os.kill(0, signal.SIGSTOP)
        self._is_stopping = False

    def _is_in_background(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) != os.getpgrp()
        except OSError:  # not the controlling terminal: there is no job control
            return False


@contextmanager
def _default_signals() -> Iterator[None]:
    """Let signals act at once: a stopped event loop runs no handler, and `kill %1` continues a job in the background."""
    handlers = [(number, signal.signal(number, signal.SIG_DFL)) for number in _DEFAULT_WHILE_STOPPED]
    try:
        yield
    finally:
        for number, handler in handlers:
            signal.signal(number, handler)


def has_terminal() -> bool:
    """Return True if standard input is still connected: a terminal may close without a signal."""
    watch = select.poll()
    watch.register(0, 0)
    return not any(event & select.POLLHUP for _, event in watch.poll(0))
