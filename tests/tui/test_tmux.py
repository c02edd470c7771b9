"""The program in tmux, which obeys what a terminal obeys: what stands on the real screen, and what stays the terminal's own."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from assets import BRIEFINGS
from store.annotations.ui_state import UiState
from store.library.library import Library
from store.model.briefing import Briefing
from store.model.records import Claim
from tests.support.everywhere import infest
from tests.support.hostile import SEEN, STRINGS
from tests.support.terminal import COMMAND, PATIENCE, ROOT, environment

pytestmark = [pytest.mark.terminal, pytest.mark.tools, pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")]
Tmux = Callable[..., str]
FOOTER = ["enter", "open", "w", "next", "view", "a", "note", "/", "find", "?", "help"]


@pytest.fixture
def tmux(tmp_path: Path, library: Library) -> Iterator[Tmux]:
    """Run a command of a tmux server of its own."""
    UiState(toured=True).save(tmp_path / "home" / "state")  # the hints of the first run are for newcomers
    base = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]

    def run(*arguments: str) -> str:
        found = subprocess.run(
            [*base, *arguments], cwd=ROOT, env=environment(tmp_path / "home"), capture_output=True, text=True, check=False
        )
        return found.stdout

    yield run
    run("kill-server")


def wait_for(tmux: Tmux, words: str) -> str:
    return wait_until(tmux, lambda screen: words in screen)


def wait_until(tmux: Tmux, is_right: Callable[[str], bool]) -> str:
    deadline = time.monotonic() + PATIENCE
    while not is_right(screen := tmux("capture-pane", "-p")):
        assert time.monotonic() < deadline, screen
        time.sleep(0.05)
    return screen


def open_in(tmux: Tmux, briefing: str = "bridges", size: tuple[int, int] = (100, 30)) -> None:
    command = f"printf before; {shlex.join(COMMAND)} {briefing}; printf after; read -r line"
    tmux("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), "sh", "-c", command)


def resize(tmux: Tmux, width: int, height: int) -> None:
    tmux("resize-window", "-x", str(width), "-y", str(height))


def is_absent(text: str, screen: str) -> bool:
    """Return True if `text` is not on `screen`."""
    return text not in screen


def press(tmux: Tmux, keys: str, words: str) -> str:
    """Presses keys, named as tmux names them; the screen on which these words stand afterwards."""
    tmux("send-keys", *keys.split())
    return wait_for(tmux, words)


@pytest.fixture
def book(library: Library) -> Briefing:
    """Return the shipped briefing."""
    library.install_bundled(BRIEFINGS)
    return library.open("alibaba-overseas")


@pytest.fixture
def shipped(tmux: Tmux, book: Briefing) -> Tmux:
    """Return a window of 120 by 40 in which it is open."""
    open_in(tmux, book.id, (120, 40))
    wait_for(tmux, "claims by kind")
    return tmux


def cursor(screen: str) -> str:
    """Return the id in the row under the cursor."""
    line = next((line for line in screen.split("\n") if line.startswith("▌")), "")
    return next((word for word in line.split() if word.startswith("c") and word[1:].isdecimal()), "")


def shows(screen: str, claim: Claim, height: int) -> bool:
    """Whether cursor and card are on this claim, and the footer on the last line of a window of this height."""
    lines = screen.rstrip("\n").split("\n")
    return cursor(screen) == claim.id and card(claim) in screen and len(lines) == height and "? help" in lines[-1]


def card(claim: Claim) -> str:
    """How its card begins, as nothing else does."""
    return f"{claim.id}  {claim.kind}"


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
    for keys, told in (("5 a", "ctrl+s save"), ("/ S e e n", "enter open ·"), ("f t a g :", "enter apply"), (": S e e n", "run or open")):
        press(tmux, keys, told)
        tmux("send-keys", "Escape")
        wait_until(tmux, partial(is_absent, told))
    assert tmux("display-message", "-p", "#{pane_title}") == title
    assert tmux("list-buffers") == ""
    assert "Overview" in tmux("capture-pane", "-p").split("\n")[1]


def test_a_claim_is_read_and_followed_and_left_on_the_real_screen(shipped: Tmux, book: Briefing) -> None:
    first, second = book.file.claims[:2]
    about = book.actor(second.about[0])
    screen = press(shipped, "5 j", card(second))
    assert cursor(screen) == second.id
    assert first.id in screen
    assert screen.rstrip().split("\n")[-1].split() == FOOTER
    screen = press(shipped, "Enter", "} next link")
    assert card(second) in screen
    press(shipped, "Tab Enter", f"{about.id}  {about.kind}")
    assert card(second) in press(shipped, "BSpace", card(second))


def test_a_filter_is_seen_on_the_real_screen_and_taken_off_again(shipped: Tmux, book: Briefing) -> None:
    claims = book.file.claims
    predictions = book.predictions()
    count = f"{len(predictions)} of {len(claims)}"
    press(shipped, "5", card(claims[0]))
    press(shipped, "f", "Filter")
    press(shipped, "kind:prediction", count)
    screen = press(shipped, "Enter", "esc shows all")
    assert count in screen
    assert predictions[0].id in screen
    assert claims[0].id not in screen.split("│")[0]
    wait_for(shipped, card(predictions[0]))
    shipped("send-keys", "Escape")
    wait_until(shipped, lambda screen: "esc shows all" not in screen)
    press(shipped, "g", card(claims[0]))


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (200, 50)])
def test_resizing_keeps_the_place_on_the_real_screen(shipped: Tmux, book: Briefing, size: tuple[int, int]) -> None:
    last = book.file.claims[-1]
    press(shipped, "5 G", card(last))
    for width, height in (size, (120, 40)):
        resize(shipped, width, height)
        wait_until(shipped, partial(shows, claim=last, height=height))


def test_a_window_too_small_says_so_politely_and_growing_recovers(shipped: Tmux, book: Briefing) -> None:
    third = book.file.claims[2]
    press(shipped, "5 j j", card(third))
    resize(shipped, 40, 12)
    wait_until(shipped, lambda screen: screen.strip() == "Too small: 40×12; needs 50×14")
    resize(shipped, 120, 40)
    wait_until(shipped, partial(shows, claim=third, height=40))
    wait_until(shipped, lambda screen: "Too small" not in screen)


@pytest.fixture
def lent(tmux: Tmux, tmp_path: Path) -> Tmux:
    """Return a window on c001, with an editor that asks for a line in the place of the program."""
    script = tmp_path / "ed"
    script.write_text('#!/bin/sh\nprintf "a line for the note: "\nread -r line && echo "$line" >> "$1"\n', "utf-8")
    script.chmod(0o755)
    command = f"BRIEFING_EDITOR={script} {shlex.join(COMMAND)} open bridges --at c001; printf after; read -r line"
    tmux("new-session", "-d", "-x", "100", "-y", "30", "sh", "-c", command)
    wait_for(tmux, "Bridges pay.")
    return tmux


def test_the_terminal_is_lent_to_an_editor_and_comes_back(lent: Tmux, library: Library) -> None:
    screen = press(lent, "E", "a line for the note:")
    assert "Bridges pay." not in screen
    lent("send-keys", "-l", "Written outside.")
    screen = press(lent, "Enter", "Written outside.")
    assert "Bridges pay." in wait_for(lent, "? help")
    assert [note.body for note in library.notes("bridges").all()] == ["Written outside."]


def test_ctrl_c_ends_the_editor_and_nothing_else(lent: Tmux, library: Library) -> None:
    press(lent, "E", "a line for the note:")
    assert "Nothing was changed." in press(lent, "C-c", "ended")
    assert press(lent, "?", "How to read a briefing")
    assert library.notes("bridges").all() == ()
