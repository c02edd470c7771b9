"""The virtual page under every list and card: draws the visible lines only, however many there are."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.keys import bindings
from tui.widgets.component_styles import WIDGET_ROLE_CLASSES, role_style

# A line that was drawn is kept while nothing changes on it: scrolling then costs no drawing, only painting.
_KEPT_LINES = 2_000


class LineView(ScrollView, can_focus=True):
    """Lines of text that scroll. Children say how many there are, and what stands on each."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.bindings("lines")]
    COMPONENT_CLASSES: ClassVar[set[str]] = WIDGET_ROLE_CLASSES

    def line(self, number: int, width: int) -> Text:
        """Return line `number`, counted from 0."""
        raise NotImplementedError

    @property
    def line_count(self) -> int:
        """Return the number of lines."""
        raise NotImplementedError

    def style_of(self, role: str) -> Style:
        """Return the style of this role."""
        if role not in self._styles:
            self._styles[role] = role_style(self, role)
        return self._styles[role]

    def on_mount(self) -> None:
        """Forgets styles when the theme changes."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.forget_styles())

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._styles: dict[str, Style] = {}
        self._paper: Style | None = None
        self._drawn: dict[tuple[int, int], Strip] = {}

    @property
    def base_style(self) -> Style:
        """The style under all text: Textual works it out anew each time, and every line asks."""
        if self._paper is None:
            self._paper = self.rich_style
        return self._paper

    def notify_style_update(self) -> None:
        self._paper = None
        self._styles.clear()
        super().notify_style_update()

    def forget_styles(self) -> None:
        """Look the styles up again, and draws."""
        self._styles.clear()
        self.refresh()

    def update_size(self) -> None:
        """Tells the scrollbar how many lines there are by now; the screen is laid out anew only where one comes or goes."""
        size, room = Size(0, self.line_count), self.container_size.height
        if not room or (size.height > room) != (self.virtual_size.height > room):
            self.virtual_size = size
            return
        self.set_reactive(LineView.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draws again: where no regions are named, every line anew."""
        if repaint and not regions:
            self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def refresh_line(self, y: int) -> None:
        """Draws line `y` anew."""
        self._drawn.pop((y, self.scrollable_content_region.width), None)
        super().refresh_line(y)

    def render_line(self, y: int) -> Strip:
        number, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if not 0 <= number < self.line_count:
            return Strip.blank(width, self.base_style)
        if (number, width) not in self._drawn:
            if len(self._drawn) > _KEPT_LINES:
                self._drawn.clear()
            self._drawn[number, width] = self._draw(number, width)
        return self._drawn[number, width]

    def _draw(self, number: int, width: int) -> Strip:
        text = self.line(number, width)
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        if span:
            start, end = span
            text.stylize(self.screen.get_component_rich_style("screen--selection", partial=True), start, len(text) if end == -1 else end)
        strip = Strip(list(text.render(self.app.console))).adjust_cell_length(width)
        return strip.apply_style(self.base_style).apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, for the clipboard."""
        width = self.scrollable_content_region.width
        return selection.extract("\n".join(self.line(number, width).plain.rstrip() for number in range(self.line_count))), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()

    def show_line(self, number: int) -> None:
        """Scrolls as little as makes line `number` visible."""
        self.scroll_to_region(Region(0, number, 1, 1), animate=False, force=True)

    def action_move(self, step: int) -> None:
        self.scroll_to(y=self.scroll_y + step, animate=False)

    def action_end(self, side: int) -> None:
        self.scroll_to(y=0 if side < 0 else self.max_scroll_y, animate=False)

    def action_half_page(self, side: int) -> None:
        self.action_move(side * max(1, self.page // 2))

    def action_page(self, side: int) -> None:
        self.action_move(side * max(1, self.page - 1))

    @property
    def page(self) -> int:
        """Return the number of visible lines."""
        return self.scrollable_content_region.height
