"""Drafts of notes on the screen: open one, and find the note that it changes."""

from __future__ import annotations

from store.annotations.drafts import Draft, NoteDraftWriter
from store.annotations.note_kinds import typed_body
from store.errors import NotFoundError, StoreError
from store.model.note import Note, Quote
from tui.keys.bindings import key_label
from tui.workspace.context import AppContext


def open_draft(context: AppContext, draft: Draft) -> NoteDraftWriter | None:
    """Open the draft in this window; if that fails, show why and return None."""
    try:
        return context.drafts.begin(draft)
    except StoreError as error:
        context.notifier.error(f"What you type is not kept as a draft: {error}")
        return None


def close_draft(draft_writer: NoteDraftWriter) -> None:
    """Close the draft: without text it is deleted, with text it stays to be offered again."""
    if draft_writer.draft.body.strip():
        draft_writer.release()
    else:
        draft_writer.finish()


def note_of(context: AppContext, draft: Draft) -> Note | None:
    """Return the note that the draft changes, or None if it is a new one or the note no longer exists."""
    if not draft.note:
        return None
    try:
        return context.notes.get(draft.note)
    except NotFoundError:
        return None


def initial_text(draft: Draft, base: Note | None) -> tuple[str, Quote | None]:
    """Return the text to begin with, and its quote."""
    if draft.body or base is None:
        return draft.body, draft.quote
    return typed_body(base), base.quote


def draft_key(base: Note | None) -> str:
    """Return the key that opens a draft: of a change to a note, or of a new one."""
    return key_label("note.edit" if base else "note.add")
