"""The power is cut: a disk is copied while four windows write to it, and what the copy holds is all that is left."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from signal import SIGCONT
from typing import NamedTuple

from store.storage import atomic_file
from tests.tools.torture import Row, Size
from tests.tools.torture.child import Child, Say, after
from tests.tools.torture.kills import CROWD, endless
from tests.tools.torture.ledger import Found, audit, problems
from tests.tools.torture.mounts import make_disk, mounted
from tests.tools.torture.writer import Writer

_DISK = 64 * 1024 * 1024
_LONGEST = 0.15
_TEETH = 10


class Cut(NamedTuple):
    """What was left of the store, and of another that had just been begun."""

    found: Found
    begun: Found
    shut: bool

    @property
    def is_clean(self) -> bool:
        return self.found.is_clean and self.begun.is_clean and not self.shut


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Cuts that must lose nothing, and the same without fsync, which must lose: else the cuts prove nothing."""
    cuts = _cuts(home / "synced", size.cuts, chance, lambda deed: deed)
    lost = sum(len(cut.found.lost) + len(cut.begun.lost) for cut in cuts)
    mixed = sum(len(cut.found.mixed) for cut in cuts)
    came_out = f"{cuts[-1].found.saved:,} saved, {lost} lost, {mixed} mixed, {sum(cut.shut for cut in cuts)} failed opens"
    yield Row("power cut: an ext4 disk copied in flight", f"{len(cuts)} cuts", came_out, "0 lost", all(cut.is_clean for cut in cuts))
    teeth = _cuts(home / "unsynced", min(_TEETH, size.cuts), chance, _without_sync)
    bitten = sum(not cut.is_clean for cut in teeth)
    lost = sum(len(cut.found.lost) + len(cut.begun.lost) for cut in teeth)
    yield Row("the same without fsync: has it teeth?", f"{len(teeth)} cuts", f"{bitten} cuts lose, {lost:,} words", "it loses", bitten > 0)


def _cuts(home: Path, count: int, chance: random.Random, made: Callable[[Callable[[Say], None]], Callable[[Say], None]]) -> list[Cut]:
    home.mkdir()
    image, place, logs = make_disk(home / "disk", _DISK), home / "mounted", home / "logs"
    cuts = []
    with mounted(place, "-o", "loop", str(image)), ExitStack() as windows:
        store = place / "store" / "notes.jsonl"
        lives = [windows.enter_context(Child(made(endless(store, logs, str(name))))) for name in range(CROWD)]
        assert [life.line() for life in lives] == ["ready"] * CROWD
        for number in range(count):
            after(chance.uniform(0, _LONGEST))
            begun = f"begun-{number}"
            with Child(made(_first_save(place / begun / "notes.jsonl", home / begun))) as first:
                assert first.line() == "saved"
                for life in lives:
                    life.stop()
                shutil.copyfile(image, home / "copy")
                shutil.copytree(logs, home / "logs-then", dirs_exist_ok=True)
            for life in lives:
                life.signal(SIGCONT)
            cuts.append(_look(home, begun, number))
    return cuts


def _look(home: Path, begun: str, number: int) -> Cut:
    """Return the copy, in another machine: what it holds is held to what was acknowledged when the power went."""
    with mounted(home / "elsewhere", "-o", "loop", str(home / "copy")) as place:
        store = place / "store" / "notes.jsonl"
        next_ = Writer(store, home / "logs-then", f"next-{number}")
        shut = bool(problems(next_.notes))
        if not shut:
            next_.add()
        found, first = audit(store, home / "logs-then"), audit(place / begun / "notes.jsonl", home / begun)
    (home / "logs-then" / f"next-{number}.log").unlink(missing_ok=True)  # a store that does not open gets no entry
    return Cut(found, first, shut)


def _first_save(store: Path, logs: Path) -> Callable[[Say], None]:
    """Return a store is begun, in a folder that was not there a moment ago."""

    def live(say: Say) -> None:
        Writer(store, logs, "first").add()
        say("saved")
        os.read(os.pipe()[0], 1)  # until it is ended

    return live


def _without_sync(deed: Callable[[Say], None]) -> Callable[[Say], None]:
    def live(say: Say) -> None:
        setattr(atomic_file, "sync", lambda _: None)  # noqa: B010 - in this process only; mypy rejects the assignment
        setattr(atomic_file, "sync_directory", lambda _: None)  # noqa: B010
        deed(say)

    return live
