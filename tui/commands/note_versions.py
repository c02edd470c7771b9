"""Answers the wishes about what a note was: its earlier versions, and the notes in the trash."""

from __future__ import annotations

from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import describe_note
from store.annotations.trash import empty_trash
from store.errors import StoreError
from store.model.note import Note
from tui.keys.bindings import key_label
from tui.render.records.notes import note_blocks, note_line, version_blocks
from tui.workspace.context import AppContext

_LONGEST = 60


class NoteVersionCommands:
    """Brings back, and deletes for good; what comes back can be sent away again with an undo."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def revisions(self) -> None:
        """Shows the earlier versions of the note that is meant, and brings one back."""
        note = self._context.workspace.pane.note
        if note is None:
            self._context.notifier.info("There is no note here that could have earlier versions.")
            return
        earlier = self._context.notes.revisions(note.id)
        if problem := self._context.notes.archive.problem:
            self._context.notifier.error(problem)
        if earlier:
            self._context.ask(self._revisions(note, earlier))
        elif not problem:
            self._context.notifier.info(f"The note on {note.target} never said anything else.")

    def trash(self) -> None:
        """Shows the deleted notes, the last deleted first."""
        thrown = tuple(reversed(self._context.notes.trash()))
        if not thrown:
            self._context.notifier.info("The trash is empty.")
            return
        self._context.ask(self._trash(thrown))

    async def _revisions(self, note: Note, earlier: tuple[Note, ...]) -> None:
        from tui.dialogs.base import CANCEL, CHOOSE, KeyHint
        from tui.dialogs.choice import ChoiceDialog

        versions = {str(version.revision): version for version in (note, *reversed(earlier))}
        choices = tuple((number, _line(version, "now: " if version is note else "")) for number, version in versions.items())
        title = f"Versions of the note on {note.target}"
        hints = (CHOOSE, KeyHint("enter", "restore"), KeyHint("pagedown", "scroll"), CANCEL)
        dialog = ChoiceDialog(title, choices, lambda number: version_blocks(versions[number]), 1, hints)
        chosen = await self._context.screen.app.push_screen_wait(dialog)
        if not chosen or versions[chosen] is note:
            return
        wanted = replace(versions[chosen], modified=self._context.notes.now(), revision=note.revision + 1)
        words = f"version {chosen} of the note on {note.target}"
        if self._context.apply(f"bring back {words}", NoteChange(note, wanted)):
            self._context.notifier.info(f"It is {words} again. {key_label('undo')} takes that back.")

    async def _trash(self, thrown: tuple[Note, ...]) -> None:
        from tui.dialogs.trash import EMPTY, TrashDialog

        notes = {note.id: note for note in thrown}
        choices = tuple((note.id, f"{note.target}  {_line(note)}") for note in thrown)
        title = f"The trash · {len(thrown)} note{'s' * (len(thrown) > 1)}"
        chosen = await self._context.screen.app.push_screen_wait(
            TrashDialog(title, choices, lambda identity: note_blocks(notes[identity], ""))
        )
        if chosen == EMPTY:
            await self._empty(len(thrown))
        elif chosen:
            self._restore(notes[chosen])

    def _restore(self, note: Note) -> None:
        """Take a note out of the trash; another window may have done so, or deleted it for good."""
        try:
            restored = self._context.notes.restore(note.id)
        except StoreError as error:
            self._context.notifier.error(str(error))
            return
        self._context.record(f"bring the note on {note.target} back from the trash", NoteChange(None, restored))
        self._context.notifier.info(f"The note on {note.target} is back.")

    async def _empty(self, count: int) -> None:
        if self._context.notes.problem:
            self._context.notifier.error(self._context.notes.problem)
            return
        from tui.dialogs.confirm import ConfirmDialog

        question = f"Delete {count} note{'s' * (count > 1)} for good?"
        about = "This cannot be undone. The text and all earlier versions are removed from the file."
        copies = len(self._context.library.backups(self._context.briefing.id).all())
        kept = f" {copies} backup{'s' * (copies > 1)} of earlier days may still have them." if copies else ""
        confirm = ConfirmDialog(question, f"{about}{kept}", "delete for good", "keep in the trash", is_final=True)
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


def _line(note: Note, before: str = "") -> str:
    """A version in a line: when, what kind it is, and how it begins."""
    words = " ".join((describe_note(note), *note_line(note).split())).strip()
    return f"{before}{note.modified[:16].replace('T', ' ')}  {words[:_LONGEST]}{'…' * (len(words) > _LONGEST)}"
