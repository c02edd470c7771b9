"""Characters that must not reach the terminal, whatever widget paints them."""

from __future__ import annotations

import re

# C0 and C1 controls, DEL, bidirectional controls and invisible separators. Zero-width joiners stay: emoji and Persian need them.
UNPAINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u115f\u1160\u3164\uffa0\U000e0000-\U000e0fff]"
)


def paintable(text: str) -> str:
    """Return `text` in the same width, without what a terminal could act on; a soft hyphen, which takes a cell, is a hyphen."""
    return UNPAINTABLE.sub("", text.replace("\u00ad", "-"))
