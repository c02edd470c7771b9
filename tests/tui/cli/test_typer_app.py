"""Every command is known, explains itself, and is found although only its room is entered."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from store.storage.paths import Paths
from tests.support import sample
from tests.tui.cli.conftest import Briefing
from tui import __version__
from tui.cli.main import run as main
from tui.cli.typer_app import COMMANDS, program

WHOLE = program()


@pytest.mark.parametrize(("typed", "meant"), [("shw", "show"), ("exprot", "export"), ("notee", "note")])
def test_a_misspelt_command_names_the_nearest(briefing: Briefing, typed: str, meant: str) -> None:
    said = briefing(typed, "c001")
    assert said.code == 2
    assert f"Did you mean `briefing {meant}`?" in said.err


def test_the_version_and_the_help_need_no_library(home: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"briefing {__version__}\n"
    assert main(["--help"]) == 0
    assert not home.library.exists()


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["-h"])
    page = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in page] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_room_of_a_command_holds_the_same_command_as_the_whole_house(name: str) -> None:
    assert program(name).commands[name].help == WHOLE.commands[name].help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_without_escape_codes(briefing: Briefing, name: str) -> None:
    said = briefing(name, "--help")
    assert said.code == 0
    assert f"briefing {name}" in said.out
    assert "\x1b" not in said.out


def described(command: Any, path: tuple[str, ...] = ("briefing",)) -> Iterator[tuple[str, str]]:
    """Every command below this one, whole, with its help."""
    for name, part in getattr(command, "commands", {}).items():
        yield " ".join((*path, name)), part.help
        yield from described(part, (*path, name))


def examples(page: str) -> list[str]:
    """Return the lines of a help that can be typed, without what is said of them."""
    shown = page.partition("\b\n")[2]
    return [re.split(r"  +|\s[|<]", line)[0] for line in shown.splitlines() if line]


HELP = dict(described(WHOLE))


@pytest.mark.parametrize("name", HELP)
def test_every_help_shows_how_it_is_typed(name: str) -> None:
    assert any(f"{line} ".startswith(f"{name} ") for line in examples(HELP[name]))


def type_in(line: str, note: str) -> int:
    """Run an example where what it speaks of is there; returns the exit code."""
    Path("mine.toml").unlink(missing_ok=True)
    if not line.startswith("briefing new"):
        Path("mine.toml").write_text(sample.as_toml(sample.tree(id="tunnels")))
    if line.startswith("briefing note restore"):
        main(["note", "remove", note])
    today = datetime.now().date().isoformat()
    return main(shlex.split(line.replace("n-4k7wqa", note).replace("2026-11-22", today))[1:])


@pytest.mark.slow
def test_every_example_does_what_it_says(
    home: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(sample.ARTICLE)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"A thought.")))
    main(["note", "add", "c012", "Really?", "--tag", "legal", "--tag", "law", "--kind", "question"])
    note = capsys.readouterr().out.strip()
    main(["note", "edit", note, "Really not?"])
    lines = dict.fromkeys(line for page in HELP.values() for line in examples(page))
    for line in lines:
        # The screen needs a terminal, and the article is not ours to keep.
        if not line.startswith("briefing open") and line != "briefing import article.txt":
            assert (type_in(line, note), line) == (0, line), capsys.readouterr().err
