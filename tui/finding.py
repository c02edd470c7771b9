"""Answers the wishes about finding: search everything, and go from match to match."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.screen import Screen

import store
from store import Briefing, Notes

Go = Callable[[str], Awaitable[None]]
Tell = Callable[[str, bool], None]


class Finding:
    """Searches `briefing` and `notes`; `go` brings the reader to a thing."""

    def __init__(self, screen: Screen[None], briefing: Briefing, notes: Notes, go: Go, tell: Tell) -> None:
        self._screen = screen
        self._briefing = briefing
        self._notes = notes
        self._go = go
        self._tell = tell
        self._index: store.Index | None = None
        self._version = -1
        self._matches: tuple[str, ...] = ()
        self._at = 0

    async def find(self) -> None:
        """Asks what to look for, and goes there."""
        from tui.dialogs.find import Find

        matches = await self._screen.app.push_screen_wait(Find(self._up_to_date()))
        if matches:
            self._matches, self._at = matches, 0
            await self._go(matches[0])

    async def next(self, step: int) -> None:
        """To the next match of the last search, or the one before; round and round."""
        if not self._matches:
            self._tell("Nothing was searched for yet: / finds.", False)
            return
        self._at = (self._at + step) % len(self._matches)
        self._tell(f"Match {self._at + 1} of {len(self._matches)}.", False)
        await self._go(self._matches[self._at])

    def _up_to_date(self) -> store.Index:
        """The index, built when it is first needed, and again after notes have changed."""
        if self._index is None or self._version != self._notes.version:
            self._index, self._version = store.Index(self._briefing, self._notes), self._notes.version
        return self._index
