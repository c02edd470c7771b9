"""Test the terminal driver with redirected streams and with job control of a real shell."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.annotations.drafts import Drafts
from store.library.library import Library
from tests.support.terminal import ALTERNATE_SCREEN, PATIENCE, Terminal

QUIT = "\x11"
SUSPEND = "\x1a"
# Job control as in an interactive shell: when the program stops, the shell takes the terminal back. Each line typed runs `fg`.
SHELL = ("bash", "-c", 'set -m; "$@"; echo "[stopped]"; read -r _; fg >/dev/null; echo "[stopped]"; read -r _; fg >/dev/null', "bash")
needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")


@pytest.fixture
def run(library: Library, tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Return a function that opens the briefing `bridges` at c001 in a new terminal."""
    terminals: list[Terminal] = []

    def start(*before: str) -> Terminal:
        terminals.append(Terminal(tmp_path / "home", "bridges", "--at", "c001", before=before))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.__exit__(None, None, None)


def redirected(redirection: str) -> tuple[str, ...]:
    return ("sh", "-c", f'"$@" {redirection}; echo "[exit $?]"', "sh")


def program_pid(terminal: Terminal) -> int:
    """Return the process id of the program that the shell runs; it leads the process group of the job."""
    children = subprocess.run(["pgrep", "-P", str(terminal.process.pid)], capture_output=True, text=True, check=True).stdout
    return int(children.split()[0])


def wait_until_job_stops(terminal: Terminal, pid: int) -> None:
    """Wait until every process in the group of `pid` is stopped.

    The shell reports a stopped job as soon as the program itself has stopped. An editor that has not handled SIGTSTP yet
    would still read the next line typed, which is meant for the shell.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        processes = subprocess.run(["ps", "-A", "-o", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
        states = [state for group, state in map(str.split, processes.splitlines()) if int(group) == pid]
        if states and all(state.startswith("T") for state in states):
            return
        assert time.monotonic() < deadline, states
        terminal.shows("\0", 0.02)


@pytest.mark.parametrize("redirection", ["2>/dev/null", "2>errors", "2>&-"])
def test_the_screen_is_painted_if_standard_error_is_redirected(run: Callable[..., Terminal], tmp_path: Path, redirection: str) -> None:
    terminal = run(*redirected(redirection))
    terminal.wait_for("Bridges pay.", "5 Claims")
    terminal.press(QUIT)
    terminal.wait_for("[exit 0]")
    assert all(not path.read_text("utf-8") for path in (tmp_path / "home").glob("errors"))


@pytest.mark.parametrize("redirection", [">/dev/null", ">&-", "</dev/null", "<&-", "</dev/null >/dev/null", "| cat", "</dev/null | cat"])
def test_without_a_terminal_there_is_one_clear_error(run: Callable[..., Terminal], redirection: str) -> None:
    terminal = run(*redirected(redirection))
    terminal.wait_for("needs a terminal", "[exit 0]" if "cat" in redirection else "[exit 2]")
    assert ALTERNATE_SCREEN not in terminal.modes


@pytest.mark.parametrize("redirection", [">/dev/null 2>&1", "</dev/null 2>/dev/null", "</dev/null >/dev/null 2>&1"])
def test_without_a_terminal_the_exit_code_is_2_even_if_the_error_is_discarded(run: Callable[..., Terminal], redirection: str) -> None:
    assert ALTERNATE_SCREEN not in run(*redirected(redirection)).wait_for("[exit 2]")


@pytest.mark.tools
@needs_bash
def test_ctrl_z_suspends_and_fg_repaints_everything(run: Callable[..., Terminal]) -> None:
    terminal = run(*SHELL)
    terminal.wait_for("Bridges pay.", "? help")
    terminal.press(SUSPEND)
    terminal.wait_for("[stopped]")
    assert not terminal.modes[ALTERNATE_SCREEN]
    assert terminal.settings == terminal.before
    terminal.press("\n")
    terminal.wait_for("Bridges pay.", "5 Claims", "? help")
    assert terminal.modes[ALTERNATE_SCREEN]
    terminal.press("?")
    terminal.wait_for("How to read a briefing")
    terminal.press(SUSPEND)  # in a dialog
    terminal.wait_for("[stopped]")
    terminal.press("\n")
    terminal.wait_for("How to read a briefing")


@pytest.mark.tools
@needs_bash
@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP], ids=lambda number: number.name)
def test_after_a_stop_signal_fg_repaints_everything(run: Callable[..., Terminal], number: signal.Signals) -> None:
    terminal = run(*SHELL)
    terminal.wait_for("Bridges pay.", "? help")
    terminal.press("")
    os.kill(program_pid(terminal), number)
    terminal.wait_for("[stopped]")
    terminal.press("\n")
    terminal.wait_for("Bridges pay.", "5 Claims", "? help")
    assert terminal.modes[ALTERNATE_SCREEN]
    terminal.press("?")
    terminal.wait_for("How to read a briefing")


@pytest.mark.tools
@needs_bash
def test_a_stopped_program_saves_the_draft_and_resumes_it(run: Callable[..., Terminal], library: Library) -> None:
    terminal = run(*SHELL)
    terminal.wait_for("Bridges pay.", "? help")
    terminal.press("a")
    terminal.wait_for("Note on c001")
    terminal.paste("Half a thought")
    terminal.wait_for("Half a thought")
    os.kill(program_pid(terminal), signal.SIGTSTP)
    terminal.wait_for("[stopped]")
    assert any("Half a thought" in path.read_text("utf-8") for path in library.places.drafts.glob("*.json"))
    terminal.press("\n")
    terminal.wait_for("Half a thought")
    terminal.press("\x13")
    terminal.wait_for("1 note")
    assert [note.body for note in library.notes("bridges").all()] == ["Half a thought"]
    assert not Drafts(library.places.drafts).interrupted("bridges")


@pytest.mark.tools
@needs_bash
def test_ctrl_z_in_the_external_editor_suspends_both_and_fg_resumes_the_editor(
    run: Callable[..., Terminal], library: Library, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "[editing]"\nread -r line && echo "$line" >> "$1"\n', "utf-8")
    editor.chmod(0o755)
    terminal = run("env", f"BRIEFING_EDITOR={editor}", *SHELL)
    terminal.wait_for("Bridges pay.", "? help")
    terminal.press("E")
    terminal.wait_for("[editing]")
    pid = program_pid(terminal)
    terminal.press(SUSPEND)
    terminal.wait_for("[stopped]")
    wait_until_job_stops(terminal, pid)
    terminal.press("\n")
    terminal.press("Written outside.\n")
    terminal.wait_for("1 note", "? help")
    assert [note.body for note in library.notes("bridges").all()] == ["Written outside."]


def test_ctrl_z_without_a_shell_does_not_suspend(run: Callable[..., Terminal]) -> None:
    terminal = run()
    terminal.wait_for("Bridges pay.", "? help")
    terminal.press(SUSPEND)
    terminal.wait_for("Cannot suspend")
    terminal.press(QUIT)
    assert terminal.end() == 0


def test_ctrl_c_names_the_key_that_quits_without_markup(run: Callable[..., Terminal]) -> None:
    terminal = run()
    terminal.wait_for("Bridges pay.", "? help")
    terminal.press("\x03")
    assert "[b]" not in terminal.wait_for("Press ctrl+q to quit.")
