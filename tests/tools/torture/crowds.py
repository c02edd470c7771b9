"""Eight windows at once: each with notes of its own, then all of them with one note."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from store.annotations.note_merge import CONFLICT
from store.annotations.notes import Notes
from store.errors import StoreLockedError
from tests.tools.torture import Row, Size
from tests.tools.torture.child import Child, Say
from tests.tools.torture.ledger import audit, now, problems
from tests.tools.torture.writer import Writer

WINDOWS = 8


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Run several times in the same store."""
    yield _side_by_side(home / "many", size.runs, size.crowd)
    yield _one_note(home / "one", size.runs, size.crowd)


def patiently(save: Callable[[], object]) -> int:
    """Save, retrying if the store is busy; return the number of retries."""
    told = 0
    while True:
        try:
            save()
        except StoreLockedError:
            told += 1
        else:
            return told


def _side_by_side(home: Path, runs: int, count: int) -> Row:
    store, logs = home / "store" / "notes.jsonl", home / "logs"

    def window(name: str) -> Callable[[Say], None]:
        def live(_: Say) -> None:
            writer = Writer(store, logs, name)
            for _number in range(count):
                writer.add()

        return live

    for run in range(runs):
        _all_at_once([window(f"{run}-{name}") for name in range(WINDOWS)])
    notes, found, meant = Notes(store, now), audit(store, logs), runs * WINDOWS * count
    came_out = f"{len(notes.all()):,} notes there, {found}"
    is_clean = found.is_clean and not problems(notes) and len(notes.all()) == found.saved == meant
    return Row(f"{WINDOWS} windows × {count} notes", f"{runs} runs", came_out, f"{meant:,} there", is_clean)


def edit(notes: Notes, id_: str, text: str) -> None:
    """Replace the text of the note that this window sees under `id_`."""
    notes.edit(notes.get(id_), text)


def _one_note(home: Path, runs: int, count: int) -> Row:
    store = home / "store" / "notes.jsonl"
    note = Notes(store, now).add("c001", "begun")
    assert note

    def window(name: str) -> Callable[[Say], None]:
        def live(say: Say) -> None:
            notes = Notes(store, now)
            told = 0
            for number in range(count):
                told += patiently(partial(edit, notes, note.id, f"{name}.{number}"))
            say(told)

        return live

    waited = 0
    for run in range(runs):
        waited += _all_at_once([window(f"{run}-{name}") for name in range(WINDOWS)])
    notes = Notes(store, now)
    saved = notes.get(note.id).revision - 1
    kept = [other for other in notes.all() if CONFLICT in other.tags]
    past = notes.archive.all().values()
    words = {other.body for other in notes.all()} | {document["body"] for document in past}
    meant = {f"{run}-{name}.{number}" for run in range(runs) for name in range(WINDOWS) for number in range(count)}
    lost = len(meant - words)
    came_out = f"{saved:,} saved + {len(kept):,} kept conflicts = {saved + len(kept):,}, {lost} texts lost; {waited} told to try again"
    is_clean = saved + len(kept) == len(meant) and not lost and words == meant | {"begun"}
    return Row(f"{WINDOWS} windows edit one note {count} times", f"{runs} runs", came_out, f"{len(meant):,} attempts", is_clean)


def _all_at_once(deeds: list[Callable[[Say], None]]) -> int:
    """Run them concurrently; return the sum of their results."""
    with ExitStack() as windows:
        lives = [windows.enter_context(Child(deed)) for deed in deeds]
        told = sum(int(line) for life in lives for line in life.rest())
        assert [life.end() for life in lives] == [0] * len(lives), "a window failed"
    return told
