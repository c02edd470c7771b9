"""A note: the reader's words, as a value. The W3C Web Annotation model names its motivations."""

from typing import Annotated

from msgspec import Meta, ValidationError, convert

from store.model.base import FrozenStruct
from store.model.vocabulary import NOTE_ID_PATTERN, LinkWord, Motivation, NonEmptyStr, NoteStatus


class Quote(FrozenStruct, frozen=True):
    """A span of the source: its `exact` words, and a little of what stands before and after them (W3C: TextQuoteSelector)."""

    exact: NonEmptyStr
    prefix: str = ""
    suffix: str = ""


class NoteLink(FrozenStruct, frozen=True):
    """A link between the note's target and another record: contradicts, supports or see also."""

    word: LinkWord
    id: NonEmptyStr


class Note(FrozenStruct, frozen=True, omit_defaults=False):
    """The reader's words on a record, a paragraph or the whole briefing. `revision` counts from 1.

    `created` and `modified` are ISO 8601 with an offset, for display only: they never decide which version wins.
    `status` is empty where nothing has to be done about it. With a `quote`, the note is on a span of its paragraph; with a
    `link`, it is on a pair of records.
    """

    id: Annotated[str, Meta(pattern=NOTE_ID_PATTERN)]
    target: NonEmptyStr
    body: NonEmptyStr
    created: str
    modified: str
    tags: tuple[str, ...] = ()
    revision: Annotated[int, Meta(ge=1)] = 1
    motivation: Motivation = "commenting"
    status: NoteStatus = ""
    quote: Quote | None = None
    link: NoteLink | None = None

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids of what it is on: two, where it links them."""
        return (self.target, self.link.id) if self.link and self.link.id != self.target else (self.target,)


def decode_note(document: object) -> Note | None:
    """Return the note in a document of the journal; None for one that a newer program may have written."""
    try:
        return convert(document, Note)
    except ValidationError:
        return None
