"""Recognition of what `briefing import` was given: a briefing, annotations, or a copy of the article, whatever its name."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.context import print_status, resolve_briefing_id

if TYPE_CHECKING:
    from store.library.library import Library
    from store.model.note import Note
    from store.model.records import ImportFile


class Article(NamedTuple):
    """A copy of the article, and the id of the briefing that it is attached to."""

    briefing: str


def read_import(library: Library, file: Path, briefing: str | None, now: str) -> Article | ImportFile | dict[str, tuple[Note, ...]]:
    """Return what is in `file`: an article for the `briefing` that is named or has its paragraphs, a briefing, or annotations.

    Raise NotFoundError, InvalidInputError or BriefingInvalidError; if the paragraphs of a damaged file are those of a
    briefing, the error says so.
    """
    from store.errors import BriefingInvalidError, InvalidInputError
    from store.formats.annotation_import import read_annotation_file
    from store.formats.parser import parse_file
    from store.storage.untrusted_file import read_text

    text = read_text(file)
    is_named_as_records = file.suffix.lower() in (".toml", ".json")
    if not is_named_as_records and not text.lstrip().startswith("{") and not _is_briefing_in_toml(text):
        return Article(_briefing_of_article(library, file, text, briefing))
    try:
        annotations = read_annotation_file(file, now)
        bundle = parse_file(file) if annotations is None else None
    except BriefingInvalidError:
        if hint := _resemblance(library, text):
            print_status(hint)
        raise
    except InvalidInputError as error:
        from store.library.recognition import article_of

        if identity := article_of(library, text):
            print_status(f"{file} is not a briefing: it is the article of {identity}.")
            return Article(briefing or identity)
        raise InvalidInputError(f"{error} {_resemblance(library, text)}".rstrip()) from None
    if bundle is None:
        return annotations or {}
    if bundle.briefing.id not in library.ids() and (hint := _resemblance(library, text)):
        print_status(f"{hint} It is not replaced: this file has the id {bundle.briefing.id}.")
    return bundle


def _briefing_of_article(library: Library, file: Path, text: str, briefing: str | None) -> str:
    """Return the briefing that is named; without a name, the one with most of the paragraphs, else the one that was open last."""
    from store.errors import InvalidInputError
    from store.library.recognition import article_of
    from store.model.source_text import recognize_paragraphs

    best = article_of(library, text)
    if briefing and best and not recognize_paragraphs(text, library.open(briefing).file.paragraphs):
        raise InvalidInputError(
            f"{file} shares no paragraph with the source of {briefing}; it is the article of {best}. Attach it with -b {best}."
        )
    return briefing or best or resolve_briefing_id(library, None)


def _is_briefing_in_toml(text: str) -> bool:
    """Return True for a briefing in TOML whose file has another ending."""
    try:
        tree = tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return bool(tree.keys() & {"paragraphs", "claims", "actors"})


def _resemblance(library: Library, text: str) -> str:
    from store.library.recognition import briefing_like

    identity = briefing_like(library, text)
    return f"Its paragraphs are those of {identity}, which is in the library." if identity else ""
