"""The folder of briefings: puts the shipped ones in, opens one, takes in those that readers bring."""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store.annotations.notes import Clock, Notes
from store.errors import (
    CorruptFileError,
    InvalidInputError,
    NotFoundError,
    Problem,
    ReadOnlyError,
    StoreError,
    StoreLockedError,
    WriteError,
)
from store.library.codec import header_of, int_field, read_briefing, record_problems, to_tables
from store.library.entry import LibraryEntry
from store.library.recovery import damage_of, recovered
from store.model.briefing import Briefing
from store.model.records import FORMAT, BriefingFile
from store.model.vocabulary import ID_PATTERN
from store.storage import atomic_file
from store.storage.atomic_file import ForeignFileError
from store.storage.files import exists, list_matching, read_bytes
from store.storage.json_file import JsonFileStorage
from store.storage.paths import Paths
from store.text.did_you_mean import suggest
from store.text.sanitize import sanitize_line

# Part of the stamp of a shipped briefing, so that one stored by an earlier version is installed again, with a checksum.
_STORED_AS = "checked"

if TYPE_CHECKING:
    from store.library.backups import Backups


class Library:
    """The briefings under `places`; `now` is the clock of notes and backups, and `report` receives a sentence for each repair."""

    def __init__(self, places: Paths, now: Clock, report: Callable[[str], None] = lambda _: None) -> None:
        self.places = places
        self._now = now
        self._report = report
        self._shipped = Path(os.devnull)

    def make_private(self) -> None:
        """Take the rights of others off every directory of the program that earlier versions made with the umask's mode."""
        places = self.places
        known = [*places, places.library, places.backups, places.drafts, places.state / "memory"]
        with suppress(CorruptFileError):
            known += [*list_matching(places.library, "*"), *list_matching(places.backups, "*")]
        for folder in known:
            atomic_file.make_private(folder)

    def install_bundled(self, folder: Path) -> None:
        """Put the shipped briefings of `folder` in; a newer edition replaces the records, never the notes.

        Costs one checksum for each file where nothing is new. Each file is named by the id of its briefing.
        """
        self._shipped = folder
        for path in sorted(folder.glob("*.toml")):
            try:
                self._put_one(path)
            except (ReadOnlyError, WriteError) as error:
                # An older edition can be read all the same; without any there is nothing to read.
                if not exists(self._records(path.stem)):
                    raise type(error)(f"{error} Set BRIEFING_HOME to a folder that can be written to.") from None

    def _put_one(self, path: Path) -> None:
        content = read_bytes(path)
        checksum = f"{len(content)} {zlib.crc32(content):08x} {_STORED_AS}".encode()
        stamp = self._folder(path.stem) / "shipped"
        with suppress(CorruptFileError):  # then it is put in once more
            if exists(stamp) and read_bytes(stamp) == checksum and exists(self._records(path.stem)):
                return
        from store.formats.parser import parse_file  # needed on the first start alone

        briefing = parse_file(path).briefing
        if briefing.id != path.stem:
            raise InvalidInputError(f"{path} holds the briefing {briefing.id}, and is not named after it.")
        if briefing.version >= self.version(briefing.id):
            self._install(briefing)
        atomic_file.replace(stamp, checksum)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the briefings, in order of the alphabet."""
        return tuple(sorted(path.parent.name for path in list_matching(self.places.library, "*/briefing.json")))

    def all(self) -> Iterator[LibraryEntry]:
        """Return a line for each briefing; one that cannot be read is listed with the reason."""
        for identity in self.ids():
            try:
                briefing = self.open(identity)
                notes = self.notes(identity)
                yield LibraryEntry(
                    identity, briefing.title, len(briefing.file.claims), len(notes.all()), self.unreadable_reason(identity, notes)
                )
            except StoreLockedError:
                raise
            except StoreError as error:
                yield LibraryEntry(identity, "", 0, 0, str(error))

    def unreadable_reason(self, identity: str, notes: Notes) -> str:
        """Return the reason why the notes cannot be read, or `""`."""
        is_gone = not exists(notes.journal.path) and bool(self.backups(identity).all())
        return notes.problem if notes.is_unread or is_gone else ""

    def open(self, identity: str) -> Briefing:
        """Return the briefing with this id; raise NotFoundError, or CorruptFileError if its file cannot be used.

        Damaged records are kept aside and replaced, by the shipped ones or by their sound predecessor, if there are any.
        """
        self._require(identity)
        path = self._records(identity)
        try:
            file = read_briefing(path)
        except ForeignFileError as error:
            file = recovered(path, self._shipped / f"{identity}.toml", error, self._report)
        return Briefing(file, self._attached(identity)[0])

    def problems(self, identity: str) -> tuple[Problem, ...]:
        """Return what `briefing check` would find in the records of a briefing; raise NotFoundError or CorruptFileError."""
        return record_problems(self._records(self._require(identity)))

    def set_aside(self, identity: str) -> list[Path]:
        """Return the quarantined files of damaged records."""
        return list_matching(self._folder(identity), "briefing.json.damaged*")

    def notes(self, identity: str) -> Notes:
        """Return the reader's notes on a briefing; if they cannot be changed, `problem` has the reason."""
        self._require(identity)
        path = self._folder(identity) / "notes.jsonl"
        return Notes(path, self._now, why=lambda: self._read_only_reason(identity, path))

    def backups(self, identity: str) -> Backups:
        """Return the dated copies of the notes on a briefing."""
        from store.library.backups import Backups  # nobody waits for it at the start

        return Backups(self.places.backups / self._require(identity))

    def create_backup(self, identity: str) -> None:
        """Make today's copy of the notes on a briefing, if there is none, and sweeps up after processes that died.

        Raises CorruptFileError, ReadOnlyError or WriteError.
        """
        atomic_file.remove_stale_temp_files(self._folder(identity))
        self.backups(identity).make(self._folder(identity) / "notes.jsonl", self._now().date())

    def restore(self, identity: str, day: str) -> Path | None:
        """Put the backup of `day` in place; the answer is where the notes that were there are kept."""
        return self.backups(identity).restore(day, self._folder(identity) / "notes.jsonl")

    def install(self, briefing: BriefingFile, *, dry_run: bool = False) -> bool:
        """Put a briefing from outside in; whether it replaced one of the same id. Notes are never touched.

        Raises InvalidInputError where a newer program wrote the records that are there.
        """
        replaced = exists(self._records(briefing.id))
        if replaced and self.version(briefing.id) == sys.maxsize:
            raise InvalidInputError(f"The {briefing.id} in the library is of a newer version of this program; nothing was changed.")
        if not dry_run:
            self._install(briefing)
        return replaced

    def attach_source(self, identity: str, path: Path, *, dry_run: bool = False) -> frozenset[int]:
        """Keep a copy of the source with the briefing; the numbers of the paragraphs that were recognised.

        Raises InvalidInputError where none is: then it is another text.
        """
        from store.model.source_text import recognize_paragraphs
        from store.storage.untrusted_file import read_text

        briefing, text = self.open(identity), read_text(path)
        found = recognize_paragraphs(text, briefing.file.paragraphs)
        if not found:
            raise InvalidInputError(f"{sanitize_line(str(path))} shares no paragraph with the source of {identity}; it was not attached.")
        if not dry_run:
            atomic_file.replace(self._folder(identity) / "source.txt", text.encode())
        return found

    def source_problem(self, identity: str) -> str:
        """Return the reason why an attached article is not shown, or `""`."""
        return self._attached(identity)[1]

    def _attached(self, identity: str) -> tuple[str, str]:
        """Return the reader's copy of the source, and what is wrong with it: then the briefing opens without."""
        path = self._folder(identity) / "source.txt"
        try:
            if not exists(path):
                return "", ""
            from store.storage.untrusted_file import read_text

            return read_text(path), ""
        except StoreError as error:
            return "", f"{error} Your copy of the source is not shown; import it again."

    def _install(self, briefing: BriefingFile) -> None:
        path = self._records(briefing.id)
        error = damage_of(path)
        if error is None:
            JsonFileStorage(path).write(to_tables(briefing))
        else:
            aside = JsonFileStorage(path).replace_damaged(to_tables(briefing))
            self._report(f"{error.cause}; it was replaced, and is kept as {aside.name}.")

    def version(self, identity: str) -> int:
        """Return the edition in the library: 0 if it cannot be read, the maximum if a newer program wrote it."""
        try:
            header = header_of(JsonFileStorage(self._records(identity)).read_raw().tables)
        except CorruptFileError:
            return 0
        return sys.maxsize if int_field(header, "format") > FORMAT else int_field(header, "version")

    def _require(self, identity: str) -> str:
        if not re.match(ID_PATTERN, identity) or not exists(self._records(identity)):
            raise NotFoundError(f"There is no briefing {sanitize_line(identity)} in the library. {suggest(identity, self.ids())}")
        return identity

    def _read_only_reason(self, identity: str, path: Path) -> str:
        folder = Path(os.path.realpath(path)).parent  # where a link leads
        if exists(folder) and not os.access(folder, os.W_OK):
            return f"{folder} cannot be written to; notes are read-only here."
        if exists(path):
            return ""
        copies = [backup.path for backup in self.backups(identity).all()]
        if copies:
            return f"The notes of {identity} are gone from {path}. `briefing doctor --restore {copies[0].stem}` brings a copy back."
        return ""

    def _folder(self, identity: str) -> Path:
        return self.places.library / identity

    def _records(self, identity: str) -> Path:
        return self._folder(identity) / "briefing.json"
