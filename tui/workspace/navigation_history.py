"""Navigation history: back and forward, as in a browser."""

from __future__ import annotations

from typing import NamedTuple

LONGEST = 500


class Location(NamedTuple):
    """A pane by its number, the id under its cursor, the scroll position of its card, and the selected link (-1: the list).

    `filter` is the filter of its list (None: the present one), `view_state` its view (empty: the present one).
    """

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
        """Record that the reader goes from `here` to a new place."""
        if not self._behind or self._behind[-1] != here:
            self._behind = [*self._behind, here][-LONGEST:]
        self._ahead.clear()

    def back(self, here: Location) -> Location | None:
        """Return the place before `here`, or None at the beginning."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Location) -> Location | None:
        """Return the place to go forward to, or None."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[Location], other: list[Location], here: Location) -> Location | None:
    if not source:
        return None
    other.append(here)
    return source.pop()
