"""Every table has its columns, and every record its cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.notes import Notes
from store.model.briefing import Briefing
from store.model.records import TABLES
from tests.support.hostile import filled
from tests.support.sample import two_voices, whole
from tests.support.sessions import render_context
from tui.cli.show import KINDS
from tui.render.records.columns import COLUMNS, row
from tui.render.records.symbols import READER

TABLED = (*TABLES, "paragraphs")


def line(notes: Notes, book: Briefing, table: str, record: object) -> str:
    return " ".join(part.text for part in row(COLUMNS[table], render_context(book, notes), record))


def test_every_table_of_the_command_line_has_columns() -> None:
    assert set(KINDS) == set(COLUMNS)


@pytest.mark.parametrize("table", TABLED)
def test_every_column_fills_its_cell(notes: Notes, table: str) -> None:
    book = Briefing(whole())
    for record in getattr(book.file, table):
        assert len(row(COLUMNS[table], render_context(book, notes), record)) == len(COLUMNS[table])
        assert line(notes, book, table, record).strip()


@given(words=st.text(min_size=1, max_size=200))
def test_no_text_is_too_strange_for_a_list(notes: Notes, words: str) -> None:
    book = Briefing(filled(whole(), words))
    for table in TABLED:
        assert all(line(notes, book, table, record) for record in getattr(book.file, table))


def test_a_sign_says_that_i_wrote_about_it(notes: Notes) -> None:
    book = Briefing(whole())
    assert READER not in line(notes, book, "claims", book.claim("c001"))
    notes.add("c001", "Really?")
    assert READER in line(notes, book, "claims", book.claim("c001"))


def test_a_sign_says_that_the_reviewer_wrote_about_it(notes: Notes) -> None:
    book = Briefing(whole())
    assert "◆" in line(notes, book, "claims", book.claim("c001"))
    assert "◆" not in line(notes, book, "claims", book.claim("c003"))


def test_a_claim_is_listed_with_its_grade_kind_and_speaker(notes: Notes) -> None:
    book = Briefing(whole())
    assert {"c002", "C4", "prediction", "Bob"} <= set(line(notes, book, "claims", book.claim("c002")).split())


def test_a_note_is_listed_with_what_it_is_on_its_words_and_tags(notes: Notes) -> None:
    note = notes.add("ann", "Ask\nher.", ["legal"])
    assert "Ann Lee   comment  Ask her. #legal 2026-01-02" in line(notes, Briefing(whole()), "notes", note)


def test_what_the_reviewer_adds_has_the_reviewers_sign_before_it(notes: Notes) -> None:
    book = Briefing(two_voices())
    said = {
        record.id: line(notes, book, table, record)
        for table in ("relations", "events", "questions")
        for record in getattr(book.file, table)
    }
    assert [identity for identity, words in said.items() if "◆" in words] == ["l02", "e02", "q01"]
