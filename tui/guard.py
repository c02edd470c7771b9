"""What may reach the terminal: the one way out lets no control character, no action and no link of others through."""

from __future__ import annotations

import re

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

# C0 and C1 controls, DEL, bidirectional controls, invisible separators: text was cleaned when it came in, and this is
# the second lock on the same door. Zero-width joiners stay, which emoji and Persian need.
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u115f\u1160\u3164\uffa0\U000e0000-\U000e0fff]"
)
# The scrollbar is drawn with these, and nothing can be asked for by them but to scroll.
_SCROLLING = tuple(("@mouse.down", action) for action in ("grab", "scroll_up", "scroll_down"))


class TerminalGuard(LineFilter):
    """Looks at every segment on its way to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without what a terminal or a click could act on; ours pass unchanged, and unread ones are few."""
        return [segment if _is_harmless(segment) else _disarmed(segment) for segment in segments]


def paintable(text: str) -> str:
    """Return `text` in the same width, without what a terminal could act on; a soft hyphen, which takes a cell, is a hyphen."""
    return _UNFIT.sub("", text.replace("\u00ad", "-"))


def _is_harmless(segment: Segment) -> bool:
    text, style, control = segment
    if control is None and _UNFIT.search(text):
        return False
    if style is None:
        return True
    meta = style._meta  # pickled: without an @ in its bytes there is no action to unpickle it for
    return style.link is None and (meta is None or b"@" not in meta or not any(_is_action(item) for item in style.meta.items()))


def _is_action(item: tuple[str, object]) -> bool:
    return item[0].startswith("@") and item not in _SCROLLING


def _disarmed(segment: Segment) -> Segment:
    text, style, control = segment
    if control is None:
        text = paintable(text)
    if style is not None:
        meta = dict(item for item in style.meta.items() if not _is_action(item))
        style = style.clear_meta_and_links() + Style(meta=meta)
    return Segment(text, style, control)
