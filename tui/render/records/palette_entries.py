"""Records as entries of a list that a few letters narrow."""

from __future__ import annotations

from store.model.records import Actor, AnyRecord, Paragraph
from tui.render.records.symbols import headline_with_voice, kind_label
from tui.render.text.fuzzy import PaletteEntry

_LONGEST = 200


def palette_entry(thing: AnyRecord, prefix: str = "") -> PaletteEntry:
    """The entry of a record or paragraph; an actor is found by its other names, too."""
    also = " ".join((*thing.aliases, thing.chinese)) if isinstance(thing, Actor) else ""
    what = "paragraph" if isinstance(thing, Paragraph) else kind_label(thing)
    return PaletteEntry(f"{prefix}{thing.id}", shorten_name(headline_with_voice(thing)), what, also)


def shorten_name(words: str) -> str:
    """Words as a name: in one line, and not all of a long text."""
    return words[:_LONGEST].replace("\n", " ")
