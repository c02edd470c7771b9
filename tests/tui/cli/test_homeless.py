"""Without a home directory every command, and the screen, ends with one error and makes no directory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.processes import ROOT

# As for a user who is not in passwd: `docker run --user 65533`.
_UNKNOWN_USER = """
import pwd, sys
def unknown(uid):
    raise KeyError(uid)
pwd.getpwuid = unknown
from tui.cli.main import run
sys.exit(run(sys.argv[1:]))
"""
_COMMANDS: tuple[tuple[str, ...], ...] = (
    (), ("list",), ("show", "c001"), ("note", "add", "c001", "x"), ("import", "x.toml"), ("locate",), ("doctor",), ("open",), ("help",),
)  # fmt: skip


def run(folder: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the program in `folder`, without a home directory."""
    kept = {name: value for name, value in os.environ.items() if name not in ("HOME", "BRIEFING_HOME") and not name.startswith("XDG_")}
    command = [sys.executable, "-c", _UNKNOWN_USER, *arguments]
    environment = {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **changes}
    return subprocess.run(command, cwd=folder, env=environment, input="", capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("arguments", _COMMANDS)
@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({}, "This user has no home directory. Set BRIEFING_HOME to a directory that can be written to.\n"),
        ({"BRIEFING_HOME": ""}, "This user has no home directory. Set BRIEFING_HOME to a directory that can be written to.\n"),
        (
            {"BRIEFING_HOME": "~nosuchuser/x"},
            "BRIEFING_HOME: ~nosuchuser/x cannot be used: there is no home directory for ~nosuchuser. Give an absolute path.\n",
        ),
    ],
)
def test_every_command_ends_with_one_error(tmp_path: Path, arguments: tuple[str, ...], changes: dict[str, str], error: str) -> None:
    done = run(tmp_path, *arguments, **changes)
    if arguments == ("help",):
        assert (done.returncode, "Did you mean `briefing --help`?" in done.stderr) == (2, True)
    else:
        assert (done.returncode, done.stdout, done.stderr) == (1, "", error)
    assert list(tmp_path.iterdir()) == []


def test_a_home_of_the_programs_own_is_enough(tmp_path: Path) -> None:
    done = run(tmp_path, "list", BRIEFING_HOME=str(tmp_path / "own"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "own").stat().st_mode & 0o777 == 0o700
