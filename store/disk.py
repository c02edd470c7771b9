"""Files that are replaced in one step, or grow by one: there is the old one or the new one, never half of either.

Holds the TinyDB storage of the records (seldom written), and the only functions that write, copy or delete files.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from store.errors import Damaged, NotSaved, ReadOnly
from store.lock import held
from store.look import exists, free_name, is_alive, predecessor, read

TEMPORARY = ".tmp-"
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
UNREADABLE = (msgspec.DecodeError, RecursionError, UnicodeDecodeError)
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


class Foreign(Damaged):
    """… whose content is not what we wrote, as opposed to one that is newer or may not be read."""


class WholeFile(Storage):
    """A TinyDB storage that keeps one JSON document at `path`; the document before it stays beside it as `.bak`."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables, or None where nothing was ever written; raises Damaged for a file that is not ours."""
        return self._tables(Any)

    def read_raw(self) -> dict[str, msgspec.Raw]:
        """The same, each table as it stands in the file: who knows its types decodes it in half the time."""
        return self._tables(msgspec.Raw) or {}

    def _tables(self, kind: Any) -> dict[str, Any] | None:
        if not exists(self.path):
            return None
        try:
            return msgspec.json.decode(read(self.path), type=dict[str, kind])
        except UNREADABLE:
            again = f"Import the file it came from again.{predecessor(self.path)}"
            raise Foreign(f"{self.path} is not a briefing's records; it was left as it is. {again}") from None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replaces the document in one step; raises NotSaved or ReadOnly, and then the old one is whole."""
        content = msgspec.json.encode(data)
        make_folder(self.path.parent)
        with held(self.path.with_name(f"{self.path.name}.lock")):
            sweep(self.path.parent)
            replace(self.path, content, keep_old=True)

    def close(self) -> None:
        """Nothing is held open."""


def replace(path: Path, content: bytes, *, keep_old: bool = False) -> None:
    """Makes `content` what `path` holds, durably and in one step; the folder must exist.

    With `keep_old` the file before it stays as `.bak`. Raises NotSaved (disk full, I/O error) or ReadOnly.
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
        raise failure(path, error) from error
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Makes the folder at `path`, and those above it, durably and for this user alone; raises ReadOnly or NotSaved."""
    try:
        missing = [folder for folder in (path, *path.parents) if not folder.exists()]
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise failure(path, error) from error
    for folder in missing:
        sync_folder(folder.parent)


def remove(path: Path) -> None:
    """Deletes the file at `path` if it is there."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise failure(path, error) from error


def set_aside(path: Path, ending: str) -> Path:
    """Gives the file at `path` a free name that says what is wrong with it; raises ReadOnly or NotSaved."""
    aside = free_name(path.with_name(f"{path.name}.{ending}"))
    try:
        os.rename(path, aside)
    except OSError as error:
        raise failure(path, error) from error
    return aside


def sync(descriptor: int) -> None:
    """Brings what was written to `descriptor` onto the disk itself."""
    try:
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined,unused-ignore]  # macOS: fsync is not enough
    except (ImportError, AttributeError):
        getattr(os, "fdatasync", os.fsync)(descriptor)


def sync_folder(path: Path) -> None:
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


def sweep(folder: Path) -> None:
    """Deletes temporary files of processes that are no more; where that cannot be done they stay."""
    with suppress(OSError):
        for left in folder.glob(f"*{TEMPORARY}*"):
            owner = left.name.rpartition("-")[2]
            if owner.isdigit() and not is_alive(int(owner)):
                left.unlink(missing_ok=True)


def failure(path: Path, error: OSError) -> NotSaved | ReadOnly:
    """What `error` means to the reader."""
    reason = (error.strerror or str(error)).lower()
    if error.errno in _READ_ONLY:
        return ReadOnly(f"{path} cannot be written: {reason}. What you see is read-only.")
    return NotSaved(f"{path} was not saved: {reason}. What was saved before is intact.")


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        write_all(descriptor, content)
        sync(descriptor)
    finally:
        os.close(descriptor)


def _discard(temporary: Path) -> None:
    """Deletes a temporary file; on a disk so broken that it stays, `sweep` finds it later, and what went wrong first is told."""
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
