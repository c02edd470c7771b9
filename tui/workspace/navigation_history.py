"""Where the reader has been: back and forward, as in a browser."""

from __future__ import annotations

from typing import NamedTuple

LONGEST = 500


class Location(NamedTuple):
    """A pane by its number, what its cursor is on, how far its card is scrolled, the link chosen there (-1: the list),
    the filter of its list (None: whichever is in force), and the way it is shown (empty: whichever is in force)."""

    pane: int
    id: str
    scroll: int = 0
    link: int = -1
    filter: str | None = None
    view_state: str = ""


class NavigationHistory:
    """Places behind and ahead of where the reader is; leaving somewhere on purpose forgets what was ahead."""

    def __init__(self) -> None:
        self._behind: list[Location] = []
        self._ahead: list[Location] = []

    def leave(self, here: Location) -> None:
        """The reader goes somewhere new from `here`."""
        if not self._behind or self._behind[-1] != here:
            self._behind = [*self._behind, here][-LONGEST:]
        self._ahead.clear()

    def back(self, here: Location) -> Location | None:
        """The place before `here`, or None at the beginning."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Location) -> Location | None:
        """The place that was gone back from, or None."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[Location], other: list[Location], here: Location) -> Location | None:
    if not source:
        return None
    other.append(here)
    return source.pop()
