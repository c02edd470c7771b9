"""Runs a sample of mutants, always the same for a seed, and ends in 1 if too many are neither killed nor explained.

`--minutes 10` ends earlier, `--only backups` takes one module, `--seed 7` draws another sample.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.tools.mutation import TARGETS, Target
from tests.tools.mutation.mutants import Mutant, mutants_of
from tests.tools.mutation.run import ROOT, Run

EXPLAINED = Path(__file__).with_name("survivors.toml")
LEAST = 0.95
_SLOWEST = 30.0  # seconds for the tests of one module


def main() -> int:
    """Print every survivor without an explanation, and the score."""
    arguments = _arguments()
    begun = time.monotonic()
    sample = _sample(arguments.only, arguments.seed)
    deadline = begun + 60 * arguments.minutes
    unchanged = [(target, Mutant(target.module, target.module, _source(target))) for target in _targets(arguments.only)]
    if broken := [mutant.name for mutant, is_killed in _results(unchanged, deadline, arguments.processes) if is_killed]:
        sys.exit(f"The tests of {', '.join(broken)} fail without a change.")
    results = list(_results(sample, deadline, arguments.processes))
    explained = tomllib.loads(EXPLAINED.read_text("utf-8"))
    survivors = [mutant.name for mutant, is_killed in results if not is_killed]
    unexplained = sorted(name for name in survivors if name not in explained)
    sys.stdout.writelines(f"survived: {name}\n" for name in unexplained)
    score = 1 - len(unexplained) / len(results) if results else 0.0
    sys.stdout.write(
        f"{len(results)} of {len(sample)} mutants in {time.monotonic() - begun:.0f} s: {len(results) - len(survivors)} killed, "
        f"{len(survivors) - len(unexplained)} explained, {len(unexplained)} survived; {score:.1%} of at least {LEAST:.0%}\n"
    )
    return 0 if score >= LEAST else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.mutation", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="end after so long")
    parser.add_argument("--seed", type=int, default=1, help="the order of the mutants")
    parser.add_argument("--only", default="", metavar="MODULE", help=", ".join(target.module.rpartition(".")[2] for target in TARGETS))
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _sample(only: str, seed: int) -> list[tuple[Target, Mutant]]:
    """Every mutant, in the order of this seed."""
    mutants = [(target, mutant) for target in _targets(only) for mutant in mutants_of(target.module, _source(target))]
    random.Random(seed).shuffle(mutants)
    return mutants


def _targets(only: str) -> list[Target]:
    return [target for target in TARGETS if only in ("", target.module.rpartition(".")[2])]


def _source(target: Target) -> str:
    return ROOT.joinpath(*target.module.split(".")).with_suffix(".py").read_text("utf-8")


def _results(sample: Sequence[tuple[Target, Mutant]], deadline: float, processes: int) -> Iterator[tuple[Mutant, bool]]:
    """Run as many as there are processes side by side, until time is up."""
    pending, running = list(reversed(sample)), list[Run]()
    while pending or running:
        while pending and len(running) < processes and time.monotonic() < deadline:
            target, mutant = pending.pop()
            running.append(Run(mutant, target.tests, _SLOWEST))
        if not running:
            return
        time.sleep(0.01)
        for run in list(running):
            if (is_killed := run.is_killed()) is not None:
                running.remove(run)
                yield run.mutant, is_killed


if __name__ == "__main__":
    sys.exit(main())
