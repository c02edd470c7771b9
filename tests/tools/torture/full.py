"""No room: a small file system in memory, a small disk, a limit on files; then room again."""

from __future__ import annotations

import os
import random
import resource
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from store.errors import WriteError
from tests.tools.torture import Row, Size, Untried
from tests.tools.torture.child import Child, Say
from tests.tools.torture.ledger import audit, problems
from tests.tools.torture.mounts import make_disk, mounted
from tests.tools.torture.writer import Writer

_TMPFS, _DISK, _LIMIT = "256k", 2 * 1024 * 1024, 256 * 1024
_TOO_LONG = 10_000


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Each place is filled and given room again as often as there are runs; the store stays the same."""
    yield _row("a limit on the size of files", _limited(home / "limited", size.runs))
    for what, fill in (("a tmpfs of 256 KiB", _tmpfs), ("an ext4 disk of 2 MiB", _small_disk)):
        try:
            found = fill(home / what.replace(" ", "-"), size.runs)
        except Untried as reason:
            yield Row(f"disk full: {what}", "none", f"not tried: {reason}", "0 lost", True)
        else:
            yield _row(what, found)


def _row(what: str, found: list[str]) -> Row:
    wrong = [complaint for run in found for complaint in run.split("; ") if not complaint.endswith("saved")]
    saved = ", ".join(run.rpartition("; ")[2] for run in found)
    came_out = ", ".join(wrong) or f"0 lost ({saved}), the next save works"
    return Row(f"disk full: {what}", f"{len(found)} times", came_out, "earlier readable, next save works", not wrong)


def _tmpfs(home: Path, runs: int) -> list[str]:
    with mounted(home, "-t", "tmpfs", "-o", f"size={_TMPFS}", "tmpfs"):
        return _filled(home, home.with_name(f"{home.name}-logs"), runs)


def _small_disk(home: Path, runs: int) -> list[str]:
    image = make_disk(home.with_name(f"{home.name}-image"), _DISK)
    with mounted(home, "-o", "loop", str(image)):
        return _filled(home, home.with_name(f"{home.name}-logs"), runs)


def _filled(place: Path, logs: Path, runs: int) -> list[str]:
    """Others take all the room but a little, a window writes until there is none, and others make room."""
    ballast = place / "ballast"

    def fill() -> None:
        free = os.statvfs(place)
        with ballast.open("wb") as file, suppress(OSError):
            file.write(b"x" * max(0, free.f_bavail * free.f_frsize - 60_000))

    return [_run(place / "store" / "notes.jsonl", logs, str(run), fill, ballast.unlink) for run in range(runs)]


def _limited(home: Path, runs: int) -> list[str]:
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limit(bytes_: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, most))

    store = home / "store" / "notes.jsonl"
    sizes = range(_LIMIT, _LIMIT * (runs + 1), _LIMIT)
    return [_run(store, home / "logs", str(size), partial(limit, size), partial(limit, most)) for size in sizes]


def _run(store: Path, logs: Path, name: str, fill: Callable[[], None], make_room: Callable[[], object]) -> str:
    """Complaints, and how much was saved while there was room."""

    def live(say: Say) -> None:
        writer = Writer(store, logs, name)
        fill()
        say(_write_until_full(writer))
        other = Writer(store, logs, f"{name}-other")  # who starts now can read all there is, and is told the same
        say("reads all" if other.notes.all() == writer.notes.all() and not problems(other.notes) else "cannot read")
        say(_write_until_full(other))
        make_room()
        writer.add()
        Writer(store, logs, f"{name}-next").add()

    with Child(live) as child:
        told = child.rest()
        code = child.end()
    found = audit(store, logs)
    wrong = [] if found.is_clean else [str(found).replace("saved", "kept")]
    if told != ["is told", "reads all", "is told"] or code:
        wrong.append(f"{' and '.join(told)}, ended in {code}")
    return "; ".join([*wrong, f"{found.saved:,} saved"])


def _write_until_full(writer: Writer) -> str:
    for _ in range(_TOO_LONG):
        try:
            writer.add()
        except WriteError as error:
            return "is told" if "was not saved: " in str(error) else f"is told {error}"
    return "never full"
