"""The folder of briefings: puts the shipped ones in, opens one, takes in those that readers bring."""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from store import disk
from store.backup import Backups
from store.briefing import Briefing
from store.clean import one_line
from store.disk import UNREADABLE, WholeFile
from store.errors import Damaged, NotFound, NotSaved, ReadOnly, Refused, StoreError
from store.model import FORMAT, TABLES, BriefingFile, Paragraph, StrategyKind
from store.nearest import nearest
from store.notes import Clock, Notes
from store.places import Places
from store.words import ID_PATTERN

_LISTS: dict[str, Any] = {"paragraphs": Paragraph, "strategy_kinds": StrategyKind, **TABLES}
_HEADER = "briefing"


class Listed(NamedTuple):
    """A line of the library: what a briefing is called, how much is in it, and how many notes the reader has."""

    id: str
    title: str
    claims: int
    notes: int
    problem: str = ""


class Library:
    """The briefings under `places`; `now` is the clock that notes and backups go by."""

    def __init__(self, places: Places, now: Clock) -> None:
        self.places = places
        self._now = now

    def put_shipped(self, folder: Path) -> None:
        """Puts the shipped briefings of `folder` in; a newer edition replaces the records, never the notes.

        Costs one checksum for each file where nothing is new.
        """
        for path in sorted(folder.glob("*.toml")):
            try:
                self._put_one(path)
            except (ReadOnly, NotSaved):
                # An older edition can be read all the same; without any there is nothing to read.
                if not self._records(path.stem).exists():
                    raise

    def _put_one(self, path: Path) -> None:
        content = path.read_bytes()
        checksum = f"{len(content)} {zlib.crc32(content):08x}"
        stamp = self._folder(path.stem) / "shipped"
        if stamp.exists() and stamp.read_text("ascii", "replace") == checksum and self._records(path.stem).exists():
            return
        from store.parse import parse_file  # needed on the first start alone

        briefing = parse_file(path).briefing
        if briefing.version >= self._version(briefing.id):
            self._install(briefing)
        disk.replace(stamp, checksum.encode())

    def ids(self) -> tuple[str, ...]:
        """The ids of the briefings, in order of the alphabet."""
        return tuple(sorted(path.parent.name for path in self.places.library.glob("*/briefing.json")))

    def all(self) -> Iterator[Listed]:
        """A line for each briefing; one that cannot be read is listed with the reason."""
        for identity in self.ids():
            try:
                briefing = self.open(identity)
                yield Listed(identity, briefing.title, len(briefing.file.claims), len(self.notes(identity).all()))
            except StoreError as error:
                yield Listed(identity, "", 0, 0, str(error))

    def open(self, identity: str) -> Briefing:
        """The briefing with this id; raises NotFound, or Damaged where its file is not what we wrote."""
        self._known(identity)
        records = WholeFile(self._records(identity))
        return Briefing(_from_tables(records.read_raw(), records.path), self._attached(identity))

    def notes(self, identity: str) -> Notes:
        """The reader's notes on a briefing; where they cannot be changed, `problem` says why."""
        self._known(identity)
        path = self._folder(identity) / "notes.jsonl"
        return Notes(path, self._now, problem=self._why_read_only(identity, path))

    def backups(self, identity: str) -> Backups:
        """The dated copies of the notes on a briefing."""
        return Backups(self.places.backups / self._known(identity))

    def back_up(self, identity: str) -> None:
        """Makes today's copy of the notes on a briefing, if there is none."""
        self.backups(identity).make(self._folder(identity) / "notes.jsonl", self._now().date())

    def restore(self, identity: str, day: str) -> Path | None:
        """Puts the backup of `day` in place; the answer is where the notes that were there are kept."""
        return self.backups(identity).restore(day, self._folder(identity) / "notes.jsonl")

    def add(self, briefing: BriefingFile) -> bool:
        """Puts a briefing from outside in; whether it replaced one of the same id. Notes are never touched."""
        replaced = self._records(briefing.id).exists()
        self._install(briefing)
        return replaced

    def attach_source(self, identity: str, path: Path, *, dry_run: bool = False) -> frozenset[int]:
        """Keeps a copy of the source with the briefing; the numbers of the paragraphs that were recognised.

        Raises Refused where none is: then it is another text.
        """
        from store.reading import read_text
        from store.source import recognised

        briefing, text = self.open(identity), read_text(path)
        found = recognised(text, briefing.file.paragraphs)
        if not found:
            raise Refused(f"{one_line(str(path))} shares no paragraph with the source of {identity}; it was not attached.")
        if not dry_run:
            disk.replace(self._folder(identity) / "source.txt", text.encode())
        return found

    def _attached(self, identity: str) -> str:
        path = self._folder(identity) / "source.txt"
        if not path.exists():
            return ""
        from store.reading import read_text

        return read_text(path)

    def _install(self, briefing: BriefingFile) -> None:
        header = {name: value for name, value in msgspec.to_builtins(briefing).items() if name not in _LISTS}
        tables: dict[str, dict[str, Any]] = {_HEADER: {briefing.id: header}}
        for table in _LISTS:
            tables[table] = {record.id: msgspec.to_builtins(record) for record in getattr(briefing, table)}
        WholeFile(self._records(briefing.id)).write(tables)

    def _version(self, identity: str) -> int:
        """The edition in the library: 0 where none can be read, beyond all editions where a newer program wrote it."""
        try:
            header = _header(WholeFile(self._records(identity)).read_raw())
        except Damaged:
            return 0
        return sys.maxsize if _number(header, "format") > FORMAT else _number(header, "version")

    def _known(self, identity: str) -> str:
        if not re.match(ID_PATTERN, identity) or not self._records(identity).exists():
            raise NotFound(f"There is no briefing {one_line(identity)} in the library. {nearest(identity, self.ids())}")
        return identity

    def _why_read_only(self, identity: str, path: Path) -> str:
        folder = path.parent
        if not os.access(folder, os.W_OK):
            return f"{folder} cannot be written to; notes are read-only here."
        copies = [backup.path for backup in self.backups(identity).all()]
        if not path.exists() and copies:
            return f"The notes of {identity} are gone from {path}. `briefing doctor --restore {copies[0].stem}` brings a copy back."
        return ""

    def _folder(self, identity: str) -> Path:
        return self.places.library / identity

    def _records(self, identity: str) -> Path:
        return self._folder(identity) / "briefing.json"


