"""Labels of keys, as they are shown on the screen."""

from __future__ import annotations

from textual.keys import key_to_character

_LABELS = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "colon": ":",
    "backspace": "⌫",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "underscore": "_",
    **{f"f{number}": f"F{number}" for number in range(1, 4)},
}
_ASCII_LABELS = {"backspace": "bksp", "up": "up", "down": "down", "left": "left", "right": "right"}


def label_keys(keys: str, is_plain: bool) -> str:
    """Return the labels of comma-separated Textual keys, separated by spaces; ASCII only if `is_plain`."""
    return " ".join("+".join(_label(name, is_plain) for name in key.split("+")) for key in keys.split(","))


def _label(name: str, is_plain: bool) -> str:
    label = (_ASCII_LABELS.get(name) if is_plain else None) or _LABELS.get(name)
    if label:
        return label
    character = key_to_character(name) or ""
    return character if character.isprintable() and not character.isspace() and character else name
