"""Words fit to be read aloud: sentences with a stop at the end, and words where there were signs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_WORDS = {
    "+": " plus ",
    "=": " equals ",
    "<": " less than ",
    ">": " more than ",
    "≤": " at most ",
    "≥": " at least ",
    "~": " about ",
    "$": " dollar ",
    "€": " euro ",
    "£": " pound ",
    "¥": " yuan ",
    "×": " times ",
    "→": " to ",
    "°": " degrees ",
    "`": "'",
    "|": ", ",
    "…": "...",
    "¶": " paragraph ",
    "§": " section ",
    "·": ", ",
    "•": ", ",
    "«": '"',
    "»": '"',
    "‹": "'",
    "›": "'",
}
_SAID = "LNPM"  # letters, numbers, punctuation, and the marks that belong to letters


def speakable(words: str) -> str:
    """`words` on one line, with nothing but letters, digits, punctuation and single spaces."""
    return " ".join("".join(map(_said, words)).split())


def sentence(*words: str) -> str:
    """Return the words as one sentence, which ends with a stop."""
    line = speakable(" ".join(filter(None, words)))
    return line if not line or line.rstrip("\"'”’)")[-1:] in (".", "!", "?", "。", ":") else f"{line}."


def join_and(words: Iterable[str]) -> str:
    """Return `A`, `A and B` or `A, B and C`."""
    *first, last = words or [""]
    return f"{', '.join(first)} and {last}" if first else last


def indefinite(kind: str) -> str:
    """Return the word with its article: `a claim`, `an actor`."""
    return f"{'an' if kind[:1].lower() in 'aeio' else 'a'} {kind}"


def _said(character: str) -> str:
    if character in _WORDS:
        return _WORDS[character]
    kind = unicodedata.category(character)
    if kind[0] in _SAID:
        return character
    # A symbol has a name; spaces and what cannot be seen part words.
    return f" {unicodedata.name(character, '').lower()} " if kind[0] == "S" else "" if kind == "Cf" else " "
