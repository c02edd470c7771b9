"""A reader who has one small briefing, `bridges`, and had it open last: faster than the shipped one, and every word is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from store.annotations.ui_state import UiState
from store.library.library import Library
from tests.support import sample
from tui.cli.main import run as main
from tui.cli.typer_app import program

# Describing the commands to Typer takes longer than most commands; the description does not change.
_cached_program = cache(program)


class Said(NamedTuple):
    """How a command ended, and what it wrote where."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was written to standard output, as JSON."""
        return json.loads(self.out)


Briefing = Callable[..., Said]


@pytest.fixture
def briefing(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Briefing:
    """Run a command: `briefing("show", "c001")`."""
    monkeypatch.setattr("assets.BRIEFINGS", tmp_path / "nothing-shipped")
    monkeypatch.setattr("tui.cli.typer_app.program", _cached_program)
    UiState(briefing="bridges").save(library.places.state)

    def run_command(*arguments: str) -> Said:
        capsys.readouterr()
        code = main(arguments)
        return Said(code, *capsys.readouterr())

    return run_command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return the reader's copy of the source."""
    path = tmp_path / "article.txt"
    path.write_text(sample.ARTICLE)
    return path


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    """Return a briefing that is not in the library yet, `tunnels`."""
    path = tmp_path / "tunnels.toml"
    path.write_text(sample.as_toml(sample.tree(id="tunnels")))
    return path
