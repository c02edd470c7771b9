"""Responsive breakpoints: size classes for the stylesheet, and a warning if the terminal is too small."""

from __future__ import annotations

from textual.screen import Screen

# A list and a card do not fit below this size.
MIN_WIDTH, MIN_HEIGHT = 50, 14


class ResponsiveScreen(Screen[None]):
    """Add size classes; call `warn` when the terminal becomes too small, and again when it recovers."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]

    def warn(self, message: str) -> None:
        """Show `message` in place of the content, or the content if it is empty."""
        raise NotImplementedError

    def apply_size(self) -> None:
        """Set the size classes before the first paint; Textual would set them after it and paint again."""
        axes = ((self.HORIZONTAL_BREAKPOINTS, self.app.size.width), (self.VERTICAL_BREAKPOINTS, self.app.size.height))
        fitting = (max(entry for entry in breakpoints if entry[0] <= extent)[1] for breakpoints, extent in axes)
        self.add_class(*fitting, update=False)  # children are styled when they are mounted
        self.on_resize()

    def on_resize(self) -> None:
        """Warn if the terminal is too small; open panes keep their state."""
        width, height = self.app.size
        is_tiny = width < MIN_WIDTH or height < MIN_HEIGHT
        self.set_class(is_tiny, "-tiny")
        self.warn(f"Too small: {width}×{height}; needs {MIN_WIDTH}×{MIN_HEIGHT}" if is_tiny else "")
