"""Real windows that are killed, crowded, stopped, and run out of room: what was saved is there."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from store.drafts import Draft, Drafts
from store.errors import Busy
from store.journal import lock_of
from store.library import Library
from store.notes import Notes
from store.places import find_places
from tests.conftest import Clock
from tests.sample import whole
from tests.store.processes import Worker

ROUNDS, WRITERS = 15, 2  # thirty windows killed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "notes.jsonl"


def said(notes: Notes) -> list[str]:
    """Every text that was ever saved: in notes, the trash, and what notes said before."""
    kept = [*notes.all(), *notes.trash()]
    return [note.body for note in kept] + [past.body for note in kept for past in notes.revisions(note.id)]


def logged(log: Path, word: str) -> dict[str, str]:
    """What the writers began or acknowledged: token and, where it was begun, what it should be."""
    lines = (line.split() for line in log.read_text("ascii").splitlines())
    return {line[1]: line[-1] for line in lines if line[0] == word}


def test_whenever_a_window_is_killed_nothing_it_saved_is_lost(path: Path, tmp_path: Path, clock: Clock) -> None:
    log, chance = tmp_path / "log", random.Random(7)
    for round_ in range(ROUNDS):
        with ExitStack() as windows:
            writers = [windows.enter_context(Worker("write", path, log, f"{round_}-{name}")) for name in range(WRITERS)]
            for writer in writers:
                for _ in range(chance.randrange(1, 30)):
                    assert writer.read_line()
                writer.kill()
        notes = Notes(path, clock)
        assert (notes.problem, notes.unreadable, notes.journal.damaged) == ("", [], [])
        assert notes.add("p1", f"after round {round_}")
    begun, saved = logged(log, "begun"), logged(log, "saved")
    there = {body.split()[0]: hashlib.sha256(body.encode()).hexdigest() for body in said(Notes(path, clock)) if "after" not in body}
    assert set(saved) - set(there) == set()
    assert {token: begun.get(token) for token in there} == there
    assert len(set(there) - set(saved)) <= ROUNDS * WRITERS
    assert Notes(path, clock).count("p1") == ROUNDS
    assert not list(path.parent.glob("*.tmp-*"))


def test_four_windows_writing_at_once_lose_nothing(path: Path, clock: Clock) -> None:
    with ExitStack() as windows:
        for writer in [windows.enter_context(Worker("crowd", path, name, 50)) for name in "abcd"]:
            writer.rest()
    notes = Notes(path, clock)
    assert {note.body for note in notes.all()} == {f"{name}.{number}" for name in "abcd" for number in range(50)}
    assert len({note.id for note in notes.all()}) == len(notes.all()) == 200
    assert notes.journal.damaged == []


def test_four_windows_editing_one_note_lose_no_words(path: Path, clock: Clock) -> None:
    notes = Notes(path, clock)
    note = notes.add("c001", "begun")
    assert note
    with ExitStack() as windows:
        for writer in [windows.enter_context(Worker("quarrel", path, name, note.id, 25)) for name in "abcd"]:
            writer.rest()
    notes.refresh()
    assert set(said(notes)) == {"begun"} | {f"{name}.{number}" for name in "abcd" for number in range(25)}


def test_on_a_full_disk_what_was_saved_is_there_and_the_reason_is_told(path: Path, clock: Clock) -> None:
    with Worker("fill", path) as window:
        saved, sentence, later = window.rest().splitlines()
    assert 10 < int(saved) < 40
    assert sentence == f"{path} was not saved: file too large. What was saved before is intact."
    assert int(later) == int(saved) + 1 == len(Notes(path, clock).all())


def test_a_stopped_window_makes_others_say_so_and_they_can_still_read(path: Path, clock: Clock) -> None:
    notes = Notes(path, clock, wait=0.05)
    notes.add("c001", "mine")
    with Worker("hold", lock_of(path)) as window:
        window.read_line()
        window.signal(signal.SIGSTOP)
        with pytest.raises(Busy, match=r"Another window holds .*; nothing was saved yet\. Try again in a moment\."):
            notes.add("c001", "more")
        assert [note.body for note in Notes(path, clock).all()] == ["mine"]
    assert notes.add("c001", "more")


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Iterator[Path]:
    """A home that everybody may read and nobody may write; with a briefing, a note and a draft."""
    home = Path(tempfile.mkdtemp())  # under a folder that other users may enter
    monkeypatch.setenv("BRIEFING_HOME", str(home))
    library = Library(find_places(), clock)
    library.add(whole())
    library.notes("bridges").add("c001", "mine")
    pen = Drafts(find_places().drafts).begin(Draft(briefing="bridges", target="c001", body=""))
    pen.write("typed")
    pen.let_go()
    for folder, _, names in os.walk(home):
        os.chmod(folder, 0o555)
        for name in names:
            os.chmod(Path(folder, name), 0o444)
    yield home
    for folder, _, _ in os.walk(home):
        os.chmod(folder, 0o700)
    shutil.rmtree(home)


def test_a_place_that_cannot_be_written_can_be_read(sealed: Path) -> None:
    with Worker("look", sealed) as window:
        title, count, problem, add, back_up, put, left = window.rest().splitlines()
    assert (title, count, put, left) == ("Do bridges pay?", "1", "done", "1")
    assert problem.endswith("cannot be written to; notes are read-only here.")
    assert add == f"ReadOnly: {problem}"
    assert back_up.startswith("ReadOnly: ")
    assert back_up.endswith("cannot be written: permission denied. What you see is read-only.")


def test_notes_that_may_not_be_read_are_a_problem_and_not_an_accident(sealed: Path) -> None:
    os.chmod(sealed / "data" / "library" / "bridges" / "notes.jsonl", 0)
    with Worker("look", sealed) as window:
        title, count, problem, *_ = window.rest().splitlines()
    assert (title, count) == ("Do bridges pay?", "0")
    assert problem.endswith("notes.jsonl cannot be read: permission denied; it was left as it is.")