def _header(tables: dict[str, msgspec.Raw]) -> dict[str, Any]:
    """The fields of the briefing itself, as far as the file has them."""
    try:
        found = msgspec.json.decode(tables.get(_HEADER, b"{}"))
    except UNREADABLE:
        return {}
    return next((header for header in found.values() if isinstance(header, dict)), {}) if isinstance(found, dict) else {}


def _number(header: dict[str, Any], name: str) -> int:
    found = header.get(name)
    return found if isinstance(found, int) else 0


def _from_tables(tables: dict[str, msgspec.Raw], path: Path) -> BriefingFile:
    header = _header(tables)
    if _number(header, "format") > FORMAT:
        raise Damaged(f"{path} is in format {header['format']}, and this program knows {FORMAT}; it was left as it is.")
    try:
        lists = {table: _decoded(tables[table], kind) for table, kind in _LISTS.items() if table in tables}
        return msgspec.convert({**header, **lists}, BriefingFile)
    except UNREADABLE as error:
        raise Damaged(f"{path} does not hold a briefing ({error}); it was left as it is. Its predecessor is {path.name}.bak.") from None


def _decoded(table: msgspec.Raw, kind: Any) -> tuple[Any, ...]:
    return tuple(msgspec.json.decode(table, type=dict[str, kind]).values())
