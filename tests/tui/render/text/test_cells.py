"""Cells are as wide as their column, to the cell, whatever stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.text.sanitize import sanitize
from tui.render.records.columns import COLUMNS, Column
from tui.render.text.blocks import Span
from tui.render.text.cells import GAP, fit, widths


def column(width: int = 0, from_width: int = 0) -> Column:
    return Column("name", lambda *_: Span(""), width, from_width)


@given(st.text().map(sanitize), st.integers(0, 60))
def test_a_fitted_text_has_exactly_the_width(words: str, size: int) -> None:
    assert cell_len(fit(words, size)) == size


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), max_size=30))
def test_what_fits_is_left_whole(words: str) -> None:
    assert fit(words, 30).rstrip() == words


def test_what_is_cut_says_so() -> None:
    assert fit("a long way home", 6) == "a lon…"
    assert fit("阿里巴巴", 5) == "阿里…"


def test_a_text_of_several_lines_stands_on_one() -> None:
    assert fit("one\ntwo", 9) == "one two  "


def test_a_text_of_a_hundred_thousand_characters_is_cut() -> None:
    assert fit("x" * 100_000, 5) == "xxxx…"


@given(st.text().map(sanitize), st.integers(-3, 2))
def test_a_text_in_a_column_of_no_width_is_empty(words: str, size: int) -> None:
    assert cell_len(fit(words, size)) == max(0, size)


def test_what_is_left_goes_to_the_column_without_a_width() -> None:
    assert widths((column(4), column()), 40) == (4, 40 - 1 - 4 - 2 * GAP)


def test_a_column_shows_from_its_width_on() -> None:
    assert widths((column(4, from_width=50), column()), 40)[0] == 0
    assert widths((column(4, from_width=50), column()), 50)[0] == 4


@given(st.sampled_from(sorted(COLUMNS)), st.integers(60, 300))
def test_the_columns_of_every_table_fill_a_line_and_no_more(table: str, room: int) -> None:
    found = widths(COLUMNS[table], room)
    used = 1 + sum(size + GAP for size in found if size)
    assert used <= room
    assert all(size > 0 for size, column in zip(found, COLUMNS[table], strict=True) if room >= column.from_width)
