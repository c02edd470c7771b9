"""Map: who does what to whom."""

from __future__ import annotations

from collections.abc import Sequence

from store import Relation
from tui.panes.pane import Pane


class Map(Pane):
    """The relations between actors."""

    TITLE = "Map"
    TABLE = "relations"

    def items(self) -> Sequence[Relation]:
        return self.briefing.file.relations
