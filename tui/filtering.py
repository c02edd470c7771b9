"""What a pane hides and shows: the filter words of the store, applied to the items of a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import store  # its names are fetched when they are used, and the first paint has no use for filters
from store import Briefing, Notes


class Filtering:
    """The filter of one pane. Facets are worked out once, and again when the notes have changed."""

    def __init__(self, briefing: Briefing, notes: Notes) -> None:
        self.words = ""
        self._briefing = briefing
        self._notes = notes
        self._facets: dict[str, dict[str, Any]] = {}
        self._version = -1

    def apply(self, items: Sequence[Any]) -> Sequence[Any]:
        """The items that the filter in force lets through: what was right when it was set may leave none by now."""
        return self._through(items, self.words, None) if self.words else items

    def check(self, items: Sequence[Any], words: str) -> int:
        """How many items `words` would let through; raises BadFilter, which says what would be right."""
        return len(self._through(items, words, store.vocabulary(self._documents(items))))

    def _through(self, items: Sequence[Any], words: str, known: dict[str, Collection[str]] | None) -> Sequence[Any]:
        documents = self._documents(items)
        query = store.compile_filter(words, known)
        return items if query is None else [item for item, document in zip(items, documents, strict=True) if query(document)]

    def _documents(self, items: Sequence[Any]) -> list[dict[str, Any]]:
        if self._version != self._notes.version:
            self._version = self._notes.version
            self._facets.clear()
        for item in items:
            if item.id not in self._facets:
                self._facets[item.id] = store.facets_of(self._briefing, self._notes, getattr(item, "thing", None) or item)
        return [self._facets[item.id] for item in items]
