"""Asks for the words of a paragraph that a note is on: typed, or sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable

from store.annotations.text_quote import count_occurrences, find_quote
from store.errors import StoreError
from store.model.note import Quote
from store.model.records import Paragraph
from store.search.list_filter import Suggestion
from store.text.sentences import split_sentences
from tui.workspace.context import AppContext

# None: on the whole paragraph.
Take = Callable[[Quote | None], None]


def pick_quote(context: AppContext, target: str) -> Callable[[str, Take], None] | None:
    """What asks for a span of this paragraph, with the words chosen before; None where `target` is no paragraph."""
    if not isinstance(context.briefing.records.get(target), Paragraph):
        return None
    return lambda words, take: _ask(context, target, words, take)


def _ask(context: AppContext, target: str, words: str, take: Take) -> None:
    from tui.dialogs.suggest_input import SuggestInput

    try:
        text = context.briefing.attached_paragraph(target)
    except StoreError as error:
        context.notifier.error(str(error))
        return
    title = f"On which words of {target}? Type them, or complete a sentence and shorten it."
    field = SuggestInput(words, lambda typed: _meaning(text, typed), lambda typed: _sentences(text, typed), title)
    context.screen.app.push_screen(field, lambda chosen: None if chosen is None else take(find_quote(text, chosen) if chosen else None))


def _meaning(text: str, words: str) -> str:
    """Where the words stand; raises InvalidInputError where they do not."""
    if not words.strip():
        return "On the whole paragraph."
    found, times = find_quote(text, words), count_occurrences(text, words)
    again = f" It stands there {times} times; the first is meant, and more words tell another." if times > 1 else ""
    before, after = (f"…{found.prefix}" if found.prefix else ""), (f"{found.suffix}…" if found.suffix else "")
    return f"{before}“{found.exact}”{after}{again}"


def _sentences(text: str, words: str) -> tuple[Suggestion, ...]:
    """The sentences that have what was typed so far; all of them, where nothing was."""
    sentences = filter(None, map(str.strip, split_sentences(text)))
    found = [sentence for sentence in sentences if not words.strip() or count_occurrences(sentence, words)]
    return tuple(Suggestion(sentence, sentence, 0) for sentence in found if sentence != words)
