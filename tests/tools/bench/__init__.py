"""`make bench`: how fast the program is, as ratios against a floor that is measured beside it in the same run."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A measurement: what, ours and the floor in milliseconds, what the floor is, and the ratio (or milliseconds) to reach."""

    what: str
    ours: float
    floor: float
    against: str
    target: float

    @property
    def ratio(self) -> float:
        """Ours to the floor; ours itself in milliseconds where there is no floor."""
        return self.ours / self.floor if self.floor else self.ours
