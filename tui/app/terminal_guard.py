"""Output filter: removes control characters, actions and hyperlinks that are not ours before text reaches the terminal."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.render.text.paintable import UNPAINTABLE, paintable

# The scrollbar is drawn with these actions; they can only scroll.
_SCROLL_ACTIONS = tuple(("@mouse.down", action) for action in ("grab", "scroll_up", "scroll_down"))


class TerminalGuard(LineFilter):
    """Filters every segment that is painted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without anything that a terminal or a click could act on."""
        return [segment if _is_harmless(segment) else _without_actions(segment) for segment in segments]


def _is_harmless(segment: Segment) -> bool:
    text, style, control = segment
    if control is None and UNPAINTABLE.search(text):
        return False
    if style is None:
        return True
    meta = style._meta  # pickled; an action contains an @, so most need not be unpickled
    return style.link is None and (meta is None or b"@" not in meta or not any(_is_action(item) for item in style.meta.items()))


def _is_action(item: tuple[str, object]) -> bool:
    return item[0].startswith("@") and item not in _SCROLL_ACTIONS


def _without_actions(segment: Segment) -> Segment:
    text, style, control = segment
    if control is None:
        text = paintable(text)
    if style is not None:
        meta = dict(item for item in style.meta.items() if not _is_action(item))
        style = style.clear_meta_and_links() + Style(meta=meta)
    return Segment(text, style, control)
