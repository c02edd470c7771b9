"""What those who answer the screen's wishes have within reach."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple, TypeVar

from textual.screen import Screen

from store import Briefing, Drafts, Library, Memory, Notes, State, Verdicts
from tui.deeds import Deeds
from tui.desk import Desk

PATIENCE_SECONDS = 0.3
FEW = 2_000
Answer = TypeVar("Answer")


class Reach(NamedTuple):
    """One for each open briefing.

    `tell` shows the reader a sentence (and whether it is bad news); `ask` opens a dialog, unless one is open;
    `changed` is called when notes, marks or what was seen are not what they were.
    """

    screen: Screen[None]
    library: Library
    briefing: Briefing
    notes: Notes
    drafts: Drafts
    verdicts: Verdicts
    deeds: Deeds
    memory: Memory
    state: State
    desk: Desk
    tell: Callable[..., None]
    ask: Callable[[Coroutine[Any, Any, None]], None]
    changed: Callable[[], None]

    async def aside(self, work: Callable[[], Answer]) -> Answer:
        """Does `work`; where there is much to do, in a thread, so that keys are answered meanwhile, and says that it runs."""
        if len(self.briefing.records) < FEW:
            return work()  # at once: what is typed next is meant for the dialog
        done = asyncio.ensure_future(asyncio.to_thread(work))
        await asyncio.wait((done,), timeout=PATIENCE_SECONDS)
        if not done.done():
            self.tell("Getting ready …")
        return await done
