"""What may reach the terminal: the one way out lets no control character, no action and no link of others through."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.render.text.paintable import UNPAINTABLE, paintable

# The scrollbar is drawn with these, and nothing can be asked for by them but to scroll.
_SCROLLING = tuple(("@mouse.down", action) for action in ("grab", "scroll_up", "scroll_down"))


class TerminalGuard(LineFilter):
    """Looks at every segment on its way to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without what a terminal or a click could act on; ours pass unchanged, and unread ones are few."""
        return [segment if _is_harmless(segment) else _disarmed(segment) for segment in segments]


def _is_harmless(segment: Segment) -> bool:
    text, style, control = segment
    if control is None and UNPAINTABLE.search(text):
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
