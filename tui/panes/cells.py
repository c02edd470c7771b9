"""What panes share whose rows have cells, each with any number of records: a note goes to the one that is meant."""

from __future__ import annotations

from collections.abc import Sequence

from store import Note
from tui.panes.pane import Pane


class CellPane(Pane):
    """`within` are the ids of the records in the cell under the cursor; `_meant` is the one of them that was asked for."""

    _meant = ""

    @property
    def within(self) -> Sequence[str]:
        """The ids of the records under the cursor, where that is a cell."""
        raise NotImplementedError

    @property
    def place(self) -> str:
        return self.target(self.list.item) if self.list.item else ""

    def one_of(self, ids: Sequence[str], otherwise: str) -> str:
        """Of the records in a cell, the one that is meant; `otherwise` where there are none."""
        wished = (self.card.link, self._meant, *ids)
        return next((identity for identity in wished if identity in ids), otherwise)

    def show_notes(self) -> None:
        """In a cell of several records, the notes on each of them."""
        targets = [identity for identity in self.within if self.notes.count(identity)]
        if len(self.within) < 2 or not targets:
            super().show_notes()
            return
        self.mine.show([block for target in targets for block in self.mine_on(target)])

    @property
    def note(self) -> Note | None:
        chosen = (note for target in self.within for note in self.notes.about(target) if note.id == self.mine.link)
        return next(chosen, None) or super().note
