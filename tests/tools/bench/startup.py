"""How long until something is seen: the first paint of the screen, and a headless command, each beside its floor."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.tools.bench import Row
from tests.tools.bench.terminal import ROOT, Terminal, environment

_FLOORS = Path(__file__).parent / "floors"
# As the installed command does it.
_BRIEFING = (sys.executable, "-c", "from tui.__main__ import main; main()")


def first_paint(home: Path, runs: int) -> Row:
    """From the start of the process until list and card of the shipped briefing are on the terminal."""
    subprocess.run([*_BRIEFING, "show", "c001"], cwd=ROOT, env=environment(home), capture_output=True, check=True)
    ours, floor = [], []
    for _ in range(runs):
        floor.append(_paint((sys.executable, str(_FLOORS / "one_line.py")), home, ("One line.",)))
        ours.append(_paint(_BRIEFING, home, ("weakest link", "claims by kind")))
    return Row("first paint, shipped briefing", statistics.median(ours), statistics.median(floor), "a bare Textual app", 1.3)


def show(home: Path, runs: int) -> Row:
    """`briefing show c012` through a pipe, beside a Typer program that says hello."""
    ours, floor = [], []
    for _ in range(runs):
        floor.append(_run((sys.executable, str(_FLOORS / "hello.py"), "you"), home))
        ours.append(_run((*_BRIEFING, "show", "c012"), home))
    return Row("show c012", statistics.median(ours), statistics.median(floor), "a Typer hello", 1.6)


def rows(home: Path, runs: int) -> Iterator[Row]:
    """Both."""
    yield first_paint(home, runs)
    yield show(home, runs)


def _paint(command: Sequence[str], home: Path, words: tuple[str, ...]) -> float:
    with Terminal(command, home) as terminal:
        return terminal.wait_for(*words)


def _run(command: Sequence[str], home: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment(home), capture_output=True, check=True)
    return (time.perf_counter() - start) * 1000
