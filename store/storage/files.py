"""Reading and probing of files; what cannot be read raises CorruptFileError."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from store.errors import CorruptFileError


def exists(path: Path) -> bool:
    """Return True if `path` exists; raise CorruptFileError if access is denied."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise unreadable_error(path, error) from None
    return True


def open_regular(path: Path, flags: int = 0) -> BinaryIO:
    """Return the file at `path`, to be read; raise OSError, also for what is no regular file: a device or a FIFO may never end."""
    # Without O_NONBLOCK, opening a FIFO would wait for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise OSError("it is not a regular file")


def read_bytes(path: Path) -> bytes:
    """Return the content of the file at `path`; raise CorruptFileError if it cannot be read."""
    try:
        with open_regular(path) as file:
            return file.read()
    except OSError as error:
        raise unreadable_error(path, error) from None


def list_matching(folder: Path, pattern: str) -> list[Path]:
    """Return the sorted files under `folder` that match `pattern`, or none; raise CorruptFileError if it is unreadable."""
    try:
        return sorted(folder.glob(pattern))
    except OSError as error:
        raise unreadable_error(folder, error) from None


def unused_name(path: Path) -> Path:
    """`path`, or the first of `path-2`, `path-3`, … where nothing is yet."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def unreadable_error(path: Path, error: OSError) -> CorruptFileError:
    """Return the error for a file that cannot be read, with cause and fix."""
    return CorruptFileError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}; it was left as it is.")


def is_alive(process: int) -> bool:
    """Return True if a process with this number runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
