"""One writer at a time; who dies lets go, and who waits too long is told."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from store.errors import ReadOnlyError, StoreLockedError
from store.storage.file_lock import is_locked, locked
from tests.support.processes import Worker


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "store.lock"


def test_a_lock_is_held_until_it_is_let_go(lock: Path) -> None:
    with locked(lock):
        assert is_locked(lock)
    assert not is_locked(lock)


def test_a_lock_is_let_go_by_an_error(lock: Path) -> None:
    with pytest.raises(KeyError), locked(lock):
        raise KeyError
    assert not is_locked(lock)


def test_who_waits_too_long_is_told(lock: Path) -> None:
    with locked(lock), pytest.raises(StoreLockedError, match=r"Another window holds .*; nothing was saved yet"), locked(lock, wait=0.01):
        pytest.fail("two held it")


def test_who_waits_gets_it_when_it_is_let_go(lock: Path) -> None:
    holding, waiting = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(lock):
            holding.set()
            waiting.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    assert holding.wait(30)
    waiting.set()
    with locked(lock, wait=30):
        holder.join()


def test_the_lock_of_a_dead_process_is_free(lock: Path) -> None:
    with Worker("hold", lock) as holder:
        holder.read_line()
        assert is_locked(lock)
        holder.kill()
    with locked(lock, wait=0):
        pass


def test_the_file_stays_when_the_lock_is_let_go(lock: Path) -> None:
    with locked(lock):
        first = os.stat(lock).st_ino
    with locked(lock):
        assert os.stat(lock).st_ino == first


def test_the_lock_is_this_users_alone(lock: Path) -> None:
    with locked(lock):
        assert stat.S_IMODE(os.stat(lock).st_mode) == 0o600


def test_a_lock_is_never_taken_through_a_link(lock: Path, tmp_path: Path) -> None:
    lock.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ReadOnlyError), locked(lock):
        pass


def test_where_no_lock_can_be_made_the_place_is_read_only(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyError, match=r"Nothing can be written in .*: no such file or directory"), locked(tmp_path / "gone" / "lock"):
        pass


def test_where_no_lock_can_be_made_nobody_holds_one(tmp_path: Path) -> None:
    assert not is_locked(tmp_path / "gone" / "lock")


def test_a_program_started_meanwhile_does_not_inherit_the_lock(lock: Path) -> None:
    with locked(lock):
        inherited = [number for number in map(int, os.listdir("/proc/self/fd")) if _is(number, lock) and os.get_inheritable(number)]
    assert inherited == []


def _is(number: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(number), os.stat(path))
    except OSError:
        return False
