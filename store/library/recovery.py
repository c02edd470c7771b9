"""Recovery of damaged records: from the shipped briefing, or from the predecessor that is kept beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.errors import CorruptFileError, ReadOnlyError, StoreError, WriteError
from store.library.codec import read_briefing, to_tables
from store.model.records import BriefingFile
from store.storage.atomic_file import ForeignFileError
from store.storage.files import exists
from store.storage.json_file import JsonFileStorage


def recovered(path: Path, shipped: Path, error: ForeignFileError, report: Callable[[str], None]) -> BriefingFile:
    """Return what replaces the damaged records at `path`: the briefing in `shipped`, else the predecessor; raise `error` if neither.

    The damaged file is kept under another name, and `report` is told. In a directory that is read-only nothing is replaced.
    """
    briefing, origin = _replacement(path, shipped)
    if briefing is None:
        raise error
    try:
        aside = JsonFileStorage(path).replace_damaged(to_tables(briefing))
    except (ReadOnlyError, WriteError) as failure:
        report(f"{error.cause}; {origin} is used instead. {failure}")
    else:
        report(f"{error.cause}; it was replaced by {origin}, and is kept as {aside.name}.")
    return briefing


def _replacement(path: Path, shipped: Path) -> tuple[BriefingFile | None, str]:
    if exists(shipped):
        from store.formats.parser import parse_file  # most starts need no repair

        return parse_file(shipped).briefing, "the briefing shipped with the program"
    predecessor = path.with_name(f"{path.name}.bak")
    try:
        if exists(predecessor):
            briefing = read_briefing(predecessor)
            return briefing, f"version {briefing.version} from {predecessor.name}"
    except StoreError:
        return None, ""  # it is no better than its successor, whose error is raised
    return None, ""


def damage_of(path: Path) -> ForeignFileError | None:
    """Return what is wrong with the content of the records at `path`, or None if they are sound, newer or missing."""
    try:
        if exists(path):
            read_briefing(path)
    except CorruptFileError as error:
        return error if isinstance(error, ForeignFileError) else None
    return None
