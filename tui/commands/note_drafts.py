"""Drafts of notes on the screen: open one, and find what it is about."""

from __future__ import annotations

from store.annotations.drafts import Draft, Pen
from store.annotations.note_kinds import own_body
from store.errors import NotFound, StoreError
from store.model.note import Note, Quote
from tui.keys.bindings import shown_key
from tui.workspace.context import Reach


def take_up(reach: Reach, draft: Draft) -> Pen | None:
    """Open the draft in this window; if that fails, show why and return None."""
    try:
        return reach.drafts.begin(draft)
    except StoreError as error:
        reach.tell(f"What you type is not kept as a draft: {error}", True)
        return None


def let_go(pen: Pen) -> None:
    """Close the draft: without text it is deleted, with text it stays to be offered again."""
    if pen.draft.body.strip():
        pen.let_go()
    else:
        pen.finish()


def note_of(reach: Reach, draft: Draft) -> Note | None:
    """Return the note that the draft changes, or None if it is a new one or the note no longer exists."""
    if not draft.note:
        return None
    try:
        return reach.notes.get(draft.note)
    except NotFound:
        return None


def begun(draft: Draft, base: Note | None) -> tuple[str, Quote | None]:
    """Return the text to begin with, and its quote."""
    if draft.body or base is None:
        return draft.body, draft.quote
    return own_body(base), base.quote


def key_of(base: Note | None) -> str:
    """Return the key that opens a draft: of a change to a note, or of a new one."""
    return shown_key("note.edit" if base else "note.add")
