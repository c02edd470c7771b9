"""`briefing open`, for Typer."""

from __future__ import annotations

from typing import Annotated

import typer

from tui.cli.launch import open_at
from tui.cli.parameters import complete_briefings, complete_ids


def _complete_at(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the ids of the named briefing; while `--at` needs its value, the name is still among the remaining words."""
    if ctx.args:
        ctx.params["briefing"] = ctx.params.get("briefing") or ctx.args[0]
    return complete_ids(ctx, incomplete)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("open")(open_screen)


def open_screen(
    briefing: Annotated[
        str | None, typer.Argument(metavar="[BRIEFING]", help="Briefing to open.", autocompletion=complete_briefings)
    ] = None,
    at: Annotated[str, typer.Option("--at", metavar="ID", help="Record to open.", autocompletion=_complete_at)] = "",
) -> None:
    """Open the screen, where you left off or at a record.

    \b
    briefing open                             where you left off
    briefing open alibaba-overseas --at c012
    """
    raise typer.Exit(open_at(briefing, at))
