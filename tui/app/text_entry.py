"""Typed and pasted text on its way into a text field."""

from __future__ import annotations

from textual.widget import Widget

from store.text.sanitize import is_text, normalize_pasted

LONGEST_LINE = 100_000  # characters; a filter this long is still checked within a second
_IN_A_LINE = dict.fromkeys(map(ord, "\t\r\n"), " ")  # blanks at the ends are kept: they separate the pasted text from its surroundings


def is_text_field(widget: Widget | None) -> bool:
    """Return True if text can be typed into `widget`."""
    from textual.widgets import Input, TextArea  # imported when text is entered: the first paint does not need them

    return isinstance(widget, Input | TextArea)


def is_line_field(widget: Widget | None) -> bool:
    """Return True if `widget` is a text field of one line."""
    from textual.widgets import Input

    return isinstance(widget, Input)


def is_dropped_by_textual(character: str | None) -> bool:
    """Return True for a typed character that is text, but not printable to Python, whose key event Textual's fields ignore.

    Such are joiners and direction marks, spaces other than the ASCII one, and characters newer than Python's tables.
    """
    return character is not None and len(character) == 1 and not character.isprintable() and is_text(character)


def normalize_entered(text: str, is_one_line: bool) -> str:
    """Return pasted text as if it had been typed: normalized, and for a field of one line with blanks for tabs and line ends."""
    return normalize_pasted(text).translate(_IN_A_LINE) if is_one_line else normalize_pasted(text)


def reason_against_line(text: str) -> str:
    """Return why `text` cannot be pasted into a field of one line, or `""` if it can."""
    if len(text) <= LONGEST_LINE:
        return ""
    return f"The pasted text is too long for one line ({len(text):,} of at most {LONGEST_LINE:,} characters). Nothing was inserted."
