"""Answers the wishes about notes: write, edit, here or in the reader's own editor, delete, and offer again what was being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from store import Change, Draft, Note, NotFound, NotSaved, Pen, Quote, StoreError, own_body, own_words
from tui.editor import Edited
from tui.keys import shown_key
from tui.lending import Unlent, lend, lent
from tui.programs import Failed
from tui.quoting import quoting
from tui.reach import Reach
from tui.render.signs import words_of

if TYPE_CHECKING:
    from tui.dialogs.write import Write

LONGEST_HERE = 50_000  # characters; of many more, a key in the editor in here would be felt


class Noting:
    """Changes the words of notes, one deed at a time; every deed can be undone and done again."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._editor: Write | None = None

    def add(self) -> None:
        """Asks for a new note on what the reader looks at; a draft put aside there is taken up again."""
        self._reach.ask(self._write(self._new(), None))

    def edit(self, note: Note | None = None) -> None:
        """Asks for other words for `note`, or the one that is meant here; where keys would be slow, in the reader's own editor."""
        note = note or self._reach.desk.pane.note
        if note is None:
            self._reach.tell(f"There is no note here to edit. {shown_key('note.add')} writes one.")
            return
        write = self._write_outside if len(note.body) > LONGEST_HERE else self._write
        self._reach.ask(write(self._next(note), note))

    def outside(self) -> None:
        """Opens the note that is meant here, or a new one, in the reader's own editor."""
        note = self._reach.desk.pane.note
        self._reach.ask(self._write_outside(self._next(note) if note else self._new(), note))

    def delete(self) -> None:
        """Asks, showing the words, and puts the note that is meant here into the trash."""
        note = self._reach.desk.pane.note
        if note is None:
            self._reach.tell("There is no note here to delete.")
            return
        self._reach.ask_to_change(self._delete(note))

    def rescue(self) -> bool:
        """Called when the program ends: what is being written goes to disk; whether nothing is lost by ending."""
        return self._editor is None or self._editor.keep_draft()

    def offer_again(self) -> None:
        """After an end that nobody chose: what was being written, one question for each."""
        if any(not draft.put_aside and draft.body.strip() for draft in self._left()):
            self._reach.ask(self._offer_again())

    def _new(self) -> Draft:
        """A new note on what the reader looks at, or what was begun of one."""
        target = self._reach.desk.pane.about
        left = next((draft for draft in self._left() if draft.target == target and not draft.note), None)
        return left or Draft(briefing=self._reach.briefing.id, target=target, body="")

    def _next(self, note: Note) -> Draft:
        """The next version of a note, or what was begun of it."""
        left = next((draft for draft in self._left() if draft.note == note.id), None)
        return left or Draft(briefing=self._reach.briefing.id, target=note.target, body="", note=note.id, revision=note.revision)

    async def _confirm(self, question: str, about: str, yes: str, no: str) -> bool:
        from tui.dialogs.confirm import Confirm  # dialogs are fetched when they are asked for: the first paint is sooner

        return await self._reach.screen.app.push_screen_wait(Confirm(question, about, yes, no)) or False

    async def _offer_again(self) -> None:
        for draft in self._left():
            if draft.put_aside or not draft.body.strip():
                continue
            question = f"The program ended while you were writing on {draft.target}. Go on?"
            if await self._confirm(question, draft.body, "continue", f"keep as draft; {_key(self._note_of(draft))} on the record opens it"):
                await self._write(draft, self._note_of(draft))
            else:
                self._put_aside(draft)

    async def _delete(self, note: Note) -> None:
        if await self._confirm(f"Delete this note on {note.target}?", note.body, f"delete; {shown_key('undo')} restores it", "keep"):
            self._reach.change(f"delete the note on {note.target}", Change(note, None))

    async def _write(self, draft: Draft, base: Note | None) -> None:
        if self._reach.notes.problem:
            self._reach.tell(self._reach.notes.problem, True)
            return
        pen = self._take_up(draft)
        if base:
            base = replace(base, revision=draft.revision)  # what the words were begun from, not what is there by now
        about = f"Edit the note on {draft.target}" if base else f"A note on {draft.target}"
        from tui.dialogs.write import Aids, Write

        aids = Aids(lambda text: lend(self._reach, text), quoting(self._reach, draft.target))
        body, quote = _begun(draft, base)
        self._editor = editor = Write(
            about, self._words(draft.target), body, pen, lambda text: self._save(draft, base, text, editor.quote), aids, quote
        )
        saved = await self._reach.screen.app.push_screen_wait(editor)
        self._editor = None
        if not saved and pen and pen.draft.put_aside:
            self._reach.tell(f"Kept as a draft. {_key(base)} on {draft.target} takes it up again.")

    async def _write_outside(self, draft: Draft, base: Note | None) -> None:
        if self._reach.notes.problem:
            self._reach.tell(self._reach.notes.problem, True)
            return
        pen = self._take_up(draft)
        try:
            with lent(self._reach, _begun(draft, base)[0]) as left:
                self._take(left, draft, base, pen)
        except Unlent as unlent:
            self._let_go(pen)
            self._reach.tell(str(unlent))
            await self._write(draft, base)
        except (Failed, StoreError) as error:
            self._reach.tell(str(error), True)
        finally:
            self._let_go(pen)

    def _take(self, left: Edited, draft: Draft, base: Note | None, pen: Pen | None) -> None:
        """What came back from the reader's own editor; raises StoreError where it could not be kept."""
        if left.new and left.problem:
            if pen is None:
                raise NotSaved(f"{left.problem} What was written there is no note yet, and cannot be kept as a draft.")
            pen.put_aside(left.words, _begun(draft, base)[1])
            kept = f"What was written there is kept as a draft: {_key(base)} on {draft.target} takes it up again."
            self._reach.tell(f"{left.problem} {kept}", True)
        elif left.new:
            begun = replace(base, revision=draft.revision) if base else None
            self._save(draft, begun, left.words, _begun(draft, base)[1])
            if pen:
                pen.finish()
        elif left.problem:
            self._reach.tell(f"{left.problem} Nothing was changed.", True)
        elif left.words:
            self._reach.tell("Nothing was changed." if not draft.body else "Nothing was changed: it is still a draft.")
        else:
            left_so = f"The note is as it was: {shown_key('note.delete')} deletes it." if base else "No note was made."
            self._reach.tell(f"Nothing is written there. {left_so}")

    def _let_go(self, pen: Pen | None) -> None:
        """Of a draft without words nothing is left; one with words stays to be offered again."""
        if pen and pen.draft.body.strip():
            pen.let_go()
        elif pen:
            pen.finish()

    def _save(self, draft: Draft, base: Note | None, text: str, quote: Quote | None) -> None:
        """Raises StoreError where the words were not saved."""
        if base is None:
            added = self._reach.notes.add(draft.target, text, quote=quote)
            if added:
                self._reach.did(f"write the note on {draft.target}", Change(None, added))
            return
        text = text.strip() or own_words(quote, base.link)
        if not text:
            removed = self._reach.notes.remove(base.id)
            self._reach.did(f"delete the note on {draft.target}", Change(removed, None))
            return
        change = self._reach.notes.revise(base, replace(base, body=text, quote=quote))
        if change.before is None and change.after:
            self._reach.tell(f"The note changed meanwhile. Both are kept: yours is {change.after.id}.", True)
            self._reach.did(f"write the note on {draft.target}", change)
        elif change.after != change.before:
            self._reach.did(f"edit the note on {draft.target}", change)

    def _take_up(self, draft: Draft) -> Pen | None:
        try:
            return self._reach.drafts.begin(draft)
        except StoreError as error:
            self._reach.tell(f"What you type is not kept as a draft: {error}", True)
            return None

    def _put_aside(self, draft: Draft) -> None:
        pen = self._take_up(draft)
        if pen:
            pen.put_aside(draft.body, draft.quote)

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


def _begun(draft: Draft, base: Note | None) -> tuple[str, Quote | None]:
    """The words to begin with, and the span they are on."""
    if draft.body or base is None:
        return draft.body, draft.quote
    return own_body(base), base.quote


def _key(base: Note | None) -> str:
    """The key that takes up a draft: of a change to a note, or of a new one."""
    return shown_key("note.edit" if base else "note.add")
