"""Commands for the full-text search: find matches, and go from one to the next."""

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
        self._query = ""

    def find(self) -> None:
        """Ask for a query, and go to the chosen match."""
        self._context.ask(self._find())

    async def next(self, step: int) -> None:
        """Go to the next or previous match of the last search; after the last one comes the first."""
        if not self._matches:
            self._context.notifier.info(f"No search yet. Press {key_label('find')} to search.")
            return
        self._at = (self._at + step) % len(self._matches)
        self._context.notifier.info(f"Match {self._at + 1} of {len(self._matches)}.")
        await self._go()

    async def _find(self) -> None:
        from tui.dialogs.search import SearchDialog

        index = await self._context.background.run(self._current_index)
        result = await self._context.screen.app.push_screen_wait(SearchDialog(index, self._query))
        if result:
            self._query, self._matches, self._at = result.query, result.ids, 0
            await self._go()

    async def _go(self) -> None:
        """Go to the match, and in its card to the query."""
        workspace = self._context.workspace
        await workspace.go_to(self._matches[self._at])
        workspace.pane.refresh_card()
        # A new pane has no size before the layout, and could not scroll.
        self._context.screen.call_after_refresh(workspace.pane.card.find, self._query)

    def _current_index(self) -> Index:
        """Return the index; it is built on first use, and again after notes changed."""
        from store.search.fulltext import Index

        notes = self._context.notes
        if self._index is None or self._version != notes.version:
            self._index, self._version = Index(self._context.briefing, notes), notes.version
        return self._index
