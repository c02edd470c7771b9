"""The reader's notes as W3C Web Annotations in JSON-LD; see store/formats/annotation_import.py for the way back.

A note is an Annotation called `urn:briefing:BRIEFING:note:NOTE`. Its target is `urn:briefing:BRIEFING:RECORD`, or
`urn:briefing:BRIEFING` for the whole briefing; its words are one TextualBody, its tags are others whose purpose is tagging.
A note on a span has a TextQuoteSelector; one that links two records has the other as a body whose purpose is linking.
What the W3C has no word for, such as the revision, stands under keys that begin with `briefing:`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.text.jsonld import CONTEXT, PREFIX, TERMS, W3C_FIELDS, address, as_json

# The motivations that the W3C names; one of ours that is not among them is written with our prefix.
_W3C = (
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
    *("highlighting", "identifying", "linking", "moderating", "questioning", "replying"),
)


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS) -> str:
    """Return `notes` as an AnnotationCollection with one page."""
    collection: dict[str, Any] = {
        "@context": [CONTEXT, {PREFIX[:-1]: TERMS}],
        "id": address(briefing.id, "note", "all"),
        "type": "AnnotationCollection",
        "label": f"Notes on {briefing.title}",
        "total": len(notes),
    }
    if notes:
        items = [_annotation(briefing.id, note) for note in notes]
        collection["first"] = {"id": address(briefing.id, "note", "page-1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return as_json(collection)


def _annotation(briefing: str, note: Note) -> dict[str, Any]:
    words = {"type": "TextualBody", "value": note.body, "format": "text/plain"}
    tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    rest = {f"{PREFIX}{name}": value for name, value in msgspec.to_builtins(note).items() if name not in W3C_FIELDS}
    if note.status:
        rest[f"{PREFIX}status"] = note.status
    if note.link:
        other = {"type": "SpecificResource", "source": address(briefing, note.link.id), "purpose": "linking"}
        rest[f"{PREFIX}link"] = note.link.word
    return {
        "id": address(briefing, "note", note.id),
        "type": "Annotation",
        "motivation": note.motivation if note.motivation in _W3C else f"{PREFIX}{note.motivation}",
        "created": note.created,
        "modified": note.modified,
        "body": [words, *tags, *([other] if note.link else [])],
        "target": _target(briefing, note),
        **rest,
    }


def _target(briefing: str, note: Note) -> str | dict[str, Any]:
    iri = address(briefing) if note.target == briefing else address(briefing, note.target)
    if note.quote is None:
        return iri
    around = {name: words for name, words in (("prefix", note.quote.prefix), ("suffix", note.quote.suffix)) if words}
    selector = {"type": "TextQuoteSelector", "exact": note.quote.exact, **around}
    return {"type": "SpecificResource", "source": iri, "selector": selector}
