"""Dies, and fails with a full or a broken disk, at every call that changes a file, in everything that is ever saved."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from store.errors import StoreError
from tests.tools.torture import Row, Size
from tests.tools.torture.child import Child, Say
from tests.tools.torture.deeds import AFTER_TORN, DEEDS, FIRST, TORN, prepare
from tests.tools.torture.ledger import audit, problems
from tests.tools.torture.shim import FAULTS, Shim
from tests.tools.torture.writer import Writer

STRUCK, PASSED = "struck", "passed"


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Return a row for each operation; all faults of it hit one store, but a first save, which needs a new one each time."""
    faults = FAULTS if size.every == 1 else FAULTS[1::2]
    for deed in DEEDS:
        yield _row(home / deed.replace(" ", "-"), deed, faults)


def wrong_with(home: Path, deed: str, name: str) -> list[str]:
    """Return what is wrong with the store afterwards, as another window reads it."""
    store, logs = home / "store" / "notes.jsonl", home / "logs"
    next_ = Writer(store, logs, name)
    wrong = problems(next_.notes)
    next_.add()
    found = audit(store, logs)
    wrong += ["a note is lost"] * len(found.lost + found.stale) + ["a note is mixed"] * len(found.mixed)
    torn = b"".join(path.read_bytes() for path in store.parent.glob("*.torn-*"))
    return wrong + ["a torn end was thrown away"] * (deed == AFTER_TORN and TORN not in torn)


def _row(home: Path, deed: str, faults: tuple[str, ...]) -> Row:
    points, wrong = 0, Counter[str]()
    for fault in faults:
        for when in range(1, 100):
            name = f"{fault.replace(' ', '-')}-{when}"
            place = home / name if deed == FIRST else home
            has_struck, complaints = _strike(place, deed, when, fault, name)
            wrong.update(f"{what} ({fault} at {when})" for what in complaints + wrong_with(place, deed, f"{name}-next"))
            if not has_struck:
                break
            points += 1
    came_out = ", ".join(wrong) or "0 lost; every failure a sentence, every next save works"
    return Row(f"die, ENOSPC, EIO in {deed}", f"all {points} points", came_out, "0 lost", not wrong)


def _strike(home: Path, deed: str, when: int, fault: str, name: str) -> tuple[bool, list[str]]:
    """One fault in a process of its own: whether it came to that, and what was not as it should be."""

    def live(say: Say) -> None:
        writer = Writer(home / "store" / "notes.jsonl", home / "logs", name)
        prepare(deed, writer)
        with Shim(when, fault) as shim:
            try:
                DEEDS[deed](writer)
            except StoreError as error:
                assert shim.has_struck, error
            except OSError as error:
                say(f"no sentence but {error!r}")
        say(STRUCK if shim.has_struck else PASSED)
        try:
            writer.add()
        except StoreError as error:
            say(f"the next save failed: {error}")

    with Child(live) as child:
        told = child.rest()
        code = child.end()
    complaints = [line for line in told if line not in (STRUCK, PASSED)]
    return PASSED not in told, complaints + ["an accident"] * (code not in (0, -9))
