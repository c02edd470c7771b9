"""What all commands share: the briefing that is meant, the clock, and the two streams."""

from __future__ import annotations

import pytest

from store.library import Library
from store.state import State
from tui.cli import common


def test_the_briefing_named_is_meant_before_the_last_and_the_last_before_the_shipped(library: Library) -> None:
    assert common.meant(library, None) == common.FALLBACK_BRIEFING
    State(briefing="bridges").save(library.places.state)
    assert common.meant(library, None) == "bridges"
    assert common.meant(library, "tunnels") == "tunnels"


def test_a_last_briefing_that_is_gone_is_not_meant(library: Library) -> None:
    State(briefing="gone").save(library.places.state)
    assert common.meant(library, None) == common.FALLBACK_BRIEFING


def test_the_clock_knows_its_zone() -> None:
    assert common.now().tzinfo is not None


def test_data_and_complaints_go_to_their_own_streams(capsys: pytest.CaptureFixture[str]) -> None:
    common.out("data")
    common.tell("complaint")
    assert capsys.readouterr() == ("data\n", "complaint\n")


def test_a_line_end_is_not_doubled_and_nothing_stays_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    common.out("data\n")
    common.out("")
    assert capsys.readouterr().out == "data\n"


def test_no_stream_passes_escape_codes_on(capsys: pytest.CaptureFixture[str]) -> None:
    common.out("data\x1b[31m\tkept")
    common.tell("complaint\x1b[31m\n  kept")
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "\tkept" in said.out
    assert "\n  kept" in said.err


def test_json_keeps_every_sign(capsys: pytest.CaptureFixture[str]) -> None:
    common.out_json({"name": "阿里"})
    assert capsys.readouterr().out == '{\n  "name": "阿里"\n}\n'
