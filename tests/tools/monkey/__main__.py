"""`make monkey`, or `python -m tests.tools.monkey --presses 100000 --seed 7`: prints its seed, and at the end what came of it."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.tools.monkey.terminal import Monkey


def tell(words: str) -> None:
    """At once, also where the output is a file that somebody follows."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> int:
    """Plays, and answers with 1 where anything fell or was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.monkey")
    parser.add_argument("--presses", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    wanted = parser.parse_args()
    tell(f"--seed {wanted.seed} --presses {wanted.presses}")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        monkey = Monkey(Path(home), wanted.seed, wanted.presses, tell)
        monkey.play()
    for name, count in {**monkey.told, "failures": len(monkey.failures), "seconds": round(time.monotonic() - begun)}.items():
        tell(f"{name:<16} {count:>9,}")
    return 1 if monkey.failures else 0


if __name__ == "__main__":
    sys.exit(main())
