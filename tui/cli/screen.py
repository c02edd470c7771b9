"""`briefing open`: the screen, imported only here."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tui.cli.common import Misused, complete_briefings, complete_ids, library, meant


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("open")(open_screen)


def open_screen(
    briefing: Annotated[str | None, typer.Argument(metavar="[BRIEFING]", help="Which briefing.", autocompletion=complete_briefings)] = None,
    at: Annotated[str, typer.Option("--at", metavar="ID", help="The record to begin at.", autocompletion=complete_ids)] = "",
) -> None:
    """Open the screen, where you left off or at a record: briefing open alibaba-overseas --at c012."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Misused("The screen needs a terminal. `briefing --help` lists the commands that do not.")
    from store import State

    found = library()
    identity = meant(found, briefing)
    opened, notes, state = found.open(identity), found.notes(identity), State.load(found.places.state)
    record = opened.get(at).id if at and at != identity else at
    from tui.app import run

    raise typer.Exit(run(found, opened, notes, state, record))
