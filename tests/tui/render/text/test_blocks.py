"""The pieces of a page, and their text without emphasis."""

from __future__ import annotations

import sys
from subprocess import run

from hypothesis import given
from hypothesis import strategies as st

from store.text.sanitize import clean
from tests.support.processes import ROOT
from tui.render.text.blocks import (
    BLANK,
    LABEL_WIDTH,
    LONGEST,
    MOST,
    MOST_LINES,
    REST,
    Block,
    Part,
    fit_for_a_card,
    head,
    join,
    plain,
    say,
    shortened,
)


def test_strings_become_parts() -> None:
    assert say("one", Part("two", "strong")).parts == (Part("one"), Part("two", "strong"))


def test_a_label_hangs_its_words() -> None:
    assert say("words", label="who").hang == LABEL_WIDTH
    assert say("words").hang == 0
    assert say("words", label="who", hang=4).hang == 4


def test_a_heading_is_a_block_of_one_part() -> None:
    assert head("Because") == Block((Part("Because", "head"),))


def test_joined_parts_are_parted_by_commas() -> None:
    assert plain([say(*join([Part("a"), Part("b"), Part("c")]))]) == "a, b, c"
    assert join([]) == ()


def test_plain_blocks_stand_on_lines_of_their_own() -> None:
    assert plain([head("one"), BLANK, say("two")]) == "one\n\ntwo"


def test_the_lines_of_a_hanging_text_stand_below_one_another() -> None:
    assert plain([say("one\ntwo", label="who", hang=5)]) == "who  one\n     two"


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1), min_size=1))
def test_plain_loses_no_word(words: list[str]) -> None:
    assert plain([say(*join(map(Part, words), " "))]).split() == clean(" ".join(words)).split()


def test_a_field_that_is_too_long_is_cut_with_a_link_to_the_rest() -> None:
    cut = shortened(say("x" * (LONGEST + 1500)))
    assert len(cut.parts[0].text) == LONGEST
    assert cut.parts[1].link == REST
    assert "1,500 more characters" in cut.parts[1].text


def test_a_page_that_is_too_long_is_cut_with_a_link_to_the_rest() -> None:
    cut = fit_for_a_card([say("line")] * (MOST + 5))
    assert len(cut) == MOST + 1
    assert cut[-1].parts[0] == Part("… 5 more lines: show all", "link", REST)
    assert fit_for_a_card([say("line")] * MOST) == [say("line")] * MOST


def test_a_field_that_fits_is_left_alone() -> None:
    block = say("x" * LONGEST, Part("y"))
    assert shortened(block) is block


def test_pages_are_made_without_rich_and_textual() -> None:
    modules = ("tui.render.records.card", "tui.render.records.columns", "tui.render.records.overview")
    code = f"import sys, {', '.join(modules)}; print({{'rich', 'textual'}} & set(sys.modules))"
    assert run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout == "set()\n"


def test_a_field_of_too_many_lines_is_cut_though_it_is_short() -> None:
    cut = shortened(say("x\n" * (MOST_LINES + 50)))
    assert cut.parts[0].text.count("\n") == MOST_LINES - 1
    assert cut.parts[1] == Part("… 101 more characters: show all", "link", REST)


def test_a_page_of_too_many_lines_is_cut_though_it_has_few_blocks() -> None:
    cut = fit_for_a_card([say("x" * LONGEST)] * 100)
    assert len(cut) < 10
    assert cut[-1].parts[0].link == REST
