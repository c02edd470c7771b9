"""ASCII replacements of symbols, of the same width so that columns stay aligned."""

from __future__ import annotations

import unicodedata

# Signs that tell things apart here must still do so: the signs of one column have different stand-ins.
_STANDS_FOR = {
    "*": "◆",
    "+": "✎±",
    "P": "¶",
    "!": "★≠",
    ".": "•▁▂▃░",
    "o": "○◌◯◇☆◦□°",
    "@": "●◉",
    "#": "█▪■▄▅▆▇▓",
    ":": "▒",
    "'": "▀‘’‛",
    '"': "“”„″",
    ",": "‚",
    "<": "←⇐◂◀◁‹«≤⌫↵⏎",
    ">": "▌→⇒▸▶▷›»≥",
    "|": "▐▎▏▍▋▊▉│",
    "^": "↑▴▲△",
    "v": "↓▾▼▽✓✔",
    "x": "×✗✘",
    "-": "–—−‐‑·↔⇄",
    "~": "…≈",
    "`": "↳",
    "/": "÷⊘",
    "_": "␀␟",
    "c": "©",
    "r": "®",
    "E": "€",
    "L": "£",
    "Y": "¥",
}
_PLAIN = {sign: stand_in for stand_in, signs in _STANDS_FOR.items() for sign in signs}


def to_ascii(character: str) -> str:
    """ASCII of the same width: the sign's own stand-in, the letter without its accents, or question marks."""
    if character.isascii():
        return character
    own = _PLAIN.get(character) or _line(character)
    if own:
        return own
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    letter = unicodedata.normalize("NFKD", character)[:1]
    if unicodedata.east_asian_width(character) in "WF":
        return f"{letter} " if letter.isascii() and letter.isprintable() else "??"
    return letter if letter.isascii() and letter.isprintable() else "?"


def _line(character: str) -> str:
    """Lines of boxes: where they only lie, where they only stand, and where they meet."""
    if not "\u2500" <= character <= "\u257f":
        return ""
    name = unicodedata.name(character)
    if "DIAGONAL" in name:
        return "/"
    is_lying = any(word in name for word in ("HORIZONTAL", "LEFT", "RIGHT"))
    is_standing = any(word in name for word in ("VERTICAL", "UP", "DOWN"))
    return "+" if is_lying and is_standing else "|" if is_standing else "-"
