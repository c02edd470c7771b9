"""Answers the wishes about finding: search everything, and go from match to match."""

from __future__ import annotations

import store
from tui.keys.bindings import shown_key
from tui.workspace.context import Reach


class Finding:
    """Searches the briefing and the notes."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._index: store.Index | None = None
        self._version = -1
        self._matches: tuple[str, ...] = ()
        self._at = 0
        self._words = ""

    def find(self) -> None:
        """Asks what to look for, and goes there."""
        self._reach.ask(self._find())

    async def next(self, step: int) -> None:
        """To the next match of the last search, or the one before; round and round."""
        if not self._matches:
            self._reach.tell(f"Nothing was searched for yet: {shown_key('find')} finds.")
            return
        self._at = (self._at + step) % len(self._matches)
        self._reach.tell(f"Match {self._at + 1} of {len(self._matches)}.")
        await self._go()

    async def _find(self) -> None:
        from tui.dialogs.search import Find

        found = await self._reach.screen.app.push_screen_wait(Find(await self._reach.aside(self._up_to_date), self._words))
        if found:
            self._words, self._matches, self._at = found.words, found.ids, 0
            await self._go()

    async def _go(self) -> None:
        """To the match, and in its card to the words themselves."""
        await self._reach.desk.go(self._matches[self._at])
        self._reach.desk.pane.look()
        # A pane that is new has no size yet, and could not scroll.
        self._reach.screen.call_after_refresh(self._reach.desk.pane.card.find, self._words)

    def _up_to_date(self) -> store.Index:
        """The index, built when it is first needed, and again after notes have changed."""
        notes = self._reach.notes
        if self._index is None or self._version != notes.version:
            self._index, self._version = store.Index(self._reach.briefing, notes), notes.version
        return self._index
