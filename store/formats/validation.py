"""Validation across fields of a briefing file: repeated ids, dangling references, impossible dates.

Everything here looks at the tree as it was read, so that one misspelt word does not hide the other problems of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from store.errors import MOST_LISTED, Problem
from store.model import partial_date
from store.model.record_references import reference_fields
from store.model.records import TABLES, Source
from store.text.did_you_mean import suggest
from store.text.sanitize import sanitize_line

RESERVED_ID = re.compile(r"^(p\d+|n-.*)$")
# Some systems keep these names for devices, in every folder; a briefing's id names one.
_DEVICE = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$")
_DATED = {"events": "date", "relations": "date", "strategies": "since"}
_IN_FILE = (*TABLES, "strategy_kinds")

Tree = dict[str, Any]


class ReferenceUse(NamedTuple):
    """An id as a record uses it: where, which, of what table, and the id of the record itself."""

    place: str
    target: str | int
    table: str
    by: object


def find_problems(tree: Tree) -> Iterator[Problem]:
    """Every problem between the records of `tree`; shapes are not looked at here, and may be wrong."""
    if isinstance(tree.get("id"), str) and _DEVICE.match(tree["id"]):
        yield Problem("id", "is a name that some systems keep for a device", "Choose another id.")
    yield from _repeated_ids(tree)
    yield from _dangling_references(tree)
    yield from _circular_references(tree)
    yield from _impossible_dates(tree)
    for place, claim in records(tree, "claims"):
        yield from _forecast_problems(f"{place}.forecast", claim)
        yield from _torn(place, claim)
    yield from _missing_reliabilities(tree)


def records(tree: Tree, table: str) -> Iterator[tuple[str, Tree]]:
    """Return the records of one table of `tree`, each with its place, passing over whatever is none."""
    found = tree.get(table)
    for number, record in enumerate(found if isinstance(found, list) else ()):
        if isinstance(record, dict):
            yield f"{table}.{describe_record(record, number)}", record


def describe_record(item: Any, number: int) -> str:
    """`c012` for a table with an id, else its number, counted from 1 as people count."""
    match item:
        case {"id": str(name)}:
            return sanitize_line(name) or f"#{number + 1}"
        case {"number": int(name)} if 0 <= name < 1 << 32:
            return str(name)
    return f"#{number + 1}"


def _repeated_ids(tree: Tree) -> Iterator[Problem]:
    """Yield ids that several records have; strategy kinds have a namespace of their own."""
    shared: dict[object, str] = {_plain(tree.get("id")): "the briefing itself"}
    for table in _IN_FILE:
        taken = {} if table == "strategy_kinds" else shared
        for number, (place, record) in enumerate(records(tree, table), 1):
            identity = record.get("id")
            if not isinstance(identity, str):
                continue
            if identity in taken:
                yield Problem(f"{place}.id", f"is the id of {taken[identity]} already", "Give each record an id of its own.")
            if RESERVED_ID.match(identity):
                yield Problem(f"{place}.id", "is kept for paragraphs (p12) and notes (n-…)", "Choose another id.")
            taken.setdefault(identity, f"number {number} of the {table.replace('_', ' ')}")
    seen: set[object] = set()
    for place, paragraph in records(tree, "paragraphs"):
        given = _plain(paragraph.get("number"))
        if given in seen and given is not None:
            yield Problem(place, "is given twice", "Every paragraph has one entry.")
        seen.add(given)


def _dangling_references(tree: Tree) -> Iterator[Problem]:
    known: dict[str, set[object]] = {table: {_plain(record.get("id")) for _, record in records(tree, table)} for table in _IN_FILE}
    known["paragraphs"] = {0} | {_plain(paragraph.get("number")) for _, paragraph in records(tree, "paragraphs")}
    dangling = (use for use in _uses(tree) if use.target not in known[use.table])
    for number, use in enumerate(dangling):
        names = sorted(map(str, known[use.table] - {None})) if number < MOST_LISTED else None  # each takes milliseconds
        what = f"names {use.target}, which is not among the {use.table.replace('_', ' ')}"
        yield Problem(use.place, what, "" if names is None else suggest(str(use.target), names))


def _circular_references(tree: Tree) -> Iterator[Problem]:
    for use in _uses(tree):
        if use.target == use.by and use.table != "paragraphs":
            yield Problem(use.place, "names the record itself", "A record cannot rest on itself.")


def _uses(tree: Tree) -> Iterator[ReferenceUse]:
    """Every id by which a record of `tree` names another."""
    source = tree.get("source")
    if isinstance(source, dict):
        yield from _uses_in(source, Source, "source")
    for table, kind in TABLES.items():
        for place, record in records(tree, table):
            yield from _uses_in(record, kind, place)


def _uses_in(record: Tree, kind: type, place: str) -> Iterator[ReferenceUse]:
    for field, table in reference_fields(kind):
        value = record.get(field)
        for target in value if isinstance(value, list) else [value]:
            if isinstance(target, str | int):
                yield ReferenceUse(f"{place}.{field}", target, table, record.get("id"))


def _impossible_dates(tree: Tree) -> Iterator[Problem]:
    """Dates of the right shape that no calendar has: 2014-02-30, or a range that ends before it begins."""
    for place, date in _dates(tree):
        try:
            partial_date.date_range(date)
        except ValueError as error:
            yield Problem(place, f"is not a date in any calendar ({error})")


def _dates(tree: Tree) -> Iterator[tuple[str, str]]:
    source = tree.get("source")
    found = [("reviewed", tree.get("reviewed")), ("source.date", source.get("date") if isinstance(source, dict) else None)]
    for table, field in _DATED.items():
        found += [(f"{place}.{field}", record.get(field)) for place, record in records(tree, table)]
    found += [(f"{place}.forecast.due", _forecast(claim).get("due")) for place, claim in records(tree, "claims")]
    # A date of the wrong shape is reported with the shapes.
    yield from ((place, date) for place, date in found if isinstance(date, str) and re.match(partial_date.PATTERN, date))


def _forecast_problems(place: str, claim: Tree) -> Iterator[Problem]:
    kind, forecast = claim.get("kind"), _forecast(claim)
    if kind == "prediction" and not forecast:
        yield Problem(place, "is missing in a prediction", "Say horizon and test.")
    if kind != "prediction" and forecast:
        yield Problem(place, f"belongs to predictions, and this is a {kind}", "Change the kind, or take it out.")
    if forecast and not forecast.get("due") and not forecast.get("uncheckable"):
        yield Problem(f"{place}.due", "is missing, and so is a reason in uncheckable", "Give one of the two.")


def _torn(place: str, claim: Tree) -> Iterator[Problem]:
    """Yield claims that both support and oppose another; circles of support are allowed."""
    supported, opposed = (claim.get(field) for field in ("supports", "opposes"))
    if isinstance(supported, list) and isinstance(opposed, list):
        for target in supported:
            if target in opposed:
                yield Problem(f"{place}.opposes", f"names {_plain(target)}, which the claim supports too", "Take it out of one of the two.")


def _missing_reliabilities(tree: Tree) -> Iterator[Problem]:
    says: dict[object, str] = {}
    for place, claim in records(tree, "claims"):
        says.setdefault(_plain(claim.get("speaker")), place)
    for place, actor in records(tree, "actors"):
        identity = _plain(actor.get("id"))
        if identity in says and identity is not None and actor.get("reliability") is None:
            claim_id = says[identity].removeprefix("claims.")
            yield Problem(f"{place}.reliability", f"is missing, and {claim_id} is said by this actor", "Give A to F.")


def _forecast(claim: Tree) -> Tree:
    forecast = claim.get("forecast")
    return forecast if isinstance(forecast, dict) else {}


def _plain(value: object) -> object:
    """`value` where it can be the key of a dict, else nothing."""
    return value if isinstance(value, str | int) else None
