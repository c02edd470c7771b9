"""How a briefing stands in its `briefing.json`: its own fields as one table, and a table for each kind of record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from store.disk import UNREADABLE, Foreign
from store.errors import Damaged
from store.look import predecessor
from store.model import FORMAT, TABLES, BriefingFile, Paragraph, StrategyKind

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
    """The fields of the briefing itself, as far as the file has them."""
    try:
        found = msgspec.json.decode(tables.get(_HEADER, b"{}"))
    except UNREADABLE:
        return {}
    return next((header for header in found.values() if isinstance(header, dict)), {}) if isinstance(found, dict) else {}


def number(header: dict[str, Any], name: str) -> int:
    """A field of `header` that is a whole number; 0 where it is none."""
    found = header.get(name)
    return found if isinstance(found, int) else 0


def from_tables(tables: dict[str, msgspec.Raw], path: Path) -> BriefingFile:
    """The briefing in `tables`, read from `path`; raises Damaged where it is newer, Foreign where it is none."""
    header = header_of(tables)
    if number(header, "format") > FORMAT:
        raise Damaged(f"{path} is in format {header['format']}, and this program knows {FORMAT}; it was left as it is.")
    try:
        lists = {table: _decoded(tables[table], kind) for table, kind in _LISTS.items() if table in tables}
        return msgspec.convert({**header, **lists}, BriefingFile)
    except UNREADABLE as error:
        again = f"Import the file it came from again.{predecessor(path)}"
        raise Foreign(f"{path} does not hold a briefing ({error}); it was left as it is. {again}") from None


def _decoded(table: msgspec.Raw, kind: Any) -> tuple[Any, ...]:
    return tuple(msgspec.json.decode(table, type=dict[str, kind]).values())
