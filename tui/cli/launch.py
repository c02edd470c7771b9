"""Opens the screen on a briefing; the one place of the command line that imports it."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.context import UsageError, open_library, print_status, resolve_briefing_id
from tui.cli.encoding import needs_ascii

if TYPE_CHECKING:
    from store.annotations.notes import Notes
    from store.library.library import Library
    from store.model.briefing import Briefing

_CANNOT_PAINT = ("", "dumb", "unknown")


def _need_screen() -> None:
    """Raise Misused where no screen can be shown."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("The screen needs a terminal, and there is none here; all other commands need none.")
    kind = os.environ.get("TERM", "")
    if kind in _CANNOT_PAINT:
        raise UsageError(f"This terminal (TERM={kind}) cannot show a screen; all other commands work here, such as briefing show c012.")


def _draft_problems(library: Library, briefing: Briefing, notes: Notes) -> tuple[str, ...]:
    """Return a sentence for every draft that the screen will not offer, as when an id in it is damaged."""
    if not os.path.exists(library.places.drafts):
        return ()
    from tui.cli.doctor import check_drafts, misplaced_drafts

    return (*check_drafts(library), *misplaced_drafts(library, briefing, notes))


def open_at(briefing: str | None = None, at: str = "") -> int:
    """Open the screen where the reader left off, or at the record `at`; returns the exit code."""
    from store.annotations.ui_state import UiState
    from store.settings import read_settings
    from store.storage.journal import conflict_report

    repairs: list[str] = []
    found = open_library(repairs.append)
    identity = resolve_briefing_id(found, briefing)
    if identity in found.ids():  # what is not there is told first: `briefing hlep` has no need of a terminal
        _need_screen()
    opened, notes, state = found.open(identity), found.notes(identity), UiState.load(found.places.state)
    record = opened.get(at).id if at and at != identity else at
    from tui.app.preferences import resolve_preferences
    from tui.app.run import run

    config = read_settings(found.places.config)
    config = replace(config, theme=config.theme or state.theme)  # what was chosen on the screen, unless the file says otherwise
    likes = resolve_preferences(config, os.environ, needs_ascii(sys.stdout))
    conflicts = (conflict_report(notes.journal),) if notes.journal.contents.conflict_markers else ()
    likes = likes._replace(warnings=(*repairs, *conflicts, *_draft_problems(found, opened, notes), *likes.warnings))
    for notice in likes.warnings:
        print_status(notice)
    return run(found, opened, notes, state, record, likes)
