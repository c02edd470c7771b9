"""Real windows that are stopped or may not write; those that are killed, crowded and run out of room are in tests/torture."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.annotations.drafts import Draft, Drafts
from store.annotations.notes import Notes
from store.errors import StoreLockedError
from store.library.library import Library
from store.storage.journal import lock_path
from store.storage.paths import find_paths
from tests.conftest import Clock
from tests.support.processes import Worker, seal, unseal
from tests.support.sample import whole


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "notes.jsonl"


def test_a_stopped_window_makes_others_say_so_and_they_can_still_read(path: Path, clock: Clock) -> None:
    notes = Notes(path, clock, wait=0.05)
    notes.add("c001", "mine")
    with Worker("hold", lock_path(path)) as window:
        window.read_line()
        window.signal(signal.SIGSTOP)
        with pytest.raises(StoreLockedError, match=r"Another window holds .*; nothing was saved yet\. Try again in a moment\."):
            notes.add("c001", "more")
        assert [note.body for note in Notes(path, clock).all()] == ["mine"]
    assert notes.add("c001", "more")


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Iterator[Path]:
    """Return a home that everybody may read and nobody may write; with a briefing, a note and a draft."""
    home = Path(tempfile.mkdtemp())  # under a folder that other users may enter
    monkeypatch.setenv("BRIEFING_HOME", str(home))
    library = Library(find_paths(), clock)
    library.install(whole())
    library.notes("bridges").add("c001", "mine")
    pen = Drafts(find_paths().drafts).begin(Draft(briefing="bridges", target="c001", body=""))
    pen.write("typed")
    pen.release()
    seal(home)
    yield home
    unseal(home)
    shutil.rmtree(home)


def test_a_place_that_cannot_be_written_can_be_read(sealed: Path) -> None:
    with Worker("look", sealed) as window:
        title, count, problem, add, back_up, put, left = window.rest().splitlines()
    assert (title, count, put, left) == ("Do bridges pay?", "1", "done", "1")
    assert problem.endswith("cannot be written to; notes are read-only here.")
    assert add == f"ReadOnlyError: {problem}"
    assert back_up.startswith("ReadOnlyError: ")
    assert back_up.endswith("cannot be written: permission denied. What you see is read-only.")


def test_notes_that_may_not_be_read_are_a_problem_and_not_an_accident(sealed: Path) -> None:
    os.chmod(sealed / "data" / "library" / "bridges" / "notes.jsonl", 0)
    with Worker("look", sealed) as window:
        title, count, problem, *_ = window.rest().splitlines()
    assert (title, count) == ("Do bridges pay?", "0")
    assert problem.endswith("notes.jsonl cannot be read: permission denied; it was left as it is.")
