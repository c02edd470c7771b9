"""What is installed works: the wheel, in an empty environment, away from the checkout, on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.tools.bench.terminal import Terminal

pytestmark = [pytest.mark.slow, pytest.mark.tools]
ROOT = Path(__file__).parent.parent
QUIET = ("--quiet", "--disable-pip-version-check")
# What pip says where there is nothing to fetch packages from, which is no fault of the wheel.
_NO_INDEX = ("Could not find a version", "No matching distribution", "Connection", "Temporary failure", "Read timed out")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program that knows nothing of the checkout."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env={**known, "BRIEFING_HOME": str(cwd / "home")})


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment with nothing but the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder / "dist", ROOT, cwd=folder)
    assert built.returncode == 0, built.stderr
    venv.create(folder / "venv", with_pip=True)
    pip = (folder / "venv/bin/python", "-m", "pip", "install", *QUIET, "--constraint", ROOT / "constraints.txt")
    done = run(*pip, *sorted((folder / "dist").glob("*.whl")), cwd=folder)
    if any(words in done.stderr for words in _NO_INDEX):
        pytest.skip(f"no packages can be fetched here: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return folder


def test_the_wheel_and_the_command_have_the_same_version(installed: Path) -> None:
    (wheel,) = (installed / "dist").glob("*.whl")
    said = run(installed / "venv/bin/briefing", "--version", cwd=installed)
    assert said.stdout == f"briefing {wheel.name.split('-')[1]}\n"


def test_a_record_is_shown(installed: Path) -> None:
    shown = run(installed / "venv/bin/briefing", "show", "c012", cwd=installed)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "c012" in shown.stdout.splitlines()[0]


def test_the_screen_opens_with_its_content(installed: Path) -> None:
    command = [str(installed / "venv/bin/briefing")]
    with Terminal(command, installed / "home", path="") as terminal:
        terminal.wait_for("weakest link", "claims by kind")
        terminal.press("?")
        terminal.wait_for("Here, in Overview")


def test_what_the_reader_needs_is_in_the_wheel(installed: Path) -> None:
    wheel = next((installed / "dist").glob("*.whl"))
    listed = run(sys.executable, "-m", "zipfile", "--list", wheel, cwd=installed).stdout
    for name in ("assets/app.tcss", "assets/help.md", "assets/briefings/alibaba-overseas.toml", "assets/briefing.schema.json", "LICENSE"):
        assert name in listed
    assert "tests/" not in listed
