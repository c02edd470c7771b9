"""What the writer of a wrong word may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from store.text.fold import fold_text

_SEARCHED, _SHOWN = 5000, 12
_NEAR = 0.65  # by the measure of difflib, whose own 0.6 takes frobnicate for locate


def suggest(word: str, known: Iterable[object], otherwise: str = "") -> str:
    """A sentence that names the valid word nearest to `word`; where none is near, `otherwise`, or those that begin so, or all."""
    import difflib  # only a mistake should pay for it

    names = [str(name) for name in known]
    if len(names) > 1 and all(name.isdecimal() for name in names):
        return f"It may be {min(names, key=int)} to {max(names, key=int)}."
    begun = fold_text(word)
    folded = {fold_text(name): name for name in reversed(names[:_SEARCHED])}
    close = difflib.get_close_matches(begun, folded, n=1, cutoff=_NEAR)
    if close:
        return f"Did you mean {_written(folded[close[0]])}?"
    if otherwise:
        return otherwise
    if not names:
        return "There are none in this file."
    names = [name for name in names if begun and fold_text(name).startswith(begun)] or names
    return f"It may be: {', '.join(map(_written, names[:_SHOWN]))}{' …' if len(names) > _SHOWN else ''}."


def _written(name: str) -> str:
    """As it has to be written: several words are one in quotation marks."""
    return f'"{name}"' if " " in name else name
