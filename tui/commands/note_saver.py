"""Saves what was written in an editor as a note, as one command that can be undone."""

from __future__ import annotations

from msgspec.structs import replace

from store.annotations.drafts import Draft, NoteProperties
from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import default_body
from store.annotations.tags import normalize_tags
from store.model.note import Note, Quote
from tui.workspace.context import AppContext


class NoteSaver:
    """Saves new notes and new versions of notes."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def save(self, draft: Draft, base: Note | None, text: str, quote: Quote | None, properties: NoteProperties | None) -> Note | None:
        """Save the text as a new note, or as the next version of `base`; return the note, or None if there is none.

        Without `properties`, a new note has the defaults, and `base` keeps its own. Raise StoreError if the text was not saved.
        """
        if base is None:
            return self._add(draft, text, quote, properties or NoteProperties())
        text = text.strip() or default_body(quote, base.link)
        if text:
            return self._revise(base, replace(self._with_properties(base, properties), body=text, quote=quote))
        removed = self._context.notes.remove(base.id)
        self._context.record(f"delete the note on {draft.target}", NoteChange(removed, None))
        return None

    def _add(self, draft: Draft, text: str, quote: Quote | None, properties: NoteProperties) -> Note | None:
        note = self._context.notes.add(draft.target, text, properties.tags, properties.motivation, quote)
        if note:
            self._context.record(f"write the note on {draft.target}", NoteChange(None, note))
        return note

    def _with_properties(self, note: Note, properties: NoteProperties | None) -> Note:
        if properties is None:
            return note
        tags = normalize_tags(properties.tags, self._context.notes.all())
        return replace(note, motivation=properties.motivation, status=properties.status, tags=tags)

    def _revise(self, base: Note, wanted: Note) -> Note | None:
        change = self._context.notes.revise(base, wanted)
        if change.before is None and change.after:
            self._context.notifier.error(f"The note changed meanwhile. Both are kept: yours is {change.after.id}.")
            self._context.record(f"write the note on {base.target}", change)
        elif change.after != change.before:
            self._context.record(f"edit the note on {base.target}", change)
        return change.after
