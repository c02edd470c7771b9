"""Tables that a spreadsheet and a program read alike: nothing is a formula, nothing is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.csv import KINDS, export, neutralize_formula
from store.model.briefing import Briefing
from store.model.opinion import OpinionSet
from store.text.sanitize import sanitize
from tests.support.generated import HARMFUL, full_of
from tests.support.generated import WORDS as ANY_WORDS
from tests.support.sample import claim, judged, note, verdict, whole

STARTS = tuple("=+-@\t\r\n＝＋－＠")


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_there_is_a_table_for_each_kind_of_record_and_one_for_notes() -> None:
    tables = export(Briefing(whole()), (note(),))
    assert list(tables) == [f"{name}.csv" for name in KINDS]
    assert [row["id"] for row in read(tables["claims.csv"])] == ["c001", "c002", "c003"]
    assert [row["body"] for row in read(tables["notes.csv"])] == ["Really?"]


def test_a_row_has_the_grade_lists_and_what_is_attached_in_columns() -> None:
    first, second, _ = read(export(Briefing(whole()), ())["claims.csv"])
    assert (first["grade"], first["about"], first["figures"]) == ("C3", "ann; bob", "80.5 % all tolls")
    assert (first["assessment_caveat"], first["forecast_due"]) == ("Not all of them do.", "")
    assert second["forecast_due"] == "2026"


def test_a_table_without_records_has_its_head() -> None:
    (head,) = export(Briefing(whole()), ())["notes.csv"].splitlines()
    assert head.startswith('"id","target","body"')


def test_the_columns_do_not_depend_on_the_records() -> None:
    few, many = (export(Briefing(whole(claims=claims)), ())["claims.csv"].splitlines()[0] for claims in [(), whole().claims])
    assert few == many


def test_lines_end_as_the_standard_says_and_every_cell_is_quoted() -> None:
    for text in export(Briefing(whole(claims=(claim(text='Say "yes", please'),))), (note(),)).values():
        assert text.endswith("\r\n")
        assert all(line.startswith('"') and line.endswith('"') for line in text.split("\r\n")[:-1])


@pytest.mark.parametrize("words", HARMFUL)
def test_no_cell_is_a_formula_and_none_is_lost(words: str) -> None:
    words = sanitize(words)
    file, mine = full_of(words)
    for name, text in export(Briefing(file), mine, judged(words=words)).items():
        cells = [cell for row in csv.reader(io.StringIO(text, newline=""), strict=True) for cell in row]
        assert not [cell for cell in cells if cell.startswith(STARTS) or cell.lstrip().startswith(STARTS)]
        assert words in "\n".join(cells) or name == "estimates.csv"  # numbers alone


@given(ANY_WORDS)
def test_whatever_is_written_is_read_again(words: str) -> None:
    file, mine = full_of(words)
    tables = export(Briefing(file), mine)
    assert [row["text"] for row in read(tables["claims.csv"])] == [neutralize_formula(words)] * 3
    assert {row["body"] for row in read(tables["notes.csv"])} == {neutralize_formula(words)}
    assert len({len(row) for row in csv.reader(io.StringIO(tables["actors.csv"], newline=""))}) == 1


@given(st.text())
def test_a_harmless_cell_stays_as_it_is_and_a_formula_gets_one_apostrophe(cell: str) -> None:
    assert neutralize_formula(cell) in (cell, f"'{cell}")
    assert neutralize_formula(f"a{cell}") == f"a{cell}"
    assert neutralize_formula(f"={cell}") == f"'={cell}"


def test_every_verdict_that_was_given_has_a_row() -> None:
    rows = read(export(Briefing(whole()), (), OpinionSet(verdicts=(verdict(agreement="agree"), verdict(number=2))))["verdicts.csv"])
    assert [(row["target"], row["number"], row["agreement"], row["confidence"]) for row in rows] == [
        ("c001", "1", "agree", "80"), ("c001", "2", "disagree", "80"),
    ]  # fmt: skip
