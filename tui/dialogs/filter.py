"""Asks for filter words, and says while they are typed how much they would leave, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from store import BadFilter
from tui.card import Card
from tui.dialogs.dialog import Dialog, offer
from tui.filtering import Suggestion
from tui.messages import Follow
from tui.render.parts import Block, Part

Suggest = Callable[[str], tuple[Suggestion, ...]]
# How many items are left, of how many, under these words; raises BadFilter.
Count = Callable[[str], tuple[int, int]]


class Filter(Dialog[str | None]):
    """Returns the words, empty for none; or None where the reader thought better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave it as it was", id="filter.leave", show=False),
        Binding("down,ctrl+n", "choose(1)", "Next suggestion", id="filter.next", show=False, priority=True),
        Binding("up,ctrl+p", "choose(-1)", "Previous suggestion", id="filter.previous", show=False, priority=True),
        Binding("tab", "take", "Take the suggestion", id="filter.take", show=False, priority=True),
    ]

    def __init__(self, words: str, count: Count, suggest: Suggest) -> None:
        super().__init__()
        self._words = words
        self._count = count
        self._suggest = suggest

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog filter"):
            yield Static(Content("Show only"), classes="dialog-title")
            yield Input(self._words, select_on_focus=False, placeholder='kind:prediction about:alibaba grade:>=C3 "exact words" -not')
            yield Static(Content(""), classes="dialog-error")
            yield Card(classes="hits", pinned=True)
            yield Static(Content("enter filters · ↑↓ tab takes a word · empty shows all · esc leaves it as it was"), classes="dialog-keys")

    def begin(self) -> None:
        self._offer(self._words)

    @on(Input.Changed)
    def say_how_many(self, event: Input.Changed) -> None:
        self._judge(event.value, is_begun=bool(self._offer(event.value)))

    @on(Follow)
    def take_click(self, event: Follow) -> None:
        event.stop()
        self._take(event.id)

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        if self._judge(event.value):
            self.leave_with(event.value.strip())

    def action_leave(self) -> None:
        self.leave_with(None)

    def action_choose(self, step: int) -> None:
        self.query_one(Card).action_link(step)

    def action_take(self) -> None:
        self._take(self.query_one(Card).link)

    def _take(self, words: str) -> None:
        if words:
            field = self.query_one(Input)
            field.value = words
            field.cursor_position = len(words)
            field.focus()

    def _offer(self, words: str) -> Sequence[Suggestion]:
        """What could be typed next: fields in a line, values each with how many items have it."""
        suggestions = self._suggest(words)
        lines = [
            (Part(found.added, "link", found.words), Part(f"  {found.having:,}" if found.having else "  ", "quiet"))
            for found in suggestions
        ]
        fields = [part for line, found in zip(lines, suggestions, strict=True) if not found.having for part in line]
        values = [Block(line) for line, found in zip(lines, suggestions, strict=True) if found.having]
        offer(self.query_one(Card), [Block(tuple(fields)), *values] if fields else values)
        return suggestions

    def _judge(self, words: str, is_begun: bool = False) -> bool:
        """Whether the words can be used; says how many items they leave, or what is wrong, unless a word is only begun."""
        try:
            left, there = self._count(words)
        except BadFilter as error:
            if is_begun and not words.endswith(" "):
                self.query_one(".dialog-error", Static).update(Content("…"))
                return False
            self.query_one(".dialog-error", Static).update(Content(str(error)))
            return False
        self.query_one(".dialog-error", Static).update(Content(f"{left:,} of {there:,}"))
        return True
