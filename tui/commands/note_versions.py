"""Answers the wishes about what a note was: its earlier versions, and the notes in the trash."""

from __future__ import annotations

from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import describe_note
from store.annotations.trash import empty_trash
from store.errors import StoreError
from store.model.note import Note
from store.text.plural import pluralize
from tui.keys.bindings import key_label
from tui.render.records.notes import note_blocks, note_line, version_blocks
from tui.workspace.context import AppContext

_LONGEST = 60


class NoteVersionCommands:
    """Brings back, and deletes for good; what comes back can be sent away again with an undo."""

    def __init__(self, reach: AppContext) -> None:
        self._reach = reach

    def revisions(self) -> None:
        """Shows the earlier versions of the note that is meant, and brings one back."""
        note = self._reach.workspace.pane.note
        if note is None:
            self._reach.notifier("There is no note here that could have earlier versions.")
            return
        earlier = self._reach.notes.revisions(note.id)
        if problem := self._reach.notes.archive.problem:
            self._reach.notifier(problem, True)
        if earlier:
            self._reach.ask(self._revisions(note, earlier))
        elif not problem:
            self._reach.notifier(f"The note on {note.target} never said anything else.")

    def trash(self) -> None:
        """Shows the deleted notes, the last deleted first."""
        thrown = tuple(reversed(self._reach.notes.trash()))
        if not thrown:
            self._reach.notifier("The trash is empty.")
            return
        self._reach.ask(self._trash(thrown))

    async def _revisions(self, note: Note, earlier: tuple[Note, ...]) -> None:
        from tui.dialogs.base import CANCEL, CHOOSE, KeyHint
        from tui.dialogs.choice import ChoiceDialog

        versions = {str(version.revision): version for version in (note, *reversed(earlier))}
        choices = tuple((number, _line(version, "now: " if version is note else "")) for number, version in versions.items())
        title = f"Versions of the note on {note.target}"
        hints = (CHOOSE, KeyHint("enter", "restore"), KeyHint("pagedown", "scroll"), CANCEL)
        dialog = ChoiceDialog(title, choices, lambda number: version_blocks(versions[number]), 1, hints)
        chosen = await self._reach.screen.app.push_screen_wait(dialog)
        if not chosen or versions[chosen] is note:
            return
        wanted = replace(versions[chosen], modified=self._reach.notes.now(), revision=note.revision + 1)
        words = f"version {chosen} of the note on {note.target}"
        if self._reach.apply(f"bring back {words}", NoteChange(note, wanted)):
            self._reach.notifier(f"It is {words} again. {key_label('undo')} takes that back.")

    async def _trash(self, thrown: tuple[Note, ...]) -> None:
        from tui.dialogs.trash import EMPTY, TrashDialog

        notes = {note.id: note for note in thrown}
        choices = tuple((note.id, f"{note.target}  {_line(note)}") for note in thrown)
        title = f"The trash · {pluralize(len(thrown), 'note')}"
        chosen = await self._reach.screen.app.push_screen_wait(
            TrashDialog(title, choices, lambda identity: note_blocks(notes[identity], ""))
        )
        if chosen == EMPTY:
            await self._empty(len(thrown))
        elif chosen:
            self._restore(notes[chosen])

    def _restore(self, note: Note) -> None:
        """Take a note out of the trash; another window may have done so, or deleted it for good."""
        try:
            restored = self._reach.notes.restore(note.id)
        except StoreError as error:
            self._reach.notifier(str(error), True)
            return
        self._reach.record(f"bring the note on {note.target} back from the trash", NoteChange(None, restored))
        self._reach.notifier(f"The note on {note.target} is back.")

    async def _empty(self, count: int) -> None:
        if self._reach.notes.problem:
            self._reach.notifier(self._reach.notes.problem, True)
            return
        from tui.dialogs.confirm import ConfirmDialog

        question = f"Delete {pluralize(count, 'note')} for good?"
        about = "This cannot be undone. The text and all earlier versions are removed from the file."
        copies = len(self._reach.library.backups(self._reach.briefing.id).all())
        kept = f" {pluralize(copies, 'backup')} of earlier days may still have them." if copies else ""
        confirm = ConfirmDialog(question, f"{about}{kept}", "delete for good", "keep in the trash", is_final=True)
        if not await self._reach.screen.app.push_screen_wait(confirm):
            return
        try:
            gone, remark = empty_trash(self._reach.notes)
        except StoreError as error:
            self._reach.notifier(str(error), True)
            return
        self._reach.undo_stack.forget({note.id for note in gone})
        self._reach.changed()
        self._reach.notifier(f"The trash is empty.{f' {remark}' if remark else ''}", bool(remark))


def _line(note: Note, before: str = "") -> str:
    """A version in a line: when, what kind it is, and how it begins."""
    words = " ".join((describe_note(note), *note_line(note).split())).strip()
    return f"{before}{note.modified[:16].replace('T', ' ')}  {words[:_LONGEST]}{'…' * (len(words) > _LONGEST)}"
