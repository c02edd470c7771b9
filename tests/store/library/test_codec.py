"""A briefing is stored as tables and read back, and every problem in a stored one is found."""

from __future__ import annotations

import json

from store.library.codec import header_of, record_problems
from store.library.library import Library


def test_sound_records_have_no_problem(library: Library) -> None:
    assert record_problems(library.places.library / "bridges" / "briefing.json") == ()


def test_a_broken_reference_in_stored_records_is_a_problem(library: Library) -> None:
    path = library.places.library / "bridges" / "briefing.json"
    tables = json.loads(path.read_text("utf-8"))
    tables.pop("checksum", None)
    tables["claims"]["c001"]["speaker"] = "nobody"
    path.write_text(json.dumps(tables), "utf-8")
    (problem, *_) = record_problems(path)
    assert "nobody" in str(problem)


def test_tables_without_a_header_have_an_empty_one() -> None:
    assert header_of({}) == {}
