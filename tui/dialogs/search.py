"""The Search dialog: shows the matches while the query is typed, grouped by kind, each with its context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from store.search.fulltext import Hit, Index
from tui.dialogs.base import CANCEL, CHOOSE, KeyHint
from tui.dialogs.live_list import LiveList
from tui.keys.bindings import key_label
from tui.render.text.blocks import BLANK, Block, Span, heading_block, text_block
from tui.render.text.links import ChoiceLink

MOST, ALL = 60, 2_000


class SearchResult(NamedTuple):
    """The query, and the ids of the matches from the chosen one on, round and round."""

    query: str
    ids: tuple[str, ...]


class SearchDialog(LiveList[SearchResult | None]):
    """Returns the matches, or None if none was chosen."""

    def __init__(self, index: Index, query: str = "") -> None:
        super().__init__(query, "Find in records, assessments, the article and your notes")
        self._index = index
        self._ids: tuple[str, ...] = ()
        matches = f"then {key_label('match.next')}, {key_label('match.previous')} next, previous match"
        self.hints = (CHOOSE, KeyHint("enter", "open"), CANCEL, KeyHint("", matches))

    def pick(self, link: str) -> None:
        if link not in self._ids:
            self.close(None)
            return
        query = self._field.value
        ids = self._ids if len(self._ids) < MOST else tuple(hit.id for hit in sorted_by_kind(self._index.find(query, ALL)))
        at = ids.index(link)
        self.close(SearchResult(query, (*ids[at:], *ids[:at])))

    def entries(self, text: str) -> Sequence[Block]:
        hits = sorted_by_kind(self._index.find(text, MOST)) if text.strip() else ()
        self._ids = tuple(hit.id for hit in hits)
        if text.strip() and not hits:
            return (text_block(Span(f"No matches for {text}.", "quiet")),)
        return tuple(_hit_blocks(hits))


def sorted_by_kind(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return the hits grouped by kind: the kind of the best match first, and within a kind the best match first."""
    kinds = list(dict.fromkeys(hit.kind for hit in hits))
    return tuple(sorted(hits, key=lambda hit: kinds.index(hit.kind)))


def _hit_blocks(hits: tuple[Hit, ...]) -> Iterator[Block]:
    for number, (kind, group) in enumerate(groupby(hits, key=lambda hit: hit.kind)):
        if number:
            yield BLANK
        yield heading_block(kind)
        for hit in group:
            parts = (Span(text, "strong" if at % 2 else "") for at, text in enumerate(hit.parts))
            yield text_block(*parts, label=Span(hit.id, "link", ChoiceLink(hit.id)), hang=max(12, len(hit.id) + 1))
