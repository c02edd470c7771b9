"""kill -9 at any moment, while one and four windows save back to back, edit, delete, judge and make the file smaller."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from store.storage.files import is_alive
from tests.tools.torture import Row, Size
from tests.tools.torture.child import Child, Say, after
from tests.tools.torture.ledger import audit, problems
from tests.tools.torture.writer import Writer

CROWD = 4
_LONGEST_LIFE = 0.015
_LOOK = 25  # how often, in rounds, everything is held to the logs


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Half of the kills hit a window that is alone, half of them one of four; the store stays the same throughout."""
    store, logs = home / "store" / "notes.jsonl", home / "logs"
    for writers in (1, CROWD):
        yield _kill(store, logs, writers, size.kills // 2 // writers, chance)


def endless(store: Path, logs: Path, name: str) -> Callable[[Say], None]:
    """Write until killed, after reporting the start."""

    def live(say: Say) -> None:
        writer = Writer(store, logs, name)
        say("ready")
        writer.write_on()

    return live


def _kill(store: Path, logs: Path, writers: int, rounds: int, chance: random.Random) -> Row:
    shut, worst = 0, audit(store, logs)
    for round_ in range(rounds):
        with ExitStack() as windows:
            lives = [windows.enter_context(Child(endless(store, logs, f"{writers}-{round_}-{name}"))) for name in range(writers)]
            for life in lives:
                assert life.line() == "ready"
            for life in lives:
                after(chance.uniform(0, _LONGEST_LIFE))
                life.kill()
        next_ = Writer(store, logs, f"{writers}-{round_}-next")
        shut += bool(problems(next_.notes))
        next_.add()
        if round_ % _LOOK == 0 or round_ == rounds - 1:
            worst = audit(store, logs)
            if not worst.is_clean:
                break
    Writer(store, logs, f"{writers}-last").compact()  # what killed windows left is swept on the way
    left = [path for path in store.parent.glob("*.tmp-*") if not is_alive(int(path.name.rpartition("-")[2]))]
    torn = len(list(store.parent.glob("*.torn-*")))
    extra = f"; {torn} torn ends kept" + f", {len(left)} temporary files left" * bool(left)
    return Row(
        f"kill -9 while {writers} write" + "s" * (writers == 1),
        f"{rounds * writers:,} kills",
        f"{worst}, at most {worst.unasked} more than acknowledged, {shut} failed opens{extra}",
        "0 lost, 0 mixed, 0 failed opens",
        worst.is_clean and worst.unasked <= 1 and not shut and not left,
    )
