"""The same at the system's own door: strace makes the nth call of one kind die or fail, in a program that knows nothing of it.

As a program (`python -m tests.tools.torture.traced HOME NAME DEED`): one deed, which strace strikes.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from store.errors import StoreError
from tests.tools.torture import Row, Size, Untried
from tests.tools.torture.deeds import DEEDS, FIRST, prepare
from tests.tools.torture.points import wrong_with
from tests.tools.torture.writer import Writer

TRACED = (FIRST, "a save", "a compaction")
CALLS = ("write", "fsync", "fdatasync", "ftruncate", "rename", "linkat", "link")
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO")
_KNOWN_ENDS = (0, -9, 137)


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Return a row for each operation: every call of every kind, with every fault."""
    if not shutil.which("strace"):
        raise Untried("strace is not installed; `points` did the same without it")
    if not _struck(home / "probe", TRACED[0], "fdatasync", "error=EIO", 1, "probe")[0]:
        raise Untried("strace may not trace here; `points` did the same without it")
    for deed in TRACED:
        yield _row(home / deed.replace(" ", "-"), deed, size)


def _row(home: Path, deed: str, size: Size) -> Row:
    points, wrong = 0, Counter[str]()
    for call in CALLS:
        for fault in FAULTS if size.every == 1 else FAULTS[:1]:
            for when in range(1, 100):
                name = f"{call}-{fault[-4:]}-{when}"
                place = home / name if deed == FIRST else home
                prepare(deed, Writer(place / "store" / "notes.jsonl", place / "logs", f"{name}-before"))
                has_struck, complaints = _struck(place, deed, call, fault, when, name)
                wrong.update(f"{what} ({call} {fault} {when})" for what in complaints + wrong_with(place, deed, f"{name}-next"))
                if not has_struck:
                    break
                points += 1
    return Row(
        f"strace: {deed} dies, fails", f"all {points} points", ", ".join(wrong) or "0 lost, every next save works", "0 lost", not wrong
    )


def _struck(home: Path, deed: str, call: str, fault: str, when: int, name: str) -> tuple[bool, list[str]]:
    home.mkdir(parents=True, exist_ok=True)
    trace = home / "trace"
    ended = subprocess.run(
        [
            *("strace", "-qq", "--seccomp-bpf", "-f", "-o", str(trace), "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}"),
            *(sys.executable, "-m", "tests.tools.torture.traced", str(home), name, deed),
        ],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    has_struck = trace.is_file() and ("(INJECTED)" in trace.read_text() or "SIGKILL" in trace.read_text())
    return has_struck, [f"an accident: {ended.stderr[-200:]}"] * (ended.returncode not in _KNOWN_ENDS)


def main() -> None:
    """One deed and two saves in one program: the one that is struck fails in a sentence, and the next save works."""
    home, name, deed = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    writer, failed = Writer(home / "store" / "notes.jsonl", home / "logs", name), 0
    for do in (DEEDS[deed], Writer.add, Writer.add):
        try:
            do(writer)
        except StoreError:
            failed += 1
    sys.exit(failed > 1)


if __name__ == "__main__":
    main()
