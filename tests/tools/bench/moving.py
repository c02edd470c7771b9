"""Opening a briefing and moving in its list, with 100 to 100,000 claims."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.tools.bench import Row
from tests.tools.bench.library import make, mark, name
from tests.tools.bench.terminal import Terminal

_TARGET_MS = 15.0


def rows(home: Path, sizes: tuple[int, ...], keys: int) -> Iterator[Row]:
    """For each size: opening, as growth over the smallest; and a key until list and card are painted, in milliseconds."""
    smallest = 0.0
    for size in sizes:
        make(home, size)
        opening, moving = _measure(home, size, keys)
        smallest = smallest or opening
        yield Row(f"open {size:,} claims", opening, smallest, f"{sizes[0]:,} claims", 0)
        yield Row(f"key to paint, {size:,} claims", moving, 0, "", _TARGET_MS)


def _measure(home: Path, size: int, keys: int) -> tuple[float, float]:
    with Terminal((sys.executable, "-m", "tui", "open", name(size), "--at", "c000001"), home) as terminal:
        opening = terminal.wait_for(mark(1))
        terminal.settle(1.2)
        taken = []
        for number in range(2, keys + 2):
            terminal.press("j")
            taken.append(terminal.wait_for(mark(number)))
            terminal.settle(0.05)
    return opening, statistics.median(taken)
