"""Commands that mark and unmark records."""

from __future__ import annotations

from contextlib import suppress

from store.errors import StoreError
from tui.keys.bindings import key_label
from tui.services.undo_stack import Reverted, UndoableCommand
from tui.workspace.context import AppContext


class MarkCommands:
    """Changes marks; each change can be undone."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._has_begun = False

    def mark(self) -> None:
        """Mark the current record, or unmark it."""
        pane = self._context.workspace.pane
        if pane.current_id not in self._context.briefing.records:
            self._context.notifier.info("There is no record here to mark.")
            return
        record_id, is_marked = pane.current_id, pane.current_id not in self._context.progress.marked
        description = f"mark {record_id}" if is_marked else f"take the mark off {record_id}"

        def make() -> UndoableCommand:
            self._set(record_id, is_marked)
            return UndoableCommand(description, lambda: self._revert_mark(record_id, is_marked))

        if not self._context.undo_stack.do(make):
            return
        state = "marked" if is_marked else "no longer marked"
        self._context.notifier.info(f"{record_id} is {state}. {key_label('filter')} marked:yes shows what is.")

    def _set(self, record_id: str, is_marked: bool) -> None:
        if self._context.progress.marks:
            self._context.progress.marks.set(record_id, is_marked)

    def _revert_mark(self, record_id: str, is_marked: bool) -> Reverted:
        """Mark the record or remove its mark, provided that it still `is_marked` as this window left it."""
        self._context.notes.refresh()
        if (record_id in self._context.progress.marked) != is_marked:
            return Reverted(None, (f"the mark on {record_id}",))
        self._set(record_id, not is_marked)
        return Reverted(lambda: self._revert_mark(record_id, not is_marked))

    def look(self) -> None:
        """Import the marks of version 0.1.0 once, and report a damaged file of the UI state."""
        if not self._has_begun:
            self._has_begun = True
            self._import_old_marks()
        if problem := self._context.progress.problem:
            self._context.progress.problem = ""
            self._context.notifier.error(problem)

    def _import_old_marks(self) -> None:
        marks = self._context.progress.marks
        if marks and not self._context.notes.problem:
            with suppress(StoreError):  # they still count, and are imported with the next mark or at the next start
                marks.import_old()
