"""The TinyDB storage of a briefing's records: one JSON document with a checksum, replaced atomically.

The checksum has a table of its own, `{"checksum": {"1": {"crc32": "3f0c1a22"}}}`. It is the CRC-32 of the names and the
bytes of the other tables. Files of version 0.1.0 have none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import msgspec
from tinydb.storages import Storage

from store.storage import atomic_file
from store.storage.atomic_file import UNREADABLE, ForeignFileError
from store.storage.file_lock import locked
from store.storage.files import exists, read_bytes

CHECKSUM = "checksum"
IMPORT_AGAIN = "Import the file it came from again (`briefing import FILE`)."


class RawTables(NamedTuple):
    """The tables as bytes, without that of the checksum, and whether there was a checksum to compare them with."""

    tables: dict[str, msgspec.Raw]
    has_checksum: bool = True


class JsonFileStorage(Storage):
    """A TinyDB storage that keeps one JSON document at `path`; the document before it stays beside it as `.bak`."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return all tables, or None if the file does not exist; raise ForeignFileError as `read_raw` does."""
        if not exists(self.path):
            return None
        try:
            return {name: msgspec.json.decode(table) for name, table in self.read_raw().tables.items()}
        except UNREADABLE:
            raise self._not_records() from None

    def read_raw(self) -> RawTables:
        """Return the tables undecoded, for callers that know their types and decode them in half the time.

        Raise ForeignFileError if the file is not a table of tables, or does not match its checksum.
        """
        if not exists(self.path):
            return RawTables({})
        try:
            tables = msgspec.json.decode(read_bytes(self.path), type=dict[str, msgspec.Raw])
        except UNREADABLE:
            raise self._not_records() from None
        expected = _stored_checksum(tables.pop(CHECKSUM, None))
        if expected and expected != _checksum(tables):
            raise ForeignFileError(f"{self.path} does not match its checksum: it is damaged, or another program changed it", IMPORT_AGAIN)
        return RawTables(tables, bool(expected))

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the document atomically; raise WriteError, ReadOnlyError or StoreLockedError, and then the old one is intact."""
        with self._locked():
            atomic_file.replace(self.path, _encoded(data), keep_old=True)

    def replace_damaged(self, data: Mapping[str, Mapping[str, Any]]) -> Path:
        """Replace a damaged document, and return the path under which it is kept. The `.bak` stays as it is."""
        with self._locked():
            aside = atomic_file.quarantine(self.path, "damaged")
            atomic_file.replace(self.path, _encoded(data))
        return aside

    def close(self) -> None:
        """Do nothing: no file is held open."""

    @contextmanager
    def _locked(self) -> Iterator[None]:
        atomic_file.make_directory(self.path.parent)
        with locked(self.path.with_name(f"{self.path.name}.lock")):
            atomic_file.remove_stale_temp_files(self.path.parent)
            yield

    def _not_records(self) -> ForeignFileError:
        return ForeignFileError(f"{self.path} does not hold a briefing's records: it is damaged, or another program wrote it", IMPORT_AGAIN)


def _encoded(data: Mapping[str, Mapping[str, Any]]) -> bytes:
    tables = {name: msgspec.Raw(msgspec.json.encode(table)) for name, table in data.items()}
    return msgspec.json.encode({**tables, CHECKSUM: {"1": {"crc32": _checksum(tables)}}})


def _checksum(tables: Mapping[str, msgspec.Raw]) -> str:
    """Return the CRC-32 of all names and tables, as eight hexadecimal digits."""
    total = 0
    for name, table in tables.items():
        total = crc32(memoryview(table), crc32(name.encode("utf-8", "surrogatepass"), total))
    return f"{total:08x}"


def _stored_checksum(table: msgspec.Raw | None) -> str:
    """Return the checksum in its table, or `""` if there is no table; from a table of another shape, one that matches nothing."""
    if table is None:
        return ""
    with suppress(*UNREADABLE):
        return msgspec.json.decode(table, type=dict[str, dict[str, str]]).get("1", {}).get("crc32") or "none"
    return "none"
