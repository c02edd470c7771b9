"""The program in tmux, which obeys what a terminal obeys: its title, its clipboard and its screen stay its own."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.library import Library
from tests.hostile import SEEN, STRINGS
from tests.terminal import COMMAND, PATIENCE, ROOT, environment
from tests.tui.test_hostile import infest

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
Tmux = Callable[..., str]


@pytest.fixture
def tmux(tmp_path: Path, library: Library) -> Iterator[Tmux]:
    """Runs a command of a tmux server of its own."""
    base = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]

    def run(*arguments: str) -> str:
        found = subprocess.run(
            [*base, *arguments], cwd=ROOT, env=environment(tmp_path / "home"), capture_output=True, text=True, check=False
        )
        return found.stdout

    yield run
    run("kill-server")


def wait_for(tmux: Tmux, words: str) -> str:
    deadline = time.monotonic() + PATIENCE
    while words not in (screen := tmux("capture-pane", "-p")):
        assert time.monotonic() < deadline, screen
        time.sleep(0.05)
    return screen


def open_in(tmux: Tmux) -> None:
    command = f"printf before; {shlex.join(COMMAND)} bridges; printf after; read -r line"
    tmux("new-session", "-d", "-x", "100", "-y", "30", "sh", "-c", command)


def test_the_screen_is_painted_and_taken_away_again(tmux: Tmux) -> None:
    open_in(tmux)
    screen = wait_for(tmux, "Do bridges pay?")
    assert "Overview" in screen.split("\n")[1]
    tmux("send-keys", "5")
    wait_for(tmux, "c003")
    tmux("send-keys", "C-q")
    screen = wait_for(tmux, "after")
    assert screen.startswith("before")
    assert "Do bridges pay?" not in screen


def test_hostile_text_changes_neither_title_nor_clipboard_nor_place(tmux: Tmux, library: Library) -> None:
    infest(library, " ".join(STRINGS[name] for name in ("clipboard", "title", "C1 sequence", "hyperlink", "nothing and delete")))
    open_in(tmux)
    tmux("set-option", "-g", "set-clipboard", "on")
    title = tmux("display-message", "-p", "#{pane_title}")
    wait_for(tmux, SEEN)
    for key in "23456789":
        tmux("send-keys", key)
        wait_for(tmux, SEEN)
    assert tmux("display-message", "-p", "#{pane_title}") == title
    assert tmux("list-buffers") == ""
    assert "Overview" in tmux("capture-pane", "-p").split("\n")[1]
