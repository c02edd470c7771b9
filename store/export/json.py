"""Everything there is, in one JSON document: importing it gives the same briefing, the same notes and the same judgements."""

from __future__ import annotations

import msgspec

from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.model.records import ImportFile
from store.text.json_escape import escape_json


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS) -> str:
    """Return the briefing, `notes`, and what was `judged`, as indented JSON."""
    bundle = ImportFile(briefing=briefing.file, notes=notes, judged=judged or NO_OPINIONS)  # only the default itself is left out
    return escape_json(msgspec.json.format(msgspec.json.encode(bundle), indent=2).decode()) + "\n"
