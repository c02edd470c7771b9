"""Asks for filter words, and says while they are typed how much they would leave, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.search.list_filter import Suggestion
from tui.dialogs.suggest_input import SuggestInput, SuggestionSource, line_of
from tui.render.text.blocks import Block

# How many items are left, of how many, under these words; raises BadFilter.
Count = Callable[[str], tuple[int, int]]


class FilterDialog(SuggestInput):
    """Returns the words, empty for none; or None where the reader thought better of it."""

    TITLE_WORDS = "Show only"
    PLACEHOLDER = 'kind:prediction about:alibaba grade:>=C3 "exact words" -not'

    def __init__(self, words: str, count: Count, suggest: SuggestionSource) -> None:
        super().__init__(words, lambda typed: "{:,} of {:,}".format(*count(typed)), suggest)

    def is_incomplete(self, words: str, suggestions: Sequence[Suggestion]) -> bool:
        """Return True if the last word is the beginning of a field: until its colon, it would be looked for in the text."""
        return words[-1:].strip() != "" and any(found.completion.endswith(":") and not found.matches for found in suggestions)

    def blocks(self, suggestions: Sequence[Suggestion]) -> list[Block]:
        """Fields in a line, values each with how many items have it."""
        fields = [part for found in suggestions if not found.matches for part in line_of(found)]
        values = [Block(line_of(found)) for found in suggestions if found.matches]
        return [Block(tuple(fields)), *values] if fields else values
