"""Merging of imported notes: a note is added once, and deleted notes stay deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from store.model.note import Note
from store.text.fold import fold_text

CONFLICT = "conflict"

_Words = tuple[object, object, tuple[object, ...], str]


class NoteMerge(NamedTuple):
    """The notes of an import: those that are `new` here, those that were `known`, and those that lie in the `trash`."""

    new: tuple[Note, ...]
    known: tuple[Note, ...]
    trash: tuple[Note, ...]


def merge_notes(
    notes: Iterable[Note], here: Mapping[str, Note], trash: Mapping[str, Note], earlier: Iterable[Mapping[str, Any]]
) -> NoteMerge:
    """Sorts `notes`: known are words (body, tags, quote, link) that stand on their target already, in a note `here` or `earlier`."""
    known = {_words(note) for note in here.values()} | {_told(document) for document in earlier}
    deleted = {_words(note) for note in trash.values()}
    new: list[Note] = []
    old: list[Note] = []
    gone: list[Note] = []
    seen: set[tuple[str, _Words]] = set()
    for note in notes:
        words = _words(note)
        is_deleted = note.id in trash or (words in deleted and words not in known)
        is_known = words in known or (note.id, words) in seen
        seen.add((note.id, words))
        (gone if is_deleted else old if is_known else new).append(note)
    return NoteMerge(tuple(new), tuple(old), tuple(gone))


def _words(note: Note) -> _Words:
    """Return the content and target of a note, which are equal for a copy that an earlier import made."""
    return note.target, note.body, _plain(note.tags), _aim(msgspec.to_builtins((note.quote, note.link)))


def _told(document: Mapping[str, Any]) -> _Words:
    """Return the same of a stored note, also of one that cannot be decoded."""
    tags = document.get("tags")
    plain = _plain(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list | tuple) else ()
    return document.get("target"), document.get("body"), plain, _aim((document.get("quote"), document.get("link")))


def _plain(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold_text(tag) for tag in tags if tag != CONFLICT)


def _aim(parts: Any) -> str:
    """Return the span it quotes and the record it links to, in a form that can be compared."""
    return msgspec.json.encode(parts, order="sorted").decode()
