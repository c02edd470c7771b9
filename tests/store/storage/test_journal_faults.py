"""When the disk fails, everything saved before is there, memory and disk agree, and the next save works."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.errors import WriteError
from store.storage import atomic_file
from store.storage.journal import Journal

Fail = Callable[[object, str, int], Callable[[], None]]
BEFORE = {"notes": {"a": {"n": 1}}}
AFTER = {"notes": {"a": {"n": 1}, "b": {"n": 2}}}


def put(journal: Journal, identity: str, n: int) -> None:
    with journal.transaction():
        journal.set("notes", identity, {"n": n})


@pytest.fixture
def begun(journal: Journal) -> Journal:
    """Return a journal with one note, `a`."""
    put(journal, "a", 1)
    return journal


def on_disk(journal: Journal) -> Any:
    return Journal(journal.path).read()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG])
@pytest.mark.parametrize(("module", "name"), [(os, "write"), (atomic_file, "sync")])
def test_a_failed_save_was_never_there_and_the_next_one_works(begun: Journal, fail: Fail, module: object, name: str, number: int) -> None:
    again = fail(module, name, number)
    with pytest.raises(WriteError):
        put(begun, "b", 2)
    again()
    assert begun.read() == on_disk(begun) == BEFORE
    put(begun, "b", 2)
    assert begun.read() == on_disk(begun) == AFTER


def test_half_a_line_is_cut_back(begun: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    content, original = begun.path.read_bytes(), os.write

    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda descriptor, line: original(descriptor, line[:9]) if line[8:9] == b" " else fail_now())
        with pytest.raises(WriteError):
            put(begun, "b", 2)
    assert begun.path.read_bytes() == content
    put(begun, "b", 2)
    assert on_disk(begun) == AFTER


def test_half_a_line_that_cannot_be_cut_back_is_not_read(begun: Journal, monkeypatch: pytest.MonkeyPatch, fail: Fail) -> None:
    again, original = fail(os, "ftruncate", errno.EIO), os.write
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda descriptor, line: original(descriptor, line[:9]) if line[8:9] == b" " else fail_now())
        with pytest.raises(WriteError):
            put(begun, "b", 2)
    assert begun.read() == on_disk(begun) == BEFORE
    again()
    put(begun, "b", 2)
    assert begun.read() == on_disk(begun) == AFTER


def fail_now() -> int:
    raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("name", ["sync", "ftruncate"])
def test_after_a_failure_nobody_can_be_sure_of_the_next_save_goes_to_a_new_file(begun: Journal, fail: Fail, name: str) -> None:
    inode = os.stat(begun.path).st_ino
    again = [fail(atomic_file, "sync", errno.EIO)] if name == "sync" else [fail(os, "write", errno.EIO), fail(os, "ftruncate", errno.EIO)]
    with pytest.raises(WriteError):
        put(begun, "b", 2)
    for undo in again:
        undo()
    put(begun, "b", 2)
    assert os.stat(begun.path).st_ino != inode
    assert begun.read() == on_disk(begun) == AFTER


def test_damaged_lines_go_with_the_rest_into_a_new_file(begun: Journal, fail: Fail) -> None:
    with begun.path.open("ab") as file:
        file.write(b"damaged\n")
    again = fail(atomic_file, "sync", errno.EIO)
    with pytest.raises(WriteError):
        put(begun, "b", 2)
    again()
    put(begun, "b", 2)
    assert b"damaged\n" in begun.path.read_bytes()
    assert begun.damaged == [4]
    other = Journal(begun.path)
    assert (other.read(), other.damaged) == (AFTER, [4])


@pytest.mark.parametrize(("module", "name"), [(os, "write"), (atomic_file, "sync"), (os, "replace")])
def test_a_first_save_that_fails_leaves_no_file(journal: Journal, fail: Fail, module: object, name: str) -> None:
    again = fail(module, name, errno.ENOSPC)
    with pytest.raises(WriteError):
        put(journal, "a", 1)
    again()
    assert not journal.path.exists()
    assert not journal.tables["notes"]
    put(journal, "a", 1)
    assert on_disk(journal) == BEFORE


@pytest.mark.parametrize(("module", "name"), [(os, "write"), (atomic_file, "sync"), (os, "replace")])
def test_a_compaction_that_fails_leaves_the_old_file(begun: Journal, fail: Fail, module: object, name: str) -> None:
    content = begun.path.read_bytes()
    again = fail(module, name, errno.ENOSPC)
    with pytest.raises(WriteError):
        begun.compact()
    again()
    assert begun.path.read_bytes() == content
    put(begun, "b", 2)
    assert on_disk(begun) == AFTER


def test_a_torn_end_that_cannot_be_set_aside_stays(begun: Journal, fail: Fail) -> None:
    with begun.path.open("ab") as file:
        file.write(b"torn")
    again = fail(os, "replace", errno.ENOSPC)
    with pytest.raises(WriteError):
        put(begun, "b", 2)
    again()
    assert begun.path.read_bytes().endswith(b"torn")
    put(begun, "b", 2)
    assert on_disk(begun) == AFTER


def test_other_windows_never_see_what_was_not_saved(begun: Journal, fail: Fail) -> None:
    other = Journal(begun.path)
    other.refresh()
    again = fail(atomic_file, "sync", errno.EIO)
    with pytest.raises(WriteError):
        put(begun, "b", 2)
    again()
    put(other, "c", 3)
    assert begun.read() == other.read() == {"notes": {"a": {"n": 1}, "c": {"n": 3}}}


def test_an_interrupt_in_the_middle_leaves_memory_and_disk_agreed(begun: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(atomic_file, "sync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            put(begun, "b", 2)
    assert begun.read() == on_disk(begun)
    put(begun, "c", 3)
    assert begun.read() == on_disk(begun)


@pytest.mark.parametrize("name", ["write", "replace"])
def test_a_disk_on_which_nothing_can_be_deleted_either_is_a_sentence_too(begun: Journal, fail: Fail, name: str) -> None:
    again = [fail(os, name, errno.EIO), fail(os, "unlink", errno.EIO)]
    with pytest.raises(WriteError, match="input/output error"):
        begun.compact()
    for undo in again:
        undo()
    put(begun, "b", 2)
    assert on_disk(begun) == AFTER


def test_the_sentence_names_the_file_and_the_reason(begun: Journal, fail: Fail) -> None:
    fail(os, "write", errno.ENOSPC)
    with pytest.raises(WriteError, match=r"notes\.jsonl was not saved: no space left on device\. What was saved before is intact\."):
        put(begun, "b", 2)


def test_nothing_is_left_lying_about(begun: Journal, fail: Fail, tmp_path: Path) -> None:
    for module, name in ((os, "write"), (atomic_file, "sync")):
        again = fail(module, name, errno.ENOSPC)
        with pytest.raises(WriteError):
            put(begun, "b", 2)
        again()
    put(begun, "b", 2)
    assert {path.name for path in (tmp_path / "store").iterdir()} == {"notes.jsonl", "notes.jsonl.bak", "store.lock"}
