"""Text that is typed, key by key in a real terminal, is stored as it was typed and painted harmlessly."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from store.library.library import Library
from store.opinions.logs import VerdictLog
from tests.support.terminal import PATIENCE, Terminal
from tests.tui.test_bytes import strays
from tui.app.text_entry import is_dropped_by_textual, normalize_entered

FAMILY = "👩‍👩‍👧‍👦"
TYPED = {
    "Persian": "می‌خواهم",
    "Hindi": "क्‍ष",
    "family emoji": FAMILY,
    "direction marks": "שלום\u200f! \u200eok",
    "isolate": "a\u2067b\u2069c",
    "soft hyphen": "co\u00adoperate",
    "no-break space": "12\u00a0km\u202f!",
    "ideographic space": "阿里\u3000巴巴",
    "newer than Python's tables": "a\U0001faefb\ue000c",
}


def wait_for_notes(terminal: Terminal, library: Library, *expected: str) -> None:
    """Wait until the notes on disk have these bodies, while the terminal paints."""
    deadline = time.monotonic() + PATIENCE
    while (bodies := [note.body for note in library.notes("bridges").all()]) != list(expected):
        assert time.monotonic() < deadline, bodies
        terminal.shows("\0", 0.05)


def test_what_is_typed_in_a_terminal_is_stored_and_kept_when_edited(library: Library, tmp_path: Path) -> None:
    words = " ".join(TYPED.values())
    with Terminal(tmp_path / "home", "open", "bridges", "--at", "c001") as terminal:
        terminal.wait_for("Do bridges pay?")
        terminal.press("a")
        terminal.wait_for("ctrl+s save")
        terminal.press(f"{words} END")
        terminal.wait_for("END")
        terminal.press("\x13")
        wait_for_notes(terminal, library, f"{words} END")
        terminal.press("e")
        terminal.wait_for("ctrl+s save", "END")
        terminal.press("ING\x13")
        wait_for_notes(terminal, library, f"{words} ENDING")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert not strays(terminal.bytes.decode("utf-8", "replace"))


def test_what_is_typed_as_a_reason_is_stored(library: Library, tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", "open", "bridges", "--at", "c001") as terminal:
        terminal.wait_for("Do bridges pay?")
        terminal.press("v")
        terminal.wait_for("sure")
        terminal.press(f"\x1b[B{TYPED['Persian']}\u200f END\r")
        terminal.wait_until_quiet(0.2)
        terminal.press("\x11")
        assert terminal.end() == 0
    (verdict,) = VerdictLog(library.notes("bridges")).all()
    assert verdict.because == f"{TYPED['Persian']}\u200f END"


@pytest.mark.parametrize("words", TYPED.values(), ids=TYPED)
@pytest.mark.parametrize("in_a_line", [True, False])
def test_pasting_agrees_with_typing(words: str, in_a_line: bool) -> None:
    assert normalize_entered(words, in_a_line) == words


@pytest.mark.parametrize("character", [chr(number) for number in (*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFDD0)])
def test_no_control_character_can_be_typed(character: str) -> None:
    assert not is_dropped_by_textual(character)
    assert normalize_entered(character, is_one_line=True) != character


@pytest.mark.parametrize("character", ["a", " ", "é", "阿", "👩", None, ""])
def test_printable_keys_are_left_to_textual(character: str | None) -> None:
    assert not is_dropped_by_textual(character)
