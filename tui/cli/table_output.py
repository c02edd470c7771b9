"""A table of records for other programs and for people: JSON, CSV, aligned columns."""

from __future__ import annotations

import csv
import io
import shutil
from typing import Any

import msgspec

from store.export.csv import neutralize_formula
from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation
from tui.cli.context import is_terminal, print_data
from tui.render.context import RenderContext
from tui.render.records.columns import COLUMNS, Column, row
from tui.render.records.notes import body_line, tag_line
from tui.render.text.blocks import Span

_NARROWEST = 4  # cells of a column of text


def as_json(records: list[Any], context: RenderContext) -> list[dict[str, Any]]:
    """Each record with all its fields; claims with their grade, and what the reader thinks of it."""
    return [{**_fields(context.briefing, record), **judged(context, record)} for record in records]


def judged(context: RenderContext, record: Any) -> dict[str, Any]:
    """Return the reader's opinions on a record, with its support status, and the outcome of a prediction."""
    judgement, found = context.opinions, dict[str, Any]()
    if verdict := judgement.verdicts.current(record.id):
        found |= {"my_verdict": verdict.agreement, "my_confidence": verdict.confidence, "my_reason": verdict.because}
    if grade := judgement.grades.current(record.id):
        found["my_grade"] = grade.grade
    standing = context.impact.status(record.id)
    if isinstance(record, Recommendation) or standing != "stands":
        found["standing"] = standing
    if isinstance(record, Claim) and record.forecast:
        from tui.render.records.predictions import as_json as foretold

        found["prediction"] = msgspec.to_builtins(foretold(judgement, record))
    return found


def as_csv(records: list[Any], context: RenderContext) -> str:
    """RFC 4180, every cell quoted, formulas disarmed by an apostrophe."""
    tables = as_json(records, context)
    names = list(dict.fromkeys(name for table in tables for name in table))
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(table.get(name, "")) for name in names] for table in tables)
    return text.getvalue()


def print_table(kind: str, records: list[Any], context: RenderContext) -> None:
    """Aligned columns on a terminal; where piped, tabs between cells and nothing cut."""
    columns = COLUMNS.get(kind, COLUMNS["claims"])
    if not is_terminal():
        cells = [row(_told(kind, columns), context, record) for record in records]
        for record, line in zip(records, cells, strict=True):
            print_data("\t".join([str(record.id), *(" ".join(part.text.split()) for part in line)]))
        return
    cells = [row(columns, context, record) for record in records]
    from rich.console import Console

    from tui.render.text.cells import fit
    from tui.render.text.rich_text import to_text

    sizes = _fitted_widths(columns, cells, shutil.get_terminal_size().columns)
    console = Console(highlight=False, markup=False, emoji=False)
    for line in [tuple(Span(column.name, "label") for column in columns), *cells]:
        parts = []
        for size, cell in zip(sizes, line, strict=True):
            parts += [cell._replace(text=fit(cell.text, size)), Span(" ")] if size else []
        console.print(to_text(parts), soft_wrap=True)


def _fitted_widths(columns: tuple[Column, ...], lines: list[tuple[Span, ...]], room: int) -> list[int]:
    """Return the width of each column in `room` cells: no more than its longest cell, and 0 if all of its cells are empty.

    What is left is shared by the columns of no fixed width, so that the longest text gets what the others do not need.
    """
    from rich.cells import cell_len

    from tui.render.text.cells import GAP

    texts = [[line[at].text.rstrip() for line in lines] for at in range(len(columns))]
    is_shown = [room >= column.from_width and any(cells) for column, cells in zip(columns, texts, strict=True)]
    needs = [
        max(map(cell_len, [column.name, *cells])) if shown else 0 for column, cells, shown in zip(columns, texts, is_shown, strict=True)
    ]
    sizes = [min(column.width, need) for column, need in zip(columns, needs, strict=True)]
    left = room - sum(size + GAP for size in sizes if size)
    flexible = sorted((at for at, column in enumerate(columns) if needs[at] and not column.width), key=needs.__getitem__)
    for number, at in enumerate(flexible):
        sizes[at] = max(_NARROWEST, min(needs[at], left // (len(flexible) - number) - GAP))
        left -= sizes[at] + GAP
    return sizes


def _told(kind: str, columns: tuple[Column, ...]) -> list[Column]:
    """Return the columns of piped output after the id; the tags of a note are a column of their own."""
    told = [column for column in columns[1:] if column.name != "id"]
    if kind != "notes":
        return told
    words = Column("note", lambda context, note: Span(body_line(note)))
    tags = Column("tags", lambda context, note: Span(tag_line(note)))
    return [*(words if column.name == "note" else column for column in told), tags]


def _fields(briefing: Briefing, record: Any) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(record)
    if isinstance(record, Claim):
        fields = {"id": record.id, "grade": briefing.grade(record), **fields}
    return fields


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple) and all(isinstance(item, str | int) for item in value):
        value = "; ".join(map(str, value))
    return neutralize_formula(value if isinstance(value, str) else msgspec.json.encode(value).decode())
