"""One writer at a time: a lock the kernel frees when its holder dies, kept beside what it guards.

`flock` itself rather than the filelock package: that takes 0.5 ms a turn and 50 ms to import, several times a whole save.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import ReadOnlyError, StoreLockedError

WAIT_SECONDS = 5.0
_POLL_SECONDS = 0.005


@contextmanager
def locked(path: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the lock file at `path`; raise StoreLockedError after `wait` seconds, ReadOnlyError if it cannot be made.

    The file stays when the lock is let go: two holders of two files of one name would both be alone.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        if os.fstat(descriptor).st_mode & 0o600 != 0o600:
            os.fchmod(descriptor, 0o600)  # a strict umask would keep the next holder out
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadOnlyError(f"Nothing can be written in {path.parent}: {reason}. What you see is read-only.") from None
    try:
        _take(descriptor, path, wait)
        yield
    finally:
        os.close(descriptor)  # which lets the lock go


def is_locked(path: Path) -> bool:
    """Return True if a process holds the lock at `path`."""
    try:
        with locked(path, wait=0):
            return False
    except StoreLockedError:
        return True
    except ReadOnlyError:
        return False  # nobody could have made it


def _take(descriptor: int, path: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise StoreLockedError(f"Another window holds {path.parent}; nothing was saved yet. Try again in a moment.") from None
            time.sleep(_POLL_SECONDS)
        else:
            return
