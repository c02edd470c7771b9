"""The arguments and options that commands share, with what completes them."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from store.annotations.note_kinds import KINDS, STATUSES
from store.annotations.tags import count_tags
from store.errors import StoreError
from tui.cli.context import open_briefing, open_library, resolve_briefing_id


def complete_briefings(incomplete: str) -> list[str]:
    """Return the ids of briefings that begin so."""
    try:
        return [identity for identity in open_library().ids() if identity.startswith(incomplete)]
    except StoreError:
        return []


def complete_ids(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the ids of records and notes that begin so; none if there is no such briefing: a complaint would end up in the prompt."""
    try:
        found, briefing = open_briefing(ctx.params.get("briefing"))
        ids = [briefing.id, *briefing.records, *(note.id for note in found.notes(briefing.id).all())]
    except StoreError:
        return []
    return [identity for identity in ids if identity.startswith(incomplete)]


def complete_tags(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the tags in use that begin so."""
    try:
        found = open_library()
        used = count_tags(found.notes(resolve_briefing_id(found, ctx.params.get("briefing"))).all())
    except StoreError:
        return []
    return [tag for tag in used if tag.startswith(incomplete.lstrip("#"))]


def complete_days(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the days with a backup."""
    try:
        found = open_library()
        days = [backup.day for backup in found.backups(resolve_briefing_id(found, ctx.params.get("briefing"))).all()]
    except StoreError:
        return []
    return [day for day in days if day.startswith(incomplete)]


BriefingOption = Annotated[
    str | None,
    typer.Option(
        "--briefing",
        "-b",
        metavar="BRIEFING",
        help="Briefing to use (default: the last one opened).",
        autocompletion=complete_briefings,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def id_argument(words: str) -> Any:
    """Return an argument for an id, with completion; `words` is its help."""
    return typer.Argument(metavar="ID", help=words, autocompletion=complete_ids)


NoteArgument = Annotated[str, typer.Argument(metavar="NOTE", help="The id of a note: n-…", autocompletion=complete_ids)]
TextArgument = Annotated[str | None, typer.Argument(metavar="[TEXT]", help="The words; - reads them from standard input.")]
TagOption = Annotated[
    list[str] | None, typer.Option("--tag", "-t", metavar="TAG", help="A tag; may be given several times.", autocompletion=complete_tags)
]
KindOption = Annotated[
    str,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        help="comment, question, todo, quote or correction.",
        autocompletion=lambda: [kind.replace(" ", "") for kind in KINDS],
    ),
]
StatusOption = Annotated[
    str,
    typer.Option("--status", metavar="open|done", help="Of a question, a to do, a correction.", autocompletion=lambda: list(STATUSES)),
]
QuoteOption = Annotated[
    str, typer.Option("--quote", "-q", metavar="WORDS", help="The words of the paragraph, in your copy, that the note is on.")
]
