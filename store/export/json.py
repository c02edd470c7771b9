"""Everything there is, in one JSON document: importing it gives the same briefing, the same notes and the same judgements."""

from __future__ import annotations

import msgspec

from store.briefing import Briefing
from store.json_escape import escape_json
from store.model import Bundle, Judged, Note
from store.verdict import NOTHING_JUDGED


def export(briefing: Briefing, notes: tuple[Note, ...], judged: Judged = NOTHING_JUDGED) -> str:
    """The briefing, `notes`, and what was `judged`, as indented JSON."""
    bundle = Bundle(briefing=briefing.file, notes=notes, judged=judged or NOTHING_JUDGED)  # only the default itself is left out
    return escape_json(msgspec.json.format(msgspec.json.encode(bundle), indent=2).decode()) + "\n"
