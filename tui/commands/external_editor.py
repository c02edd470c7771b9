"""Commands for the external editor: edit a text there, and import what is saved there later."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from textual.app import SuspendNotSupported

from store.annotations.drafts import Draft, NoteDraftWriter
from store.annotations.editor_file import EditorFile, Signature, claimed_text, editor_files, recover, remove_old_editor_files
from store.errors import StoreError, StoreLockedError, WriteError
from store.model.note import Note, Quote
from tui.commands.note_drafts import close_draft, draft_key, initial_text, note_of
from tui.commands.note_saver import NoteSaver
from tui.external.editor import EditResult, edit_file
from tui.external.processes import ProcessError, editor_command
from tui.keys.bindings import key_label
from tui.workspace.context import AppContext


class NoteEditor(Protocol):
    """The built-in editor, while it is open."""

    @property
    def draft_name(self) -> str:
        """Return the name of the open draft."""

    @property
    def text(self) -> str:
        """Return the text as typed so far."""

    def take_text(self, text: str) -> None:
        """Replace the text, in a step that can be undone there."""


class EditorUnavailableError(Exception):
    """No external editor is set, or the terminal cannot run one."""


class ExternalEditor:
    """Runs the external editor, and saves what was written there."""

    def __init__(self, context: AppContext, saver: NoteSaver) -> None:
        self._context = context
        self._saver = saver
        self._own: set[Path] = set()  # folders of the files that this window gave to an editor
        self._seen: dict[Path, tuple[Signature | None, bool]] = {}  # the state of each file at the last look, and whether it was read

    def write(self, draft: Draft, base: Note | None) -> None:
        """Edit the text of a note, and save it; raise EditorUnavailableError if it cannot be edited there."""
        try:
            draft_writer = self._context.drafts.begin(draft)
        except StoreError as error:
            raise EditorUnavailableError(f"An external editor needs a place for its file. {error}") from None
        text, quote = initial_text(draft, base)
        try:
            file, edited = self._run(draft_writer, text, quote)
            if edited.text and not edited.is_error:
                self._save_or_keep(file, draft_writer, draft, base, edited.text, quote)
            elif edited.text:
                self._keep(file, draft_writer, edited, base)
            else:
                is_draft = " It is still a draft." if draft_writer.draft.body.strip() else ""
                self._show_result(edited, is_draft)
        except (ProcessError, StoreError) as error:
            self._context.notifier.error(str(error))
        finally:
            close_draft(draft_writer)

    def edit_text(self, draft_writer: NoteDraftWriter | None, text: str) -> str:
        """Return what the editor made of `text`, which is a draft in `draft_writer` from then on; `""` if nothing was changed."""
        if draft_writer is None:
            self._context.notifier.error("An external editor needs a place for its file, and no draft can be kept here.")
            return ""
        try:
            file, edited = self._run(draft_writer, text, draft_writer.draft.quote)
        except (EditorUnavailableError, ProcessError, StoreError) as error:
            self._context.notifier.error(str(error))
            return ""
        if edited.message:
            self._show_result(edited)
        if edited.text:
            self._move_to_draft(file, draft_writer, edited.text, draft_writer.draft.quote)
        return edited.text

    def _show_result(self, edited: EditResult, addition: str = "") -> None:
        show = self._context.notifier.error if edited.is_error else self._context.notifier.info
        show(f"{edited.message}{addition}")

    def recovered(self) -> tuple[Draft, ...]:
        """Make drafts of the files that were changed in an editor after the program ended, and return them."""
        remove_old_editor_files(self._context.drafts, time.time())
        drafts = []
        for file in self._files():
            try:
                drafts.append(recover(self._context.drafts, file))
            except StoreLockedError:
                continue  # it is open in another window
            except StoreError as error:
                self._seen[file.folder] = (file.signature, True)
                self._report(file, error)
        return tuple(draft for draft in drafts if draft)

    def look(self, note_editor: NoteEditor | None, *, is_dialog_open: bool) -> tuple[Draft, ...]:
        """Import what was saved in an editor since the last look; return drafts of what an ended program left, to be offered.

        A file is read when it did not change between two looks: an editor may be writing it.
        """
        offered = []
        for file in self._files():
            is_own = file.folder in self._own
            if (is_dialog_open and not is_own) or not self._is_due(file):
                continue
            try:
                if note_editor and note_editor.draft_name == file.origin.name:
                    self._pass_on(file, note_editor)
                elif is_own:
                    self._import(file)
                elif draft := recover(self._context.drafts, file):
                    offered.append(draft)
            except StoreLockedError:
                del self._seen[file.folder]  # look again until the other window is done with it
            except StoreError as error:
                self._report(file, error)
        return tuple(offered)

    def follow(self, name: str, note: Note) -> None:
        """Link the file of the draft with this name to `note`: text saved there later is the next version of the note."""
        for file in self._files():
            if file.origin.name == name and file.folder in self._own and file.origin.body.strip() == note.body:
                with suppress(StoreError):
                    file.rebase(replace(file.origin, note=note.id, revision=note.revision))

    def _report(self, file: EditorFile, error: StoreError) -> None:
        self._context.notifier.error(f"The text from an external editor is not imported; it is kept in {file.path}: {error}")

    def _pass_on(self, file: EditorFile, note_editor: NoteEditor) -> None:
        """Give the changed text to the built-in editor, unless its own text was changed too; then it is imported later."""
        text = file.changed_text()
        if not text:
            return
        if note_editor.text.strip() != file.origin.body.strip():
            del self._seen[file.folder]
            return
        note_editor.take_text(text)
        file.rebase(replace(file.origin, body=text))

    def _files(self) -> tuple[EditorFile, ...]:
        return editor_files(self._context.drafts, self._context.briefing.id)

    def _is_due(self, file: EditorFile) -> bool:
        """Return True once for each change, when the change is complete."""
        signature, seen = file.signature, self._seen.get(file.folder)
        if seen == (signature, True):
            return False
        self._seen[file.folder] = (signature, seen == (signature, False))
        return seen == (signature, False)

    def _import(self, file: EditorFile) -> None:
        with claimed_text(self._context.drafts, file) as text:
            if not text:
                return
            draft = file.origin
            base = note_of(self._context, draft)
            note = self._saver.save(draft, replace(base, revision=draft.revision) if base else None, text, draft.quote, draft.properties)
            if note:
                with suppress(StoreError):  # the text is saved; at worst it is offered once more
                    file.rebase(replace(draft, body=text, note=note.id, revision=note.revision))
        self._context.notifier.info(f"Imported from the external editor: the note on {draft.target}. Press {key_label('undo')} to undo.")

    def _run(self, draft_writer: NoteDraftWriter, text: str, quote: Quote | None) -> tuple[EditorFile, EditResult]:
        command = editor_command(self._context.editor, os.environ)
        if not command:
            raise EditorUnavailableError(
                "No external editor is set. Set $EDITOR, or editor in config.toml; until then, use the built-in editor."
            )
        file = EditorFile.create(self._context.drafts, replace(draft_writer.draft, body=text, quote=quote))
        try:
            with self._context.screen.app.suspend():
                edited = edit_file(command, file)
        except SuspendNotSupported:
            file.remove()
            raise EditorUnavailableError("This terminal cannot run an external editor. Use the built-in editor.") from None
        if edited.is_pending:
            self._own.add(file.folder)
        return file, edited

    def _save_or_keep(
        self, file: EditorFile, draft_writer: NoteDraftWriter, draft: Draft, base: Note | None, text: str, quote: Quote | None
    ) -> None:
        try:
            self._saver.save(draft, replace(base, revision=draft.revision) if base else None, text, quote, draft.properties)
        except StoreError as error:
            self._keep(file, draft_writer, EditResult(text, str(error), is_error=True), base)
            return
        file.remove()
        draft_writer.finish()

    def _keep(self, file: EditorFile, draft_writer: NoteDraftWriter, edited: EditResult, base: Note | None) -> None:
        """Keep the text as a draft, to be offered at the next start too; raise WriteError if only the file has it."""
        if self._move_to_draft(file, draft_writer, edited.text, file.origin.quote):
            opens = f"{draft_key(base)} on {draft_writer.draft.target} opens it"
            self._context.notifier.error(f"{edited.message} The text is kept as a draft: {opens}.")
        else:
            raise WriteError(f"{edited.message} The text cannot be kept as a draft; it is in {file.path}.")

    def _move_to_draft(self, file: EditorFile, draft_writer: NoteDraftWriter, text: str, quote: Quote | None) -> bool:
        """Write the text to the draft instead of the file; return False if the disk refused it: then it stays in the file."""
        try:
            draft_writer.write(text, quote, draft_writer.draft.properties)
        except StoreError:
            return False
        with suppress(StoreError):  # at worst the text is offered twice
            file.retire(text)
        return True
