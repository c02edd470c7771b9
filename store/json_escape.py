"""Escapes in JSON text for characters that a terminal or an editor would obey, or would hide from the user."""

from __future__ import annotations

import re

# DEL and C1 controls, line and paragraph separators, bidirectional controls, and characters that are invisible and can hide text.
# The joiners U+200C and U+200D stay as they are: Persian, Hindi and emoji are written with them.
UNSAFE = (
    "\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)


def escape_json(text: str, unsafe: str = UNSAFE) -> str:
    r"""Return JSON `text` with every character of the class `unsafe` written as `\uXXXX`; a parser reads the same value."""
    return re.sub(f"[{unsafe}]", lambda match: "".join(f"\\u{unit:04x}" for unit in _utf_16_units(match[0])), text)


def _utf_16_units(character: str) -> tuple[int, ...]:
    content = character.encode("utf-16-be", "surrogatepass")
    return tuple(int.from_bytes(content[at : at + 2]) for at in range(0, len(content), 2))
