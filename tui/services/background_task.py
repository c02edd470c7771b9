"""Work that may take long, done beside the keys: it says that it runs, and can be stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from tui.keys.bindings import key_label

PATIENCE_SECONDS = 0.3
# So many records are searched and counted before the next key is pressed.
MAX_INLINE_RECORDS = 2_000
T = TypeVar("T")


class BackgroundRunner:
    """`tell` shows the reader a sentence; with many `records`, work is done in a thread."""

    def __init__(self, tell: Callable[..., None], records: int) -> None:
        self._tell = tell
        self._is_much = records > MAX_INLINE_RECORDS
        self._running: asyncio.Future[Any] | None = None

    async def __call__(self, work: Callable[[], T]) -> T:
        """Does `work`. Raises CancelledError where it was stopped, which ends whoever asked, and is no error."""
        if not self._is_much:
            return work()  # at once: what is typed next is meant for the dialog
        running = asyncio.ensure_future(asyncio.to_thread(work))
        self._running = running
        await asyncio.wait((running,), timeout=PATIENCE_SECONDS)
        if not running.done():
            self._tell(f"Getting ready … {key_label('escape')} stops it.")
        return await running

    def stop(self) -> bool:
        """Waits no longer for what is being done, if anything: a thread cannot be ended, its answer can be dropped."""
        return self._running is not None and self._running.cancel()
