"""What all commands share: the briefing that is meant, the clock, and the two streams."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.annotations.ui_state import UiState
from store.library.library import Library
from tests.support.outside import command
from tests.support.terminal import Terminal
from tui.cli import context


def test_the_briefing_named_is_meant_before_the_last_and_the_last_before_the_shipped(library: Library) -> None:
    assert context.resolve_briefing_id(library, None) == context.FALLBACK_BRIEFING
    UiState(briefing="bridges").save(library.places.state)
    assert context.resolve_briefing_id(library, None) == "bridges"
    assert context.resolve_briefing_id(library, "tunnels") == "tunnels"


def test_a_last_briefing_that_is_gone_is_not_meant(library: Library) -> None:
    UiState(briefing="gone").save(library.places.state)
    assert context.resolve_briefing_id(library, None) == context.FALLBACK_BRIEFING


def test_the_clock_knows_its_zone() -> None:
    assert context.now().tzinfo is not None


def test_data_and_complaints_go_to_their_own_streams(capsys: pytest.CaptureFixture[str]) -> None:
    context.print_data("data")
    context.print_status("complaint")
    assert capsys.readouterr() == ("data\n", "complaint\n")


def test_a_line_end_is_not_doubled_and_nothing_stays_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    context.print_data("data\n")
    context.print_data("")
    assert capsys.readouterr().out == "data\n"


def test_no_stream_passes_escape_codes_on(capsys: pytest.CaptureFixture[str]) -> None:
    context.print_data("data\x1b[31m\tkept")
    context.print_status("complaint\x1b[31m\n  kept")
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "\tkept" in said.out
    assert "\n  kept" in said.err


def test_json_keeps_every_sign(capsys: pytest.CaptureFixture[str]) -> None:
    context.print_json({"name": "阿里"})
    assert capsys.readouterr().out == '{\n  "name": "阿里"\n}\n'


def test_json_has_no_bidirectional_control_and_the_same_value(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"name": "a\u202eb\u2066c\u200fd\u200b" + "o" + "\u0301" * 20}
    context.print_json(value)
    said = capsys.readouterr().out
    assert not set(said) & set("\u202e\u2066\u200f\u200b")
    assert json.loads(said) == value


def test_on_a_terminal_a_complaint_is_broken_between_words_and_in_a_pipe_not_at_all(library: Library, tmp_path: Path) -> None:
    piped = command("show", "c009", "-b", "bridges").stderr
    assert len(piped.splitlines()) == 1
    with Terminal(tmp_path / "home", "show", "c009", "-b", "bridges", size=(24, 20)) as terminal:
        assert terminal.end() == 1
    lines = terminal.text.splitlines()
    assert max(map(len, lines)) <= 24
    assert " ".join(lines).split() == piped.split()
