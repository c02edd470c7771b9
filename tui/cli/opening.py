"""Opens the screen on a briefing; the one place of the command line that imports it."""

from __future__ import annotations

import sys

from tui.cli.common import Misused, library, meant


def open_at(briefing: str | None = None, at: str = "") -> int:
    """Opens the screen where the reader left off, or at the record `at`; returns the exit code."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Misused("The screen needs a terminal. `briefing --help` lists the commands that do not.")
    from store import State

    found = library()
    identity = meant(found, briefing)
    opened, notes, state = found.open(identity), found.notes(identity), State.load(found.places.state)
    record = opened.get(at).id if at and at != identity else at
    from tui.app import run

    return run(found, opened, notes, state, record)
