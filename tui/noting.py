"""Answers the wishes about notes: write, edit, delete, undo, and offer again what was being written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.screen import Screen

from store import Briefing, Change, Draft, Drafts, Note, Notes, NotFound, Pen, StoreError
from tui.dialogs.confirm import Confirm
from tui.render.signs import words_of

if TYPE_CHECKING:
    from tui.dialogs.write import Write

Tell = Callable[[str, bool], None]


class Noting:
    """Changes `notes`, one deed at a time; every deed can be undone and done again.

    `tell` shows the reader a sentence (and whether it is bad news); `changed` is called when notes are not what they were.
    """

    def __init__(
        self, screen: Screen[None], briefing: Briefing, notes: Notes, drafts: Drafts, tell: Tell, changed: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._briefing = briefing
        self._notes = notes
        self._drafts = drafts
        self._tell = tell
        self._changed = changed
        self._done: list[tuple[str, Change]] = []
        self._undone: list[tuple[str, Change]] = []
        self._editor: Write | None = None

    async def add(self, target: str) -> None:
        """Asks for a new note on `target`; a draft put aside there is taken up again."""
        left = next((draft for draft in self._left() if draft.target == target and not draft.note), None)
        await self._write(left or Draft(briefing=self._briefing.id, target=target, body=""), None)

    async def edit(self, note: Note) -> None:
        """Asks for other words for `note`."""
        left = next((draft for draft in self._left() if draft.note == note.id), None)
        await self._write(
            left or Draft(briefing=self._briefing.id, target=note.target, body="", note=note.id, revision=note.revision), note
        )

    def rescue(self) -> bool:
        """Called when the program ends: what is being written goes to disk; whether nothing is lost by ending."""
        return self._editor is None or self._editor.keep_draft()

    async def offer_again(self) -> None:
        """After an end that nobody chose: what was being written, one question for each."""
        for draft in self._left():
            if draft.put_aside or not draft.body.strip():
                continue
            question = f"The program ended while you were writing on {draft.target}. Go on?"
            if await self._screen.app.push_screen_wait(
                Confirm(question, draft.body, "goes on writing", "keeps it as a draft: a on the record opens it")
            ):
                await self._write(draft, self._note_of(draft))
            else:
                self._put_aside(draft)

    async def delete(self, note: Note) -> None:
        """Asks, showing the words, and puts the note into the trash."""
        if not await self._screen.app.push_screen_wait(
            Confirm(f"Delete this note on {note.target}?", note.body, "deletes it; u brings it back", "keeps it")
        ):
            return
        self._do("delete the note", Change(note, None))

    def undo(self) -> None:
        """Takes the last deed back."""
        if not self._done:
            self._tell("There is nothing to undo.", False)
            return
        words, change = self._done[-1]
        if self._apply(change.reversed):
            self._undone.append(self._done.pop())
            self._tell(f"Undone: {words}.", False)

    def redo(self) -> None:
        """Does again what was undone."""
        if not self._undone:
            self._tell("There is nothing to do again.", False)
            return
        words, change = self._undone[-1]
        if self._apply(change):
            self._done.append(self._undone.pop())
            self._tell(f"Done again: {words}.", False)

    def _do(self, words: str, change: Change) -> None:
        if self._apply(change):
            self._remember(words, change)

    def _remember(self, words: str, change: Change) -> None:
        self._done.append((words, change))
        self._undone.clear()
        self._changed()

    def _apply(self, change: Change) -> bool:
        try:
            self._notes.apply(change)
        except StoreError as error:
            self._tell(str(error), True)
            return False
        self._changed()
        return True

    async def _write(self, draft: Draft, base: Note | None) -> None:
        if self._notes.problem:
            self._tell(self._notes.problem, True)
            return
        pen = self._take_up(draft)
        body = draft.body or (base.body if base else "")
        if base:
            base = replace(base, revision=draft.revision)  # what the words were begun from, not what is there by now
        about = f"Edit the note on {draft.target}" if base else f"A note on {draft.target}"
        from tui.dialogs.write import Write  # with Textual's text editor, which the first paint need not wait for

        self._editor = Write(about, self._words(draft.target), body, pen, lambda text: self._save(draft, base, text))
        saved = await self._screen.app.push_screen_wait(self._editor)
        self._editor = None
        if not saved and pen and pen.draft.put_aside:
            self._tell(f"Kept as a draft. {'e' if base else 'a'} on {draft.target} takes it up again.", False)

    def _save(self, draft: Draft, base: Note | None, text: str) -> None:
        """Raises StoreError where the words were not saved."""
        if base is None:
            added = self._notes.add(draft.target, text)
            if added:
                self._remember("write the note", Change(None, added))
            return
        if not text.strip():
            self._notes.remove(base.id)
            self._remember("delete the note", Change(base, None))
            return
        edited = self._notes.edit(base, text)
        if edited.id != base.id:
            self._tell(f"The note changed meanwhile. Both are kept: yours is {edited.id}.", True)
            self._remember("write the note", Change(None, edited))
        elif edited.revision != base.revision:
            self._remember("edit the note", Change(base, edited))

    def _take_up(self, draft: Draft) -> Pen | None:
        try:
            return self._drafts.begin(draft)
        except StoreError as error:
            self._tell(f"What you type is not kept as a draft: {error}", True)
            return None

    def _put_aside(self, draft: Draft) -> None:
        pen = self._take_up(draft)
        if pen:
            pen.put_aside(draft.body)

    def _left(self) -> tuple[Draft, ...]:
        return self._drafts.left(self._briefing.id)

    def _note_of(self, draft: Draft) -> Note | None:
        if not draft.note:
            return None
        try:
            note = self._notes.get(draft.note)
        except NotFound:
            return None
        return note

    def _words(self, target: str) -> str:
        found = self._briefing.records.get(target)
        return words_of(found) if found else self._briefing.title
