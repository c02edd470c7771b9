"""Makes text from outside fit for a terminal: nothing in it can command one, nothing visible is lost."""

from __future__ import annotations

import re

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
_TOWER = f"([{_MARK}]{{{MARKS_IN_A_ROW}}})(?=[{_MARK}])"


def clean(text: str) -> str:
    """`text` without anything a terminal would obey; idempotent, and plain text comes back unchanged.

    Control characters become their pictures (ESC is `␛`), tabs become spaces, bidirectional controls are written out
    (`<U+202E>`), and towers of combining marks continue on a dotted circle.
    """
    if text.isascii() and text.isprintable():
        return text
    text = re.sub(_LINE_ENDS, "\n", text).replace("\t", TAB)
    text = re.sub(_CONTROL, lambda found: chr(0x2400 + ord(found[0])), text)
    text = re.sub(_UNFIT, "\ufffd", text)
    text = re.sub(_BIDI, lambda found: f"<U+{ord(found[0]):04X}>", text)
    text = re.sub(_INVISIBLE, "", text)
    return re.sub(_TOWER, rf"\1{DOTTED_CIRCLE}", text)


def one_line(text: str) -> str:
    """`text` cleaned, with every run of white space folded into one blank: for names, titles and places."""
    return " ".join(clean(text).split())


def harmless(text: str) -> str:
    """`text` cleaned, but with its tabs and line ends as they are: for output that other programs read too."""
    return "".join(clean(part) if number % 2 == 0 else part for number, part in enumerate(re.split("(\t|\r?\n)", text)))
