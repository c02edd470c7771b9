"""Text fields that hold text as typed, and paint nothing of it that a terminal would obey."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input, TextArea

from store.text.sanitize import cut_towers
from tui.render.text.paintable import paintable


class LineField(Input):
    """A field of one line."""

    def render_line(self, y: int) -> Strip:
        return _paintable(super().render_line(y))


class TextField(TextArea):
    """A field of several lines."""

    def render_line(self, y: int) -> Strip:
        return _paintable(super().render_line(y))


def _paintable(strip: Strip) -> Strip:
    """Return `strip` in the same width, without the characters that only the stored text has."""
    segments = [Segment(cut_towers(paintable(text)), style, control) for text, style, control in strip]
    return strip if segments == list(strip) else Strip(segments, strip.cell_length)
