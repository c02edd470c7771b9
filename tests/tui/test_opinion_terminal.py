"""The dialogs of opinions in a real terminal: typed text is there again after any end of the program."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store.annotations.opinion_drafts import OpinionDrafts
from store.library.library import Library
from tests.support.terminal import PATIENCE, Terminal, killed

REASON = "One bridge is not all"


def opened(home: Path) -> Terminal:
    return Terminal(home, "bridges", "--at", "c001")


def type_reason(terminal: Terminal) -> None:
    """Return a verdict on c001 is being written, and its reason is on the screen."""
    terminal.wait_for("Bridges pay.")
    terminal.wait_until_quiet()
    terminal.press("v")
    terminal.wait_for("Opinion on c001")
    terminal.press("\x1b[D\x1b[D\x1b[B")
    terminal.wait_for("Agree")
    terminal.paste(REASON)
    terminal.wait_for(REASON)


def wait_for_draft(library: Library) -> None:
    deadline = time.monotonic() + PATIENCE
    folder = library.places.drafts / "opinions"
    while not any(REASON in path.read_text("utf-8") for path in folder.glob("*.json")):
        assert time.monotonic() < deadline, "the draft was not written"
        time.sleep(0.02)


def close(terminal: Terminal) -> None:
    terminal.close()
    assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP


def quit_program(terminal: Terminal) -> None:
    terminal.press("\x11")
    assert terminal.end() == 0


@pytest.mark.parametrize("end", [close, quit_program, killed], ids=["terminal closed", "quit", "kill -9"])
def test_the_reason_is_there_again(library: Library, tmp_path: Path, end: Callable[[Terminal], None]) -> None:
    home = tmp_path / "home"
    with opened(home) as terminal:
        type_reason(terminal)
        if end is killed:
            wait_for_draft(library)
        end(terminal)
    (draft,) = OpinionDrafts(library.places.drafts).interrupted("bridges")
    assert draft.fields["reason"] == REASON
    with opened(home) as terminal:
        terminal.wait_for("Bridges pay.")
        terminal.wait_until_quiet()
        terminal.press("v")
        terminal.wait_for("Opinion on c001", REASON)
        terminal.press("\r")
        terminal.wait_for("Saved your opinion on c001: Agree.")
    with Terminal(home, "doctor", "-b", "bridges") as terminal:
        assert "draft" not in terminal.wait_for("Everything is sound.")
