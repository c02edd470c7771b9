"""What those who answer the screen's wishes have within reach."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from textual.screen import Screen

from store.annotations.drafts import Drafts
from store.annotations.note_change import NoteChange
from store.annotations.note_undo import reverse_changes
from store.annotations.notes import Notes
from store.annotations.reading_progress import ReadingProgress
from store.annotations.ui_state import UiState
from store.library.library import Library
from store.model.briefing import Briefing
from store.opinions.analysis import OpinionAnalysis
from store.opinions.logs import VerdictLog
from tui.services.background_task import BackgroundRunner
from tui.services.undo_stack import Reverted, UndoableCommand, UndoStack
from tui.workspace.workspace import Workspace


class AppContext(NamedTuple):
    """One for each open briefing.

    `tell` shows the reader a sentence (and whether it is bad news); `ask` opens a dialog, unless one is open; `aside` does
    what may take long; `changed` is called when notes or marks are not what they were; `editor` is the one
    that config.toml wishes for.
    """

    screen: Screen[None]
    library: Library
    briefing: Briefing
    notes: Notes
    drafts: Drafts
    judgement: OpinionAnalysis
    undo_stack: UndoStack
    memory: ReadingProgress
    state: UiState
    workspace: Workspace
    notifier: Callable[..., None]
    ask: Callable[[Coroutine[Any, Any, None]], None]
    aside: BackgroundRunner
    changed: Callable[[], None]
    editor: str = ""

    @property
    def verdicts(self) -> VerdictLog:
        """The verdicts of the judgement."""
        return self.judgement.verdicts

    def ask_if_writable(self, question: Coroutine[Any, Any, None]) -> None:
        """Opens a dialog that leads to a change; where nothing can be changed, that is said at once, and nothing is asked."""
        if self.notes.problem:
            question.close()
            self.notifier(self.notes.problem, True)
            return
        self.ask(question)

    def apply(self, words: str, *changes: NoteChange) -> bool:
        """Changes notes, all at once or not at all, as one deed that can be undone and done again; whether they were changed."""
        return self.undo_stack.do(lambda: self._deed(words, self.notes.apply(*changes)))

    def record(self, words: str, *changes: NoteChange) -> None:
        """Notes were changed so: that is a deed, and can be undone."""
        self.undo_stack.record(self._deed(words, changes))

    def _deed(self, words: str, changes: tuple[NoteChange, ...]) -> UndoableCommand:
        ids = frozenset(note.id for change in changes for note in change if note)
        return UndoableCommand(words, lambda: self._revert(changes), ids)

    def _revert(self, changes: tuple[NoteChange, ...]) -> Reverted:
        made, conflicts = reverse_changes(self.notes, changes)
        return Reverted((lambda: self._revert(made)) if made else None, tuple(f"the note on {note.target}" for note in conflicts))
