"""Atomic files: each is replaced or extended in one step, so there is the old one or the new one, never half of either.

Only the functions of this module write, copy or delete files.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import msgspec

from store.errors import CorruptFileError, ReadOnlyError, WriteError
from store.storage.files import is_alive, unused_name

TEMPORARY = ".tmp-"
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
UNREADABLE = (msgspec.DecodeError, RecursionError, UnicodeDecodeError)
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


class ForeignFileError(CorruptFileError):
    """The content of a file is not what this program wrote, as opposed to a file that is newer or cannot be read.

    `cause` is the beginning of a sentence; `fix` is a sentence.
    """

    def __init__(self, cause: str, fix: str) -> None:
        self.cause = cause
        super().__init__(f"{cause}; it was left as it is. {fix}")


def replace(path: Path, content: bytes, *, keep_old: bool = False) -> None:
    """Make `content` what `path` holds, durably and in one step; the folder must exist.

    With `keep_old` the file before it stays as `.bak`. Raises WriteError (disk full, I/O error) or ReadOnlyError.
    """
    path = Path(os.path.realpath(path))  # a symbolic link stays one; what it points at is replaced
    temporary = path.with_name(f"{path.name}{TEMPORARY}{os.getpid()}")
    try:
        if path.exists() and not path.is_file():  # such as the null device, which others need
            raise OSError("it is not a regular file")
        _write_new(temporary, content)
        if keep_old and path.exists():
            link_or_copy(path, path.with_name(f"{path.name}.bak"))
        os.replace(temporary, path)
    except OSError as error:
        _discard(temporary)
        raise to_store_error(path, error) from error
    sync_directory(path.parent)


def make_directory(path: Path) -> None:
    """Make the directory at `path`, and those above it, durably and for this user alone; raise ReadOnlyError or WriteError."""
    try:
        missing = [folder for folder in (path, *path.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            folder.chmod(PRIVATE_FOLDER)  # a strict umask would take the user's own rights away
        path.mkdir(exist_ok=True)  # raises an error if a file is there
    except OSError as error:
        raise to_store_error(path, error) from error
    for folder in missing:
        sync_directory(folder.parent)


def make_private(folder: Path) -> None:
    """Take the rights of others off an existing directory of this user; where that is not possible it stays as it is."""
    with suppress(OSError):
        status = folder.stat()
        if stat.S_ISDIR(status.st_mode) and status.st_mode & 0o077 and status.st_uid == os.getuid():
            folder.chmod(PRIVATE_FOLDER)


def remove(path: Path) -> None:
    """Delete the file at `path` if it is there."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise to_store_error(path, error) from error


def quarantine(path: Path, ending: str) -> Path:
    """Keep the file at `path` under a free name with this ending too, and return that path; raise ReadOnlyError or WriteError.

    `path` itself stays until it is replaced, so that there is a file at every moment.
    """
    aside = unused_name(path.with_name(f"{path.name}.{ending}"))
    try:
        link_or_copy(path, aside)
    except OSError as error:
        raise to_store_error(path, error) from error
    return aside


def sync(descriptor: int) -> None:
    """Brings what was written to `descriptor` onto the disk itself."""
    try:
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined,unused-ignore]  # macOS: fsync is not enough
    except (ImportError, AttributeError):
        getattr(os, "fdatasync", os.fsync)(descriptor)


def sync_directory(path: Path) -> None:
    """Brings the names in a folder onto the disk; where that fails the file itself is safe, so it is not an error."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_all(descriptor: int, content: bytes) -> None:
    """Write all of `content` to `descriptor`."""
    written = 0
    while written < len(content):
        written += os.write(descriptor, content[written:])


def link_or_copy(path: Path, other: Path) -> None:
    """Make `other` a hard link to the file at `path`, or a copy if the file system has no hard links. Raises OSError."""
    link = other.with_name(f"{other.name}{TEMPORARY}{os.getpid()}")
    _discard(link)
    try:
        try:
            os.link(path, link)
        except OSError:
            _write_new(link, path.read_bytes())
        os.replace(link, other)
    finally:
        _discard(link)  # renaming a file to another name of itself leaves both


def remove_stale_temp_files(folder: Path) -> None:
    """Delete temporary files of processes that are no more; if that cannot be done they stay."""
    with suppress(OSError):
        for left in folder.glob(f"*{TEMPORARY}*"):
            owner = left.name.rpartition("-")[2]
            if owner.isdigit() and not is_alive(int(owner)):
                left.unlink(missing_ok=True)


def to_store_error(path: Path, error: OSError) -> WriteError | ReadOnlyError:
    """Return `error` as an error of the store, with cause and fix."""
    reason = (error.strerror or str(error)).lower()
    if error.errno in _READ_ONLY:
        return ReadOnlyError(f"{path} cannot be written: {reason}. What you see is read-only.")
    return WriteError(f"{path} was not saved: {reason}. What was saved before is intact.")


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        os.fchmod(descriptor, PRIVATE_FILE)  # a strict umask would take the user's own rights away
        write_all(descriptor, content)
        sync(descriptor)
    finally:
        os.close(descriptor)


def _discard(temporary: Path) -> None:
    """Delete a temporary file; on a disk so broken that it stays, `sweep` finds it later, and what went wrong first is told."""
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
