"""Test that a typed byte that is not UTF-8, as from a Latin-1 terminal, is ignored and reported."""

from __future__ import annotations

import signal

from store.annotations.ui_state import UiState
from store.library.library import Library
from store.storage.paths import Paths
from tests.support.terminal import Terminal


def test_a_typed_byte_that_is_not_utf_8_is_ignored_and_reported(library: Library, home: Paths) -> None:
    UiState(briefing="bridges", toured=True).save(home.state)
    with Terminal(home.data.parent) as terminal:
        terminal.wait_for("? help")
        terminal.press("a")
        terminal.wait_for("Note on")
        terminal.press(b"caf\xe9 au lait")
        terminal.wait_for("UTF-8")  # part of the message, which is wrapped
        terminal.press("\x13")
        terminal.wait_for("1 note")
        assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
    assert [note.body for note in library.notes("bridges").all()] == ["caf au lait"]
