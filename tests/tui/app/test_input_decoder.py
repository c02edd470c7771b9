"""A byte that is not UTF-8, as from a terminal set to Latin-1, is ignored and reported; the program goes on."""

from __future__ import annotations

import signal

from store.annotations.ui_state import UiState
from store.library.library import Library
from store.storage.paths import Paths
from tests.support.terminal import Terminal


def test_a_typed_byte_that_is_not_utf_8_is_ignored_and_reported(library: Library, home: Paths) -> None:
    UiState(briefing="bridges", toured=True).save(home.state)
    with Terminal(home.data.parent) as terminal:
        terminal.wait_until_up()
        terminal.wait_until_quiet(0.2)
        terminal.press("a")
        terminal.wait_for("A note on")
        terminal.press(b"caf\xe9 au lait")
        terminal.wait_for("UTF-8")  # part of the message, which is wrapped
        terminal.press("\x13")
        while not library.notes("bridges").all():
            assert terminal.process.poll() is None
            terminal.wait_until_quiet(0.1)
        assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
    assert [note.body for note in library.notes("bridges").all()] == ["caf au lait"]
