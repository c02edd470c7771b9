"""A note: the reader's words, as a value. The W3C Web Annotation model names its motivations."""

from typing import Annotated

from msgspec import Meta

from store.value import Value
from store.words import NOTE_ID_PATTERN, Motivation, Words


class Note(Value, frozen=True, omit_defaults=False):
    """The reader's words on a record, a paragraph or the whole briefing. `revision` counts from 1.

    `created` and `modified` are ISO 8601 with an offset, for display only: they never decide which version wins.
    """

    id: Annotated[str, Meta(pattern=NOTE_ID_PATTERN)]
    target: Words
    body: Words
    created: str
    modified: str
    tags: tuple[str, ...] = ()
    revision: Annotated[int, Meta(ge=1)] = 1
    motivation: Motivation = "commenting"
