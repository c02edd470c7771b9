"""The two lines that frame the screen: tabs above, and below them what the keys do here."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.reactive import reactive
from textual.strip import Strip as Drawn
from textual.widget import Widget

from tui.keys.bindings import KeyHint
from tui.render.text.blocks import Span
from tui.render.text.rich_text import to_text
from tui.widgets.component_styles import WIDGET_ROLE_CLASSES, role_style
from tui.widgets.messages import KeyHintClicked, TabClicked


class LineWidget(Widget):
    """One line of parts, in the styles of the stylesheet."""

    COMPONENT_CLASSES = WIDGET_ROLE_CLASSES

    def style_of(self, role: str) -> Style:
        """Return the style of this role."""
        return role_style(self, role)

    def render_line(self, y: int) -> Drawn:
        """Return the line directly; Textual's own renderer takes three times as long."""
        line = self.render()
        assert isinstance(line, Text)
        return Drawn(list(line.render(self.app.console))).adjust_cell_length(self.size.width).apply_style(self.rich_style)


class BriefingHeader(LineWidget):
    """The title of the briefing, and at the right what one should know about the notes."""

    title: reactive[str] = reactive("")
    state: reactive[str] = reactive("")
    warning: reactive[str] = reactive("")

    def render(self) -> Text:
        width = self.size.width
        if self.warning:
            return to_text([Span(f" {self.warning}", "warning")], self.style_of)
        state = to_text([Span(f"{self.state} ", "mine")], self.style_of)
        line = to_text([Span(" "), Span(" ".join(self.title.split()), "title")], self.style_of)
        line.truncate(max(1, width - state.cell_len - 1), overflow="ellipsis", pad=True)
        line.append(" ")
        line.append_text(state)
        return line


class TabBar(LineWidget):
    """The names of the panes with their numbers; they are shortened where the line is."""

    active: reactive[int] = reactive(0)

    def __init__(self, names: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._names = names
        self._ends: list[int] = []

    def render(self) -> Text:
        line = Text(end="", no_wrap=True)
        self._ends = []
        names = self._fitting(self.size.width)
        gap = "  " if _room(names) + len(names) <= self.size.width else " "
        for number, name in enumerate(names):
            is_active = number == self.active
            style = self.style_of("cursor") + Style(bold=True, underline=True) if is_active else self.style_of("quiet")
            line.append(gap if number else " ")
            line.append(f"{number + 1} ", style=Style(bold=True) if is_active else self.style_of("label"))
            line.append(name, style)
            self._ends.append(line.cell_len)
        return line

    def on_click(self, event: events.Click) -> None:
        number = next((number for number, end in enumerate(self._ends) if event.x < end), None)
        if number is not None:
            self.post_message(TabClicked(number))

    def _fitting(self, width: int) -> list[str]:
        """Return the names as long as they fit: what saves most is shortened first, the active one never; or numbers do without."""
        names = [name for name, _ in self._names]
        others = [number for number in range(len(names)) if number != self.active]
        for number in sorted(others, key=lambda number: cell_len(self._names[number][1]) - cell_len(names[number])):
            if _room(names) <= width:
                return names
            names[number] = self._names[number][1]
        return names if _room(names) <= width else [name if number == self.active else "" for number, name in enumerate(names)]


def _room(names: list[str]) -> int:
    """Return the cells of a line of these names, each after a number and two blanks."""
    return sum(cell_len(name) + 3 for name in names)


class KeyHints(LineWidget):
    """The key hints at the bottom of the screen."""

    hints: reactive[tuple[KeyHint, ...]] = reactive(())

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[int] = []

    def render(self) -> Text:
        parts: list[Span] = [Span(" ")]
        room = self.size.width - 1
        self._ends = []
        for key, words, _ in self.hints:
            room -= cell_len(key) + cell_len(words) + 3
            if room < 0:
                break
            parts += [Span(key, "strong"), Span(f" {words}  ", "quiet")]
            self._ends.append(self.size.width - room)
        return to_text(parts, self.style_of)

    def on_click(self, event: events.Click) -> None:
        number = next((number for number, end in enumerate(self._ends) if event.x < end), None)
        if number is not None:
            self.post_message(KeyHintClicked(self.hints[number].action))
