"""Commands for the trash: restore a deleted note, or empty the trash."""

from __future__ import annotations

from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import describe_note
from store.annotations.trash import empty_trash
from store.errors import StoreError
from store.model.note import Note
from tui.render.records.notes import note_blocks, note_line
from tui.workspace.context import AppContext

_LONGEST = 60


class TrashCommands:
    """Restores deleted notes, or deletes them permanently; only restoring can be undone."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def show(self) -> None:
        """Show the deleted notes, the last one first, and do with them what is chosen."""
        deleted = tuple(reversed(self._context.notes.trash()))
        if not deleted:
            self._context.notifier.info("The trash is empty.")
            return
        self._context.ask(self._show(deleted))

    async def _show(self, deleted: tuple[Note, ...]) -> None:
        from tui.dialogs.trash import EMPTY, TrashDialog

        notes = {note.id: note for note in deleted}
        choices = tuple((note.id, f"{note.target}  {summarize_note(note)}") for note in deleted)
        title = f"Trash · {_note_count(len(deleted))}"
        chosen = await self._context.screen.app.push_screen_wait(
            TrashDialog(title, choices, lambda identity: note_blocks(notes[identity], ""))
        )
        if chosen == EMPTY:
            await self._empty(len(deleted))
        elif chosen:
            self._restore(notes[chosen])

    def _restore(self, note: Note) -> None:
        """Take a note out of the trash; another window may have restored or deleted it already."""
        try:
            restored = self._context.notes.restore(note.id)
        except StoreError as error:
            self._context.notifier.error(str(error))
            return
        self._context.record(f"restore the note on {note.target} from the trash", NoteChange(None, restored))
        self._context.notifier.info(f"Restored the note on {note.target}.")

    async def _empty(self, count: int) -> None:
        if self._context.notes.problem:
            self._context.notifier.error(self._context.notes.problem)
            return
        from tui.dialogs.confirm import ConfirmDialog

        question = f"Permanently delete {_note_count(count)}?"
        about = "This cannot be undone. The text and all earlier versions are removed from the file."
        copies = len(self._context.library.backups(self._context.briefing.id).all())
        remark = f" {copies} backup{'s' * (copies > 1)} may still have them." if copies else ""
        confirm = ConfirmDialog(question, f"{about}{remark}", "delete permanently", "keep in the trash", is_final=True)
        if not await self._context.screen.app.push_screen_wait(confirm):
            return
        try:
            gone, remark = empty_trash(self._context.notes)
        except StoreError as error:
            self._context.notifier.error(str(error))
            return
        self._context.undo_stack.forget({note.id for note in gone})
        self._context.notes_changed()
        if remark:
            self._context.notifier.error(f"The trash is empty. {remark}")
        else:
            self._context.notifier.info("The trash is empty.")


def summarize_note(note: Note) -> str:
    """Return a version of a note in one line: its time, its type, and the beginning of its text."""
    text = " ".join((describe_note(note), *note_line(note).split())).strip()
    return f"{note.modified[:16].replace('T', ' ')}  {text[:_LONGEST]}{'…' * (len(text) > _LONGEST)}"


def _note_count(count: int) -> str:
    return f"{count} note{'s' * (count != 1)}"
