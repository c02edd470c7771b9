"""Other programs edit, merge and synchronize the file of a journal that is open: nothing in it is dropped, and nothing is joined."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import CorruptFileError, WriteError
from store.storage.journal import Journal, conflict_report
from store.storage.journal_format import JournalChange, encode, header

Fail = Callable[[object, str, int], Callable[[], None]]
HEADER = header()


def line(number: int) -> bytes:
    return encode(number, [JournalChange("notes", f"n{number}", {"body": f"note {number}"})])


def content_of(*numbers: int) -> bytes:
    return b"".join([HEADER, *map(line, numbers)])


def put(journal: Journal, identity: str) -> None:
    with journal.transaction():
        journal.set("notes", identity, {"body": identity})


def names(journal: Journal) -> set[str]:
    journal.refresh()
    return set(journal.tables.get("notes", {}))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonl"


def opened(path: Path, content: bytes) -> Journal:
    """Return the journal with this content, as another window has it open."""
    path.write_bytes(content)
    journal = Journal(path)
    journal.refresh()
    return journal


@given(st.lists(st.integers(1, 9)), st.lists(st.integers(1, 9)), st.booleans(), st.booleans())
def test_a_file_rewritten_in_place_is_read_again_and_nothing_in_it_is_dropped(
    tmp_path_factory: pytest.TempPathFactory, before: list[int], after: list[int], is_compacted: bool, is_terminated: bool
) -> None:
    path = tmp_path_factory.mktemp("rewritten") / "notes.jsonl"
    journal = opened(path, content_of(*before))
    path.write_bytes(content_of(*after)[: None if is_terminated else -1])
    put(journal, "new")
    if is_compacted:
        journal.compact()
    expected = {f"n{number}" for number in after} | {"new"}
    assert names(journal) == names(Journal(path)) == expected
    assert not journal.damaged


def test_a_rewrite_that_restores_size_and_time_is_noticed(path: Path) -> None:
    journal = opened(path, content_of(1, 2))
    status = path.stat()
    path.write_bytes(content_of(1, 3))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert names(journal) == {"n1", "n3"}


def test_a_compaction_includes_what_another_program_wrote_in_place(path: Path) -> None:
    journal = opened(path, content_of(1, 2))
    path.write_bytes(content_of(1, 2, 3, 4))
    journal.compact()
    assert names(Journal(path)) == {"n1", "n2", "n3", "n4"}


@pytest.mark.parametrize("is_compacted", [False, True])
def test_a_change_during_a_save_is_not_overwritten(path: Path, is_compacted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = opened(path, content_of(1))
    with pytest.raises(WriteError, match="was changed by another program just now"):
        if is_compacted:
            monkeypatch.setattr("store.storage.atomic_file.remove_stale_temp_files", lambda _: path.write_bytes(content_of(1, 2)))
            journal.compact()
        else:
            with journal.transaction():
                journal.set("notes", "new", {})
                path.write_bytes(content_of(1, 2))
    assert path.read_bytes() == content_of(1, 2)
    assert names(journal) == {"n1", "n2"}


def test_a_complete_last_line_without_a_newline_is_read_and_the_next_save_starts_a_new_line(path: Path) -> None:
    journal = opened(path, content_of(1, 2)[:-1])
    assert names(journal) == {"n1", "n2"}
    assert (journal.damaged, journal.trailing_bytes) == ([], 0)
    put(journal, "new")
    assert path.read_bytes().startswith(content_of(1, 2))
    assert names(Journal(path)) == names(journal) == {"n1", "n2", "new"}
    assert list(path.parent.glob("*.torn-*")) == []


def test_the_newline_of_the_last_line_may_come_later(path: Path) -> None:
    journal = opened(path, content_of(1)[:-1])
    path.write_bytes(content_of(1) + b"damaged\n")
    assert names(journal) == {"n1"}
    assert journal.damaged == [3]


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_crlf_line_ends_are_read(path: Path, prefix: bytes) -> None:
    journal = opened(path, prefix + content_of(1, 2).replace(b"\n", b"\r\n"))
    assert names(journal) == {"n1", "n2"}
    put(journal, "new")
    assert names(Journal(path)) == {"n1", "n2", "new"}
    assert Journal(path).damaged == []


def test_crlf_without_the_last_newline_is_read(path: Path) -> None:
    journal = opened(path, content_of(1, 2).replace(b"\n", b"\r\n")[:-1])
    put(journal, "new")
    assert names(Journal(path)) == names(journal) == {"n1", "n2", "new"}
    assert (journal.damaged, list(path.parent.glob("*.torn-*"))) == ([], [])


def test_empty_lines_are_no_damage(path: Path) -> None:
    journal = opened(path, content_of(1) + b"\n\r\n" + line(2) + b"\n")
    assert names(journal) == {"n1", "n2"}
    assert journal.damaged == []


MERGED = content_of(1) + b"<<<<<<< HEAD\n" + line(2) + b"||||||| 1234567\n=======\n" + line(3) + b">>>>>>> laptop\n"


@pytest.mark.parametrize("content", [MERGED, MERGED.replace(b"\n", b"\r\n")], ids=["LF", "CRLF"])
def test_conflict_markers_are_reported_as_such_and_both_sides_are_read(path: Path, content: bytes) -> None:
    journal = opened(path, content)
    assert names(journal) == {"n1", "n2", "n3"}
    assert journal.contents.conflict_markers == (3, 5, 6, 8)
    report = conflict_report(journal)
    assert "has conflict markers in lines 3, 5, 6, 8" in report
    assert "delete only the lines with the markers" in report


def test_a_conflict_marker_without_the_last_newline_is_a_whole_line(path: Path) -> None:
    journal = opened(path, MERGED[:-1])
    assert journal.contents.conflict_markers == (3, 5, 6, 8)
    put(journal, "new")
    assert names(Journal(path)) == names(journal) == {"n1", "n2", "n3", "new"}
    assert Journal(path).trailing_bytes == 0
    assert list(path.parent.glob("*.torn-*")) == []


def test_a_damaged_line_is_no_conflict_marker(path: Path) -> None:
    assert opened(path, content_of(1) + b"<<<<<<<x\n========\n").contents.conflict_markers == ()


def test_markers_that_are_deleted_leave_a_sound_file(path: Path) -> None:
    journal = opened(path, MERGED)
    path.write_bytes(b"".join(kept for kept in MERGED.splitlines(keepends=True) if kept[:1] not in b"<|=>"))
    assert names(journal) == {"n1", "n2", "n3"}
    assert journal.damaged == []


@pytest.mark.parametrize("number", [5, 13, 40], ids=["EIO", "EACCES", "ELOOP"])
def test_a_file_that_cannot_be_examined_is_reported_and_changes_nothing(path: Path, fail: Fail, number: int) -> None:
    journal = opened(path, content_of(1))
    restore = fail(os, "stat", number)
    with pytest.raises(CorruptFileError, match=r"notes\.jsonl cannot be read: .*; it was left as it is\."):
        journal.refresh()
    restore()
    assert names(journal) == {"n1"}
    put(journal, "new")
    assert names(Journal(path)) == {"n1", "new"}
