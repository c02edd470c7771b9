"""Sanitize text: normalize what is typed before it is stored, and make what is shown harmless to a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import name, normalize

TAB = "    "
MARKS_IN_A_ROW = 8
DOTTED_CIRCLE = "\u25cc"

# These are compiled when first used: `re` remembers them, and a run that cleans nothing need not wait for it.
# Line ends of every kind become one; terminals and editors disagree about the rest.
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
# Characters that are invisible and carry no meaning here; the joiners of emoji and Persian (U+200C, U+200D) stay.
_INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Bidirectional marks, embeddings, overrides and isolates reorder what is around them: they are named instead.
_BIDI = "[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_CONTROL = "[\x00-\x08\x0e-\x1f]"
# DEL, C1 controls (some terminals act on them as single bytes), surrogates, and code points that are no characters.
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNFIT = f"[\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]"
_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# What text that is shown or read by other programs must not hold as it is: the JSON exports escape it.
UNSAFE = f"{_UNFIT}|{_BIDI}|{_INVISIBLE}|[\u2028\u2029]|[{_MARK}]{{{MARKS_IN_A_ROW + 1},}}"
_TOWER = f"([{_MARK}]{{{MARKS_IN_A_ROW}}})(?=[{_MARK}])"


def sanitize(text: str) -> str:
    """`text` without anything a terminal would obey; idempotent, and plain text comes back unchanged.

    Control characters become their pictures (ESC is `␛`), tabs become spaces, bidirectional controls are written out
    (`<U+202E>`), and towers of combining marks continue on a dotted circle.
    """
    if _is_clean(text):
        return text
    text = _without_controls(text)
    text = re.sub(_BIDI, lambda found: f"<U+{ord(found[0]):04X}>", text)
    text = re.sub(_INVISIBLE, "", text)
    return re.sub(_TOWER, rf"\1{DOTTED_CIRCLE}", text)


def normalize_typed(text: str) -> str:
    """Return typed `text` as it is stored: in NFC, with one kind of line end and without control characters.

    Invisible and bidirectional characters stay as typed, so stored text must pass `clean` before it is shown.
    """
    if text.isascii() and text.isprintable():
        return text
    return normalize("NFC", _without_controls(text))


def normalize_body(text: str) -> str:
    """Return the typed words of a note or reason as they are stored; "" if nothing in them can be seen."""
    typed = normalize_typed(text).strip()
    return typed if sanitize(typed).strip() else ""


def normalize_line(text: str) -> str:
    """Return typed `text` normalized, with every run of white space as one space."""
    return " ".join(normalize_typed(text).split())


def normalize_pasted(text: str) -> str:
    """Return pasted `text` normalized, but with its tabs and line ends, which an editor handles itself."""
    return _around_layout(normalize_typed, text)


def is_text(character: str) -> bool:
    """Return True if `character` is stored as typed: it is no control character, no line end and no half of a character."""
    return not re.match(f"{_LINE_ENDS}|[\t\n]|{_CONTROL}|{_UNFIT}", character)


def cut_towers(text: str) -> str:
    """Return `text` with no more than MARKS_IN_A_ROW combining marks in a row, in the same width."""
    return text if text.isascii() else re.sub(f"([{_MARK}]{{{MARKS_IN_A_ROW}}})[{_MARK}]+", r"\1", text)


def name_invisible(text: str) -> str:
    """Return the names of the invisible and bidirectional characters in `text`, such as `U+200F right-to-left mark`; "" if none."""
    found = sorted(set(re.findall(f"{_BIDI}|{_INVISIBLE}", text)))
    return ", ".join(f"U+{ord(character):04X} {name(character, '').lower()}".strip() for character in found)


def _is_clean(text: str) -> bool:
    if text.isascii():
        return text.isprintable() or not re.search("[\x00-\x09\x0b-\x1f\x7f]", text)
    return not re.search(f"{_LINE_ENDS}|[\t\n]|{_CONTROL}|{_UNFIT}|{_BIDI}|{_INVISIBLE}|{_TOWER}", text)


def _without_controls(text: str) -> str:
    text = re.sub(_LINE_ENDS, "\n", text).replace("\t", TAB)
    text = re.sub(_CONTROL, lambda found: chr(0x2400 + ord(found[0])), text)
    return re.sub(_UNFIT, "\ufffd", text)


def sanitize_line(text: str) -> str:
    """`text` cleaned, with every run of white space folded into one blank: for names, titles and places."""
    return " ".join(sanitize(text).split())


def sanitize_output(text: str) -> str:
    """`text` cleaned, but with its tabs and line ends as they are: for output that other programs read too."""
    return text if _is_clean(text) else _around_layout(sanitize, text)


def _around_layout(change: Callable[[str], str], text: str) -> str:
    return "".join(change(part) if number % 2 == 0 else part for number, part in enumerate(re.split("(\t|\r?\n)", text)))
