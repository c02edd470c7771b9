"""The file of a journal: a change by another program is noticed, and a save is in the file whole or not at all."""

from __future__ import annotations

import errno
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import WriteError
from store.storage import atomic_file, journal_file
from store.storage.journal_file import DurabilityError, FilePosition, Status
from store.storage.journal_format import JournalChange, encode, header

Fail = Callable[[object, str, int], Callable[[], None]]
LINES = [header(), *(encode(number, [JournalChange("notes", f"n{number}", {"n": number})]) for number in range(1, 4))]
FILE = b"".join(LINES)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that says `old`."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    return path


def position_of(path: Path, end: int | None = None) -> FilePosition:
    """Return the position after the first `end` bytes, or after the whole file."""
    content = path.read_bytes()[:end]
    return FilePosition(Status.of(path.stat()), len(content), zlib.crc32(content))


def test_append_adds_a_line_at_the_end(file: Path) -> None:
    position = journal_file.append(file, position_of(file), b"+new\n")
    assert file.read_bytes() == b"old+new\n"
    assert position == position_of(file)


def test_append_sets_an_incomplete_line_aside(file: Path) -> None:
    journal_file.append(file, position_of(file, end=2), b"+new")
    assert file.read_bytes() == b"ol+new"
    assert file.with_name("file.torn-2").read_bytes() == b"d"


def test_append_keeps_every_incomplete_line_it_set_aside(file: Path) -> None:
    for end in (b"d", b"other"):
        file.write_bytes(b"ol" + end)
        journal_file.append(file, position_of(file, end=2), b"+new")
    assert [file.with_name(name).read_bytes() for name in ("file.torn-2", "file.torn-2-2")] == [b"d", b"other"]


def test_append_rejects_a_file_that_was_replaced(file: Path) -> None:
    before = position_of(file)
    atomic_file.replace(file, b"another, and longer")
    with pytest.raises(WriteError, match="was changed by another program just now"):
        journal_file.append(file, before, b"+new")
    assert file.read_bytes() == b"another, and longer"


def test_append_removes_a_line_that_does_not_fit(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.write

    def half(descriptor: int, content: bytes) -> int:
        if len(content) < 4:
            raise OSError(errno.ENOSPC, "full")
        return original(descriptor, content[:2])

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(WriteError) as refusal:
        journal_file.append(file, position_of(file), b"+new")
    assert not isinstance(refusal.value, DurabilityError)
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize(("module", "name"), [(atomic_file, "sync"), (os, "ftruncate")])
def test_append_reports_when_the_state_on_disk_is_unknown(file: Path, fail: Fail, module: object, name: str) -> None:
    fail(module, name, errno.EIO)
    if name == "ftruncate":
        fail(os, "write", errno.ENOSPC)
    with pytest.raises(DurabilityError, match="file was not saved"):
        journal_file.append(file, position_of(file), b"+new")


def test_append_does_not_create_a_missing_file(file: Path) -> None:
    before = position_of(file)
    file.unlink()
    with pytest.raises(WriteError):
        journal_file.append(file, before, b"+new")
    assert not file.exists()


def test_append_rejects_a_file_that_was_changed_in_place(file: Path) -> None:
    before = position_of(file)
    file.write_bytes(b"another, and longer")
    with pytest.raises(WriteError, match=r"was changed by another program just now; nothing was saved\. Try again\."):
        journal_file.append(file, before, b"+new")
    assert file.read_bytes() == b"another, and longer"


def test_append_does_not_join_a_line_to_one_without_a_newline(file: Path) -> None:
    file.write_bytes(FILE[:-1])
    batch = journal_file.read(file)
    assert not batch.position.is_terminated
    position = journal_file.append(file, batch.position, LINES[1])
    assert file.read_bytes() == FILE + LINES[1]
    assert position == position_of(file)


def test_read_returns_the_whole_file_and_then_what_was_appended(file: Path) -> None:
    file.write_bytes(FILE)
    first = journal_file.read(file)
    assert (first.content, first.is_whole, first.position) == (FILE, True, position_of(file))
    with file.open("ab") as appended:
        appended.write(LINES[1] + LINES[2][:9])
    second = journal_file.read(file, first.position)
    assert (second.content, second.is_whole) == (LINES[1], False)
    assert second.position == position_of(file, len(FILE + LINES[1]))


CHANGES = {
    "shorter": b"".join(LINES[:2]),
    "same size": b"".join([LINES[0], LINES[2], LINES[1], LINES[3]]),
    "longer, the last line in another place": b"".join([LINES[0], LINES[1], *LINES[1:]]),
    "longer, the last line in its place": b"".join([LINES[0], LINES[2], LINES[1], LINES[3], LINES[1]]),
    "glued to the last line": FILE[:-1] + b"x\n",
}


@pytest.mark.parametrize("content", CHANGES.values(), ids=CHANGES)
def test_read_starts_again_if_the_file_was_changed_in_place(file: Path, content: bytes) -> None:
    file.write_bytes(FILE)
    position = journal_file.read(file).position
    file.write_bytes(content)
    batch = journal_file.read(file, position)
    assert (batch.content, batch.is_whole) == (content, True)


def test_a_line_without_a_newline_continues_only_with_a_newline(file: Path) -> None:
    file.write_bytes(FILE[:-1])
    position = journal_file.read(file).position
    file.write_bytes(FILE + LINES[1])
    assert journal_file.read(file, position)[:2] == (b"\n" + LINES[1], False)
    file.write_bytes(FILE[:-1] + b"x\n")
    assert journal_file.read(file, position).is_whole
