"""The program in a real terminal: what it paints, what it leaves behind however it ends, and that no word is lost."""

from __future__ import annotations

import re
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store.annotations.drafts import Drafts
from store.annotations.ui_state import UiState
from store.library.library import Library
from tests.support.everywhere import infest
from tests.support.hostile import STRINGS
from tests.support.terminal import ALTERNATE_SCREEN, CURSOR, MOUSE, PASTE, PATIENCE, ROOT, Terminal, killed

THOUGHT = "Half a thought"


@pytest.fixture
def opened(library: Library, tmp_path: Path) -> Callable[..., Terminal]:
    """Open `bridges` in a terminal of its own."""
    return lambda *arguments, **changes: Terminal(tmp_path / "home", "bridges", *arguments, **changes)


def writing(terminal: Terminal) -> None:
    """Return a note on c001 is being written, and its words are on the screen."""
    terminal.wait_for("Bridges pay.")
    terminal.press("a")
    terminal.wait_for("ctrl+s")
    terminal.paste(THOUGHT)
    terminal.wait_for(THOUGHT)


def drafted(library: Library) -> list[str]:
    return [draft.body for draft in Drafts(library.places.drafts).interrupted("bridges")]


def wait_for_draft(library: Library) -> None:
    """Until what was typed is on disk, which the program does by itself."""
    deadline = time.monotonic() + PATIENCE
    while not any(THOUGHT in path.read_text("utf-8") for path in library.places.drafts.glob("*.json")):
        assert time.monotonic() < deadline, "the draft never came"
        time.sleep(0.02)


def test_the_first_screen_shows_the_briefing(opened: Callable[..., Terminal]) -> None:
    with opened() as terminal:
        terminal.wait_for("Do bridges pay?", "Overview", "Claims", "Bridges pay.", "a note")


def test_a_newcomer_sees_the_shipped_briefing(tmp_path: Path) -> None:
    with Terminal(tmp_path / "home") as terminal:
        terminal.wait_for("Are telecom operators Alibaba's way abroad?", "178 claims")
        terminal.press("q")
        assert terminal.end() == 0


def test_quitting_leaves_the_terminal_as_it_was_and_reopens_at_the_last_place(opened: Callable[..., Terminal]) -> None:
    with opened() as terminal:
        terminal.wait_for("Bridges pay.")
        terminal.press("5jj")
        terminal.wait_for("Tolls will vanish.", "c003")
        terminal.wait_until_quiet()
        terminal.press("\x11")
        assert terminal.end() == 0
        assert terminal.settings == terminal.before
    with opened() as terminal:
        assert "c003  opinion" in terminal.wait_for("c003  opinion", "5 Claims")


def test_a_note_that_is_saved_is_there_for_the_next_start(opened: Callable[..., Terminal], library: Library) -> None:
    with opened("--at", "c001") as terminal:
        writing(terminal)
        terminal.press("\x13")
        terminal.wait_for("1 note")
        terminal.press("\x11")
        assert terminal.end() == 0
    assert [note.body for note in library.notes("bridges").all()] == [THOUGHT]
    assert drafted(library) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_restores_the_terminal_and_tells_how_it_ended(opened: Callable[..., Terminal], number: signal.Signals) -> None:
    with opened() as terminal:
        terminal.wait_for("Bridges pay.")
        assert terminal.modes[ALTERNATE_SCREEN]
        assert terminal.end(number) == 128 + number
        assert [terminal.modes.get(mode) for mode in (ALTERNATE_SCREEN, CURSOR, MOUSE, PASTE)] == [False, True, False, False]
        assert terminal.settings == terminal.before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_while_writing_keeps_every_word(opened: Callable[..., Terminal], library: Library, number: signal.Signals) -> None:
    with opened("--at", "c001") as terminal:
        writing(terminal)
        assert terminal.end(number) == 128 + number
    assert drafted(library) == [THOUGHT]


@pytest.mark.parametrize("words", ["claims", "a note"], ids=["at once", "later"])
def test_closing_the_window_ends_the_program(opened: Callable[..., Terminal], words: str) -> None:
    with opened() as terminal:
        terminal.wait_for(words)
        terminal.close()
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP


@pytest.mark.skipif(not shutil.which("setsid"), reason="setsid is not installed: nothing can be kept from the signal of a closed terminal")
def test_a_terminal_that_goes_without_a_signal_ends_the_program_and_keeps_the_words(
    opened: Callable[..., Terminal], library: Library
) -> None:
    without_signal = ("sh", "-c", 'trap "" HUP; setsid --wait "$@"', "sh")
    with opened("--at", "c001", before=without_signal) as terminal:
        writing(terminal)
        terminal.close()
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP
    assert drafted(library) == [THOUGHT]


