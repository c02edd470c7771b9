"""Runs slow work in a thread; cancellable, with a progress notice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from tui.keys.bindings import key_label
from tui.services.notifier import Notifier

PATIENCE_SECONDS = 0.3
# Up to this many records are searched and counted faster than keys are pressed.
MAX_INLINE_RECORDS = 2_000
T = TypeVar("T")


class BackgroundRunner:
    """Run work at once, or in a thread if the briefing has many `records`."""

    def __init__(self, notifier: Notifier, records: int) -> None:
        self._notifier = notifier
        self._is_much = records > MAX_INLINE_RECORDS
        self._running: asyncio.Future[Any] | None = None

    async def run(self, work: Callable[[], T]) -> T:
        """Return the result of `work`; raise CancelledError if it was stopped, which ends the calling worker."""
        if not self._is_much:
            return work()  # at once, so that the next keys reach the dialog
        running = asyncio.ensure_future(asyncio.to_thread(work))
        self._running = running
        await asyncio.wait((running,), timeout=PATIENCE_SECONDS)
        if not running.done():
            self._notifier.info(f"Getting ready … {key_label('escape')} stops it.")
        return await running

    def stop(self) -> bool:
        """Drop the result of the running work and return True if there is any; the thread itself cannot be ended."""
        return self._running is not None and self._running.cancel()
