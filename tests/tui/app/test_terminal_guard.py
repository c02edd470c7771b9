"""The second lock on the door: whatever a segment holds, nothing that a terminal or a click would obey gets out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from tests.support.hostile import STRINGS
from tui.app.terminal_guard import TerminalGuard

BLACK = Color(0, 0, 0)


def passed(segment: Segment) -> Segment:
    (out,) = TerminalGuard().apply([segment], BLACK)
    return out


@given(st.text())
def test_no_control_or_bidirectional_character_gets_out(words: str) -> None:
    out = passed(Segment(words)).text
    assert not any(unicodedata.category(char) == "Cc" for char in out)
    assert not any(unicodedata.bidirectional(char) in BIDI for char in out)


# Letters that Unicode fills gaps with: they paint nothing, and command nothing.
UNSEEN = "\u115f\u1160\u3164\uffa0"


BIDI = {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}


@pytest.mark.parametrize("words", STRINGS.values(), ids=STRINGS)
def test_hostile_text_loses_its_actions_and_stays_readable(words: str) -> None:
    out = passed(Segment(words)).text
    shown = "".join(char for char in out if char not in UNSEEN)
    assert "Seen7" in shown.replace("-", "")  # a soft hyphen takes a cell, and is painted as a hyphen
    assert not any(unicodedata.category(char) == "Cc" or unicodedata.bidirectional(char) in BIDI for char in out)


def test_actions_and_hyperlinks_are_taken_off() -> None:
    style = Style(bold=True, link="https://evil.example", meta={"@click": "app.quit", "to": "c001"})
    out = passed(Segment("words", style)).style
    assert out is not None
    assert (out.link, out.meta, out.bold) == (None, {"to": "c001"}, True)


@pytest.mark.parametrize("action", ["grab", "scroll_up", "scroll_down"])
def test_the_scrollbar_keeps_its_handles_and_nobody_else_has_any(action: str) -> None:
    own, other = Style(meta={"@mouse.down": action}), Style(meta={"@mouse.down": "app.quit", "@click": action})
    assert passed(Segment(" ", own)).style == own
    style = passed(Segment(" ", other)).style
    assert style and not style.meta


def test_what_is_harmless_passes_as_it_is() -> None:
    segment = Segment("👩‍👩‍👧 words", Style(bold=True, meta={"to": "c001"}))
    assert passed(segment) is segment


def test_control_segments_of_the_program_itself_pass() -> None:
    segment = Segment("\x1b[2J", None, [(ControlType.CLEAR,)])
    assert passed(segment).text == "\x1b[2J"
