"""The Trash dialog: shows the deleted notes, to restore one or to empty the trash."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.dialogs.base import CHOOSE, CLOSE, KeyHint
from tui.dialogs.choice import ChoiceDialog
from tui.keys.bindings import bindings

EMPTY = "empty"


class TrashDialog(ChoiceDialog):
    """Returns the id of the note to restore, EMPTY to empty the trash, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("trash")]
    HINTS = (CHOOSE, KeyHint("enter", "restore"), KeyHint("x", "empty the trash"), CLOSE)

    def action_empty(self) -> None:
        """Answer that the trash is to be emptied."""
        self.close(EMPTY)
