"""Fold text for comparison, and find the words of a query in a text.

Every search, filter, lookup and suggestion compares text by `fold_text`, so that they agree on what matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple
from unicodedata import category, normalize

# Typographic quotation marks and dashes. The digests of paragraphs depend on this table: never change it.
QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})
_PUNCTUATION = {**{chr(number): plain for number, plain in QUOTES.items()}, "\u2010": "-", "\u2011": "-", "\u2212": "-"}
# Characters that Unicode ignores in comparisons: joiners, direction marks, soft hyphens, fillers, variation selectors.
_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Marks that readers leave out: accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. The vowel signs of Indic
# scripts, Thai and others are letters to their readers and are kept, as are the voicing marks of kana.
_ACCENT = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufb1e\ufe20-\ufe2f"
)
_KASHIDA = "\u0640"  # only stretches an Arabic word
# Patterns are compiled when first used: `re` caches them, and most commands compare ASCII only.
_DROPPED = f"[{_IGNORABLE}{_ACCENT}{_KASHIDA}]"
_FIRST_JAMO, _LAST_JAMO = "\u1160", "\u11ff"  # medial vowels and final consonants, which NFC joins to the consonant before them
_ASCII_RUN = "[\x00-\x7f]+(?=[\x00-\x7f]|$)"

# Scripts written without spaces between words: Han, kana, Hangul (whose particles follow without one), Thai, Lao, Burmese, Khmer.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
_APART = r"[\s,;/|]+"
WORD = f"[{_UNSPACED}]|[^\\s{_UNSPACED}]+"  # as people count words
MOST_WORDS = 32  # of a query; more would take minutes to search for


def fold_text(text: str) -> str:
    """Return `text` without the differences that a search ignores: case, accents, compatibility forms and invisible characters.

    Compatibility decomposition (NFKD) and case folding (ß is ss, ﬁ is fi, İ is i, a full-width letter is its ASCII letter), accents
    removed, composed again (NFC). Idempotent.
    """
    text = _with_plain_punctuation(text)
    if text.isascii():
        return text.lower()
    plain = re.sub(_DROPPED, "", normalize("NFKD", text)).casefold()
    plain = re.sub(_DROPPED, "", normalize("NFKD", plain))
    return normalize("NFC", _with_plain_punctuation(plain))


def _with_plain_punctuation(text: str) -> str:
    if not text.isascii():
        for typographic, plain in _PUNCTUATION.items():
            text = text.replace(typographic, plain)
    return text


class Folded(NamedTuple):
    """A folded text, and for each of its characters the span of the original that it came from."""

    text: str
    starts: list[int] | range
    ends: list[int] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that folded to the characters from `start` to `end`."""
        return (self.starts[start], self.ends[end - 1]) if end > start else (0, 0)


def fold_with_spans(text: str) -> Folded:
    """Return `fold_text(text)`, whose characters can be traced back to `text`."""
    if text.isascii() or all(map(_folds_alone, set(text))):
        return Folded(fold_text(text), range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        piece = text[start:end]
        if piece.isascii():
            pieces.append(piece.lower())
            starts += range(start, end)
            ends += range(start + 1, end + 1)
            continue
        folded = _fold_cluster(piece)
        pieces.append(folded)
        starts += [start] * len(folded)
        ends += [end] * len(folded)
    return Folded("".join(pieces), starts, ends)


_fold_cluster = lru_cache(maxsize=4096)(fold_text)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans that fold independently: runs of ASCII, and characters with the marks that follow them."""
    ascii_run = re.compile(_ASCII_RUN)
    at = 0
    while at < len(text):
        run = ascii_run.match(text, at)
        end = run.end() if run else at + 1
        while not run and end < len(text) and _continues(text[end]):
            end += 1
        yield at, end
        at = end


@lru_cache(maxsize=4096)
def _folds_alone(character: str) -> bool:
    """Return True if `character` folds to one character, wherever it stands."""
    return not _continues(character) and len(fold_text(character)) == 1


@lru_cache(maxsize=4096)
def _continues(character: str) -> bool:
    """Return True if `character` may combine with the one before it."""
    if character.isascii():
        return False
    first = normalize("NFKD", character)[0]
    return re.match(_DROPPED, first) is not None or category(first)[0] == "M" or _FIRST_JAMO <= first <= _LAST_JAMO


def space_out(folded: str) -> str:
    """Return a folded text with a space around every character of a script written without spaces, so that each is a word."""
    return folded if folded.isascii() else re.sub(_unspaced(_marks(folded)), r" \g<0> ", folded)


@lru_cache
def words_of(query: str) -> tuple[str, ...]:
    """Return the folded words of a query, at most MOST_WORDS; one such as AT&T is a word of several parts (`at t`)."""
    folded = fold_text(query)
    marks = _marks(folded)
    part = re.compile(f"{_unspaced(marks)}|{_letter(marks)}+")
    words = (" ".join(part.findall(word)) for word in re.split(_APART, folded))
    return tuple(islice(filter(None, words), MOST_WORDS))


def match_spans(text: str, query: str) -> list[tuple[int, int]]:
    """Return the spans of `text` that begin with a word of `query`, each to the end of its word."""
    words = words_of(query)
    if not words:
        return []
    folded = fold_with_spans(text)
    return [folded.span(*found.span()) for found in _compiled(words, _marks(folded.text)).finditer(folded.text)]


@lru_cache
def _compiled(words: tuple[str, ...], marks: str) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile("|".join(_pattern(word.split(" "), marks) for word in longest_first))


def _pattern(parts: list[str], marks: str) -> str:
    """Return the pattern of one word: its parts in order, with nothing but punctuation and spaces between them."""
    letter = _letter(marks)
    start = "" if _is_unspaced(parts[0]) else f"(?<!{letter})"
    end = f"[{marks}]*" if _is_unspaced(parts[-1]) and marks else "" if _is_unspaced(parts[-1]) else f"{letter}*"
    joined = re.escape(parts[0])
    for before, part in pairwise(parts):
        is_touching = _is_unspaced(before) or _is_unspaced(part)
        joined += f"[^\\w{marks}{_UNSPACED}]{'*' if is_touching else '+'}{re.escape(part)}"
    return f"{start}{joined}{end}"


def _is_unspaced(part: str) -> bool:
    return re.match(f"[{_UNSPACED}]", part) is not None


def _unspaced(marks: str) -> str:
    """Return the pattern of a character of a script written without spaces, with its marks."""
    return f"[{_UNSPACED}][{marks}]*" if marks else f"[{_UNSPACED}]"


def _letter(marks: str) -> str:
    """Return the pattern of one character of a word in any other script."""
    return f"(?:[^\\W_{_UNSPACED}]|[{marks}])" if marks else f"[^\\W_{_UNSPACED}]"


def _marks(text: str) -> str:
    """Return the combining marks that occur in `text`: `re` has no class for them."""
    return "" if text.isascii() else "".join(sorted(character for character in set(text) if category(character)[0] == "M"))
