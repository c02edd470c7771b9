"""The journal grows by one line for each transaction, and whoever has it open sees what others wrote."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from store.errors import ReadOnlyError, StoreLockedError, WriteError
from store.storage import atomic_file, journal_file
from store.storage.file_lock import locked
from store.storage.journal import Journal, lock_path
from store.storage.journal_contents import Document
from tests.support.calls import record_calls


def put(journal: Journal, identity: str, document: Document | None, table: str = "notes") -> None:
    """Save one document, or delete it."""
    with journal.transaction():
        journal.set(table, identity, document)


def mode(path: Path) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


@pytest.fixture
def begun(journal: Journal) -> Journal:
    """Return a journal with one note, `a`."""
    put(journal, "a", {"n": 1})
    return journal


def test_a_new_journal_is_empty_and_makes_no_file(journal: Journal) -> None:
    assert journal.read() is None
    assert not journal.path.parent.exists()


def test_a_save_is_one_write_and_one_sync(begun: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for module, name in ((os, "write"), (atomic_file, "sync"), (os, "fsync"), (os, "replace")):
        record_calls(monkeypatch, module, name, calls)
    put(begun, "b", {"n": 2})
    assert calls == ["write", "sync"]


def test_a_save_only_adds(begun: Journal) -> None:
    before, inode = begun.path.read_bytes(), os.stat(begun.path).st_ino
    put(begun, "a", {"n": 2})
    assert begun.path.read_bytes().startswith(before)
    assert os.stat(begun.path).st_ino == inode


def test_what_is_written_can_be_read_by_people(begun: Journal) -> None:
    assert begun.path.read_text("utf-8").endswith(' {"q":1,"o":[["notes","a",{"n":1}]]}\n')


def test_a_deleted_document_is_gone(begun: Journal) -> None:
    put(begun, "a", None)
    assert begun.read() is Journal(begun.path).read() is None


def test_what_is_put_together_is_saved_together(begun: Journal) -> None:
    with begun.transaction():
        begun.set("notes", "b", {"n": 2})
        with begun.transaction():
            begun.set("trash", "a", {"n": 1})
    assert begun.path.read_bytes().count(b"\n") == 3
    assert Journal(begun.path).read() == {"notes": {"a": {"n": 1}, "b": {"n": 2}}, "trash": {"a": {"n": 1}}}


def test_a_transaction_that_fails_was_never_there(begun: Journal) -> None:
    with pytest.raises(KeyError), begun.transaction():
        begun.set("notes", "a", {"n": 9})
        begun.set("notes", "b", {"n": 9})
        raise KeyError
    assert begun.read() == Journal(begun.path).read() == {"notes": {"a": {"n": 1}}}


def test_a_transaction_without_changes_writes_nothing(journal: Journal) -> None:
    with journal.transaction():
        pass
    assert not journal.path.exists()


def test_nothing_is_put_outside_a_transaction(journal: Journal) -> None:
    with pytest.raises(RuntimeError, match="belongs inside a transaction"):
        journal.set("notes", "a", {})


def test_the_watcher_is_told_of_every_change(tmp_path: Path) -> None:
    told: list[tuple[str, str, Document | None]] = []
    journal, other = (Journal(tmp_path / "notes.jsonl", watch) for watch in (lambda *change: told.append(change), None))
    put(journal, "a", {"n": 1})
    put(other, "a", None)
    journal.refresh()
    assert told == [("notes", "a", {"n": 1}), ("notes", "a", None)]


def test_two_windows_see_what_the_other_wrote(begun: Journal) -> None:
    other = Journal(begun.path)
    put(other, "b", {"n": 2})
    put(begun, "c", {"n": 3})
    assert begun.read() == other.read() == {"notes": {"a": {"n": 1}, "b": {"n": 2}, "c": {"n": 3}}}


def test_looking_again_costs_one_look_where_nothing_is_new(begun: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_file, "read", lambda *_: pytest.fail("it was read"))
    begun.refresh()


def test_only_what_is_new_is_read(begun: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    put(Journal(begun.path), "b", {"n": 2})
    monkeypatch.setattr(begun.contents, "clear", lambda: pytest.fail("all was read"))
    assert begun.read() == {"notes": {"a": {"n": 1}, "b": {"n": 2}}}


def test_a_file_put_in_its_place_is_read(begun: Journal, tmp_path: Path) -> None:
    other = Journal(tmp_path / "other.jsonl")
    put(other, "z", {"n": 9})
    os.replace(other.path, begun.path)
    assert begun.read() == {"notes": {"z": {"n": 9}}}


def test_a_file_put_in_its_place_during_a_transaction_is_not_written_into(begun: Journal, tmp_path: Path) -> None:
    other = Journal(tmp_path / "other.jsonl")
    put(other, "z", {"n": 9})
    content = other.path.read_bytes()
    with pytest.raises(WriteError, match="was changed by another program"), begun.transaction():
        begun.set("notes", "b", {"n": 2})
        os.replace(other.path, begun.path)
        begun.refresh()
    assert begun.path.read_bytes() == content
    assert begun.read() == {"notes": {"z": {"n": 9}}}


def test_a_file_that_vanished_is_written_back_whole(begun: Journal) -> None:
    begun.path.unlink()
    begun.refresh()
    put(begun, "b", {"n": 2})
    assert Journal(begun.path).read() == {"notes": {"a": {"n": 1}, "b": {"n": 2}}}


def test_a_folder_that_vanished_is_written_back_too(begun: Journal) -> None:
    shutil.rmtree(begun.path.parent)
    put(begun, "b", {"n": 2})
    assert Journal(begun.path).read() == {"notes": {"a": {"n": 1}, "b": {"n": 2}}}


def test_a_file_written_back_by_another_window_is_read_anew(begun: Journal) -> None:
    other = Journal(begun.path)
    other.refresh()
    begun.path.unlink()  # the new file may have the number of this one
    put(begun, "b", {"n": 2})
    put(begun, "a", {"n": 3})
    assert other.read() == begun.read() == {"notes": {"a": {"n": 3}, "b": {"n": 2}}}


def test_another_file_under_the_same_number_is_read_anew(begun: Journal, tmp_path: Path) -> None:
    other = Journal(tmp_path / "other.jsonl")
    for number in range(9):
        put(other, "z", {"n": number})
    begun.path.write_bytes(other.path.read_bytes())  # as the system does with the number of a deleted file
    assert begun.read() == {"notes": {"z": {"n": 8}}}


def test_a_file_that_came_back_is_simply_read_on(begun: Journal, tmp_path: Path) -> None:
    os.rename(begun.path, tmp_path / "away")
    begun.refresh()
    os.rename(tmp_path / "away", begun.path)
    put(begun, "b", {"n": 2})
    assert Journal(begun.path).read() == begun.read() == {"notes": {"a": {"n": 1}, "b": {"n": 2}}}


def test_compaction_keeps_everything_and_the_old_file(begun: Journal) -> None:
    for number in range(50):
        put(begun, "a", {"n": number})
    put(begun, "b", {"n": 1})
    before, inside = begun.path.read_bytes(), begun.read()
    begun.compact()
    assert begun.path.read_bytes().count(b"\n") == 3
    assert begun.path.with_name("notes.jsonl.bak").read_bytes() == before
    assert begun.read() == Journal(begun.path).read() == inside


def test_other_windows_go_on_after_a_compaction(begun: Journal) -> None:
    other = Journal(begun.path)
    other.refresh()
    begun.compact()
    put(other, "b", {"n": 2})
    put(begun, "c", {"n": 3})
    assert begun.read() == other.read() == Journal(begun.path).read()
    assert begun.read() == {"notes": {"a": {"n": 1}, "b": {"n": 2}, "c": {"n": 3}}}


def test_a_journal_is_wasteful_when_most_of_it_is_past(begun: Journal) -> None:
    assert not begun.should_compact()
    for number in range(1001):
        put(begun, "a", {"n": number + 2})
    assert begun.should_compact()
    begun.compact()
    assert not begun.should_compact()


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real" / "notes.jsonl")
    journal = Journal(tmp_path / "link.jsonl")
    put(journal, "a", {"n": 1})
    journal.compact()
    assert (tmp_path / "link.jsonl").is_symlink()
    assert Journal(tmp_path / "real" / "notes.jsonl").read() == {"notes": {"a": {"n": 1}}}


def test_everything_is_this_users_alone(begun: Journal) -> None:
    begun.compact()
    assert mode(begun.path.parent) == 0o700
    assert {path.name: mode(path) for path in begun.path.parent.iterdir()} == {
        "notes.jsonl": 0o600,
        "notes.jsonl.bak": 0o600,
        "store.lock": 0o600,
    }


def test_who_cannot_have_the_lock_is_told_and_can_still_read(begun: Journal) -> None:
    other = Journal(begun.path, wait=0.01)
    with locked(lock_path(begun.path)):
        assert other.read() == {"notes": {"a": {"n": 1}}}
        with pytest.raises(StoreLockedError, match="nothing was saved yet"):
            put(other, "b", {"n": 2})
    assert other.read() == {"notes": {"a": {"n": 1}}}


def test_a_place_that_cannot_be_written_says_so(begun: Journal, fail: Any) -> None:
    fail(os, "open", 30)
    with pytest.raises(ReadOnlyError):
        put(begun, "b", {"n": 2})
