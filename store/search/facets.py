"""The facets of a record, by which it can be filtered: a plain TinyDB document with a list of folded words for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from msgspec import Struct

from store.annotations.note_kinds import note_status, note_type
from store.annotations.notes import Notes
from store.annotations.reading_progress import ReadingProgress
from store.argument.strength import is_uncontested
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.records import Actor, AnyRecord, Claim, Paragraph, voice_of
from store.model.vocabulary import SupportStatus
from store.search.fulltext import strings
from store.text.fold import fold_text

Facets = dict[str, Any]

# A filter word, and the fields of records it looks at. `grade`, `para`, `tag`, `mine` and `text` are worked out.
FIELDS = {
    "id": ("id",),
    "kind": ("kind", "stance"),
    "speaker": ("speaker",),
    "about": ("about", "actor", "actors", "to", "subject", "object", "partners"),
    "evidence": ("evidence",),
    "status": ("status",),
}
COMPUTED = ("grade", "voice", "flag", "para", "tag", "mine", "marked", "uncontested", "text")
STANDINGS = get_args(SupportStatus)
_NOTHING_REMEMBERED = ReadingProgress()


def compute_facets(
    briefing: Briefing, notes: Notes, thing: AnyRecord | Note, memory: ReadingProgress = _NOTHING_REMEMBERED, judged: Sequence[str] = ()
) -> Facets:
    """Return the facets of `thing`, with the reader's own words and tags on it, whether it was marked, and how they `judged` it."""
    found: Facets = {
        word: [fold_text(str(value)) for field in fields for value in _values(thing, field)] for word, fields in FIELDS.items()
    }
    if isinstance(thing, Note):
        found |= _of_a_note(briefing, thing)
    found["speaker"] += [name for identity in found["speaker"] for name in _names(briefing, identity)]
    found["about"] += [name for identity in found["about"] for name in _names(briefing, identity)]
    assessment = getattr(thing, "assessment", None)
    found["flag"] = list(assessment.flags) if assessment else []
    if isinstance(thing, Claim) and thing.forecast:
        found["status"].append(thing.forecast.outcome)
    found["grade"] = briefing.grade(thing) if isinstance(thing, Claim) else ""
    found["voice"] = ["reader" if isinstance(thing, Note) else voice_of(thing)]
    found["para"] = found.get("para", []) + [str(number) for number in (*_values(thing, "paragraphs"), *_values(thing, "number"))]
    mine = (thing,) if isinstance(thing, Note) else notes.for_target(thing.id)
    found["tag"] = [fold_text(tag) for note in mine for tag in note.tags]
    found["mine"] = [*_in_a_word(mine), *judged]
    found["mine"] += [] if set(found["mine"]) - set(STANDINGS) else ["none"]
    found["marked"] = ["yes" if thing.id in memory.marked else "no"]
    found["uncontested"] = _uncontested(briefing, thing, bool(mine)) if isinstance(thing, Claim) else []
    # A phrase is written with single blanks; a line end or several blanks between its words in the text make no difference.
    found["text"] = " ".join(fold_text(" ".join((thing.id, *strings(thing), *(_said(note) for note in mine)))).split())
    return found


def _uncontested(briefing: Briefing, claim: Claim, has_note: bool) -> list[str]:
    return ["yes" if is_uncontested(briefing, claim, has_note) else "no"]


def _of_a_note(briefing: Briefing, note: Note) -> Facets:
    """Return the facets of a note: it is about its target and its link, and in the paragraph it is on."""
    paragraphs = [str(place.number) for name in note.targets if isinstance(place := briefing.records.get(name), Paragraph)]
    status = note_status(note)
    about = [fold_text(name) for name in note.targets]
    return {"kind": [note_type(note)], "status": [status] if status else [], "about": about, "para": paragraphs}


def _in_a_word(notes: tuple[Note, ...]) -> list[str]:
    """Return the words for the reader's notes on a record: their types, open to-dos and links."""
    kinds = {note_type(note) for note in notes} | {note.link.word for note in notes if note.link}
    is_open = any(note_status(note) == "open" for note in notes)
    return [*(["note"] if notes else []), *sorted(kinds), *(["open"] if is_open else [])]


def _said(note: Note) -> str:
    return f"{note.body} {note.quote.exact}" if note.quote else note.body


def _values(thing: Struct, field: str) -> tuple[Any, ...]:
    value = getattr(thing, field, None)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _names(briefing: Briefing, identity: str) -> tuple[str, ...]:
    """Return every name of an actor, by each of which it can be found."""
    found = briefing.records.get(identity)
    if not isinstance(found, Actor):
        return ()
    return tuple(fold_text(name) for name in (found.name, *found.aliases))
