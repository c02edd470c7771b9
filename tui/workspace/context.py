"""Services and state shared by all commands of an open briefing."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

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
from store.session import Session
from tui.services.background_task import BackgroundRunner
from tui.services.notifier import Notifier
from tui.services.undo_stack import Reverted, UndoableCommand, UndoStack
from tui.workspace.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class AppContext:
    """The services and the state shared by all commands of an open briefing.

    `ask` opens a dialog unless one is open; `notes_changed` repaints after a change to notes or opinions; `editor` is
    the editor set in config.toml, or `""`.
    """

    screen: Screen[None]
    library: Library
    session: Session
    drafts: Drafts
    undo_stack: UndoStack
    progress: ReadingProgress
    ui_state: UiState
    workspace: Workspace
    notifier: Notifier
    ask: Callable[[Coroutine[Any, Any, None]], None]
    background: BackgroundRunner
    notes_changed: Callable[[], None]
    editor: str = ""

    @property
    def briefing(self) -> Briefing:
        """Return the open briefing."""
        return self.session.briefing

    @property
    def notes(self) -> Notes:
        """Return the reader's notes."""
        return self.session.notes

    @property
    def opinions(self) -> OpinionAnalysis:
        """Return the reader's opinions."""
        return self.session.opinions

    @property
    def verdicts(self) -> VerdictLog:
        """Return the log of verdicts."""
        return self.opinions.verdicts

    def ask_if_writable(self, question: Coroutine[Any, Any, None]) -> None:
        """Open a dialog that leads to a change, or show why notes cannot be changed."""
        if self.notes.problem:
            question.close()
            self.notifier.error(self.notes.problem)
            return
        self.ask(question)

    def apply(self, description: str, *changes: NoteChange) -> bool:
        """Apply the changes in one transaction, as one command that can be undone; return True if they were applied."""
        return self.undo_stack.do(lambda: self._command(description, self.notes.apply(*changes)))

    def record(self, description: str, *changes: NoteChange) -> None:
        """Add changes that were made to the undo stack."""
        self.undo_stack.record(self._command(description, changes))

    def _command(self, description: str, changes: tuple[NoteChange, ...]) -> UndoableCommand:
        ids = frozenset(note.id for change in changes for note in change if note)
        return UndoableCommand(description, lambda: self._revert(changes), ids)

    def _revert(self, changes: tuple[NoteChange, ...]) -> Reverted:
        made, conflicts = reverse_changes(self.notes, changes)
        return Reverted((lambda: self._revert(made)) if made else None, tuple(f"the note on {note.target}" for note in conflicts))


def create_context(
    screen: Screen[None],
    library: Library,
    session: Session,
    ui_state: UiState,
    editor: str,
    *,
    ask: Callable[[Coroutine[Any, Any, None]], None],
    notes_changed: Callable[[], None],
) -> AppContext:
    """Create the services of an open briefing, and the workspace that `screen` composes."""
    notifier, progress = Notifier(screen), ReadingProgress(library.places.state, session.briefing.id, session.notes)
    return AppContext(
        screen=screen,
        library=library,
        session=session,
        drafts=Drafts(library.places.drafts),
        undo_stack=UndoStack(notifier, notes_changed),
        progress=progress,
        ui_state=ui_state,
        workspace=Workspace(session, progress),
        notifier=notifier,
        ask=ask,
        background=BackgroundRunner(notifier, len(session.briefing.records)),
        notes_changed=notes_changed,
        editor=editor,
    )
