"""Classes of characters that must not reach a terminal or another program unchanged, as regular expressions.

They are strings because `re` compiles and caches them on first use: a command that sanitizes nothing does not wait for it.
"""

from __future__ import annotations

MARKS_IN_A_ROW = 8

# Line ends other than \n: terminals and editors disagree about them.
LINE_ENDS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
CONTROLS = "[\x00-\x08\x0e-\x1f]"
# Invisible characters without a meaning in notes. The joiners of emoji and Persian (U+200C, U+200D) are not among them.
INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Bidirectional marks, embeddings, overrides and isolates, which reorder the text around them.
BIDI = "[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
# DEL, C1 controls (some terminals obey them as single bytes), surrogates, and code points that are not characters.
_NONCHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
INVALID = f"[\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
COMBINING_MARK = f"[{_MARKS}]"

# Everything that a terminal could obey or hide. What the screen paints is one line, so line ends and tabs are among them.
UNPAINTABLE = f"{LINE_ENDS}|[\t\n]|{CONTROLS}|{INVALID}|{BIDI}|{INVISIBLE}"
# Characters that text read by other programs must not contain; JSON exports escape them.
UNSAFE = f"{INVALID}|{BIDI}|{INVISIBLE}|[\u2028\u2029]|{COMBINING_MARK}{{{MARKS_IN_A_ROW + 1},}}"
