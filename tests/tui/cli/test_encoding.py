"""Whatever a terminal's encoding cannot take is told in plain signs: no command and no screen fails for it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from store.library.library import Library
from tests.support.outside import command
from tests.support.terminal import Terminal
from tui.cli.encoding import fit_streams, needs_ascii

ASCII = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
]


class Tty(io.TextIOWrapper):
    """A terminal that keeps what it gets."""

    def isatty(self) -> bool:
        return True


@pytest.mark.slow
@pytest.mark.parametrize("environment", ASCII, ids=str)
@pytest.mark.parametrize("arguments", [("show", "ann"), ("table", "claims"), ("table", "actors", "--csv"), ("show", "p1", "--plain")])
def test_no_command_fails_where_only_ascii_can_be_shown(library: Library, arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    done = command(*arguments, "-b", "bridges", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert done.stdout.strip()


def test_json_loses_nothing_in_ascii(library: Library) -> None:
    done = command("show", "ann", "-b", "bridges", "--json", PYTHONIOENCODING="ascii")
    assert done.stdout.isascii()
    assert json.loads(done.stdout)["chinese"] == "李安"


def test_a_complaint_in_ascii_is_a_complaint(library: Library) -> None:
    done = command("show", "李安安安", "-b", "bridges", PYTHONIOENCODING="ascii", PYTHONUTF8="1")
    assert done.returncode == 1
    assert done.stderr.isascii() and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("environment", "is_told"),
    [
        ({"LC_ALL": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "C"}, False),
        ({}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LC_ALL": "C", "PYTHONUTF8": "1"}, False),
        ({"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}, False),
    ],
    ids=str,
)
def test_a_terminal_that_was_told_c_gets_ascii(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_told: bool) -> None:
    stream = Tty(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", Tty(io.BytesIO(), encoding="utf-8"))
    fit_streams(environment)
    assert needs_ascii(stream) is is_told
    stream.write("◆ 李")
    stream.flush()
    assert stream.buffer.getvalue().decode() == ("* ??" if is_told else "◆ 李")  # type: ignore[attr-defined]


def test_a_pipe_gets_all_that_it_can_take(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", stream)
    fit_streams({"LC_ALL": "C"})
    stream.write("Zoë ¶ ◆")
    stream.flush()
    assert stream.buffer.getvalue().decode("latin-1") == "Zoë ¶ *"


def test_the_screen_is_painted_in_ascii_where_the_locale_asks_for_it(library: Library, tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", "bridges", LC_ALL="C") as terminal:
        screen = terminal.wait_for("Do bridges pay?", "P What it says")
        assert screen.isascii()
        terminal.press("5")
        assert ">" in terminal.wait_for("c003")
        assert terminal.bytes.isascii()


@pytest.mark.parametrize("kind", ["dumb", "unknown"])
def test_a_terminal_that_cannot_show_a_screen_is_told_so(library: Library, tmp_path: Path, kind: str) -> None:
    with Terminal(tmp_path / "home", "bridges", TERM=kind) as terminal:
        assert terminal.end() == 2
        assert "cannot show a screen; all other commands work" in terminal.painted
        assert b"\x1b" not in terminal.bytes


def test_a_dumb_terminal_shows_records_without_escapes(library: Library, tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", "show", "c001", "-b", "bridges", TERM="dumb") as terminal:
        assert terminal.end() == 0
        assert "Bridges pay." in terminal.painted
        assert b"\x1b" not in terminal.bytes


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "xterm", "COLORTERM": ""}, {"TERM": "linux", "COLORTERM": ""}, {"TEXTUAL_ANIMATIONS": "none"}],
    ids=str,
)
def test_with_little_or_no_colour_the_screen_can_be_used(library: Library, tmp_path: Path, environment: dict[str, Any]) -> None:
    with Terminal(tmp_path / "home", "bridges", **environment) as terminal:
        terminal.wait_for("Do bridges pay?")
        terminal.press("5")
        terminal.wait_for("c003")
        assert "▌" in terminal.text
        terminal.press("\x11")
        assert terminal.end() == 0
        assert "38;2;" not in terminal.text or "TEXTUAL_ANIMATIONS" in environment
