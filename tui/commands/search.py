"""Answers the wishes about finding: search everything, and go from match to match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys.bindings import key_label
from tui.workspace.context import AppContext

if TYPE_CHECKING:
    from store.search.fulltext import Index


class SearchCommands:
    """Searches the briefing and the notes."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._index: Index | None = None
        self._version = -1
        self._matches: tuple[str, ...] = ()
        self._at = 0
        self._words = ""

    def find(self) -> None:
        """Asks what to look for, and goes there."""
        self._context.ask(self._find())

    async def next(self, step: int) -> None:
        """To the next match of the last search, or the one before; round and round."""
        if not self._matches:
            self._context.notifier.info(f"Nothing was searched for yet: {key_label('find')} finds.")
            return
        self._at = (self._at + step) % len(self._matches)
        self._context.notifier.info(f"Match {self._at + 1} of {len(self._matches)}.")
        await self._go()

    async def _find(self) -> None:
        from tui.dialogs.search import SearchDialog

        found = await self._context.screen.app.push_screen_wait(
            SearchDialog(await self._context.background.run(self._up_to_date), self._words)
        )
        if found:
            self._words, self._matches, self._at = found.words, found.ids, 0
            await self._go()

    async def _go(self) -> None:
        """To the match, and in its card to the words themselves."""
        await self._context.workspace.go_to(self._matches[self._at])
        self._context.workspace.pane.refresh_card()
        # A pane that is new has no size yet, and could not scroll.
        self._context.screen.call_after_refresh(self._context.workspace.pane.card.find, self._words)

    def _up_to_date(self) -> Index:
        """The index, built when it is first needed, and again after notes have changed."""
        from store.search.fulltext import Index

        notes = self._context.notes
        if self._index is None or self._version != notes.version:
            self._index, self._version = Index(self._context.briefing, notes), notes.version
        return self._index
