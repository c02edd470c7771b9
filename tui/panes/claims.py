"""Claims: every assertion, with its grade, its kind and who makes it."""

from __future__ import annotations

from collections.abc import Sequence

from store import Claim
from tui.panes.pane import Pane


class Claims(Pane):
    """All claims, in the order of the article."""

    TITLE = "Claims"
    TABLE = "claims"

    def items(self) -> Sequence[Claim]:
        return self.briefing.file.claims
