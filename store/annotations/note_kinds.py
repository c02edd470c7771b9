"""The kinds of notes in the reader's words, the motivations they are to the W3C, and whether something is to be done about them."""

from __future__ import annotations

from typing import get_args

from msgspec.structs import replace

from store.errors import BadWord, Refused
from store.model.note import LinkTo, Note, Quote
from store.model.vocabulary import LinkWord, Motivation, NoteStatus
from store.text.did_you_mean import nearest
from store.text.fold import fold_text
from store.text.sanitize import one_line

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


def kind_of(note: Note) -> str:
    """The word for what kind of note it is: one of KINDS, or a link."""
    return LINK if note.link else _WORDS.get(note.motivation, "comment")


def status_of(note: Note) -> NoteStatus:
    """`open` or `done`; empty where nothing has to be done about it. What came from elsewhere without a status is open."""
    return (note.status or "open") if needs_status(note) else ""


def own_words(quote: Quote | None, link: LinkTo | None) -> str:
    """What a note says that only quotes or links."""
    return f"{link.word} {link.id}" if link else quote.exact if quote else ""


def own_body(note: Note) -> str:
    """Its words, unless they only say again what it quotes or links."""
    return "" if note.body == own_words(note.quote, note.link) else note.body


def what_it_is(note: Note) -> str:
    """`question, open`; nothing for a plain comment."""
    kind = kind_of(note)
    return ", ".join(filter(None, ("" if kind == "comment" else kind, status_of(note))))


def needs_status(note: Note) -> bool:
    """Whether something is to be done about it: a question, a to do, a correction."""
    return note.motivation in _TO_BE_DONE and not note.link


def of_kind(note: Note, motivation: Motivation) -> Note:
    """The note as one of this kind: open where something is to be done about it; raises Refused for a link."""
    if note.link:
        raise Refused(f"{note.id} is a link between two records, and has no other kind.")
    changed = replace(note, motivation=motivation)
    return replace(changed, status=status_of(changed))


def in_status(note: Note, status: NoteStatus) -> Note:
    """The note, open or done; raises Refused where nothing is to be done about its kind."""
    if not needs_status(note):
        raise Refused(f"{note.id} is a {kind_of(note)}, which is neither open nor done: questions, to dos and corrections are.")
    return replace(note, status=status)


def kind_named(word: str) -> Motivation:
    """The motivation that this word means, ours or the W3C's; raises BadWord with the nearest word."""
    said = fold_text(one_line(word))
    plain = said.replace("-", " ")
    found = KINDS.get("to do" if plain == "todo" else plain) or next((known for known in _WORDS if known == said), None)
    if found is None:
        raise BadWord(f"{said or 'Nothing'} is not a kind of note. {nearest(plain, KINDS)}")
    return found


def status_named(word: str) -> NoteStatus:
    """The status that this word means; raises BadWord."""
    said = fold_text(one_line(word))
    for status in STATUSES:
        if said == status:
            return status
    raise BadWord(f"{said or 'Nothing'} is not a status of a note. {nearest(said, STATUSES)}")


def link_named(word: str) -> LinkWord:
    """What this word says of two records; raises BadWord with the nearest."""
    said = fold_text(one_line(word)).replace("-", " ")
    for known in LINK_WORDS:
        if said in (known, known.removesuffix(" also")):
            return known
    raise BadWord(f"{said or 'Nothing'} is not what a link says. {nearest(said, LINK_WORDS)}")
