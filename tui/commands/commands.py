"""Command handlers of the open briefing, one class per group."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.services.undo_stack import UndoStack
from tui.workspace.context import AppContext

if TYPE_CHECKING:
    from tui.commands.app import AppCommands
    from tui.commands.clipboard import ClipboardCommands
    from tui.commands.export import ExportCommands
    from tui.commands.history import HistoryCommands
    from tui.commands.list_layout import ListCommands
    from tui.commands.marks import MarkCommands
    from tui.commands.note_links import LinkCommands
    from tui.commands.notes import NoteCommands
    from tui.commands.opinions import OpinionCommands
    from tui.commands.search import SearchCommands
    from tui.commands.tags import TagCommands
    from tui.commands.trash import TrashCommands


class Commands:
    """The command handlers; each group is imported on first use, so that the first paint pays for none."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @property
    def undo_stack(self) -> UndoStack:
        """The changes that can be undone and redone."""
        return self._context.undo_stack

    def flush_drafts(self) -> bool:
        """Write text being typed to disk; return True if nothing would be lost by ending now."""
        used = vars(self)  # a group that was not used holds no text
        is_note_safe = "notes" not in used or self.notes.flush_draft()
        is_opinion_safe = "opinions" not in used or self.opinions.flush_draft()
        return is_note_safe and is_opinion_safe

    @cached_property
    def app(self) -> AppCommands:
        from tui.commands.app import AppCommands

        return AppCommands(self._context)

    @cached_property
    def clipboard(self) -> ClipboardCommands:
        from tui.commands.clipboard import ClipboardCommands

        return ClipboardCommands(self._context)

    @cached_property
    def export(self) -> ExportCommands:
        from tui.commands.export import ExportCommands

        return ExportCommands(self._context)

    @cached_property
    def history(self) -> HistoryCommands:
        from tui.commands.history import HistoryCommands

        return HistoryCommands(self._context)

    @cached_property
    def list_layout(self) -> ListCommands:
        from tui.commands.list_layout import ListCommands

        return ListCommands(self._context)

    @cached_property
    def marks(self) -> MarkCommands:
        from tui.commands.marks import MarkCommands

        return MarkCommands(self._context)

    @cached_property
    def note_links(self) -> LinkCommands:
        from tui.commands.note_links import LinkCommands

        return LinkCommands(self._context)

    @cached_property
    def notes(self) -> NoteCommands:
        from tui.commands.notes import NoteCommands

        return NoteCommands(self._context)

    @cached_property
    def opinions(self) -> OpinionCommands:
        from tui.commands.opinions import OpinionCommands

        return OpinionCommands(self._context)

    @cached_property
    def search(self) -> SearchCommands:
        from tui.commands.search import SearchCommands

        return SearchCommands(self._context)

    @cached_property
    def tags(self) -> TagCommands:
        from tui.commands.tags import TagCommands

        return TagCommands(self._context)

    @cached_property
    def trash(self) -> TrashCommands:
        from tui.commands.trash import TrashCommands

        return TrashCommands(self._context)
