"""The window a screen stands in: narrow or wide, low or tall from its first paint on, and what is too small says so."""

from __future__ import annotations

from textual.screen import Screen

# Below this size there is no room for a list and a card.
NARROWEST, LOWEST = 50, 14


class ResponsiveScreen(Screen[None]):
    """Gives the stylesheet a class for each size; `warn` is told when nothing could be read, and again when it can."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]

    def warn(self, words: str) -> None:
        """Shows these words in place of everything else; nothing any more where there are none."""
        raise NotImplementedError

    def take_size(self) -> None:
        """Is narrow or wide from the start: Textual would find out when it has painted once, and paint again."""
        across = ((self.HORIZONTAL_BREAKPOINTS, self.app.size.width), (self.VERTICAL_BREAKPOINTS, self.app.size.height))
        fitting = (max(entry for entry in breakpoints if entry[0] <= extent)[1] for breakpoints, extent in across)
        self.add_class(*fitting, update=False)  # whoever stands in it is dressed later
        self.on_resize()

    def on_resize(self) -> None:
        """A window in which nothing can be read says so; what was open stays as it was."""
        width, height = self.app.size
        is_tiny = width < NARROWEST or height < LOWEST
        self.set_class(is_tiny, "-tiny")
        self.warn(f"{width}×{height} is too small: {NARROWEST}×{LOWEST} will do" if is_tiny else "")
