"""The screen opens on a terminal, where the reader wants it, and nowhere else."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from store.library.library import Library
from store.model.briefing import Briefing as Data
from tests.support.outside import command
from tests.tui.cli.conftest import Briefing

Opened = list[tuple[Any, ...]]


@pytest.fixture
def opened(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return what the screen was asked to open: the briefing, and the first record."""
    asked: Opened = []

    def run(_library: object, briefing: Data, _notes: object, _state: object, at: str, _preferences: object) -> int:
        asked.append((briefing.id, at))
        return 0

    monkeypatch.setattr("tui.app.run.run", run)
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr("tui.cli.launch.sys", SimpleNamespace(stdin=terminal, stdout=terminal, stderr=sys.stderr))
    return asked


@pytest.mark.parametrize("arguments", [(), ("open",), ("bridges",), ("--at", "c001")], ids=" ".join)
def test_without_a_terminal_there_is_no_screen(briefing: Briefing, arguments: tuple[str, ...]) -> None:
    said = briefing(*arguments)
    assert (said.code, said.out) == (2, "")
    assert "needs a terminal" in said.err


def test_a_word_that_is_no_briefing_is_told_without_a_terminal_too(briefing: Briefing) -> None:
    said = briefing("brigdes")
    assert (said.code, said.out) == (1, "")
    assert "Did you mean bridges?" in said.err


def test_a_bare_command_in_a_pipe_ends_in_2(library: Library) -> None:
    done = command()
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("arguments", [(), ("open",), ("bridges",), ("open", "bridges")], ids=" ".join)
def test_open_is_what_is_meant_where_no_command_is_named(briefing: Briefing, opened: Opened, arguments: tuple[str, ...]) -> None:
    assert briefing(*arguments).code == 0
    assert opened == [("bridges", "")]


@pytest.mark.parametrize(("at", "record"), [("c002", "c002"), ("Annie", "ann"), ("bridges", "bridges")])
def test_the_screen_begins_at_a_record_by_any_of_its_names(briefing: Briefing, opened: Opened, at: str, record: str) -> None:
    assert briefing("bridges", "--at", at).code == 0
    assert opened == [("bridges", record)]


@pytest.mark.parametrize("arguments", [("brigdes",), ("bridges", "--at", "c009")], ids=" ".join)
def test_what_is_not_there_is_told_before_the_screen_opens(briefing: Briefing, opened: Opened, arguments: tuple[str, ...]) -> None:
    assert briefing(*arguments).code == 1
    assert opened == []


@pytest.mark.usefixtures("opened")
def test_conflict_markers_in_the_notes_are_reported_when_the_screen_opens(briefing: Briefing, library: Library) -> None:
    library.notes("bridges").add("c001", "Mine.")
    path = library.notes("bridges").journal.path
    assert briefing().err == ""
    with path.open("a") as file:
        file.write("<<<<<<< HEAD\n=======\n>>>>>>> laptop")
    said = briefing()
    assert said.code == 0
    assert "notes.jsonl has conflict markers in lines 3, 4, 5" in said.err
    assert "delete only the lines with the markers" in said.err


def test_the_screen_s_own_exit_code_is_passed_on(briefing: Briefing, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.run.run", lambda *_: 70)
    assert briefing().code == 70
