"""The file of a journal: read from where the last read ended, appended to durably, and checked for changes by other programs."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import BinaryIO, NamedTuple

from store.errors import WriteError
from store.storage import atomic_file
from store.storage.files import open_regular, unreadable_error, unused_name
from store.storage.journal_format import complete_lines

_CHUNK = 1 << 20


class DurabilityError(WriteError):
    """A save failed, and what the file holds on disk is unknown: only a new file can be trusted."""


class Status(NamedTuple):
    """The status of a file, which tells one state of it from another without reading it; times are in nanoseconds."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, found: os.stat_result) -> Status:
        """Return the status in the result of a `stat` call."""
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)

    def is_written_since(self, earlier: Status) -> bool:
        """Return True if the file was replaced or written to since; a new hard link to it changes only the time `changed`."""
        return self[:4] != earlier[:4]


class FilePosition(NamedTuple):
    """The part of a file that was read: the offset after the last complete line, the CRC-32 up to it, the status at that time.

    `is_terminated` is False if the last complete line has no newline.
    """

    status: Status
    end: int = 0
    checksum: int = 0
    is_terminated: bool = True

    def after(self, content: bytes) -> FilePosition:
        """Return the position after `content`, which follows this one."""
        is_terminated = content.endswith(b"\n") if content else self.is_terminated
        return FilePosition(self.status, self.end + len(content), zlib.crc32(content, self.checksum), is_terminated)


class Batch(NamedTuple):
    """Complete lines that were read: all lines of the file if `is_whole`, else those that were appended."""

    content: bytes
    is_whole: bool
    position: FilePosition


def read(path: Path, position: FilePosition | None = None) -> Batch:
    """Read the lines after `position`, or the whole file if what was read before is not there any more. Raises CorruptFileError.

    A program that rewrites the file in place can leave its inode, its size and even its last line as they were. So all bytes before
    the position are compared by their checksum; this happens only if another program wrote to the file.
    """
    try:
        with open_regular(path, os.O_NOFOLLOW) as file:
            # The status comes first: what is appended after it makes the next status differ, and is read then.
            status = Status.of(os.fstat(file.fileno()))
            if position and _checksum(file, position.end) == position.checksum:
                content = complete_lines(file.read())
                if not content or position.is_terminated or content.startswith((b"\n", b"\r\n")):
                    return Batch(content, False, position._replace(status=status).after(content))
            file.seek(0)
            content = complete_lines(file.read())
            return Batch(content, True, FilePosition(status).after(content))
    except OSError as error:
        raise unreadable_error(path, error) from None


def append(path: Path, position: FilePosition, lines: bytes) -> FilePosition:
    """Append `lines` at `position`, durably: one write and one fsync. An incomplete line there is set aside first.

    Return the position after them. Raises ReadOnlyError, WriteError or DurabilityError; the file then ends at `position` again.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        raise atomic_file.to_store_error(path, error) from error
    try:
        if Status.of(os.fstat(descriptor)).is_written_since(position.status):
            raise changed_meanwhile(path)
        _set_torn_end_aside(path, descriptor, position)
        content = lines if position.is_terminated else b"\n" + lines
        _write_or_cut_back(path, descriptor, position, content)
        return position._replace(status=Status.of(os.fstat(descriptor))).after(content)
    finally:
        os.close(descriptor)


def changed_meanwhile(path: Path) -> WriteError:
    """Return the error for a file that another program changed between reading and writing."""
    return WriteError(f"{path} was changed by another program just now; nothing was saved. Try again.")


def _checksum(file: BinaryIO, length: int) -> int | None:
    """Return the CRC-32 of the first `length` bytes of `file`, or None if it has fewer."""
    checksum = 0
    while length:
        chunk = file.read(min(length, _CHUNK))
        if not chunk:
            return None
        checksum = zlib.crc32(chunk, checksum)
        length -= len(chunk)
    return checksum


def _set_torn_end_aside(path: Path, descriptor: int, position: FilePosition) -> None:
    if position.status.size <= position.end:
        return
    torn = os.pread(descriptor, position.status.size - position.end, position.end)
    atomic_file.replace(unused_name(path.with_name(f"{path.name}.torn-{position.end}")), torn)
    try:
        os.ftruncate(descriptor, position.end)
    except OSError as error:
        raise atomic_file.to_store_error(path, error) from error


def _write_or_cut_back(path: Path, descriptor: int, position: FilePosition, content: bytes) -> None:
    is_written = False
    try:
        atomic_file.write_all(descriptor, content)
        is_written = True
        atomic_file.sync(descriptor)
    except OSError as error:
        problem = atomic_file.to_store_error(path, error)
        try:
            os.ftruncate(descriptor, position.end)
        except OSError:
            raise DurabilityError(str(problem)) from error
        # After a failed fsync the kernel may call the lost pages clean.
        raise DurabilityError(str(problem)) if is_written else problem from error
