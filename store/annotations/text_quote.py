"""A span of the source, found by its words in one paragraph of the reader's copy."""

from __future__ import annotations

import re

from store.errors import InvalidInputError
from store.model.note import Quote
from store.text.fold import fold_text, fold_with_spans
from store.text.sanitize import sanitize_line

# How many characters before and after a span are kept, so that it is found again among its likes.
_AROUND = 32


def find_quote(text: str, words: str) -> Quote:
    """Return the span of `text` that matches `words`, regardless of case, kinds of quotation marks and line ends.

    Where they stand there several times, the first is meant. Raises InvalidInputError where they do not.
    """
    sought = words.strip()
    if not sought:
        raise InvalidInputError("A quote needs words of the paragraph.")
    start, end = _place(text, sought)
    if start < 0:
        raise InvalidInputError(f"The paragraph does not say “{_short(sought)}”. The words have to be as they stand there.")
    return Quote(exact=text[start:end], prefix=_or_nothing(text[max(0, start - _AROUND) : start]), suffix=_or_nothing(text[end:][:_AROUND]))


def count_occurrences(text: str, words: str) -> int:
    """Return how often `words` occur in `text`."""
    sought = _in_a_line(words)
    return _in_a_line(text).count(sought) if sought else 0


def _place(text: str, sought: str) -> tuple[int, int]:
    at = text.find(sought)
    if at >= 0:
        return at, at + len(sought)
    words = fold_text(sought).split()
    folded = fold_with_spans(text)
    found = re.search(r"\s+".join(map(re.escape, words)), folded.text) if words else None
    return folded.span(*found.span()) if found else (-1, -1)


def _in_a_line(text: str) -> str:
    return " ".join(fold_text(text).split())


def _or_nothing(text: str) -> str:
    return text if text.strip() else ""


def _short(words: str) -> str:
    line = sanitize_line(words)
    return line if len(line) <= 60 else f"{line[:60]}…"
