"""A card: blocks of a record, wrapped to the width, with links that a cursor or the mouse can follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.keys import bindings
from tui.render.text.blocks import Block, to_plain_text, truncate_for_card
from tui.render.text.links import ChoiceLink, FilterLink, FullTextLink, LinkTarget, RecordLink, UrlLink
from tui.render.text.rich_text import LINK, wrap_blocks
from tui.render.text.urls import link_urls
from tui.widgets.line_view import LineView
from tui.widgets.messages import ChoiceClicked, FullTextRequested, LinkOpened


class LinkSpan(NamedTuple):
    """The position of a link on the wrapped page."""

    line: int
    start: int
    end: int
    target: LinkTarget


class RecordCard(LineView):
    """Shows blocks; what is too long for a card is cut, with a link to the rest.

    The chosen link is marked while the card has the focus; in a `pinned` card, always: each of its lines is one answer, and
    addresses in them lead nowhere.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.bindings("card")]

    def __init__(self, *, pinned: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self._pinned = pinned
        self._blocks: Sequence[Block] = ()
        self._whole: Sequence[Block] = ()
        self._wrapped: list[Text] = []
        self._width = 0
        self._links: list[LinkSpan] = []
        self._at = -1
        self._sought = ""
        self._found: dict[int, list[tuple[int, int]]] = {}

    def show(self, blocks: Sequence[Block]) -> None:
        """Show these blocks from the top; only a link that the reader has chosen stays chosen, if it is still there."""
        if blocks == self._whole:
            return
        self._sought = ""
        chosen, before = self.link if self.has_focus else None, len(self._wrapped)
        cut = truncate_for_card(blocks)
        self._whole, self._blocks = blocks, cut if self._pinned else link_urls(cut)
        self._at, self._width = -1, 0
        self._wrap(self.scrollable_content_region.width)
        self._at = next((number for number, place in enumerate(self._links) if place.target == chosen), -1)
        self.scroll_to(y=0, animate=False, force=True)
        self._draw_again(before)

    def _draw_again(self, before: int) -> None:
        """Draws as many lines as there are or were; the screen is laid out anew where this card is as high as its lines."""
        height = self.styles.height
        if height is not None and height.is_auto and before != len(self._wrapped):
            self.refresh(layout=True)
            return
        self._drawn.clear()
        self.refresh(Region(0, 0, self.size.width, max(before, len(self._wrapped))))

    def find(self, words: str) -> None:
        """Mark where these words stand, and scrolls to the first of them."""
        self._sought = words
        self._seek()
        if self._found:
            self.show_line(next(iter(self._found)))
        self.refresh()

    @property
    def blocks(self) -> Sequence[Block]:
        """Return all blocks of the card."""
        return self._whole

    @property
    def at(self) -> int:
        """Which link is chosen, counted from 0; -1 for none, or where another part of the screen has the focus."""
        return self._at if self.has_focus else -1

    def choose(self, number: int) -> None:
        """Take the focus, with this link chosen."""
        self._at = number
        self.focus()
        self._choose(number)

    @property
    def link(self) -> LinkTarget | None:
        """Return the target of the chosen link, or None if no link is chosen."""
        return self._links[self._at].target if 0 <= self._at < len(self._links) else None

    @property
    def linked_id(self) -> str:
        """Return the id of the record or note to which the chosen link leads, or `""`."""
        return self.link.id if isinstance(self.link, RecordLink) else ""

    @property
    def choice(self) -> str:
        """Return the value of the chosen choice of a dialog, or `""`."""
        return self.link.value if isinstance(self.link, ChoiceLink) else ""

    @property
    def line_count(self) -> int:
        return len(self._wrapped)

    def render_line(self, y: int) -> Strip:
        self._wrap(self.scrollable_content_region.width)  # the first paint comes before the event that tells the size
        return super().render_line(y)

    def line(self, number: int, width: int) -> Text:
        line = self._wrapped[number].copy()
        for start, end in self._found.get(number, ()):
            line.stylize("reverse", start, end)
        if 0 <= self._at < len(self._links) and (self._pinned or self.has_focus) and self._links[self._at].line == number:
            place = self._links[self._at]
            line.stylize("reverse", place.start, place.end)
        return line

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._wrap(width - self.scrollbar_gutter.width)  # as wide as it will be painted, or the two would never agree
        return len(self._wrapped)

    def on_resize(self, event: events.Resize) -> None:
        self._wrap(self.scrollable_content_region.width)

    def forget_styles(self) -> None:
        self._width = 0
        super().forget_styles()
        self._wrap(self.scrollable_content_region.width)

    def on_focus(self) -> None:
        """Select the first visible link, so that enter follows one."""
        if self._at < 0:
            self._choose(next((number for number, place in enumerate(self._links) if place.line >= self.scroll_y), 0))
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_link(self, step: int) -> None:
        if self._links:
            self._choose((self._at + step) % len(self._links))

    def next_link(self, step: int) -> bool:
        """To the next link; whether there was one."""
        is_there = 0 <= self._at + step < len(self._links)
        if is_there:
            self._choose(self._at + step)
        return is_there

    def action_follow(self) -> None:
        self._follow(self.link)

    def on_click(self, event: events.Click) -> None:
        link = event.style.meta.get(LINK)
        if not link:
            return
        number = event.y + self.scroll_offset.y
        self._at = next((at for at, place in enumerate(self._links) if place.target == link and place.line == number), self._at)
        self._follow(link)

    def _follow(self, target: LinkTarget | None) -> None:
        match target:
            case FullTextLink():
                self.post_message(FullTextRequested("The whole text", to_plain_text(self._whole)))
            case ChoiceLink(value):
                self.post_message(ChoiceClicked(value))
            case RecordLink() | FilterLink() | UrlLink():
                self.post_message(LinkOpened(target))

    def _choose(self, number: int) -> None:
        self._at = number
        if 0 <= number < len(self._links):
            self.show_line(self._links[number].line)
        self.refresh()

    def _seek(self) -> None:
        """Find the matches to highlight, by line."""
        if not self._sought:
            self._found = {}
            return
        from store.text.fold import match_spans

        lines = ((number, match_spans(line.plain, self._sought)) for number, line in enumerate(self._wrapped))
        self._found = {number: found for number, found in lines if found}

    def _wrap(self, width: int) -> None:
        if not width or (width == self._width and self._wrapped):
            return
        self._width = width
        self._wrapped = wrap_blocks(self._blocks, width - 1, self.style_of)  # a blank before the scrollbar
        self._links = [place for number, line in enumerate(self._wrapped) for place in _links(number, line)]
        self._seek()
        self.update_size()


def _links(number: int, line: Text) -> list[LinkSpan]:
    """Return the links on a line, from left to right; a link that wraps is one link, at its first line."""
    found = []
    for span in sorted(line.spans):
        meta = span.style.meta if not isinstance(span.style, str) else {}
        if meta.get(LINK):
            found.append(LinkSpan(number, span.start, span.end, meta[LINK]))
    return found
