"""Answers the wishes about notes: write, edit, here or in the reader's own editor, delete, and offer again what was being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.annotations.drafts import Draft
from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import default_body
from store.model.note import Note, Quote
from tui.commands.external_editor import EditorUnavailableError, ExternalEditor
from tui.commands.note_drafts import begun, key_of, note_of, take_up
from tui.commands.quote_picker import pick_quote
from tui.keys.bindings import key_label
from tui.render.records.symbols import headline
from tui.workspace.context import AppContext

if TYPE_CHECKING:
    from tui.dialogs.note_editor import NoteEditor

LONGEST_HERE = 50_000  # characters; of many more, a key in the editor in here would be felt


class NoteCommands:
    """Changes the words of notes, one deed at a time; every deed can be undone and done again."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._editor: NoteEditor | None = None
        self._external = ExternalEditor(context, self._save)

    def add(self) -> None:
        """Asks for a new note on what the reader looks at; a draft put aside there is taken up again."""
        self._context.ask(self._write(self._new(), None))

    def edit(self, note: Note | None = None) -> None:
        """Asks for other words for `note`, or the one that is meant here; where keys would be slow, in the reader's own editor."""
        note = note or self._context.workspace.pane.note
        if note is None:
            self._context.notifier.info(f"There is no note here to edit. {key_label('note.add')} writes one.")
            return
        write = self._write_outside if len(note.body) > LONGEST_HERE else self._write
        self._context.ask(write(self._next(note), note))

    def edit_externally(self) -> None:
        """Opens the note that is meant here, or a new one, in the reader's own editor."""
        note = self._context.workspace.pane.note
        self._context.ask(self._write_outside(self._next(note) if note else self._new(), note))

    def delete(self) -> None:
        """Asks, showing the words, and puts the note that is meant here into the trash."""
        note = self._context.workspace.pane.note
        if note is None:
            self._context.notifier.info("There is no note here to delete.")
            return
        self._context.ask_if_writable(self._delete(note))

    def flush_draft(self) -> bool:
        """Called when the program ends: what is being written goes to disk; whether nothing is lost by ending."""
        return self._editor is None or self._editor.keep_draft()

    def offer_recovery(self) -> None:
        """Offer what was being written when the program ended, in the built-in editor or in an external one."""
        self._external.recovered()
        self._offer(self._left())

    def look(self) -> None:
        """Take in what was saved in an external editor since the last look."""
        if not self._context.notes.problem:
            app = self._context.screen.app
            self._offer(self._external.look(self._editor, is_dialog_open=app.screen is not self._context.screen))

    def _new(self) -> Draft:
        """A new note on what the reader looks at, or what was begun of one."""
        target = self._context.workspace.pane.note_target
        left = next((draft for draft in self._left() if draft.target == target and not draft.note), None)
        return left or Draft(briefing=self._context.briefing.id, target=target, body="")

    def _next(self, note: Note) -> Draft:
        """The next version of a note, or what was begun of it."""
        left = next((draft for draft in self._left() if draft.note == note.id), None)
        return left or Draft(briefing=self._context.briefing.id, target=note.target, body="", note=note.id, revision=note.revision)

    async def _confirm(self, question: str, about: str, yes: str, no: str) -> bool:
        from tui.dialogs.confirm import ConfirmDialog  # dialogs are fetched when they are asked for: the first paint is sooner

        return await self._context.screen.app.push_screen_wait(ConfirmDialog(question, about, yes, no)) or False

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        offered = tuple(draft for draft in drafts if not draft.put_aside and draft.body.strip())
        if offered:
            self._context.ask(self._offer_each(offered))

    async def _offer_each(self, drafts: tuple[Draft, ...]) -> None:
        for draft in drafts:
            question = f"The program ended while you were writing on {draft.target}. Continue?"
            if await self._confirm(
                question, draft.body, "continue", f"keep as draft; {key_of(note_of(self._context, draft))} on the record opens it"
            ):
                await self._write(draft, note_of(self._context, draft))
            elif pen := take_up(self._context, draft):
                pen.suspend(draft.body, draft.quote)

    async def _delete(self, note: Note) -> None:
        if await self._confirm(f"Delete this note on {note.target}?", note.body, f"delete; {key_label('undo')} restores it", "keep"):
            self._context.apply(f"delete the note on {note.target}", NoteChange(note, None))

    async def _write(self, draft: Draft, base: Note | None) -> None:
        if self._context.notes.problem:
            self._context.notifier.error(self._context.notes.problem)
            return
        pen = take_up(self._context, draft)
        if base:
            base = replace(base, revision=draft.revision)  # what the words were begun from, not what is there by now
        about = f"Edit the note on {draft.target}" if base else f"A note on {draft.target}"
        from tui.dialogs.note_editor import NoteEditor, NoteEditorCallbacks

        aids = NoteEditorCallbacks(lambda text: self._external.edit_text(pen, text), pick_quote(self._context, draft.target))
        body, quote = begun(draft, base)

        def save(text: str) -> None:
            note = self._save(draft, base, text, editor.quote)
            if pen and note:
                self._external.follow(pen.draft.name, note)

        self._editor = editor = NoteEditor(about, self._words(draft.target), body, pen, save, aids, quote)
        saved = await self._context.screen.app.push_screen_wait(editor)
        self._editor = None
        if not saved and pen and pen.draft.put_aside:
            self._context.notifier.info(f"Kept as a draft. {key_of(base)} on {draft.target} opens it.")

    async def _write_outside(self, draft: Draft, base: Note | None) -> None:
        if self._context.notes.problem:
            self._context.notifier.error(self._context.notes.problem)
            return
        try:
            self._external.write(draft, base)
        except EditorUnavailableError as error:
            self._context.notifier.info(str(error))
            await self._write(draft, base)

    def _save(self, draft: Draft, base: Note | None, text: str, quote: Quote | None) -> Note | None:
        """Save the text as a new note, or as the next version of `base`; return the note, or None if there is none.

        Raises StoreError if the text was not saved.
        """
        if base is None:
            added = self._context.notes.add(draft.target, text, quote=quote)
            if added:
                self._context.record(f"write the note on {draft.target}", NoteChange(None, added))
            return added
        text = text.strip() or default_body(quote, base.link)
        if not text:
            removed = self._context.notes.remove(base.id)
            self._context.record(f"delete the note on {draft.target}", NoteChange(removed, None))
            return None
        change = self._context.notes.revise(base, replace(base, body=text, quote=quote))
        if change.before is None and change.after:
            self._context.notifier.error(f"The note changed meanwhile. Both are kept: yours is {change.after.id}.")
            self._context.record(f"write the note on {draft.target}", change)
        elif change.after != change.before:
            self._context.record(f"edit the note on {draft.target}", change)
        return change.after

    def _left(self) -> tuple[Draft, ...]:
        return self._context.drafts.interrupted(self._context.briefing.id)

    def _words(self, target: str) -> str:
        found = self._context.briefing.records.get(target)
        return headline(found) if found else self._context.briefing.title
