"""A span of the source, found by its words in one paragraph of the reader's copy."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from store.clean import one_line
from store.errors import Refused
from store.note import Quote
from store.source import QUOTES

# How many characters before and after a span are kept, so that it is found again among its likes.
_AROUND = 32


def quote_in(text: str, words: str) -> Quote:
    """The span of `text` that says `words`, as they stand there: case, kinds of quotation marks and line ends do not matter.

    Where they stand there several times, the first is meant. Raises Refused where they do not.
    """
    sought = words.strip()
    if not sought:
        raise Refused("A quote needs words of the paragraph.")
    start, end = _place(text, sought)
    if start < 0:
        raise Refused(f"The paragraph does not say “{_short(sought)}”. The words have to be as they stand there.")
    return Quote(exact=text[start:end], prefix=_or_nothing(text[max(0, start - _AROUND) : start]), suffix=_or_nothing(text[end:][:_AROUND]))


def times_in(text: str, words: str) -> int:
    """How many times `text` says `words`."""
    sought = _folded(words.strip())[0]
    return _folded(text)[0].count(sought) if sought else 0


def _place(text: str, sought: str) -> tuple[int, int]:
    at = text.find(sought)
    if at >= 0:
        return at, at + len(sought)
    letters, places = _folded(text)
    wanted = _folded(sought)[0]
    at = letters.find(wanted) if wanted else -1
    return (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 else (-1, -1)


def _folded(text: str) -> tuple[str, list[int]]:
    """`text` without what copies differ in, and for each letter the place it came from."""
    letters: list[str] = []
    places: list[int] = []
    for at, piece in _pieces(text):
        if piece == " " and letters and letters[-1] == " ":
            continue
        letters += piece
        places += [at] * len(piece)
    return "".join(letters), places


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    for at, character in enumerate(text):
        yield at, " " if character.isspace() else unicodedata.normalize("NFKC", character).translate(QUOTES).casefold()


def _or_nothing(text: str) -> str:
    return text if text.strip() else ""


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= 60 else f"{line[:60]}…"
