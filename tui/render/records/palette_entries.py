"""Records as entries of a list that a few letters narrow."""

from __future__ import annotations

from store.model.records import Actor, Paragraph, Thing
from tui.render.records.symbols import kind_word, told
from tui.render.text.fuzzy import Entry

_LONGEST = 200


def entry_of(thing: Thing, prefix: str = "") -> Entry:
    """The entry of a record or paragraph; an actor is found by its other names, too."""
    also = " ".join((*thing.aliases, thing.chinese)) if isinstance(thing, Actor) else ""
    what = "paragraph" if isinstance(thing, Paragraph) else kind_word(thing)
    return Entry(f"{prefix}{thing.id}", one_name(told(thing)), what, also)


def one_name(words: str) -> str:
    """Words as a name: in one line, and not all of a long text."""
    return words[:_LONGEST].replace("\n", " ")
