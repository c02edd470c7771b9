"""The external editor in a real terminal: no text that it saved is lost, however the program or the editor ends."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from store.annotations.drafts import Drafts
from store.library.library import Library
from tests.support.terminal import PATIENCE, Terminal, killed
from tests.tui.conftest import editor_paths

THOUGHT = "Half a thought"
# Says that it is open, waits until it may save, and says that it has saved; `$0.open` holds its process id.
PATIENT = 'trap "" HUP; echo $$ > "$0.open"; until [ -e "$0.save" ]; do sleep 0.02; done; echo "{text}" > "$1"; touch "$0.saved"; {end}'
STAYS_OPEN = "until [ -e '/nonexistent' ]; do sleep 0.02; done"


@pytest.fixture
def script(tmp_path: Path) -> Callable[[str], Path]:
    """Make a shell script, to be set as $EDITOR."""

    def make(text: str) -> Path:
        path = tmp_path / "home" / "ed"
        path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        path.chmod(0o755)
        return path

    return make


def opened(path: Path, *arguments: str) -> Terminal:
    return Terminal(path.parent, "bridges", *arguments, BRIEFING_EDITOR="", VISUAL="", EDITOR="~/ed", HOME=str(path.parent))


def wait_until(is_right: Callable[[], object], message: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_right():
        assert time.monotonic() < deadline, message
        time.sleep(0.02)


def open_editor(terminal: Terminal, path: Path) -> None:
    terminal.wait_for("Bridges pay.")
    terminal.wait_until_quiet()
    terminal.press("E")
    wait_until(path.with_name("ed.open").exists, "the editor did not open")


def save(path: Path) -> None:
    """Let the editor save, and wait until it has."""
    path.with_name("ed.save").touch()
    wait_until(path.with_name("ed.saved").exists, "the editor did not save")


def accept(terminal: Terminal, library: Library, text: str = THOUGHT) -> None:
    """Return the text is offered, and becomes the note on c001."""
    terminal.wait_for("The program ended while you were writing on c001", text)
    terminal.press("y")
    terminal.wait_for("ctrl+s", text)
    terminal.press("\x13")
    wait_until(lambda: bodies(library) == [text], "the text did not become a note")


def bodies(library: Library) -> list[str]:
    return [note.body for note in library.notes("bridges").all()]


def end_editor(path: Path) -> None:
    """End an editor that would go on after the test."""
    with suppress(ProcessLookupError):
        os.kill(int(path.with_name("ed.open").read_text()), signal.SIGKILL)


def test_an_editor_that_outlives_a_killed_program_and_saves_is_offered_at_the_next_start(
    library: Library, script: Callable[[str], Path]
) -> None:
    path = script(PATIENT.format(text=THOUGHT, end=STAYS_OPEN))
    with opened(path, "--at", "c001") as terminal:
        open_editor(terminal, path)
        killed(terminal)
    save(path)
    try:
        with opened(path, "--at", "c002") as terminal:
            accept(terminal, library)
    finally:
        end_editor(path)


def test_an_editor_that_saves_when_the_program_runs_again_is_offered_then(library: Library, script: Callable[[str], Path]) -> None:
    path = script(PATIENT.format(text=THOUGHT, end="exit 0"))
    with opened(path, "--at", "c001") as terminal:
        open_editor(terminal, path)
        killed(terminal)
    with opened(path, "--at", "c002") as terminal:
        terminal.wait_for("Tolls will double.")
        save(path)
        accept(terminal, library)


def test_a_terminal_that_closes_while_the_editor_is_open_loses_nothing(library: Library, script: Callable[[str], Path]) -> None:
    path = script(PATIENT.format(text=THOUGHT, end=STAYS_OPEN))
    with opened(path, "--at", "c001") as terminal:
        open_editor(terminal, path)
        save(path)
        terminal.close()
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP
    try:
        with opened(path, "--at", "c002") as terminal:
            accept(terminal, library)
    finally:
        end_editor(path)


def test_an_editor_that_ends_with_the_terminal_loses_nothing(library: Library, script: Callable[[str], Path]) -> None:
    path = script(f'echo $$ > "$0.open"; echo "{THOUGHT}" > "$1"; {STAYS_OPEN}')
    with opened(path, "--at", "c001") as terminal:
        open_editor(terminal, path)
        wait_until(lambda: THOUGHT in editor_paths(library)[0].read_text(), "the editor did not save")
        terminal.close()
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP
    with opened(path, "--at", "c002") as terminal:
        accept(terminal, library)


def test_text_that_went_from_the_built_in_editor_to_an_external_one_replaces_its_draft(
    library: Library, script: Callable[[str], Path]
) -> None:
    path = script(PATIENT.format(text=f"{THOUGHT}, and the other", end="exit 0"))
    with opened(path, "--at", "c001") as terminal:
        terminal.wait_for("Bridges pay.")
        terminal.press("a")
        terminal.wait_for("ctrl+s")
        terminal.paste(THOUGHT)
        terminal.wait_for(THOUGHT)
        terminal.press("\x0f")
        wait_until(path.with_name("ed.open").exists, "the editor did not open")
        killed(terminal)
    save(path)
    with opened(path, "--at", "c002") as terminal:
        accept(terminal, library, f"{THOUGHT}, and the other")
    assert Drafts(library.places.drafts).interrupted("bridges") == ()


def test_an_editor_that_returns_at_once_is_imported_when_it_saves(library: Library, script: Callable[[str], Path]) -> None:
    path = script(f"({PATIENT.format(text=THOUGHT, end='exit 0')}) < /dev/null > /dev/null 2>&1 &")
    with opened(path, "--at", "c001") as terminal:
        open_editor(terminal, path)
        terminal.wait_for("ed returned at once")
        save(path)
        terminal.wait_for("Imported from the external editor")
        assert bodies(library) == [THOUGHT]


def test_the_text_of_a_command_that_was_killed_is_offered_on_the_screen(library: Library, script: Callable[[str], Path]) -> None:
    path = script(PATIENT.format(text=THOUGHT, end="exit 0"))
    with Terminal(path.parent, "note", "add", "c001", "-b", "bridges", BRIEFING_EDITOR="", VISUAL="", EDITOR=str(path)) as terminal:
        wait_until(path.with_name("ed.open").exists, "the editor did not open")
        killed(terminal)
    save(path)
    (file,) = editor_paths(library)
    with Terminal(path.parent, "doctor", "-b", "bridges") as terminal:
        assert str(file) in terminal.wait_for("text from an external editor on c001").replace("\r\n", "")
    with opened(path) as terminal:
        accept(terminal, library)
