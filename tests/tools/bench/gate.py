"""Compare the ratios of this machine with the recorded ones; a ratio more than 15 % higher fails.

Only ratios to a floor are compared: both are measured in the same run, so that a slow machine changes neither.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from tests.tools.bench import Row, keys, letters, saving, startup

RECORDED = Path(__file__).with_name("ratios.json")
REPEATS = 3
TOLERANCE = 0.15
_RUNS, _KEYS, _SAVES, _RECORDS = 7, 15, 300, 10_000


def main(is_recording: bool) -> int:
    """Measure three times, and print or record the medians; return 1 if a ratio is too high."""
    measured = median_ratios([_measure() for _ in range(REPEATS)])
    if is_recording:
        RECORDED.write_text(json.dumps(measured, indent=2) + "\n", "utf-8")
        return 0
    recorded: dict[str, float] = json.loads(RECORDED.read_text("utf-8"))
    for name, ratio in measured.items():
        sys.stdout.write(f"{name:<34} {ratio:6.2f}  recorded: {recorded.get(name, 0):.2f}\n")
    problems = find_regressions(measured, recorded)
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


def median_ratios(repeats: Sequence[Sequence[Row]]) -> dict[str, float]:
    """Return the median ratio of each measurement."""
    return {rows[0].what: round(statistics.median(row.ratio for row in rows), 3) for rows in zip(*repeats, strict=True)}


def find_regressions(measured: Mapping[str, float], recorded: Mapping[str, float]) -> list[str]:
    """Return a sentence for each ratio that is more than 15 % above its recorded value, or is not recorded."""
    unknown = [f"{name} is not recorded: make bench ARGS='--gate --record'" for name in measured if name not in recorded]
    return unknown + [
        f"{name}: {ratio:.2f} is more than {TOLERANCE:.0%} above {recorded[name]:.2f}"
        for name, ratio in measured.items()
        if name in recorded and ratio > recorded[name] * (1 + TOLERANCE)
    ]


def _measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        return [
            *startup.rows(home, _RUNS),
            *islice(keys.rows(home, _RECORDS, _KEYS), 1),  # the only one with a floor
            *islice(letters.rows(home, (_RECORDS,)), 1),
            *saving.rows(home, (100,), _SAVES),
        ]
