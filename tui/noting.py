"""Answers the wishes about notes: write, edit, delete, and offer again what was being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from store import Change, Draft, Note, NotFound, Pen, StoreError
from tui.deeds import Deed
from tui.reach import Reach
from tui.render.signs import words_of

if TYPE_CHECKING:
    from tui.dialogs.write import Write


class Noting:
    """Changes the notes, one deed at a time; every deed can be undone and done again."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._editor: Write | None = None

    def add(self) -> None:
        """Asks for a new note on what the reader looks at; a draft put aside there is taken up again."""
        target = self._reach.desk.pane.about
        left = next((draft for draft in self._left() if draft.target == target and not draft.note), None)
        self._reach.ask(self._write(left or Draft(briefing=self._reach.briefing.id, target=target, body=""), None))

    def edit(self, note: Note | None = None) -> None:
        """Asks for other words for `note`, or the one that is meant here."""
        note = note or self._reach.desk.pane.note
        if note is None:
            self._reach.tell("There is no note here to edit. a writes one.")
            return
        left = next((draft for draft in self._left() if draft.note == note.id), None)
        new = Draft(briefing=self._reach.briefing.id, target=note.target, body="", note=note.id, revision=note.revision)
        self._reach.ask(self._write(left or new, note))

    def delete(self) -> None:
        """Asks, showing the words, and puts the note that is meant here into the trash."""
        note = self._reach.desk.pane.note
        if note is None:
            self._reach.tell("There is no note here to delete.")
            return
        self._reach.ask(self._delete(note))

    def rescue(self) -> bool:
        """Called when the program ends: what is being written goes to disk; whether nothing is lost by ending."""
        return self._editor is None or self._editor.keep_draft()

    def offer_again(self) -> None:
        """After an end that nobody chose: what was being written, one question for each."""
        if any(not draft.put_aside and draft.body.strip() for draft in self._left()):
            self._reach.ask(self._offer_again())

    async def _confirm(self, question: str, about: str, yes: str, no: str) -> bool:
        from tui.dialogs.confirm import Confirm  # dialogs are fetched when they are asked for: the first paint is sooner

        return await self._reach.screen.app.push_screen_wait(Confirm(question, about, yes, no)) or False

    async def _offer_again(self) -> None:
        for draft in self._left():
            if draft.put_aside or not draft.body.strip():
                continue
            question = f"The program ended while you were writing on {draft.target}. Go on?"
            if await self._confirm(question, draft.body, "goes on writing", "keeps it as a draft: a on the record opens it"):
                await self._write(draft, self._note_of(draft))
            else:
                self._put_aside(draft)

    async def _delete(self, note: Note) -> None:
        if await self._confirm(f"Delete this note on {note.target}?", note.body, "deletes it; u brings it back", "keeps it"):
            change = Change(note, None)
            notes = self._reach.notes
            self._reach.deeds.do(Deed("delete the note", lambda: notes.apply(change), lambda: notes.apply(change.reversed)))

    def _did(self, words: str, change: Change) -> None:
        notes = self._reach.notes
        self._reach.deeds.did(Deed(words, lambda: notes.apply(change), lambda: notes.apply(change.reversed)))

    async def _write(self, draft: Draft, base: Note | None) -> None:
        if self._reach.notes.problem:
            self._reach.tell(self._reach.notes.problem, True)
            return
        pen = self._take_up(draft)
        body = draft.body or (base.body if base else "")
        if base:
            base = replace(base, revision=draft.revision)  # what the words were begun from, not what is there by now
        about = f"Edit the note on {draft.target}" if base else f"A note on {draft.target}"
        from tui.dialogs.write import Write

        self._editor = Write(about, self._words(draft.target), body, pen, lambda text: self._save(draft, base, text))
        saved = await self._reach.screen.app.push_screen_wait(self._editor)
        self._editor = None
        if not saved and pen and pen.draft.put_aside:
            self._reach.tell(f"Kept as a draft. {'e' if base else 'a'} on {draft.target} takes it up again.")

    def _save(self, draft: Draft, base: Note | None, text: str) -> None:
        """Raises StoreError where the words were not saved."""
        if base is None:
            added = self._reach.notes.add(draft.target, text)
            if added:
                self._did("write the note", Change(None, added))
            return
        if not text.strip():
            self._reach.notes.remove(base.id)
            self._did("delete the note", Change(base, None))
            return
        edited = self._reach.notes.edit(base, text)
        if edited.id != base.id:
            self._reach.tell(f"The note changed meanwhile. Both are kept: yours is {edited.id}.", True)
            self._did("write the note", Change(None, edited))
        elif edited.revision != base.revision:
            self._did("edit the note", Change(base, edited))

    def _take_up(self, draft: Draft) -> Pen | None:
        try:
            return self._reach.drafts.begin(draft)
        except StoreError as error:
            self._reach.tell(f"What you type is not kept as a draft: {error}", True)
            return None

    def _put_aside(self, draft: Draft) -> None:
        pen = self._take_up(draft)
        if pen:
            pen.put_aside(draft.body)

    def _left(self) -> tuple[Draft, ...]:
        return self._reach.drafts.left(self._reach.briefing.id)

    def _note_of(self, draft: Draft) -> Note | None:
        if not draft.note:
            return None
        try:
            note = self._reach.notes.get(draft.note)
        except NotFound:
            return None
        return note

    def _words(self, target: str) -> str:
        found = self._reach.briefing.records.get(target)
        return words_of(found) if found else self._reach.briefing.title
