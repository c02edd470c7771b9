"""Where sought words stand in a line: as the search finds them, without regard for case and accents."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"  # written without spaces: they are found wherever they stand
_WORD = re.compile(rf"[{_CJK}]+|[^\W{_CJK}]+")


def places(line: str, words: str) -> list[tuple[int, int]]:
    """Start and end of every word of `line` that begins with one of `words`, in cells of the string."""
    sought = sorted(set(_WORD.findall(_folded(words))), key=len, reverse=True)
    patterns = [word if re.match(f"[{_CJK}]", word) else rf"(?<![^\W{_CJK}]){word}[^\W{_CJK}]*" for word in sought]
    return [found.span() for found in re.finditer("|".join(patterns), _folded(line))] if patterns else []


def _folded(words: str) -> str:
    return "".join(map(_fold, words))


def _fold(character: str) -> str:
    """One character for one, so that places stay what they are."""
    parts = normalize("NFD", character)
    return (parts[0] if all(map(combining, parts[1:])) else character).casefold()[:1] or character
