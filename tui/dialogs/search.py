"""Asks what to look for, and shows what is found while it is typed: grouped by kind, the matching words in context."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from store.search.fulltext import Hit, Index
from tui.dialogs.base import CANCEL, CHOOSE, Dialog, KeyHint, KeyHintLine, offer
from tui.keys.bindings import key_label
from tui.render.text.blocks import BLANK, Block, Span, heading_block, text_block
from tui.render.text.links import ChoiceLink
from tui.widgets.card import RecordCard
from tui.widgets.messages import ChoiceClicked
from tui.widgets.text_fields import LineField

MOST, ALL = 60, 2_000


class SearchResult(NamedTuple):
    """The words that were looked for, and the ids that have them, beginning with the chosen one."""

    words: str
    ids: tuple[str, ...]


class SearchDialog(Dialog[SearchResult | None]):
    """Returns what was found; None where nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="find.leave", show=False),
        Binding("down,ctrl+n", "choose(1)", "Next", id="find.next", show=False, priority=True),
        Binding("up,ctrl+p", "choose(-1)", "Previous", id="find.previous", show=False, priority=True),
    ]

    def __init__(self, index: Index, words: str = "") -> None:
        super().__init__()
        self._index = index
        self._words = words
        self._ids: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        matches = f"then {key_label('match.next')}, {key_label('match.previous')} next, previous match"
        with Vertical(classes="dialog find"):
            yield LineField(self._words, placeholder="Find in records, assessments, the article and your notes")
            yield RecordCard(classes="hits", pinned=True)
            yield KeyHintLine(CHOOSE, KeyHint("enter", "open"), CANCEL, KeyHint("", matches))

    def on_ready(self) -> None:
        self.query_one(Input).focus()
        self._search(self._words)

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        self._search(event.value)

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        self._answer(self.query_one(RecordCard).choice)

    @on(ChoiceClicked)
    def answer_click(self, event: ChoiceClicked) -> None:
        event.stop()
        self._answer(event.value)

    def action_choose(self, step: int) -> None:
        self.query_one(RecordCard).action_link(step)

    def action_leave(self) -> None:
        self._answer("")

    def _answer(self, chosen: str) -> None:
        if chosen not in self._ids:
            self.close(None)
            return
        words = self.query_one(Input).value
        ids = self._ids if len(self._ids) < MOST else tuple(hit.id for hit in sorted_by_kind(self._index.find(words, ALL)))
        at = ids.index(chosen)
        self.close(SearchResult(words, (*ids[at:], *ids[:at])))

    def _search(self, words: str) -> None:
        hits = sorted_by_kind(self._index.find(words, MOST)) if words.strip() else ()
        self._ids = tuple(hit.id for hit in hits)
        nothing = text_block(Span(f"Nothing has {words}.", "quiet"))
        offer(self.query_one(RecordCard), tuple(_page(hits)) if hits or not words.strip() else (nothing,))


def sorted_by_kind(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits grouped by kind: the kind of the best match first, and within a kind the best match first."""
    kinds = list(dict.fromkeys(hit.kind for hit in hits))
    return tuple(sorted(hits, key=lambda hit: kinds.index(hit.kind)))


def _page(hits: tuple[Hit, ...]) -> Iterator[Block]:
    for number, (kind, group) in enumerate(groupby(hits, key=lambda hit: hit.kind)):
        if number:
            yield BLANK
        yield heading_block(kind)
        for hit in group:
            parts = (Span(text, "strong" if at % 2 else "") for at, text in enumerate(hit.parts))
            yield text_block(*parts, label=Span(hit.id, "link", ChoiceLink(hit.id)), hang=max(12, len(hit.id) + 1))
