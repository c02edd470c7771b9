"""Test that text typed in a real terminal is stored exactly as typed and painted without control sequences."""

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


def test_typed_text_is_stored_unchanged_and_survives_an_edit(library: Library, tmp_path: Path) -> None:
    text = " ".join(TYPED.values())
    with Terminal(tmp_path / "home", "open", "bridges", "--at", "c001") as terminal:
        terminal.wait_for("Do bridges pay?")
        terminal.press("a")
        terminal.wait_for("ctrl+s save")
        terminal.press(f"{text} END")
        terminal.wait_for("END")
        terminal.press("\x13")
        terminal.wait_for("1 note")  # the note is on disk before the dialog closes, and until then the dialog would receive `e`
        wait_for_notes(terminal, library, f"{text} END")
        terminal.press("e")
        terminal.wait_for("ctrl+s save", "END")
        terminal.press("ING\x13")
        wait_for_notes(terminal, library, f"{text} ENDING")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert not strays(terminal.bytes.decode("utf-8", "replace"))


def test_a_typed_reason_is_stored_unchanged(library: Library, tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", "open", "bridges", "--at", "c001") as terminal:
        terminal.wait_for("Do bridges pay?")
        terminal.press("v")
        terminal.wait_for("Confidence")
        terminal.press("\x1b[C")
        terminal.wait_for("Strongly disagree")
        terminal.press(f"\x1b[B{TYPED['Persian']}\u200f END")
        terminal.wait_for("END")
        terminal.press("\r")
        terminal.wait_for("Saved your opinion on c001")
        terminal.press("\x11")
        assert terminal.end() == 0
    (verdict,) = VerdictLog(library.notes("bridges")).all()
    assert verdict.because == f"{TYPED['Persian']}\u200f END"


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
@pytest.mark.parametrize("is_one_line", [True, False])
def test_pasted_text_is_stored_like_typed_text(text: str, is_one_line: bool) -> None:
    assert normalize_entered(text, is_one_line) == text


@pytest.mark.parametrize("character", [chr(number) for number in (*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFDD0)])
def test_no_control_character_can_be_typed(character: str) -> None:
    assert not is_dropped_by_textual(character)
    assert normalize_entered(character, is_one_line=True) != character


@pytest.mark.parametrize("character", ["a", " ", "é", "阿", "👩", None, ""])
def test_printable_keys_are_left_to_textual(character: str | None) -> None:
    assert not is_dropped_by_textual(character)
