"""Asks for a line of words, offers how it could go on, and says while it is typed what it means, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from store.errors import StoreError
from store.search.list_filter import Suggestion
from store.text.sanitize import sanitize_output
from tui.dialogs.base import CANCEL, CHOOSE, Dialog, KeyHint, KeyHintLine, offer
from tui.render.text.blocks import Block, Span
from tui.render.text.links import ChoiceLink
from tui.widgets.card import RecordCard
from tui.widgets.messages import ChoiceClicked
from tui.widgets.text_fields import LineField

SuggestionSource = Callable[[str], tuple[Suggestion, ...]]
# What these words mean, in words; raises StoreError where they cannot be taken.
Validator = Callable[[str], str]


class SuggestInput(Dialog[str | None]):
    """Returns the words; or None where the reader thought better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave it as it was", id="field.leave", show=False),
        Binding("down,ctrl+n", "choose(1)", "Next suggestion", id="field.next", show=False, priority=True),
        Binding("up,ctrl+p", "choose(-1)", "Previous suggestion", id="field.previous", show=False, priority=True),
        Binding("tab", "take", "Take the suggestion", id="field.take", show=False, priority=True),
    ]
    TITLE_WORDS, PLACEHOLDER = "", ""
    HINTS: ClassVar[tuple[KeyHint, ...]] = (KeyHint("enter", "apply"), CHOOSE, KeyHint("tab", "complete"), CANCEL)

    def __init__(self, words: str, judge: Validator, suggest: SuggestionSource, title: str = "") -> None:
        super().__init__()
        self._words = words
        self._judge = judge
        self._suggest = suggest
        self._title = title or self.TITLE_WORDS

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog filter"):
            yield Static(Content(sanitize_output(self._title)), classes="dialog-title")
            yield LineField(self._words, select_on_focus=False, placeholder=self.PLACEHOLDER)
            yield Static(Content(""), classes="dialog-told")
            yield RecordCard(classes="hits", pinned=True)
            yield KeyHintLine(*self.HINTS)

    def on_ready(self) -> None:
        self._offer(self._words)

    @on(Input.Changed)
    def say_what_it_means(self, event: Input.Changed) -> None:
        suggestions = self._offer(event.value)
        if self.is_incomplete(event.value, suggestions):
            self._say("…", is_wrong=False)
        else:
            self._is_fit(event.value, is_begun=bool(suggestions))

    @on(ChoiceClicked)
    def take_click(self, event: ChoiceClicked) -> None:
        event.stop()
        self._take(event.value)

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        if self._is_fit(event.value):
            self.close(event.value.strip())

    def action_leave(self) -> None:
        self.close(None)

    def action_choose(self, step: int) -> None:
        self.query_one(RecordCard).action_link(step)

    def action_take(self) -> None:
        self._take(self.query_one(RecordCard).choice)

    def _take(self, words: str) -> None:
        if words:
            field = self.query_one(Input)
            field.value = words
            field.cursor_position = len(words)
            field.focus()

    def is_incomplete(self, words: str, suggestions: Sequence[Suggestion]) -> bool:
        """Return True if the words will mean something else when they are completed."""
        return False

    def blocks(self, suggestions: Sequence[Suggestion]) -> list[Block]:
        """The suggestions, each a link."""
        return [Block(line_of(found)) for found in suggestions]

    def _offer(self, words: str) -> Sequence[Suggestion]:
        """What could be typed next, with how many have it."""
        suggestions = self._suggest(words)
        offer(self.query_one(RecordCard), self.blocks(suggestions))
        return suggestions

    def _is_fit(self, words: str, is_begun: bool = False) -> bool:
        """Whether the words can be taken; says what they mean, or what is wrong, unless a word is only begun."""
        try:
            meaning = self._judge(words)
        except StoreError as error:
            is_said = not is_begun or words.endswith(" ")
            self._say(str(error) if is_said else "…", is_wrong=is_said)
            return False
        self._say(meaning, is_wrong=False)
        return True

    def _say(self, words: str, *, is_wrong: bool) -> None:
        told = self.query_one(".dialog-told", Static)
        told.set_class(is_wrong, "-wrong")
        told.update(Content(sanitize_output(words)))


def line_of(found: Suggestion) -> tuple[Span, Span]:
    """A suggestion as a link, with how many have it."""
    return Span(found.completion, "link", ChoiceLink(found.query)), Span(f"  {found.matches:,}" if found.matches else "  ", "quiet")
