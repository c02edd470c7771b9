"""The Filter dialog: shows while the filter is typed how many items match, or why it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.search.list_filter import Suggestion
from tui.dialogs.suggest_input import SuggestInput, SuggestionSource, suggestion_spans
from tui.render.text.blocks import Block

# Returns how many items match a query, of how many; raises InvalidInputError if it is not a filter.
Count = Callable[[str], tuple[int, int]]
_EXAMPLE = 'kind:prediction about:alibaba grade:>=C3 "exact words" -not'


class FilterDialog(SuggestInput):
    """Returns the query, empty for no filter, or None if the user cancelled."""

    def __init__(self, query: str, count: Count, suggest: SuggestionSource) -> None:
        super().__init__(query, lambda typed: "{:,} of {:,}".format(*count(typed)), suggest, "Filter", _EXAMPLE)

    def is_incomplete(self, text: str, suggestions: Sequence[Suggestion]) -> bool:
        """Return True if the last word begins the name of a field: without its colon, the query would search the text for it."""
        return text[-1:].strip() != "" and any(suggestion.completion.endswith(":") and not suggestion.matches for suggestion in suggestions)

    def suggestion_blocks(self, suggestions: Sequence[Suggestion]) -> list[Block]:
        """Return the fields in one line, and the values one per line with their number of matches."""
        fields = [part for suggestion in suggestions if not suggestion.matches for part in suggestion_spans(suggestion)]
        values = [Block(suggestion_spans(suggestion)) for suggestion in suggestions if suggestion.matches]
        return [Block(tuple(fields)), *values] if fields else values
