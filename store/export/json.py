"""Everything there is, in one JSON document: importing it gives the same briefing, the same notes and the same judgements."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from store.briefing import Briefing
from store.model import Bundle, Judged, Note
from store.verdict import NOTHING_JUDGED, Verdict


def export(briefing: Briefing, notes: tuple[Note, ...], verdicts: tuple[Verdict, ...] = (), others: Judged = NOTHING_JUDGED) -> str:
    """The briefing, `notes`, `verdicts` and the `others` that the reader judged, as indented JSON."""
    judged = replace(others, verdicts=verdicts)
    bundle = Bundle(briefing=briefing.file, notes=notes, judged=judged or NOTHING_JUDGED)  # only the default itself is left out
    return msgspec.json.format(msgspec.json.encode(bundle), indent=2).decode() + "\n"
