"""What a writer began and what was acknowledged, in a file of its own; and the checker that holds the store to it.

A line that was handed to the system outlives the death of its writer. The lines, parted by tabs:

    begun   token   deed   note or target   digest of the words
    saved   token   note
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from store.annotations.notes import NOTES, TRASH, Notes
from store.annotations.version_archive import REVISIONS

VERDICTS = "verdicts"
ADD, EDIT, REMOVE, RESTORE, JUDGE = "add", "edit", "remove", "restore", "judge"
WITH_WORDS = (ADD, EDIT, JUDGE)
_open, _close = os.open, os.close


class Ledger:
    """The log of one life of one writer."""

    def __init__(self, folder: Path, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{name}.log"

    def begin(self, token: str, deed: str, about: str, words: str) -> None:
        """Log the start of an operation on a note, or on the target of a new one."""
        self._add("begun", token, deed, about, digest(words))

    def save(self, token: str, identity: str) -> None:
        """Log that the operation was acknowledged."""
        self._add("saved", token, identity)

    def _add(self, *words: str) -> None:
        # writev, so that a fault in every write() of the store is none in here; not held open, for there are thousands
        file = _open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        os.writev(file, ["\t".join(words).encode() + b"\n"])
        _close(file)


class Entry(NamedTuple):
    """A deed as its writer logged it; `note` is empty where it was not acknowledged."""

    token: str
    deed: str
    about: str
    digest: str
    note: str = ""


class Found(NamedTuple):
    """What the checker found; the lists hold tokens, which say who wrote and when."""

    saved: int
    lost: list[str]
    mixed: list[str]
    stale: list[str]
    unasked: int

    @property
    def is_clean(self) -> bool:
        """Whether everything that was acknowledged is there, as it was."""
        return not (self.lost or self.mixed or self.stale)

    def __str__(self) -> str:
        words = f"{self.saved:,} saved, {len(self.lost)} lost, {len(self.mixed)} mixed"
        return words + (f", {len(self.stale)} out of date" if self.stale else "")


def digest(words: str) -> str:
    """Words, so short that a log of them stays small."""
    return hashlib.sha256(words.encode()).hexdigest()[:24]


def now() -> datetime:
    """Return the time used by the torture tests."""
    return datetime.now(UTC)


def entries(folder: Path) -> Iterator[tuple[str, list[Entry]]]:
    """Each log, with its deeds in the order they were begun."""
    for path in sorted(folder.glob("*.log")):
        found: dict[str, Entry] = {}
        for line in path.read_text("ascii").splitlines():
            word, token, *rest = line.split("\t")
            found[token] = Entry(token, *rest) if word == "begun" else found[token]._replace(note=rest[0])
        yield path.stem, list(found.values())


def audit(path: Path, folder: Path) -> Found:
    """Compare the store at `path` with all logs in `folder`: exact text, exact place, nothing that no log has."""
    logs = dict(entries(folder))
    known = {entry.token: entry for log in logs.values() for entry in log}
    saved = {token for token, entry in known.items() if entry.note}
    notes = Notes(path, now)
    tables = {**notes.journal.tables, REVISIONS: notes.archive.all()}
    there = dict(_texts(tables))
    lost = [token for token in saved if known[token].deed in WITH_WORDS and token not in there]
    mixed = [token for token, words in there.items() if token not in known or digest(words) != known[token].digest]
    stale = [entry.token for log in logs.values() for entry in _last(log) if not _is_so(entry, tables)]
    unasked = Counter(token.rpartition(".")[0] for token in there if token not in saved)
    return Found(len(saved), sorted(lost), sorted(mixed), stale, max(unasked.values(), default=0))


def problems(notes: Notes) -> list[str]:
    """Why a store cannot be trusted as it is: nothing, where no fault may leave a trace."""
    damaged = (
        f"line {line} of {journal.path.name} is damaged" for journal in (notes.journal, notes.archive.journal) for line in journal.damaged
    )
    return [word for word in (notes.problem, notes.archive.problem, *notes.unreadable, *damaged) if word]


def _texts(tables: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Every text that is kept, by the token it begins with."""
    for name in (NOTES, TRASH, REVISIONS):
        for document in tables.get(name, {}).values():
            yield document["body"].split()[0], document["body"]
    for document in tables.get(VERDICTS, {}).values():
        yield document["because"].split()[0], said_in_verdict(document["agreement"], document["because"])


def said_in_verdict(agreement: str, because: str) -> str:
    """Return a verdict as one string."""
    return f"{agreement}: {because}"


def _last(log: Iterable[Entry]) -> Iterator[Entry]:
    """Return the valid states of each note: the last acknowledged one, or one begun after it."""
    last: dict[str, Entry] = {}
    for entry in log:
        if entry.deed == JUDGE or (entry.deed == ADD and not entry.note):
            continue
        last[entry.note or entry.about] = entry
    return (entry for entry in last.values() if entry.note)


def _is_so(entry: Entry, tables: dict[str, dict[str, Any]]) -> bool:
    """Whether the note stands where the deed put it, with the words it gave it."""
    place, other = (TRASH, NOTES) if entry.deed == REMOVE else (NOTES, TRASH)
    document = tables.get(place, {}).get(entry.note)
    if document is None or entry.note in tables.get(other, {}):
        return False
    return entry.deed in (REMOVE, RESTORE) or digest(document["body"]) == entry.digest
