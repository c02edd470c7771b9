"""Asks for the tags of a note; on the way, one of those in use can be sent to have another name everywhere."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.annotations.tags import parse_tags
from tui.dialogs.base import CANCEL, SAVE, KeyHint
from tui.dialogs.suggest_input import SuggestInput
from tui.widgets.card import RecordCard


class TagsDialog(SuggestInput):
    """Returns the tags in a line; or None, where `renaming` may name one that shall be called otherwise."""

    PLACEHOLDER = "words with blanks between, such as legal money"
    HINTS = (SAVE, KeyHint("tab", "complete"), KeyHint("ctrl+r", "rename everywhere"), CANCEL)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+r", "rename", "Rename everywhere", id="tags.rename", show=False, priority=True)]

    renaming = ""

    def action_rename(self) -> None:
        """The suggested tag, or where none is, the last one that stands there."""
        suggested = parse_tags(self.query_one(RecordCard).choice)
        if suggested:
            self.renaming = suggested[-1]
            self.close(None)
