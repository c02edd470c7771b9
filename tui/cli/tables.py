"""A table of records for other programs and for people: JSON, CSV, aligned columns."""

from __future__ import annotations

import csv
import io
import shutil
from typing import Any

import msgspec

from store import Briefing, Claim, Notes
from tui.cli.common import is_terminal, out
from tui.render.columns import COLUMNS, row
from tui.render.parts import Part

# A spreadsheet takes a cell that begins so for a formula (OWASP ASVS 1.2.10).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")


def as_json(briefing: Briefing, records: list[Any]) -> list[dict[str, Any]]:
    """Each record with all its fields; claims with their grade."""
    return [_fields(briefing, record) for record in records]


def as_csv(briefing: Briefing, records: list[Any]) -> str:
    """RFC 4180, every cell quoted, formulas disarmed by an apostrophe."""
    tables = as_json(briefing, records)
    names = list(dict.fromkeys(name for table in tables for name in table))
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(table.get(name, "")) for name in names] for table in tables)
    return text.getvalue()


def print_table(kind: str, briefing: Briefing, notes: Notes, records: list[Any]) -> None:
    """Aligned columns on a terminal; where piped, tabs between cells and nothing cut."""
    columns = COLUMNS.get(kind, COLUMNS["claims"])
    cells = [row(columns, briefing, notes, record) for record in records]
    if not is_terminal():
        for record, line in zip(records, cells, strict=True):
            out("\t".join([str(record.id), *(" ".join(part.text.split()) for part in line[1:] if part.text.strip() != record.id)]))
        return
    from rich.console import Console

    from tui.render.fit import fit, widths
    from tui.render.paint import text

    width = shutil.get_terminal_size().columns
    console = Console(highlight=False, markup=False, emoji=False)
    for line in [tuple(Part(column.name, "label") for column in columns), *cells]:
        parts = []
        for size, cell in zip(widths(columns, width), line, strict=True):
            parts += [cell._replace(text=fit(cell.text, size)), Part(" ")] if size else []
        console.print(text(parts), soft_wrap=True)


def _fields(briefing: Briefing, record: Any) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(record)
    if isinstance(record, Claim):
        fields = {"id": record.id, "grade": briefing.grade(record), **fields}
    return fields


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple) and all(isinstance(item, str | int) for item in value):
        value = "; ".join(map(str, value))
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
