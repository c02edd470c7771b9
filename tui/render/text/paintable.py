"""Removal of characters that must not reach the terminal, whatever widget paints them."""

from __future__ import annotations

import re

from store.text import unsafe_characters

UNPAINTABLE = re.compile(unsafe_characters.UNPAINTABLE)


def paintable(text: str) -> str:
    """Return `text` in the same width, without what a terminal could act on; a soft hyphen, which takes a cell, is a hyphen."""
    return UNPAINTABLE.sub("", text.replace("\u00ad", "-"))
