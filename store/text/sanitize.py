"""Sanitize text: normalize what is typed before it is stored, and make what is shown harmless to a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import name, normalize

from store.text.unsafe_characters import BIDI, COMBINING_MARK, CONTROLS, INVALID, INVISIBLE, LINE_ENDS, MARKS_IN_A_ROW, UNPAINTABLE

TAB = "    "
DOTTED_CIRCLE = "\u25cc"

_TOWER = f"({COMBINING_MARK}{{{MARKS_IN_A_ROW}}})(?={COMBINING_MARK})"


def sanitize(text: str) -> str:
    """Return `text` without anything a terminal would obey. The function is idempotent and returns plain text unchanged.

    Control characters become their pictures (ESC is `␛`), tabs become spaces, bidirectional controls are written out
    (`<U+202E>`), and towers of combining marks continue on a dotted circle.
    """
    if _is_clean(text):
        return text
    text = _without_controls(text)
    text = re.sub(BIDI, lambda match: f"<U+{ord(match[0]):04X}>", text)
    text = re.sub(INVISIBLE, "", text)
    return re.sub(_TOWER, rf"\1{DOTTED_CIRCLE}", text)


def normalize_typed(text: str) -> str:
    """Return typed `text` as it is stored: in NFC, with one kind of line end and without control characters.

    Invisible and bidirectional characters stay as typed, so stored text must pass `sanitize` before it is shown.
    """
    if text.isascii() and text.isprintable():
        return text
    return normalize("NFC", _without_controls(text))


def normalize_body(text: str) -> str:
    """Return the typed text of a note or reason as it is stored, or `""` if none of it is visible."""
    typed = normalize_typed(text).strip()
    return typed if sanitize(typed).strip() else ""


def normalize_line(text: str) -> str:
    """Return typed `text` normalized, with every run of white space as one space."""
    return " ".join(normalize_typed(text).split())


def normalize_pasted(text: str) -> str:
    """Return pasted `text` normalized, but with its tabs and line ends, which an editor handles itself."""
    return _around_layout(normalize_typed, text)


def is_text(character: str) -> bool:
    """Return True if `character` is stored as typed: it is not a control character, a line end or a surrogate."""
    return not re.match(f"{LINE_ENDS}|[\t\n]|{CONTROLS}|{INVALID}", character)


def cut_towers(text: str) -> str:
    """Return `text` with no more than MARKS_IN_A_ROW combining marks in a row, in the same width."""
    return text if text.isascii() else re.sub(f"({COMBINING_MARK}{{{MARKS_IN_A_ROW}}}){COMBINING_MARK}+", r"\1", text)


def name_invisible(text: str) -> str:
    """Return the names of the invisible and bidirectional characters in `text`, such as `U+200F right-to-left mark`."""
    characters = sorted(set(re.findall(f"{BIDI}|{INVISIBLE}", text)))
    return ", ".join(f"U+{ord(character):04X} {name(character, '').lower()}".strip() for character in characters)


def _is_clean(text: str) -> bool:
    if text.isascii():
        return text.isprintable() or not re.search("[\x00-\x09\x0b-\x1f\x7f]", text)
    return not re.search(f"{UNPAINTABLE}|{_TOWER}", text)


def _without_controls(text: str) -> str:
    text = re.sub(LINE_ENDS, "\n", text).replace("\t", TAB)
    text = re.sub(CONTROLS, lambda match: chr(0x2400 + ord(match[0])), text)
    return re.sub(INVALID, "\ufffd", text)


def sanitize_line(text: str) -> str:
    """Return `text` sanitized, with every run of white space as one space: for names, titles and paths."""
    return " ".join(sanitize(text).split())


def sanitize_output(text: str) -> str:
    """Return `text` sanitized, but with its tabs and line ends: for output that other programs read."""
    return text if _is_clean(text) else _around_layout(sanitize, text)


def _around_layout(change: Callable[[str], str], text: str) -> str:
    return "".join(change(part) if number % 2 == 0 else part for number, part in enumerate(re.split("(\t|\r?\n)", text)))
