"""Shows the deleted notes: one comes back, or all go for good."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.dialogs.base import CHOOSE, CLOSE, KeyHint
from tui.dialogs.choice import ChoiceDialog

EMPTY = "empty"


class TrashDialog(ChoiceDialog):
    """Returns the id of the note that shall come back, EMPTY where the trash shall be emptied, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "empty", "Empty the trash", id="trash.empty", show=False)]
    HINTS = (CHOOSE, KeyHint("enter", "restore"), KeyHint("x", "empty the trash"), CLOSE)

    def action_empty(self) -> None:
        self.close(EMPTY)
