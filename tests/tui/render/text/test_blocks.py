"""The pieces of a page, and their text without emphasis."""

from __future__ import annotations

import sys
from subprocess import run

from hypothesis import given
from hypothesis import strategies as st

from store.text.sanitize import sanitize
from tests.support.processes import ROOT
from tui.render.text.blocks import (
    BLANK,
    LABEL_WIDTH,
    LONGEST,
    MOST,
    MOST_LINES,
    Block,
    Span,
    heading_block,
    join,
    text_block,
    to_plain_text,
    truncate,
    truncate_for_card,
)
from tui.render.text.links import FullTextLink


def test_strings_become_parts() -> None:
    assert text_block("one", Span("two", "strong")).spans == (Span("one"), Span("two", "strong"))


def test_a_label_hangs_its_words() -> None:
    assert text_block("words", label="who").hang == LABEL_WIDTH
    assert text_block("words").hang == 0
    assert text_block("words", label="who", hang=4).hang == 4


def test_a_heading_is_a_block_of_one_part() -> None:
    assert heading_block("Because") == Block((Span("Because", "head"),))


def test_joined_parts_are_parted_by_commas() -> None:
    assert to_plain_text([text_block(*join([Span("a"), Span("b"), Span("c")]))]) == "a, b, c"
    assert join([]) == ()


def test_plain_blocks_stand_on_lines_of_their_own() -> None:
    assert to_plain_text([heading_block("one"), BLANK, text_block("two")]) == "one\n\ntwo"


def test_the_lines_of_a_hanging_text_stand_below_one_another() -> None:
    assert to_plain_text([text_block("one\ntwo", label="who", hang=5)]) == "who  one\n     two"


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1), min_size=1))
def test_plain_loses_no_word(words: list[str]) -> None:
    assert to_plain_text([text_block(*join(map(Span, words), " "))]).split() == sanitize(" ".join(words)).split()


def test_a_field_that_is_too_long_is_cut_with_a_link_to_the_rest() -> None:
    cut = truncate(text_block("x" * (LONGEST + 1500)))
    assert len(cut.spans[0].text) == LONGEST
    assert cut.spans[1].link == FullTextLink()
    assert "1,500 more characters" in cut.spans[1].text


def test_a_page_that_is_too_long_is_cut_with_a_link_to_the_rest() -> None:
    cut = truncate_for_card([text_block("line")] * (MOST + 5))
    assert len(cut) == MOST + 1
    assert cut[-1].spans[0] == Span("… 5 more lines: show all", "link", FullTextLink())
    assert truncate_for_card([text_block("line")] * MOST) == [text_block("line")] * MOST


def test_a_field_that_fits_is_left_alone() -> None:
    block = text_block("x" * LONGEST, Span("y"))
    assert truncate(block) is block


def test_pages_are_made_without_rich_and_textual() -> None:
    modules = ("tui.render.records.card", "tui.render.records.columns", "tui.render.records.overview")
    code = f"import sys, {', '.join(modules)}; print({{'rich', 'textual'}} & set(sys.modules))"
    assert run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout == "set()\n"


def test_a_field_of_too_many_lines_is_cut_though_it_is_short() -> None:
    cut = truncate(text_block("x\n" * (MOST_LINES + 50)))
    assert cut.spans[0].text.count("\n") == MOST_LINES - 1
    assert cut.spans[1] == Span("… 101 more characters: show all", "link", FullTextLink())


def test_a_page_of_too_many_lines_is_cut_though_it_has_few_blocks() -> None:
    cut = truncate_for_card([text_block("x" * LONGEST)] * 100)
    assert len(cut) < 10
    assert cut[-1].spans[0].link == FullTextLink()
