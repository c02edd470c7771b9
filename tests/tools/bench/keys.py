"""One key until its answer is painted: in a list beside a bare OptionList, from tab to tab, and into every drawing."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.tools.bench import Row
from tests.tools.bench.library import make, make_drawn, name
from tests.tools.bench.terminal import Terminal

NO_KEY_LONGER_MS = 50.0
START_SECONDS = 1.2  # after so long without a change, the program has started
_OPTIONS = str(Path(__file__).parent / "floors" / "option_list.py")
_SHIPPED = "alibaba-overseas"


class Wish(NamedTuple):
    """A key that is pressed for the first time, after others; its answer is there when `words` are painted."""

    what: str
    before: str
    key: str
    words: str


_DRAWINGS = (
    Wish("timeline", "", "6", "when"),
    Wish("list of the map", "", "7", "draws them"),
    Wish("graph of the map", "7", "w", "to the centre"),
)


def rows(home: Path, size: int, keys: int) -> Iterator[Row]:
    """All of them: with `size` records, and the drawings with those of the shipped briefing too."""
    make(home, size)
    drawn = make_drawn(home, size)
    ours = _moving(_open(name(size), "--at", "c000001"), home, keys)
    yield Row(f"key to row, {size:,} rows", ours, _moving((sys.executable, _OPTIONS, str(size)), home, keys), "a bare OptionList", 1.5)
    yield _row(f"tab switch, {size:,} claims", _switching(home, size, keys))
    yield _row(f"open the tree of {size:,}", _first(home, name(size), Wish("tree", "5", "w", "unfolds"), keys))
    for wish in _DRAWINGS:
        yield _row(f"{wish.what}, {size:,} records", _first(home, drawn, wish, keys))
        yield _row(f"{wish.what}, as shipped", _first(home, _SHIPPED, wish, keys))


def _row(what: str, taken: float) -> Row:
    return Row(what, taken, 0, "", NO_KEY_LONGER_MS)


def _open(briefing: str, *options: str) -> Sequence[str]:
    return (sys.executable, "-m", "tui", "open", briefing, *options)


def _moving(command: Sequence[str], home: Path, keys: int) -> float:
    """Return the median time of some keys until the next row is painted under the cursor."""
    taken = []
    with Terminal(command, home) as terminal:
        terminal.wait_for("c000001")
        terminal.settle(START_SECONDS)
        terminal.press("\x1b[B")  # an OptionList has no cursor before the first
        terminal.settle()
        for number in range(3, keys + 3):
            terminal.press("\x1b[B")
            taken.append(terminal.wait_for(f"c{number:06}"))
            terminal.settle(0.05)
    return statistics.median(taken)


def _switching(home: Path, size: int, keys: int) -> float:
    """Return the median time of some keys from the overview to the claims."""
    taken = []
    with Terminal(_open(name(size), "--at", "c000001"), home) as terminal:
        terminal.wait_for("c000001")
        terminal.settle(START_SECONDS)
        for _ in range(keys):
            terminal.press("1")
            terminal.settle()
            terminal.press("5")
            taken.append(terminal.wait_for("c000001"))
            terminal.settle()
    return statistics.median(taken)


def _first(home: Path, briefing: str, wish: Wish, keys: int) -> float:
    """Return the median over some programs in which the key is pressed for the first time."""
    taken = []
    for _ in range(max(1, keys // 6)):
        with Terminal(_open(briefing, "--at", "c001" if briefing == _SHIPPED else "c000001"), home) as terminal:
            terminal.wait_for("c00")
            terminal.settle(START_SECONDS)
            for key in wish.before:
                terminal.press(key)
                terminal.settle(0.5)
            terminal.press(wish.key)
            taken.append(terminal.wait_for(wish.words))
    return statistics.median(taken)
