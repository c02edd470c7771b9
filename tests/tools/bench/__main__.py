"""Measures everything, and prints a table; `--quick` measures less, `--json` prints for programs.

`--gate` compares ratios with the recorded ones and ends in 1 if one is too high; `--gate --record` records them.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from tests.tools.bench import Row, exports, gate, judging, keys, letters, moving, saving, startup
from tests.tools.bench.idle import idle


def main() -> None:
    """All rooms, one after the other, in a home of their own."""
    if "--gate" in sys.argv:
        sys.exit(gate.main("--record" in sys.argv))
    quick = "--quick" in sys.argv
    sizes = (100, 1_000) if quick else (100, 1_000, 10_000, 100_000)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        rows = [
            *startup.rows(home, 3 if quick else 21),
            *moving.rows(home, sizes, 5 if quick else 30),
            *keys.rows(home, 10_000, 5 if quick else 30),
            *letters.rows(home, (10_000,) if quick else (10_000, 100_000)),
            *exports.rows(1_000 if quick else 10_000, 3 if quick else 11),
            *judging.rows(1_000 if quick else 10_000, 5 if quick else 30),
            *saving.rows(home, (100,) if quick else (100, 10_000, 100_000), 50 if quick else 500),
        ]
        sentence = idle(home, 1 if quick else 10)
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps([{**row._asdict(), "ratio": row.ratio} for row in rows], indent=2) + "\n")
        return
    for row in rows:
        sys.stdout.write(_line(row) + "\n")
    sys.stdout.write(sentence + "\n")


def _line(row: Row) -> str:
    goal = f"to reach: {row.target:g}" if row.target else "reported"
    if not row.floor:
        return f"{row.what:<34} {row.ours:8.1f} ms                                     {goal}{' ms' if row.target else ''}"
    return f"{row.what:<34} {row.ours:8.2f} ms  {row.floor:8.2f} ms {row.against:<20} {row.ratio:5.2f}  {goal}"


if __name__ == "__main__":
    main()
