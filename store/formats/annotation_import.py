"""Reading W3C Web Annotations in JSON-LD, exported here or by other programs, as notes.

An annotation is on `urn:briefing:BRIEFING:RECORD`; a note that was exported (store/export/annotation.py) comes back equal.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import msgspec

from store.annotations.note_kinds import LINK_WORDS, default_body
from store.annotations.tags import normalize_tags
from store.errors import BriefingInvalidError, InvalidInputError, Problem
from store.formats.parser import normalized
from store.formats.validation import describe_record
from store.model.note import Note, NoteLink, Quote
from store.model.vocabulary import NOTE_ID_PATTERN, Motivation
from store.storage.untrusted_file import read_document
from store.text.jsonld import CONTEXT, PREFIX, W3C_FIELDS, address, id_from_iri
from store.text.sanitize import sanitize, sanitize_line


def read_annotation_file(path: Path, now: str) -> dict[str, tuple[Note, ...]] | None:
    """Return the notes in the file at `path` by the briefing they are on; None if it holds no annotations.

    `now` is the time of those that have none. Raises NotFoundError, InvalidInputError, or BriefingInvalidError with all that is wrong.
    """
    if path.suffix.lower() == ".toml":
        return None
    tree, name = read_document(path), sanitize_line(str(path))
    return read_annotations(tree, name, now) if is_annotations(tree) else None


def is_annotations(tree: dict[str, Any]) -> bool:
    """Return True if the context of the document is that of W3C annotations."""
    contexts = _listed(tree.get("@context"))
    return any(isinstance(context, str) and context.partition("//")[2] == CONTEXT.partition("//")[2] for context in contexts)


def read_annotations(tree: dict[str, Any], name: str, now: str) -> dict[str, tuple[Note, ...]]:
    """Return the notes in `tree` by the briefing they are on; `name` is the file they came from."""
    found: dict[str, list[Note]] = {}
    problems: list[Problem] = []
    for number, item in enumerate(_items(normalized(tree, name), name)):
        try:
            briefing, told = _told(item, now)
            found.setdefault(briefing, []).append(msgspec.convert(told, Note))
        except ValueError as error:  # also what msgspec raises
            problems.append(
                Problem(f"items.{describe_record(item, number)}", _reason(error), "An annotation has a body of text and one target.")
            )
    if problems:
        raise BriefingInvalidError(name, tuple(problems))
    return {briefing: tuple(notes) for briefing, notes in found.items()}


def _items(tree: dict[str, Any], name: str) -> Iterator[Any]:
    """Return the annotations of a collection, of a page, or the one that it is itself."""
    if "Annotation" in _listed(tree.get("type")):
        yield tree
        return
    page = tree.get("first", tree)
    while isinstance(page, dict):
        yield from _listed(page.get("items"))
        page = page.get("next")
    if page:
        raise InvalidInputError(
            f"{name} goes on at {sanitize_line(str(page))}, and nothing is fetched from elsewhere: it has to be in one file."
        )


def _told(item: Any, now: str) -> tuple[str, dict[str, Any]]:
    """Return the briefing and the fields of the note that an annotation tells; raise ValueError with what is missing."""
    if not isinstance(item, dict):
        raise ValueError("is no annotation")
    briefing, target = _aim(item)
    quote, link = _quote(item), _link(item, briefing)
    words, tags = _bodies(item, default_body(quote, link))
    way = id_from_iri(str(item.get("id")))
    is_ours = len(way) == 3 and way[:2] == (briefing, "note") and re.match(NOTE_ID_PATTERN, way[2]) is not None
    created = item.get("created") or item.get("generated") or item.get("modified") or now
    told = {
        "id": way[2] if is_ours else _made_id(str(item.get("id") or f"{target} {words}")),
        "target": target,
        "body": "\n\n".join(words) if is_ours else "\n\n".join(words).strip(),
        "tags": tags if is_ours else normalize_tags(tags),
        "created": created,
        "modified": item.get("modified") or created,
        "motivation": _motivation(item),
        "quote": quote,
        "link": link,
    }
    known = {f"{PREFIX}{name}": name for name in Note.__struct_fields__ if name not in W3C_FIELDS or name == "status"}
    return briefing, told | {known[key]: value for key, value in item.items() if key in known}


def _aim(item: dict[str, Any]) -> tuple[str, str]:
    """Return the briefing and the record that an annotation is on."""
    targets = _listed(item.get("target"))
    if len(targets) != 1:
        raise ValueError(f"has {len(targets) or 'no'} targets")
    target = _iri(targets[0])
    match id_from_iri(target):
        case (briefing,):
            return briefing, briefing
        case (briefing, record) if sanitize(record).strip():  # what was escaped in an address could not be cleaned before
            return briefing, sanitize(record)
    raise ValueError(f"is on {sanitize_line(str(target))}, which is no record of a briefing (such as {address('bridges', 'c001')})")


def _quote(item: dict[str, Any]) -> Quote | None:
    """Return the span of the source that an annotation is on, if it quotes one."""
    targets = [target for target in _listed(item.get("target")) if isinstance(target, dict)]
    for selector in (selector for target in targets for selector in _listed(target.get("selector")) if isinstance(selector, dict)):
        exact = selector.get("exact")
        if "TextQuoteSelector" in _listed(selector.get("type")) and isinstance(exact, str) and exact:
            around = {name: words for name in ("prefix", "suffix") if isinstance(words := selector.get(name), str)}
            return Quote(exact=exact, **around)
    return None


def _link(item: dict[str, Any], briefing: str) -> NoteLink | None:
    """Return the other record of a link: a body whose purpose is linking, or whose annotation's only purpose that is."""
    for body in _listed(item.get("body")):
        is_meant = "linking" in (_listed(body.get("purpose")) if isinstance(body, dict) else ()) or _motivation(item) == "linking"
        way = id_from_iri(_iri(body))
        if is_meant and len(way) == 2 and way[0] == briefing and sanitize(way[1]).strip():
            word = item.get(f"{PREFIX}link")
            return NoteLink(word=word if word in LINK_WORDS else "see also", id=sanitize(way[1]))
    return None


