"""Entry point of the screen."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

from store.annotations.notes import Notes
from store.annotations.ui_state import UiState
from store.errors import StoreError
from store.library.library import Library
from store.model.briefing import Briefing
from tui.app.app import DEFAULT, BriefingApp
from tui.app.preferences import Preferences

# The default of 5 ms would delay the thread that writes to the terminal while the event loop computes.
_SWITCH_SECONDS = 0.0002


def run(library: Library, briefing: Briefing, notes: Notes, state: UiState, at: str = "", preferences: Preferences = DEFAULT) -> int:
    """Run the app and return its exit code; re-raise an internal error."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    app: Any = BriefingApp(library, briefing, notes, state, at, preferences)
    app.run()
    if app._exception is not None:
        raise app._exception
    with suppress(StoreError):  # compaction is best effort
        notes.compact_if_wasteful()
    return int(app.return_code or 0)
