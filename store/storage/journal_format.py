"""The lines of a journal: how one transaction is written down so that half of it, or a changed byte, is noticed."""

from __future__ import annotations

import os
import re
import zlib
from typing import Any, NamedTuple

import msgspec

FORMAT = 1
_CRC_DIGITS = 8


class JournalChange(NamedTuple):
    """A change: the document with this id in this table, or None if it was deleted."""

    table: str
    id: str
    document: dict[str, Any] | None


class JournalLine(msgspec.Struct, omit_defaults=True):
    """A line of the journal: the first has the `format` and the id of the `file`, the others a sequence `q` and operations `o`."""

    format: int = 0
    file: str = ""
    q: int = 0
    o: list[JournalChange] = []


_NAME = re.compile(rb"\bn-[a-z0-9]{6}\b")
_CONFLICT_MARKER = re.compile(rb"(?:<<<<<<<|\|\|\|\|\|\|\||>>>>>>>)(?: .*)?|=======(?: .*)?")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_decoder = msgspec.json.Decoder(JournalLine)
_encoder = msgspec.json.Encoder()


def header() -> bytes:
    """Return the first line of a new journal, another for each: the system gives the number of a deleted file to the next one."""
    return _checked(JournalLine(format=FORMAT, file=os.urandom(4).hex()))


def encode(sequence: int, entries: list[JournalChange]) -> bytes:
    """Return the line of one transaction, with its newline."""
    return _checked(JournalLine(q=sequence, o=entries))


def decode(line: bytes) -> JournalLine | None:
    """Return what `line` (without its newline) says, or None if it is damaged.

    Editors on Windows add a carriage return to each line and a byte order mark to the first; neither is damage.
    """
    crc, _, body = line.removesuffix(b"\r").removeprefix(_BYTE_ORDER_MARK).partition(b" ")
    if len(crc) != _CRC_DIGITS or crc != b"%08x" % zlib.crc32(body):
        return None
    try:
        return _decoder.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return None


def note_ids_in(line: bytes) -> tuple[str, ...]:
    """Return the notes that a damaged line names, each once: a guess, for a reader who looks for what it said."""
    return tuple(dict.fromkeys(name.decode() for name in _NAME.findall(line)))


def complete_lines(content: bytes) -> bytes:
    """Return `content` without an incomplete last line.

    A last line with the right checksum is complete without its newline, and so is a conflict marker, which no save begins with.
    """
    start = content.rfind(b"\n") + 1
    last = content[start:]
    return content if last and (decode(last) or is_conflict_marker(last)) else content[:start]


def is_conflict_marker(line: bytes) -> bool:
    """Return True if `line` was written by a program that could not merge two versions of the file, such as Git."""
    return _CONFLICT_MARKER.fullmatch(line.removesuffix(b"\r")) is not None


def _checked(line: JournalLine) -> bytes:
    body = _encoder.encode(line)
    return b"%08x %s\n" % (zlib.crc32(body), body)
