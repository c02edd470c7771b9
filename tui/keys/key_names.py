"""Key names: keys as people write them, converted to Textual's names, or the reason why they are not available."""

from __future__ import annotations

import unicodedata
from itertools import product

from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character

from store.text.did_you_mean import suggest
from store.text.sanitize import sanitize_line

_ARROWS = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_NAMED = (*_ARROWS, "enter", "escape", "tab", "backspace", "delete", "insert", "space", *(f"f{number}" for number in range(1, 13)))
_SAME = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown", "del": "delete", "ins": "insert", "return": "enter"}
_WITH_CTRL = (*"abdefgklnoprstuvwxyz", *_ARROWS, "delete", "backslash", "underscore", "right_square_bracket", "circumflex_accent")
_WITH_SHIFT = (*_ARROWS, "tab", "delete", "insert")
# Only some terminals tell these from the plain key: they may stand beside another key, not alone.
NOT_UNIVERSAL = ("ctrl+enter", "shift+enter")
AMBIGUOUS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
_KEPT = {"ctrl+c": "copying", "ctrl+q": "quitting"}
_SUCH_AS = "Keys are such as x, ?, f5, pagedown, ctrl+n and alt+left."
_MAX_WORDS = 8  # of a Unicode name; each more doubles the names to try
_MODIFIERS = ("ctrl", "alt", "shift")
_FOREIGN = ("cmd", "command", "super", "win", "windows", "meta", "option", "opt", "hyper", "fn")


class InvalidKeyError(Exception):
    """No terminal sends this key, or it is not ours to give away; the message says why, and what is near it."""


def parse_key(written: str) -> str:
    """Return Textual's name of a key: `?` is `question_mark`, `Ctrl+N` is `ctrl+n`; raise InvalidKeyError."""
    *modifiers, last = _pieces(written)
    foreign = next((name for name in modifiers if name in _FOREIGN), "")
    if foreign:
        raise InvalidKeyError(f"{_quoted(written)} cannot be pressed here: terminals keep {foreign} to themselves. Try ctrl or alt.")
    unknown = next((name for name in modifiers if name not in _MODIFIERS), "")
    if unknown:
        raise InvalidKeyError(f"{_quoted(written)} is not a key. {suggest(unknown, _MODIFIERS)}")
    key = _last(written, last, bool(modifiers))
    name = "+".join((*(modifier for modifier in _MODIFIERS if modifier in modifiers), key))
    if name in AMBIGUOUS:
        raise InvalidKeyError(f"{name} cannot be told from {AMBIGUOUS[name]} in a terminal.")
    if name in _KEPT and len(modifiers) == 1:
        raise InvalidKeyError(f"{name} is kept for {_KEPT[name]}.")
    if not _is_sent(set(modifiers), key):
        raise InvalidKeyError(f"{name} is not sent by terminals{_instead(set(modifiers), key)}")
    return name


def is_typed(key: str) -> bool:
    """Return True if the key types, deletes or moves the cursor in a text field."""
    return _character(key) != "" or key in (*_ARROWS, "enter", "tab", "shift+tab", "backspace", "delete", "space")


def _pieces(written: str) -> list[str]:
    """Return the parts around each `+`; a plus at the end is the key itself."""
    words = written.strip()
    if len(words) > 1 and words.endswith("+"):
        words = f"{words[:-1]}plus"
    pieces = words.split("+") if len(words) > 1 else [words]
    return [*(piece.strip().lower() for piece in pieces[:-1]), pieces[-1].strip()]


def _last(written: str, piece: str, is_modified: bool) -> str:
    if len(piece) == 1 and piece.isprintable():
        return _character_to_key(piece.lower() if is_modified and piece.isascii() else piece)
    name = _SAME.get(piece.lower(), piece.lower())
    character = _character(name)
    if name in _NAMED or (character and _character_to_key(character) == name):
        return name
    raise InvalidKeyError(f"{_quoted(written)} is not a key. {suggest(piece, _NAMED, _SUCH_AS)}")


def _character(name: str) -> str:
    """Return the character that the key `name` types, or `""`: `slash` types `/`; `escape` types nothing, though Unicode has that name."""
    character = key_to_character(REPLACED_KEYS.get(name, name)) or _hyphenated(name)
    return character if len(character) == 1 and character.isprintable() else ""


def _hyphenated(name: str) -> str:
    """Return the character whose Unicode name is `name` with some hyphens, which Textual writes as underscores; or `""`."""
    words = name.upper().split("_")
    if len(words) > _MAX_WORDS:
        return ""
    candidates = ("".join(map(str.__add__, words, (*separators, ""))) for separators in product(" -", repeat=len(words) - 1))
    return next((character for candidate in candidates if (character := _lookup(candidate))), "")


def _lookup(unicode_name: str) -> str:
    try:
        return unicodedata.lookup(unicode_name)
    except KeyError:
        return ""


def _is_sent(modifiers: set[str], key: str) -> bool:
    if not modifiers:
        return True
    if modifiers == {"ctrl"}:
        return key in _WITH_CTRL or f"ctrl+{key}" in NOT_UNIVERSAL
    if modifiers == {"shift"}:
        return key in _WITH_SHIFT or f"shift+{key}" in NOT_UNIVERSAL
    if modifiers == {"alt"}:
        return key in _ARROWS or (len(key) == 1 and key.isascii())
    return key in _ARROWS


def _instead(modifiers: set[str], key: str) -> str:
    """Return the end of the sentence: what may have been meant."""
    without = modifiers - {"shift"}
    if modifiers == {"shift"} and len(key) == 1:
        return f". Did you mean {key.upper()}?"
    if without != modifiers and _is_sent(without, key):
        return f": they send {'+'.join((*without, key))} for it."
    return f". Did you mean alt+{key}?" if _is_sent({"alt"}, key) else "."


def _quoted(written: str) -> str:
    line = sanitize_line(written)[:30]
    return f"“{line}”"
