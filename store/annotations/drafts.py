"""Drafts of notes: text that is being written and is not yet saved."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path
from typing import Self

import msgspec

from store.annotations.draft_folder import AnyDraft, DraftFolder, DraftWriter
from store.model.base import FrozenStruct
from store.model.note import Quote
from store.model.vocabulary import Motivation, NoteStatus
from store.text.sanitize import normalize_typed, sanitize_line


class NoteProperties(FrozenStruct, frozen=True, kw_only=True):
    """The type, the tags and the status of a note."""

    motivation: Motivation = "commenting"
    tags: tuple[str, ...] = ()
    status: NoteStatus = ""


class Draft(AnyDraft, frozen=True, kw_only=True):
    """Words on their way into a note: a new one on `target`, or where `note` names one, its next `revision`.

    `quote` is the span it is on, where one was chosen. `put_aside` is true when the reader left the editor on purpose, and
    false after an end that nobody chose. `properties` are None if they were not changed.
    """

    body: str
    note: str = ""
    revision: int = 0
    put_aside: bool = False
    quote: Quote | None = None
    properties: NoteProperties | None = None

    def sanitized(self) -> Self:
        return msgspec.structs.replace(super().sanitized(), body=normalize_typed(self.body))


class NoteDraftWriter(DraftWriter[Draft]):
    """One draft of a note that is open in this window."""

    def write(self, body: str, quote: Quote | None = None, properties: NoteProperties | None = None) -> None:
        """Write the text, its quote and changed properties to disk; raise WriteError or ReadOnlyError."""
        self.put(msgspec.structs.replace(self.draft, body=body, quote=quote, properties=properties, put_aside=False))

    def suspend(self, body: str, quote: Quote | None = None, properties: NoteProperties | None = None) -> None:
        """Keep the draft and close it, for a user who leaves the editor on purpose; raise WriteError or ReadOnlyError."""
        self.put(msgspec.structs.replace(self.draft, body=body, quote=quote, properties=properties, put_aside=True))
        self.release()


class Drafts(DraftFolder[Draft]):
    """The drafts of notes in `folder`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, Draft)

    def without_note(self, briefing: str, notes: Container[str]) -> Iterator[str]:
        """Yield a sentence for every draft of `briefing` that changes a note that is not among `notes`."""
        for draft in self.interrupted(briefing):
            if draft.note and draft.note not in notes:
                path = self._path(draft.name)
                yield f"{path} is a draft of the note {sanitize_line(draft.note)}, which {briefing} does not have; it is kept."

    def begin(self, draft: Draft) -> NoteDraftWriter:
        """Open `draft` in this window, under a new name if it has none; raise StoreLockedError, ReadOnlyError or WriteError."""
        return NoteDraftWriter(*self._take(draft))
