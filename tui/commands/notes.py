"""Commands for notes: write, edit, delete, and recover text that was not saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.annotations.drafts import Draft, NoteDraftWriter
from store.annotations.note_change import NoteChange
from store.annotations.tags import count_tags
from store.model.note import Note, Quote
from store.model.records import Paragraph
from tui.commands.external_editor import EditorUnavailableError, ExternalEditor
from tui.commands.note_drafts import draft_key, initial_text, note_of, open_draft
from tui.commands.note_saver import NoteSaver
from tui.commands.quote_picker import pick_quote
from tui.keys.bindings import key_label
from tui.render.records.symbols import headline
from tui.workspace.context import AppContext

if TYPE_CHECKING:
    from tui.dialogs.note_editor import NoteEditor, NoteInput

LONGEST_HERE = 50_000  # characters; with many more, typing in the built-in editor is noticeably slow


@dataclass(frozen=True, kw_only=True)
class _EditorHost:
    """The commands of one open note editor; `base` is the note that it changes, None for a new one."""

    context: AppContext
    saver: NoteSaver
    external: ExternalEditor
    draft: Draft
    base: Note | None
    draft_writer: NoteDraftWriter | None

    @property
    def can_quote(self) -> bool:
        return isinstance(self.context.briefing.records.get(self.draft.target), Paragraph)

    def save(self, note_input: NoteInput) -> None:
        note = self.saver.save(self.draft, self.base, *note_input)
        if self.draft_writer and note:
            self.external.follow(self.draft_writer.draft.name, note)

    def edit_externally(self, text: str) -> str:
        return self.external.edit_text(self.draft_writer, text)

    def pick_quote(self, exact: str, take: Callable[[Quote | None], None]) -> None:
        pick_quote(self.context, self.draft.target, exact, take)


class NoteCommands:
    """Writes, edits and deletes notes; each change can be undone."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._editor: NoteEditor | None = None
        self._saver = NoteSaver(context)
        self._external = ExternalEditor(context, self._saver)

    def add(self) -> None:
        """Write a new note on the current record, or continue its draft."""
        self._context.ask(self._write(self._new(), None))

    def edit(self, note: Note | None = None) -> None:
        """Edit `note`, by default the current one; a very long note opens in the external editor."""
        note = note or self._context.workspace.pane.note
        if note is None:
            self._context.notifier.info(f"No note to edit here. Press {key_label('note.add')} to add one.")
            return
        write = self._write_externally if len(note.body) > LONGEST_HERE else self._write
        self._context.ask(write(self._next(note), note))

    def edit_externally(self) -> None:
        """Edit the current note, or write a new one, in the external editor."""
        note = self._context.workspace.pane.note
        self._context.ask(self._write_externally(self._next(note) if note else self._new(), note))

    def delete(self) -> None:
        """Move the current note to the trash, after confirmation."""
        note = self._context.workspace.pane.note
        if note is None:
            self._context.notifier.info("No note to delete here.")
            return
        self._context.ask_if_writable(self._delete(note))

    def flush_draft(self) -> bool:
        """Write the text of an open editor to disk as the program ends; return True if nothing would be lost."""
        return self._editor is None or self._editor.keep_draft()

    def offer_recovery(self) -> None:
        """Offer the text that was being written when the program ended, in the built-in or an external editor."""
        self._external.recovered()
        self._offer(self._interrupted())

    def look(self) -> None:
        """Import what was saved in an external editor since the last look."""
        if not self._context.notes.problem:
            app = self._context.screen.app
            self._offer(self._external.look(self._editor, is_dialog_open=app.screen is not self._context.screen))

    def _new(self) -> Draft:
        """Return the draft of a new note on the current record, or an empty one."""
        target = self._context.workspace.pane.note_target
        draft = next((draft for draft in self._interrupted() if draft.target == target and not draft.note), None)
        return draft or Draft(briefing=self._context.briefing.id, target=target, body="")

    def _next(self, note: Note) -> Draft:
        """Return the draft of the next version of a note, or an empty one."""
        draft = next((draft for draft in self._interrupted() if draft.note == note.id), None)
        return draft or Draft(briefing=self._context.briefing.id, target=note.target, body="", note=note.id, revision=note.revision)

    async def _confirm(self, question: str, about: str, yes: str, no: str) -> bool:
        from tui.dialogs.confirm import ConfirmDialog  # imported on first use, to keep dialogs out of the first paint

        return await self._context.screen.app.push_screen_wait(ConfirmDialog(question, about, yes, no)) or False

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        offered = tuple(draft for draft in drafts if not draft.put_aside and draft.body.strip())
        if offered:
            self._context.ask(self._offer_each(offered))

    async def _offer_each(self, drafts: tuple[Draft, ...]) -> None:
        for draft in drafts:
            question = f"The program ended while you were writing on {draft.target}. Continue?"
            keep = f"keep as draft; {draft_key(note_of(self._context, draft))} on the record opens it"
            if await self._confirm(question, draft.body, "continue", keep):
                await self._write(draft, note_of(self._context, draft))
            elif draft_writer := open_draft(self._context, draft):
                draft_writer.suspend(draft.body, draft.quote, draft.properties)

    async def _delete(self, note: Note) -> None:
        if await self._confirm(f"Delete this note on {note.target}?", note.body, f"delete; {key_label('undo')} restores it", "keep"):
            self._context.apply(f"delete the note on {note.target}", NoteChange(note, None))

    async def _write(self, draft: Draft, base: Note | None) -> None:
        if self._context.notes.problem:
            self._context.notifier.error(self._context.notes.problem)
            return
        from tui.dialogs.note_editor import NoteEditor, NoteForm

        draft_writer = open_draft(self._context, draft)
        if base:
            # The draft began from this revision; a later one in the file is merged when the note is saved.
            base = replace(base, revision=draft.revision)
        host = _EditorHost(
            context=self._context, saver=self._saver, external=self._external, draft=draft, base=base, draft_writer=draft_writer
        )
        title = f"Edit the note on {draft.target}" if base else f"Note on {draft.target}"
        tag_counts = count_tags(self._context.notes.all())
        form = NoteForm(title, self._headline(draft.target), *initial_text(draft, base), base, tag_counts)
        self._editor = editor = NoteEditor(form, host, draft_writer)
        is_saved = await self._context.screen.app.push_screen_wait(editor)
        self._editor = None
        if not is_saved and draft_writer and draft_writer.draft.put_aside:
            self._context.notifier.info(f"Kept as a draft. Press {draft_key(base)} on {draft.target} to continue.")

    async def _write_externally(self, draft: Draft, base: Note | None) -> None:
        if self._context.notes.problem:
            self._context.notifier.error(self._context.notes.problem)
            return
        try:
            self._external.write(draft, base)
        except EditorUnavailableError as error:
            self._context.notifier.info(str(error))
            await self._write(draft, base)

    def _interrupted(self) -> tuple[Draft, ...]:
        return self._context.drafts.interrupted(self._context.briefing.id)

    def _headline(self, target: str) -> str:
        record = self._context.briefing.records.get(target)
        return headline(record) if record else self._context.briefing.title
