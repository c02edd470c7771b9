"""Tortures the store, prints the table, and ends in 1 if anything was missed.

`--short` does less of each, `--only kills,points` some of it, `--seed 7` the same again as far as chance decides.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.tools.torture import FULL, SHORT, Family, Row, Untried, crowds, flips, full, kills, odd, points, power, screen, traced, typed

_MODULES = (kills, points, traced, power, crowds, full, flips, odd, screen, typed)
FAMILIES: dict[str, Family] = {module.__name__.rpartition(".")[2]: module.rows for module in _MODULES}


def main() -> int:
    """Every family in a home of its own; the answer is the exit code."""
    given = _arguments()
    rows: list[Row] = []
    begun = time.monotonic()
    for name in given.only or FAMILIES:
        with tempfile.TemporaryDirectory(prefix="torture-") as home:
            rows += _tortured(name, Path(home), given.short, given.seed)
        sys.stderr.write(f"{name}: done after {time.monotonic() - begun:.0f} s\n")
    sys.stdout.write(_table(rows))
    missed = sum(not row.is_reached for row in rows)
    sys.stdout.write(f"\n{missed} missed. The same again: python -m tests.tools.torture{' --short' * given.short} --seed {given.seed}\n")
    return 1 if missed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.torture", description=__doc__)
    parser.add_argument("--short", action="store_true", help="less of each")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)), help="what chance goes by")
    parser.add_argument("--only", type=lambda words: words.split(","), metavar="FAMILY,…", help=", ".join(FAMILIES))
    given = parser.parse_args()
    if unknown := set(given.only or ()) - set(FAMILIES):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    return given


def _tortured(name: str, home: Path, is_short: bool, seed: int) -> Iterator[Row]:
    try:
        yield from FAMILIES[name](home, SHORT if is_short else FULL, random.Random(f"{seed} {name}"))
    except Untried as reason:
        yield Row(name, "none", f"not tried: {reason}", "0 lost", True)
    except AssertionError as error:
        yield Row(name, "cut short", str(error)[:200], "0 lost", False)


def _table(rows: list[Row]) -> str:
    """One line for each row, in columns."""
    lines = [("", *(name.replace("_", " ") for name in Row._fields[:-1])), *(("ok" if row[-1] else "MISSED", *row[:-1]) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
