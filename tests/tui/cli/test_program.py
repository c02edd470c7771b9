"""Every command is known, explains itself, and is found although only its room is entered."""

from __future__ import annotations

import pytest

from store.places import Places
from tests.tui.cli.conftest import Briefing
from tui.cli import run
from tui.cli.program import COMMANDS, VERSION, program


@pytest.mark.parametrize(("typed", "meant"), [("shw", "show"), ("exprot", "export"), ("notes", "note")])
def test_a_misspelt_command_names_the_nearest(briefing: Briefing, typed: str, meant: str) -> None:
    said = briefing(typed, "c001")
    assert said.code == 2
    assert f"Did you mean {meant}?" in said.err


def test_the_version_and_the_help_need_no_library(home: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"briefing {VERSION}\n"
    assert run(["--help"]) == 0
    assert not home.library.exists()


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    run(["-h"])
    page = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in page] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_room_of_a_command_holds_the_same_command_as_the_whole_house(name: str) -> None:
    assert program(name).commands[name].help == program().commands[name].help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_without_escape_codes(briefing: Briefing, name: str) -> None:
    said = briefing(name, "--help")
    assert said.code == 0
    assert f"briefing {name}" in said.out
    assert "\x1b" not in said.out
