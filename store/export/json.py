"""Everything there is, in one JSON document: importing it gives the same briefing and the same notes."""

from __future__ import annotations

import msgspec

from store.briefing import Briefing
from store.model import Bundle, Note
from store.verdict import Verdict


def export(briefing: Briefing, notes: tuple[Note, ...], verdicts: tuple[Verdict, ...] = ()) -> str:
    """The briefing and `notes` as indented JSON."""
    bundle = Bundle(briefing=briefing.file, notes=notes)
    return msgspec.json.format(msgspec.json.encode(bundle), indent=2).decode() + "\n"
