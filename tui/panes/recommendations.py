"""Recommendations: what the author advises, each with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from store.model.records import Recommendation
from tui.panes.base import Pane


class Recommendations(Pane):
    """Each card has its trace: because → claims → evidence."""

    TITLE = "Recommendations"
    TABLE = "recommendations"

    def items(self) -> Sequence[Recommendation]:
        return self.briefing.file.recommendations
