"""The file of notes under the real program: compacted when it ends, read again after another program changed it."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from store.library.library import Library
from tests.support.outside import command
from tests.support.terminal import Terminal

SAVES = 300
LONG = "word " * 1000


@pytest.fixture
def path(library: Library) -> Path:
    """Return the file of a note that was saved many times; most of it is earlier versions."""
    notes = library.notes("bridges")
    note = notes.add("c001", "first")
    assert note
    for number in range(SAVES):
        note = notes.edit(note, f"{number} {LONG}")
    assert notes.journal.path.stat().st_size > SAVES * len(LONG)
    return notes.journal.path


def is_compact(path: Path) -> bool:
    """Return True if hardly more than the note itself is left."""
    return path.stat().st_size < 4 * len(LONG)


def test_a_command_that_changes_a_note_compacts_the_file_and_keeps_all_versions(library: Library, path: Path) -> None:
    (note,) = library.notes("bridges").all()
    assert command("note", "edit", note.id, "-b", "bridges", "-", words="last").returncode == 0
    assert is_compact(path)
    told = json.loads(command("note", "revisions", note.id, "-b", "bridges", "--json").stdout)
    assert [version["revision"] for version in told] == list(range(1, SAVES + 3))
    assert command("doctor", "-b", "bridges").returncode == 0


def test_a_command_that_reads_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    assert command("note", "list", "-b", "bridges").returncode == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("number", [0, signal.SIGTERM, signal.SIGHUP], ids=["q", "SIGTERM", "SIGHUP"])
def test_the_screen_compacts_the_file_when_it_ends(library: Library, path: Path, tmp_path: Path, number: int) -> None:
    with Terminal(tmp_path / "home", "bridges", "--at", "c001") as terminal:
        terminal.wait_for("Bridges pay.", "1 note")
        if not number:
            terminal.press("q")
        terminal.end(number)
    assert is_compact(path)
    notes = library.notes("bridges")
    assert len(notes.revisions(notes.all()[0].id)) == SAVES


def test_a_file_rewritten_in_place_under_an_open_screen_is_shown_and_survives_its_end(library: Library, path: Path, tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", "bridges", "--at", "c001") as terminal:
        terminal.wait_for("Bridges pay.", "1 note")
        content = path.read_bytes()
        other = library.notes("bridges")
        other.add("c001", "From another program")
        added = path.read_bytes()[len(content) :]
        header, first, *rest = content.splitlines(keepends=True)
        path.write_bytes(b"".join([header, added, first, *rest[1:]]))  # one line less, one more, in the same file
        terminal.wait_for("2 notes")
        terminal.press("q")
        terminal.end()
    assert {note.body[:4] for note in library.notes("bridges").all()} == {"From", "299 "}


@pytest.mark.slow
def test_a_file_that_cannot_be_examined_is_reported_and_saving_goes_on_when_it_can(library: Library, tmp_path: Path) -> None:
    notes = library.notes("bridges")
    notes.add("c001", "A note")
    path = notes.journal.path
    with Terminal(tmp_path / "home", "bridges", "--at", "c001") as terminal:
        terminal.wait_for("Bridges pay.", "1 note")
        path.rename(tmp_path / "away")
        path.symlink_to(path)  # a loop: its status cannot be read, and the reason is not that it is missing
        terminal.wait_for("read-only")
        terminal.press("m")
        assert "marked" not in terminal.wait_for("cannot be read")
        listed = command("note", "list", "-b", "bridges")
        assert (listed.returncode, "cannot be read" in listed.stderr, "not saved" in listed.stderr) == (1, True, False)
        path.unlink()
        (tmp_path / "away").rename(path)
        terminal.wait_for("writable again")
        terminal.press("m")
        terminal.wait_for("c001 is marked")
    assert [note.body for note in library.notes("bridges").all()] == ["A note"]
