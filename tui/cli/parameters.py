"""The arguments and options that commands share, with what completes them."""

from __future__ import annotations

from typing import Annotated

import typer

from store import StoreError
from tui.cli.common import library, opened


def complete_briefings(incomplete: str) -> list[str]:
    """The ids of briefings that begin so."""
    return [identity for identity in library().ids() if identity.startswith(incomplete)]


def complete_ids(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of records and notes that begin so; none where there is no such briefing: a complaint would end up in the prompt."""
    try:
        found, briefing = opened(ctx.params.get("briefing"))
        ids = [briefing.id, *briefing.records, *(note.id for note in found.notes(briefing.id).all())]
    except StoreError:
        return []
    return [identity for identity in ids if identity.startswith(incomplete)]


BriefingOption = Annotated[
    str | None,
    typer.Option(
        "--briefing",
        "-b",
        metavar="BRIEFING",
        help="Which briefing; the one last open where it is left out.",
        autocompletion=complete_briefings,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON.")]
IdArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A record (c012), paragraph (p7), note (n-…), actor name, or the briefing.", autocompletion=complete_ids
    ),
]
