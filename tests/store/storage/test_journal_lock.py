"""A journal holds its lock for as long as it must, and only once."""

from __future__ import annotations

from store.storage.file_lock import is_locked
from store.storage.journal import Journal, lock_path


def test_a_transaction_within_the_lock_needs_no_second_lock(journal: Journal) -> None:
    with journal.locked(), journal.transaction():
        journal.set("notes", "a", {"n": 1})
    assert Journal(journal.path).read() == {"notes": {"a": {"n": 1}}}


def test_the_lock_is_held_to_the_end_of_the_outer_block_and_free_afterwards(journal: Journal) -> None:
    with journal.locked():
        with journal.transaction():
            journal.set("notes", "a", {"n": 1})
        assert is_locked(lock_path(journal.path))
    assert not is_locked(lock_path(journal.path))
    with journal.transaction():
        journal.set("notes", "b", {"n": 2})
        assert is_locked(lock_path(journal.path))
