"""Suggestions for a misspelled word."""

from __future__ import annotations

from collections.abc import Iterable

from store.text.fold import fold_text

_SEARCHED_NAMES = 5000
_LISTED_NAMES = 12
_LONGEST_WORD = 60
_CUTOFF = 0.65  # difflib's default of 0.6 considers frobnicate similar to locate


def suggest(word: str, known: Iterable[object], otherwise: str = "") -> str:
    """Return a sentence that names the valid word most similar to `word`.

    If none is similar, return `otherwise`, or a list of the valid words: those that begin with `word`, or all.
    """
    names = [str(name) for name in known]
    if len(names) > 1 and all(name.isdecimal() for name in names):
        return f"It may be {min(names, key=int)} to {max(names, key=int)}."
    closest = closest_name(word, names)
    if closest:
        return f"Did you mean {_quoted(closest)}?"
    if otherwise:
        return otherwise
    if not names:
        return "There are none in this file."
    prefix = fold_text(word)
    names = [name for name in names if prefix and fold_text(name).startswith(prefix)] or names
    return f"It may be: {', '.join(map(_quoted, names[:_LISTED_NAMES]))}{' …' if len(names) > _LISTED_NAMES else ''}."


def closest_name(word: str, names: Iterable[str], cutoff: float = _CUTOFF) -> str:
    """Return the name most similar to `word` by difflib's ratio, without case and accents, or `""` if none reaches `cutoff`."""
    import difflib  # imported only after a mistake

    searched = list(names)[:_SEARCHED_NAMES]
    by_folded = {fold_text(name): name for name in reversed(searched)}
    matches = difflib.get_close_matches(fold_text(word[:_LONGEST_WORD]), by_folded, n=1, cutoff=cutoff)
    return by_folded[matches[0]] if matches else ""


def _quoted(name: str) -> str:
    """Return `name` as a shell or a filter takes it: in quotation marks if it has several words."""
    return f'"{name}"' if " " in name else name
