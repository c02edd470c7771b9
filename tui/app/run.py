"""Running the app until it ends."""

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

# The painting thread would wait 5 ms for the interpreter while the event loop goes on computing.
_SWITCH_SECONDS = 0.0002


def run(library: Library, briefing: Briefing, notes: Notes, state: UiState, at: str = "", preferences: Preferences = DEFAULT) -> int:
    """Opens the screen, and returns the exit code; raises what was no mistake of the reader's."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    app: Any = BriefingApp(library, briefing, notes, state, at, preferences)
    app.run()
    if app._exception is not None:
        raise app._exception
    with suppress(StoreError):  # what is not made smaller today is made smaller another day
        notes.compact_if_wasteful()
    return int(app.return_code or 0)
