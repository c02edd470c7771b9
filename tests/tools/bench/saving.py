"""Saving a note, beside appending and syncing the same bytes."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from store.annotations.notes import Notes
from store.storage import atomic_file
from tests.tools.bench import Row
from tests.tools.bench.library import add_notes, now

_BODY = "A thought that somebody had while reading, of the usual length of such thoughts; two lines of it, perhaps."


def rows(home: Path, sizes: tuple[int, ...], saves: int) -> Iterator[Row]:
    """For each number of notes: the median save, and the median append and fsync of as many bytes."""
    for size in sizes:
        folder = home / f"saving-{size}"
        notes = Notes(folder / "notes.jsonl", now)
        notes.add("c000001", _BODY)
        add_notes(notes, size)
        ours, floor = _measure(notes, folder, saves)
        yield Row(f"save a note, {size:,} there", ours, floor, "append and fsync", 2.0)


def _measure(notes: Notes, folder: Path, saves: int) -> tuple[float, float]:
    path = folder / "notes.jsonl"
    before = path.stat().st_size
    notes.add("c000001", _BODY)
    line = b"x" * (path.stat().st_size - before)
    descriptor = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    ours, floor = [], []
    for _ in range(saves):
        start = time.perf_counter()
        os.write(descriptor, line)
        atomic_file.sync(descriptor)
        middle = time.perf_counter()
        notes.add("c000001", _BODY)
        floor.append(middle - start)
        ours.append(time.perf_counter() - middle)
    os.close(descriptor)
    return statistics.median(ours) * 1000, statistics.median(floor) * 1000
