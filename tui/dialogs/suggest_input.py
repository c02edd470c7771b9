"""A line of text with suggestions for its next words, which is explained or refused while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from store.errors import StoreError
from store.search.list_filter import Suggestion
from store.text.sanitize import sanitize_output
from tui.dialogs.base import CANCEL, CHOOSE, KeyHint
from tui.dialogs.live_list import LiveList
from tui.keys.bindings import bindings
from tui.render.text.blocks import Block, Span
from tui.render.text.links import ChoiceLink

SuggestionSource = Callable[[str], tuple[Suggestion, ...]]
# Returns the meaning of a text in words; raises StoreError if the text is refused.
Validator = Callable[[str], str]


class SuggestInput(LiveList[str | None]):
    """Returns the text, or None if the user cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("suggestion")]
    STYLE = "dialog filter"

    def __init__(self, text: str, validate: Validator, suggest: SuggestionSource, title: str, placeholder: str = "") -> None:
        super().__init__(text, placeholder)
        self._field.select_on_focus = False
        self.hints = (KeyHint("enter", "apply"), CHOOSE, KeyHint("tab", "complete"), CANCEL)
        self._validate = validate
        self._suggest = suggest
        self._title = title
        self._meaning = Static(Content(""), classes="dialog-told")

    def compose_header(self) -> Sequence[Widget]:
        return (Static(Content(sanitize_output(self._title)), classes="dialog-title"),)

    def compose_remark(self) -> Sequence[Widget]:
        return (self._meaning,)

    @on(Input.Changed)
    def explain(self, event: Input.Changed) -> None:
        """Show the meaning of the text, or the reason why it is refused."""
        suggestions = self._suggest(event.value)
        if self.is_incomplete(event.value, suggestions):
            self._show_meaning("…", is_wrong=False)
        else:
            self._accepts(event.value, is_word_begun=bool(suggestions))

    def submit(self) -> None:
        if self._accepts(self._field.value):
            self.close(self._field.value.strip())

    def pick(self, link: str) -> None:
        if link:
            self._field.value = link
            self._field.cursor_position = len(link)
            self._field.focus()

    def action_complete(self) -> None:
        """Complete the text with the selected suggestion."""
        self.pick(self.list_card.choice)

    def is_incomplete(self, text: str, suggestions: Sequence[Suggestion]) -> bool:
        """Return True if the text will mean something else when its last word is complete."""
        return False

    def entries(self, text: str) -> Sequence[Block]:
        return self.suggestion_blocks(self._suggest(text))

    def suggestion_blocks(self, suggestions: Sequence[Suggestion]) -> list[Block]:
        """Return the suggestions, each as a link."""
        return [Block(suggestion_spans(suggestion)) for suggestion in suggestions]

    def _accepts(self, text: str, is_word_begun: bool = False) -> bool:
        """Return True if the text is accepted; show its meaning, or the reason unless its last word is only begun."""
        try:
            meaning = self._validate(text)
        except StoreError as error:
            is_shown = not is_word_begun or text.endswith(" ")
            self._show_meaning(str(error) if is_shown else "…", is_wrong=is_shown)
            return False
        self._show_meaning(meaning, is_wrong=False)
        return True

    def _show_meaning(self, message: str, *, is_wrong: bool) -> None:
        self._meaning.set_class(is_wrong, "-wrong")
        self._meaning.update(Content(sanitize_output(message)))


def suggestion_spans(suggestion: Suggestion) -> tuple[Span, Span]:
    """Return a suggestion as a link, with its number of matches."""
    count = f"  {suggestion.matches:,}" if suggestion.matches else "  "
    return Span(suggestion.completion, "link", ChoiceLink(suggestion.query)), Span(count, "quiet")
