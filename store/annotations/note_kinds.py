"""The kinds of notes in the reader's words, the motivations they are to the W3C, and whether something is to be done about them."""

from __future__ import annotations

from typing import get_args

from msgspec.structs import replace

from store.errors import InvalidInputError, InvalidValueError
from store.model.note import Note, NoteLink, Quote
from store.model.vocabulary import LinkWord, Motivation, NoteStatus
from store.text.did_you_mean import suggest
from store.text.fold import fold_text
from store.text.sanitize import sanitize_line

KINDS: dict[str, Motivation] = {
    "comment": "commenting",
    "question": "questioning",
    "to do": "todo",
    "quote": "highlighting",
    "correction": "editing",
}
LINK = "link"
LINK_WORDS: tuple[LinkWord, ...] = get_args(LinkWord)
STATUSES: tuple[NoteStatus, ...] = ("open", "done")
_TO_BE_DONE = ("questioning", "todo", "editing")
_WORDS = {motivation: word for word, motivation in KINDS.items()}


def note_type(note: Note) -> str:
    """Return the word for what kind of note it is: one of KINDS, or a link."""
    return LINK if note.link else _WORDS.get(note.motivation, "comment")


def note_status(note: Note) -> NoteStatus:
    """`open` or `done`; empty where nothing has to be done about it. What came from elsewhere without a status is open."""
    return (note.status or "open") if needs_status(note) else ""


def default_body(quote: Quote | None, link: NoteLink | None) -> str:
    """Return the body of a note that only quotes or links, or `""`."""
    return f"{link.word} {link.id}" if link else quote.exact if quote else ""


def typed_body(note: Note) -> str:
    """Its words, unless they only say again what it quotes or links."""
    return "" if note.body == default_body(note.quote, note.link) else note.body


def describe_note(note: Note) -> str:
    """`question, open`; nothing for a plain comment."""
    kind = note_type(note)
    return ", ".join(filter(None, ("" if kind == "comment" else kind, note_status(note))))


def needs_status(note: Note) -> bool:
    """Return True if notes of this type have a status: questions, to-dos and corrections."""
    return note.motivation in _TO_BE_DONE and not note.link


def with_type(note: Note, motivation: Motivation) -> Note:
    """Return the note with this type, open if the type has a status; raise InvalidInputError for a link."""
    if note.link:
        raise InvalidInputError(f"{note.id} is a link between two records, and has no other kind.")
    changed = replace(note, motivation=motivation)
    return replace(changed, status=note_status(changed))


def with_status(note: Note, status: NoteStatus) -> Note:
    """Return the note, open or done; raise InvalidInputError if its type has no status."""
    if not needs_status(note):
        raise InvalidInputError(f"{note.id} is a {note_type(note)}, which is neither open nor done: questions, to dos and corrections are.")
    return replace(note, status=status)


def parse_note_type(word: str) -> Motivation:
    """Return the motivation that this word means, ours or the W3C's; raise InvalidValueError with the nearest word."""
    said = fold_text(sanitize_line(word))
    plain = said.replace("-", " ")
    found = KINDS.get("to do" if plain == "todo" else plain) or next((known for known in _WORDS if known == said), None)
    if found is None:
        raise InvalidValueError(f"{said or 'Nothing'} is not a kind of note. {suggest(plain, KINDS)}")
    return found


def parse_status(word: str) -> NoteStatus:
    """Return the status that this word means; raise InvalidValueError."""
    said = fold_text(sanitize_line(word))
    for status in STATUSES:
        if said == status:
            return status
    raise InvalidValueError(f"{said or 'Nothing'} is not a status of a note. {suggest(said, STATUSES)}")


def parse_link_word(word: str) -> LinkWord:
    """Return the kind of link that `word` names; raise InvalidValueError with the nearest one."""
    said = fold_text(sanitize_line(word)).replace("-", " ")
    for known in LINK_WORDS:
        if said in (known, known.removesuffix(" also")):
            return known
    raise InvalidValueError(f"{said or 'Nothing'} is not what a link says. {suggest(said, LINK_WORDS)}")
