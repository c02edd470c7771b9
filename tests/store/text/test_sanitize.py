"""Text from outside cannot command a terminal, and nothing a reader could see is lost from it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.text.json_escape import escape_json
from store.text.sanitize import (
    is_text,
    name_invisible,
    normalize_line,
    normalize_pasted,
    normalize_typed,
    sanitize,
    sanitize_line,
    sanitize_output,
)
from store.text.unsafe_characters import MARKS_IN_A_ROW

HOSTILE = "a \t\r\n\x00\x1b\x7f\x85\x9b\u0301\u200b\u200d\u202e\u2028\u2066\ud800\ufdd0\ufffe"
ANY_TEXT = st.text(st.characters()) | st.text(st.sampled_from(HOSTILE))
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
# Letters by name that draw nothing at all.
FILLERS = "\u115f\u1160\u3164\uffa0"


def is_noncharacter(character: str) -> bool:
    return ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF


@given(ANY_TEXT)
@example("".join(map(chr, range(0x110000))))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    left = sanitize(text)
    assert not [c for c in left if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
    assert not [c for c in left if unicodedata.bidirectional(c) in BIDI or c in "\u200e\u200f\u061c"]
    assert not [c for c in left if is_noncharacter(c)]
    assert left.encode().decode() == left


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert sanitize(sanitize(text)) == sanitize(text)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters=FILLERS)))
def test_printable_text_comes_back_unchanged(text: str) -> None:
    assert sanitize(text) == text


@pytest.mark.parametrize("text", ["", "plain", "two\nlines", "naïve café", "阿里巴巴", "👩‍👩‍👧", "می‌خواهم", "[sic] $HOME {x}"])
def test_what_people_write_is_left_alone(text: str) -> None:
    assert sanitize(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one_kind(end: str) -> None:
    assert sanitize(f"a{end}b") == "a\nb"


def test_a_control_character_becomes_its_picture() -> None:
    assert sanitize("\x1b]52;c;x\x07") == "␛]52;c;x␇"


def test_a_tab_becomes_blanks() -> None:
    assert sanitize("a\tb") == "a    b"


def test_a_one_byte_control_is_replaced() -> None:
    assert sanitize("\x9b31m") == "\ufffd31m"


def test_what_turns_text_around_is_named() -> None:
    assert sanitize("abc\u202edcba") == "abc<U+202E>dcba"


def test_invisible_characters_go() -> None:
    assert sanitize("in\u200bvis\u00adible\U000e0041") == "invisible"


def test_a_tower_of_marks_is_cut_into_storeys() -> None:
    assert sanitize("a" + "\u0301" * (MARKS_IN_A_ROW + 1)) == "a" + "\u0301" * MARKS_IN_A_ROW + "\u25cc\u0301"


@given(ANY_TEXT)
def test_a_title_is_one_line_without_blanks_around_it(text: str) -> None:
    title = sanitize_line(text)
    assert "\n" not in title
    assert title == title.strip() == sanitize_line(title)


def test_output_for_other_programs_keeps_its_tabs_and_line_ends() -> None:
    assert sanitize_output("a\tb\r\nc\x1b]0;pwn\x07\rd\n") == "a\tb\r\nc␛]0;pwn␇\nd\n"


@given(ANY_TEXT)
@example("".join(map(chr, range(0x110000))))
def test_typed_text_is_stored_without_controls_in_nfc(text: str) -> None:
    stored = normalize_typed(text)
    assert not [c for c in stored if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c != "\n"]
    assert not [c for c in stored if is_noncharacter(c)]
    assert unicodedata.is_normalized("NFC", stored)
    assert normalize_typed(stored) == stored


@pytest.mark.parametrize(
    "text", ["a\u200fb\u200ec", "\u202ax\u202c", "\u2067x\u2069", "co\u00adop", "\u200b", "👩‍👩‍👧", "می‌خواهم", "¤\u3000x"]
)
def test_invisible_characters_are_stored_as_typed(text: str) -> None:
    assert normalize_typed(text) == text


def test_a_decomposed_letter_is_stored_composed() -> None:
    assert normalize_typed("e\u0301") == "é"


@given(ANY_TEXT.map(normalize_typed))
def test_escaped_json_says_the_same_and_has_nothing_a_terminal_obeys(text: str) -> None:
    document = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(document) == text
    assert sanitize(document) == document


def test_invisible_characters_are_named() -> None:
    assert name_invisible("a\u200f\u200fb\u200d") == "U+200F right-to-left mark"
    assert name_invisible("plain") == ""


def test_pasted_text_keeps_its_tabs_and_line_ends() -> None:
    assert normalize_pasted("a\tb\r\nc\x1b") == "a\tb\r\nc␛"


@pytest.mark.parametrize(
    ("character", "is_stored"), [("a", True), ("é", True), ("\n", False), ("\t", False), ("\x1b", False), ("\ud800", False)]
)
def test_control_characters_and_halves_are_no_text(character: str, is_stored: bool) -> None:
    assert is_text(character) is is_stored


def test_a_line_has_single_spaces() -> None:
    assert normalize_line("  a \n\t b ") == "a b"
