"""Where only ASCII can be shown, every sign of ours has a stand-in of its width, and the ones that tell things apart still do."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.render.records import symbols
from tui.render.text.ascii import to_ascii

ROOT = Path(__file__).parents[4]
SPEECH, STAND_INS = ROOT / "tui/render/speech/text.py", ROOT / "tui/render/text/ascii.py"
SOURCES = [path for path in (ROOT / "tui").rglob("*.py") if path not in (SPEECH, STAND_INS)]
OURS = sorted(
    {
        character
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for character in node.value
        if not character.isascii() and character.isprintable() and cell_len(character) == 1
    }
)


@pytest.mark.parametrize("sign", OURS)
def test_every_sign_of_ours_has_a_stand_in_of_its_width(sign: str) -> None:
    assert to_ascii(sign).isascii()
    assert "?" not in to_ascii(sign)
    assert len(to_ascii(sign)) == cell_len(sign)


def test_what_tells_voices_apart_still_does() -> None:
    voices = [value for name, value in vars(symbols).items() if name.isupper() and isinstance(value, str) and len(value) == 1]
    assert len(voices) >= 3
    assert len(set(map(to_ascii, voices))) == len(voices)


def test_what_tells_kinds_of_claims_apart_still_does() -> None:
    assert len(set(map(to_ascii, symbols.KIND_SIGNS.values()))) == len(symbols.KIND_SIGNS)


@pytest.mark.parametrize(("words", "shown"), [("Zoë 李安", "Zoe ????"), ("─│┌┐┼═║╭", "-|+++=|+"), ("naïve…", "naive~"), ("e\u0301", "e")])
def test_letters_lose_their_accents_and_lines_their_curves(words: str, shown: str) -> None:
    assert "".join(map(to_ascii, words)).replace("=", "-") == shown.replace("=", "-")


@given(st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po", "Ps", "Pd", "Sm", "Sc"], max_codepoint=0xFFFF))
def test_what_is_left_is_ascii_and_as_wide_as_it_was(character: str) -> None:
    assert to_ascii(character).isascii()
    assert len(to_ascii(character)) == cell_len(character) or cell_len(character) == 0


@given(st.characters(max_codepoint=127))
def test_ascii_is_left_alone(character: str) -> None:
    assert to_ascii(character) == character
