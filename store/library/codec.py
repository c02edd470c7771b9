"""Encoding of a briefing as `briefing.json`: its own fields as one table, and a table for each kind of record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from store.errors import BriefingInvalidError, CorruptFileError, Problem
from store.model.records import FORMAT, TABLES, BriefingFile, Paragraph, StrategyKind
from store.storage.atomic_file import UNREADABLE, ForeignFileError
from store.storage.json_file import IMPORT_AGAIN, JsonFileStorage

_LISTS: dict[str, Any] = {"paragraphs": Paragraph, "strategy_kinds": StrategyKind, **TABLES}
_HEADER = "briefing"


def to_tables(briefing: BriefingFile) -> dict[str, dict[str, Any]]:
    """`briefing` as TinyDB keeps it: each record under its id."""
    header = {name: value for name, value in msgspec.to_builtins(briefing).items() if name not in _LISTS}
    tables: dict[str, dict[str, Any]] = {_HEADER: {briefing.id: header}}
    for table in _LISTS:
        tables[table] = {record.id: msgspec.to_builtins(record) for record in getattr(briefing, table)}
    return tables


def header_of(tables: dict[str, msgspec.Raw]) -> dict[str, Any]:
    """Return the fields of the briefing itself, as far as the file has them."""
    try:
        found = msgspec.json.decode(tables.get(_HEADER, b"{}"))
    except UNREADABLE:
        return {}
    return next((header for header in found.values() if isinstance(header, dict)), {}) if isinstance(found, dict) else {}


def int_field(header: dict[str, Any], name: str) -> int:
    """Return an integer field of `header`, or 0 if it is not one."""
    found = header.get(name)
    return found if isinstance(found, int) else 0


def read_briefing(path: Path) -> BriefingFile:
    """Return the briefing in the file at `path`, whose folder is named by its id.

    Raise ForeignFileError if its content is damaged or not a briefing, CorruptFileError if it is newer or cannot be read. References are
    checked only if the file has no checksum: they were checked before it was written.
    """
    raw = JsonFileStorage(path).read_raw()
    briefing = from_tables(raw.tables, path)
    if briefing.id != path.parent.name:
        raise ForeignFileError(f"{path} holds the briefing {briefing.id}, and its directory is named {path.parent.name}", IMPORT_AGAIN)
    if not raw.has_checksum:
        _check_references(raw.tables, path)
    return briefing


def from_tables(tables: dict[str, msgspec.Raw], path: Path) -> BriefingFile:
    """Return the briefing in `tables`; raise CorruptFileError if its format is newer, ForeignFileError if it is not a briefing."""
    header = header_of(tables)
    if int_field(header, "format") > FORMAT:
        raise CorruptFileError(f"{path} is in format {header['format']}, and this program knows {FORMAT}; it was left as it is.")
    try:
        lists = {table: _decoded(tables[table], kind) for table, kind in _LISTS.items() if table in tables}
        return msgspec.convert({**header, **lists}, BriefingFile)
    except UNREADABLE as error:
        raise ForeignFileError(
            f"{path} does not hold a briefing ({error}): it is damaged, or another program wrote it", IMPORT_AGAIN
        ) from None


def record_problems(path: Path) -> tuple[Problem, ...]:
    """Return every problem that `briefing check` finds in the records at `path`; raise ForeignFileError or CorruptFileError."""
    from store.formats.parser import parse  # only `doctor` needs it

    try:
        parse(_tree(JsonFileStorage(path).read_raw().tables), path.name)
    except BriefingInvalidError as error:
        return error.problems
    return ()


def _check_references(tables: dict[str, msgspec.Raw], path: Path) -> None:
    from store.formats.validation import find_problems  # files of version 0.1.0 need it

    problem = next(find_problems(_tree(tables)), None)
    if problem:
        raise ForeignFileError(f"{path} is damaged: {problem.place} {problem.message}", IMPORT_AGAIN)


def _tree(tables: dict[str, msgspec.Raw]) -> dict[str, Any]:
    """Return the briefing as a file from outside has it: a list for each kind of record."""
    lists = {table: list(msgspec.json.decode(tables[table]).values()) for table in _LISTS if table in tables}
    return {**header_of(tables), **lists}


def _decoded(table: msgspec.Raw, kind: Any) -> tuple[Any, ...]:
    return tuple(msgspec.json.decode(table, type=dict[str, kind]).values())
