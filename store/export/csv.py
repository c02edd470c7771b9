"""A folder of CSV tables (RFC 4180), for every kind of record, the notes and what was judged, that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import fields

from store.model.attachments import Assessment, Figure, Prediction
from store.model.briefing import Briefing
from store.model.note import Note, NoteLink, Quote
from store.model.opinion import NO_OPINIONS, Forecast, OpinionSet, ReaderGrade, Resolution, Verdict
from store.model.records import TABLES, Claim, Paragraph, StrategyKind

# A spreadsheet takes a cell that begins so for a formula, also after blanks (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
# These get a column for each of their fields.
_SINGLE: dict[str, type[msgspec.Struct]] = {"assessment": Assessment, "forecast": Prediction, "quote": Quote, "link": NoteLink}
_GRADE = "grade"  # a column of claims that is no field of theirs
_MINE: dict[str, type[msgspec.Struct]] = {
    "notes": Note,
    "verdicts": Verdict,
    "grades": ReaderGrade,
    "estimates": Forecast,
    "resolutions": Resolution,
}
KINDS: dict[str, type[msgspec.Struct]] = {**TABLES, "strategy_kinds": StrategyKind, "paragraphs": Paragraph, **_MINE}


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS) -> dict[str, str]:
    """Return the text of every table by its file name; a table without records has its head."""
    found = {name: getattr(judged if name in _MINE else briefing.file, name) for name in KINDS if name != "notes"}
    return {f"{name}.csv": _table(briefing, kind, found.get(name, notes)) for name, kind in KINDS.items()}


def neutralize_formula(cell: str) -> str:
    """`cell` as it is, or behind an apostrophe where a spreadsheet would calculate it."""
    if cell[:1].isalnum():
        return cell
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def _table(briefing: Briefing, kind: type[msgspec.Struct], records: Iterable[msgspec.Struct]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    columns = list(_columns(kind))
    writer.writerow([column.name for column in columns])
    writer.writerows([neutralize_formula(_cell(_value(briefing, record, column))) for column in columns] for record in records)
    return text.getvalue()


class _Column(NamedTuple):
    name: str
    field: str
    inner: str = ""


def _columns(kind: type[msgspec.Struct]) -> Iterator[_Column]:
    """From the kind alone: the same in every export."""
    for field in fields(kind):
        single = _SINGLE.get(field.name)
        if single is None:
            yield _Column(field.name, field.name)
        else:
            yield from (_Column(f"{field.name}_{inner.name}", field.name, inner.name) for inner in fields(single))
        if kind is Claim and field.name == "credibility":
            yield _Column(_GRADE, _GRADE)


def _value(briefing: Briefing, record: msgspec.Struct, column: _Column) -> Any:
    if column.field == _GRADE and isinstance(record, Claim):
        return briefing.grade(record)
    value = getattr(record, column.field)
    return getattr(value, column.inner) if column.inner and value is not None else value


def _cell(value: Any) -> str:
    """Return a value in one cell; of several, each after a semicolon."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(_cell, value))
    return f"{value.value:.15g} {value.unit} {value.of}" if isinstance(value, Figure) else str(value)
