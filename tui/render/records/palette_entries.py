"""Records as entries of a list that a few letters narrow."""

from __future__ import annotations

from store.model.records import Actor, AnyRecord, Paragraph
from tui.render.records.symbols import headline_with_voice, kind_label
from tui.render.text.fuzzy import PaletteEntry, TargetT

_LONGEST = 200


def palette_entry(record: AnyRecord, target: TargetT) -> PaletteEntry[TargetT]:
    """Return the entry of a record or paragraph, which leads to `target`; an actor is found by its other names, too."""
    aliases = " ".join((*record.aliases, record.chinese)) if isinstance(record, Actor) else ""
    kind = "paragraph" if isinstance(record, Paragraph) else kind_label(record)
    return PaletteEntry(target, record.id, shorten_name(headline_with_voice(record)), kind, aliases)


def shorten_name(text: str) -> str:
    """Return a text as a name: one line of limited length."""
    return text[:_LONGEST].replace("\n", " ")