def _bodies(item: dict[str, Any], own: str) -> tuple[list[str], list[str]]:
    """Return the bodies that have text: the first of a choice, all of a set; one elsewhere on the web is given by its URL."""
    bodies = [*_texts(_listed(item.get("body"))), *({"value": value} for value in _listed(item.get("bodyValue")))]
    texts = [(body["value"], _listed(body.get("purpose"))) for body in bodies if isinstance(body.get("value"), str)]
    words = [text for text, purposes in texts if "tagging" not in purposes]
    if not any(words) and own:
        words = [own]
    if not any(words):
        raise ValueError("has no words")
    return words, [text for text, purposes in texts if "tagging" in purposes]


def _texts(bodies: list[Any]) -> Iterator[dict[str, Any]]:
    """Return the bodies that have words: of a choice the first, of a set all; what is elsewhere on the web is told by its address."""
    for body in bodies:
        told = body if isinstance(body, dict) else {}
        inside = _listed(told.get("items")) or [source for source in [told.get("source")] if isinstance(source, dict)]
        if isinstance(told.get("value"), str):
            yield told
        elif inside:
            yield from _texts(inside[:1] if "Choice" in _listed(told.get("type")) else inside)
        elif not id_from_iri(_iri(body)):
            yield {"value": _iri(body), "purpose": told.get("purpose")}


def _iri(place: Any) -> str:
    """Return the IRI of a target or body in any of its forms, or `""` if it has none."""
    while isinstance(place, dict):
        place = place.get("source", place.get("id"))
    return place if isinstance(place, str) else ""


def _motivation(item: dict[str, Any]) -> str:
    names = (str(name).removeprefix(PREFIX).removeprefix("oa:") for name in _listed(item.get("motivation")))
    return next((name for name in names if name in get_args(Motivation)), "commenting")


def _made_id(words: str) -> str:
    """Return an id for an annotation of another program, the same whenever it is read."""
    return f"n-{b32encode(sha256(words.encode()).digest()).decode().lower()[:6]}"


def _listed(value: Any) -> list[Any]:
    """JSON-LD writes a list of one as the one, and a list of none as nothing."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _reason(error: ValueError) -> str:
    return sanitize_line(str(error)).replace("Expected", "expected")
