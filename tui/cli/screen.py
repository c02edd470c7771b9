"""`briefing open`, for Typer."""

from __future__ import annotations

from typing import Annotated

import typer

from tui.cli.opening import open_at
from tui.cli.parameters import complete_briefings, complete_ids


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("open")(open_screen)


def open_screen(
    briefing: Annotated[str | None, typer.Argument(metavar="[BRIEFING]", help="Which briefing.", autocompletion=complete_briefings)] = None,
    at: Annotated[str, typer.Option("--at", metavar="ID", help="The record to begin at.", autocompletion=complete_ids)] = "",
) -> None:
    """Open the screen, where you left off or at a record.

    \b
    briefing open                             where you left off
    briefing open alibaba-overseas --at c012
    """
    raise typer.Exit(open_at(briefing, at))
