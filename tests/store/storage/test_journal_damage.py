"""Damage costs what it hits and nothing else; what is not ours is left as it is, byte for byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import CorruptFileError
from store.storage.journal import Journal
from store.storage.journal_format import JournalChange, complete_lines, encode, header

NOTES = [f"n{number}" for number in range(8)]
LINES = [header(), *(encode(number, [JournalChange("notes", name, {"body": name})]) for number, name in enumerate(NOTES, 1))]
FILE = b"".join(LINES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonl"


def put(journal: Journal, identity: str) -> None:
    with journal.transaction():
        journal.set("notes", identity, {"body": identity})


def names(journal: Journal) -> set[str]:
    journal.refresh()
    return set(journal.tables.get("notes", {}))


def damage(at: int, value: int) -> bytes:
    return FILE[:at] + bytes([value]) + FILE[at + 1 :]


def hit_by(at: int) -> set[str]:
    """Return the notes whose lines a byte belongs to: a line end belongs to the lines on both sides."""
    line = FILE.count(b"\n", 0, at)
    touched = {line, line + 1} if FILE[at : at + 1] == b"\n" else {line}
    return {NOTES[number - 1] for number in touched if 1 <= number <= len(NOTES)}


@given(st.integers(0, len(FILE) - 1), st.integers(0, 255))
def test_a_damaged_byte_costs_the_notes_it_hits_and_saving_goes_on(tmp_path_factory: pytest.TempPathFactory, at: int, value: int) -> None:
    path = tmp_path_factory.mktemp("damage") / "notes.jsonl"
    path.write_bytes(damage(at, value))
    journal = Journal(path)
    assert set(NOTES) - names(journal) <= hit_by(at)
    assert bool(journal.damaged or journal.trailing_bytes) == (FILE[at] != value)
    put(journal, "new")
    assert names(Journal(path)) == names(journal) >= (set(NOTES) - hit_by(at)) | {"new"}


def test_any_damaged_byte_is_survived(path: Path) -> None:
    for at in range(len(FILE)):
        path.write_bytes(damage(at, FILE[at] ^ 1))
        assert set(NOTES) - names(Journal(path)) <= hit_by(at)


def test_a_damaged_line_is_told_by_its_number_and_kept(path: Path) -> None:
    path.write_bytes(damage(len(LINES[0]) + 20, ord("?")))
    journal = Journal(path)
    put(journal, "new")
    assert journal.damaged == [2]
    assert path.read_bytes().splitlines(keepends=True)[1].count(b"?")


def test_a_damaged_first_line_is_one_damaged_line(path: Path) -> None:
    path.write_bytes(b"?" + FILE[1:])
    journal = Journal(path)
    assert names(journal) == set(NOTES)
    assert journal.damaged == [1]


def test_a_file_with_damage_is_not_made_smaller(path: Path) -> None:
    content = damage(len(LINES[0]) + 20, ord("?"))
    path.write_bytes(content)
    with pytest.raises(CorruptFileError, match="has damaged lines, which are kept; it was not made smaller"):
        Journal(path).compact()
    assert path.read_bytes() == content


def test_damage_is_seen_in_what_another_window_adds(path: Path) -> None:
    path.write_bytes(FILE)
    journal = Journal(path)
    journal.refresh()
    path.write_bytes(FILE + b"damage\n" + encode(9, [JournalChange("notes", "later", {})]))
    assert names(journal) == {*NOTES, "later"}
    assert journal.damaged == [len(LINES) + 1]


@pytest.mark.parametrize("end", range(len(LINES[0]), len(FILE) + 1, 3))
def test_any_beginning_of_the_file_opens_and_its_torn_end_is_set_aside(path: Path, end: int) -> None:
    path.write_bytes(FILE[:end])
    journal = Journal(path)
    whole = len(complete_lines(FILE[:end]))
    assert names(journal) == set(NOTES[: len(FILE[:whole].splitlines()) - 1])
    assert journal.trailing_bytes == end - whole
    put(journal, "new")
    assert names(Journal(path)) == names(journal)
    assert [torn.read_bytes() for torn in path.parent.glob("*.torn-*")] == ([FILE[whole:end]] if end > whole else [])


def test_reading_alone_leaves_a_torn_end_where_it_is(path: Path) -> None:
    path.write_bytes(FILE[:-2])
    Journal(path).refresh()
    assert path.read_bytes() == FILE[:-2]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty, and a file of notes never is; it was left as it is"),
        (b"\n", "is not a file of notes of this program"),
        (b"my shopping list\n", "is not a file of notes of this program"),
        (b'{"notes": {}}\n', "is not a file of notes of this program"),
        (LINES[1], "is not a file of notes of this program"),
        (header()[:-2], "is not a file of notes of this program"),
        (bytes(range(256)), "is not a file of notes of this program"),
        (b"[" * 100_000 + b"\n", "is not a file of notes of this program"),
    ],
    ids=["empty", "a line end", "text", "json", "no first line", "half a first line", "bytes", "deep"],
)
def test_what_is_not_ours_is_refused_and_left(path: Path, content: bytes, reason: str) -> None:
    path.write_bytes(content)
    for deed in (Journal(path).refresh, Journal(path).read, Journal(path).compact, lambda: put(Journal(path), "new")):
        with pytest.raises(CorruptFileError, match=reason):
            deed()
    assert path.read_bytes() == content


def test_a_newer_format_is_refused_and_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as future:
        future.setattr("store.storage.journal_format.FORMAT", 2)
        content = header() + FILE[len(LINES[0]) :]
    path.write_bytes(content)
    with pytest.raises(CorruptFileError, match=r"is in format 2, and this program knows 1; it was left as it is\."):
        put(Journal(path), "new")
    assert path.read_bytes() == content


def test_a_file_emptied_while_open_is_not_written_over(path: Path) -> None:
    path.write_bytes(FILE)
    journal = Journal(path)
    journal.refresh()
    path.write_bytes(b"")
    with pytest.raises(CorruptFileError, match="is empty"):
        put(journal, "new")
    assert path.read_bytes() == b""
    assert set(journal.tables["notes"]) == set(NOTES)


def test_a_folder_or_fifo_of_that_name_is_refused(path: Path, tmp_path: Path) -> None:
    path.mkdir()
    os.mkfifo(tmp_path / "fifo")
    for wrong in (path, tmp_path / "fifo"):
        with pytest.raises(CorruptFileError, match=r"cannot be read|is empty"):
            Journal(wrong).refresh()
