"""Links of the reader's own between two records: one contradicts the other, supports it, or only: see also."""

from __future__ import annotations

from collections.abc import Iterable

from store.annotations.notes import Notes
from store.errors import InvalidInputError
from store.model.note import Note, NoteLink
from store.model.vocabulary import LinkWord


def link_records(notes: Notes, one: str, word: LinkWord, other: str, because: str = "", tags: Iterable[str] = ()) -> Note:
    """Return a new link between two records, with a reason; raise InvalidInputError if it exists or is not possible."""
    if one == other:
        raise InvalidInputError(f"A link is between two records, and {one} is one.")
    there = next((note for note in notes.for_target(one) if note.link and _says(note, one, word, other)), None)
    if there:
        raise InvalidInputError(f"{one} {word} {other}: you said so already, in {there.id}.")
    added = notes.add(one, because, tags, link=NoteLink(word=word, id=other))
    assert added is not None, "a link has words of its own"
    return added


def _says(note: Note, one: str, word: LinkWord, other: str) -> bool:
    """Return True if the note makes the same link; see also is symmetric."""
    if note.link is None or note.link.word != word:
        return False
    pair = (note.target, note.link.id)
    return pair == (one, other) or (word == "see also" and pair == (other, one))