def test_a_bug_of_ours_while_writing_keeps_the_words_and_tells_nobody_of_them(
    opened: Callable[..., Terminal], library: Library, tmp_path: Path
) -> None:
    bug = (
        "from tui.dialogs.note_editor import NoteEditor\n"
        "def fail(self): raise RuntimeError(self.text)\nNoteEditor.action_put_aside = fail\n"
    )
    (tmp_path / "sitecustomize.py").write_text(bug, "utf-8")
    with opened("--at", "c001", PYTHONPATH=f"{tmp_path}:{ROOT}") as terminal:
        writing(terminal)
        terminal.press("\x1b")
        assert terminal.end() == 70
        assert re.search(r"Internal error \((RuntimeError|WorkerFailed)\)", " ".join(terminal.painted.split()))
        assert THOUGHT not in terminal.text.rpartition("\x1b[?1049l")[2]
        assert terminal.modes[ALTERNATE_SCREEN] is False
    assert THOUGHT not in library.places.log.read_text("utf-8")
    assert "RuntimeError" in library.places.log.read_text("utf-8")
    assert drafted(library) == [THOUGHT]


def test_closing_the_window_while_writing_keeps_the_words(opened: Callable[..., Terminal], library: Library) -> None:
    with opened("--at", "c001") as terminal:
        writing(terminal)
        wait_for_draft(library)
        terminal.close()
        terminal.process.wait(PATIENCE)
    assert drafted(library) == [THOUGHT]


def test_after_kill_9_the_draft_is_offered_on_the_next_start(opened: Callable[..., Terminal], library: Library) -> None:
    with opened("--at", "c001") as terminal:
        writing(terminal)
        wait_for_draft(library)
        killed(terminal)
    with opened() as terminal:
        terminal.wait_for("The program ended while you were writing on c001", THOUGHT)
        terminal.press("y")
        terminal.wait_for("ctrl+s")
        terminal.press("\x13")
        terminal.wait_for("1 note")
    assert [note.body for note in library.notes("bridges").all()] == [THOUGHT]


def test_after_kill_9_the_program_opens_where_it_was(opened: Callable[..., Terminal], library: Library) -> None:
    with opened() as terminal:
        terminal.wait_for("Bridges pay.")
        terminal.press("5jj")
        terminal.wait_for("Tolls will vanish.", "c003")
        deadline = time.monotonic() + PATIENCE
        while UiState.load(library.places.state).places.get("bridges") != ("Claims", "c003"):
            assert time.monotonic() < deadline, "the place was never remembered"
            time.sleep(0.02)
        killed(terminal)
    with opened() as terminal:
        assert "c003  opinion" in terminal.wait_for("c003  opinion", "5 Claims")


def test_a_draft_that_another_window_is_writing_is_not_offered(opened: Callable[..., Terminal], library: Library) -> None:
    with opened("--at", "c001") as one, opened("--at", "c002") as other:
        writing(one)
        wait_for_draft(library)
        assert "The program ended" not in other.wait_until_quiet()
        assert drafted(library) == []


def test_what_one_window_saves_the_other_sees(opened: Callable[..., Terminal]) -> None:
    with opened("--at", "c001") as one, opened("--at", "c001") as other:
        other.wait_for("Bridges pay.")
        writing(one)
        one.press("\x13")
        one.wait_for("1 note")
        other.wait_for(THOUGHT)


def test_hostile_text_reaches_the_terminal_as_text_alone(opened: Callable[..., Terminal], library: Library) -> None:
    infest(library, " ".join(words[:300] for words in STRINGS.values()))
    with opened() as terminal:
        terminal.wait_for("Seen7")
        for key in "123456789":
            terminal.press(key)
            terminal.wait_until_quiet(0.2)
        terminal.press("\x11")
        terminal.end()
        assert not re.search(r"\x1b\](?:0|2|8|52);|[\x80-\x9f\u202a-\u202e\u2066-\u2069]|\x00|\x7f", terminal.text)


@pytest.mark.parametrize("no_color", ["1", "yes"])
def test_no_color_means_no_colour(opened: Callable[..., Terminal], no_color: str) -> None:
    with opened(NO_COLOR=no_color) as terminal:
        terminal.wait_for("Bridges pay.")
        terminal.press("5j")
        terminal.wait_until_quiet()
        codes = {code for found in re.finditer(r"\x1b\[([0-9;]*)m", terminal.text) for code in found[1].split(";") if code}
        assert {code for code in codes if re.fullmatch("3[0-8]|4[0-8]|9[0-7]|10[0-7]", code)} == set()


def test_without_no_color_there_is_colour(opened: Callable[..., Terminal]) -> None:
    with opened() as terminal:
        terminal.wait_for("Bridges pay.")
        assert "\x1b[38;2;" in terminal.text or ";38;2;" in terminal.text


@pytest.mark.parametrize("keys", ["5j9", "aed", "/n.f", "q"])
def test_keys_pressed_before_the_first_paint_do_no_harm(opened: Callable[..., Terminal], keys: str) -> None:
    with opened() as terminal:
        terminal.wait_until_up()
        terminal.press(f"{keys}\x11")
        assert terminal.end() == 0


def test_a_signal_before_the_first_paint_is_honest_too(opened: Callable[..., Terminal]) -> None:
    with opened() as terminal:
        terminal.wait_until_up()
        assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert not terminal.modes[ALTERNATE_SCREEN]


def test_a_terminal_of_the_smallest_size_is_no_reason_to_fail(opened: Callable[..., Terminal]) -> None:
    with opened(size=(20, 6)) as terminal:
        terminal.wait_until_quiet(1.0)
        terminal.press("2345678j9\x11")
        assert terminal.end() == 0
