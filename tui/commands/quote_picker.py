"""Asks for the span of a paragraph that a note is on: typed, or completed from its sentences."""

from __future__ import annotations

from collections.abc import Callable

from store.annotations.text_quote import count_occurrences, find_quote
from store.errors import StoreError
from store.model.note import Quote
from store.search.list_filter import Suggestion
from store.text.sentences import split_sentences
from tui.workspace.context import AppContext


def pick_quote(context: AppContext, paragraph_id: str, exact: str, take: Callable[[Quote | None], None]) -> None:
    """Ask for a span of this paragraph, beginning with `exact`, and pass it to `take`; None for the whole paragraph."""
    from tui.dialogs.suggest_input import SuggestInput

    try:
        text = context.briefing.attached_paragraph(paragraph_id)
    except StoreError as error:
        context.notifier.error(str(error))
        return
    title = f"Quote from {paragraph_id}: type it, or complete a sentence and shorten it"
    dialog = SuggestInput(exact, lambda typed: _describe(text, typed), lambda typed: _sentences(text, typed), title)
    context.screen.app.push_screen(dialog, lambda chosen: None if chosen is None else take(find_quote(text, chosen) if chosen else None))


def _describe(text: str, typed: str) -> str:
    """Return the quote in its context; raise InvalidInputError if the text does not contain it."""
    if not typed.strip():
        return "The whole paragraph."
    quote, times = find_quote(text, typed), count_occurrences(text, typed)
    remark = f" It occurs {times} times; the first is used. Type more words to choose another." if times > 1 else ""
    before, after = (f"…{quote.prefix}" if quote.prefix else ""), (f"{quote.suffix}…" if quote.suffix else "")
    return f"{before}“{quote.exact}”{after}{remark}"


def _sentences(text: str, typed: str) -> tuple[Suggestion, ...]:
    """Return the sentences that contain what is typed so far; all of them if nothing is typed."""
    sentences = filter(None, map(str.strip, split_sentences(text)))
    matches = (sentence for sentence in sentences if not typed.strip() or count_occurrences(sentence, typed))
    return tuple(Suggestion(sentence, sentence, 0) for sentence in matches if sentence != typed)
