"""A reader's copy of the article is recognised by what it says, not by how it was saved."""

from __future__ import annotations

import pytest

from store.model.source_text import digest, paragraphs_by_number, recognize_paragraphs, split_paragraphs
from tests.support.sample import ARTICLE, paragraph


def test_the_title_is_paragraph_0() -> None:
    assert split_paragraphs(ARTICLE) == ("Bridges", "Every bridge is a promise.")


@pytest.mark.parametrize("copy", ["“A–B” it’s", '"A-B"  it\'s ', '"a-b" IT\'S', "＂Ａ-Ｂ＂\u00a0it's"])
def test_copies_that_differ_in_quotes_blanks_and_case_have_one_digest(copy: str) -> None:
    assert digest(copy) == digest('"A-B" it\'s')


def test_other_words_have_another_digest() -> None:
    assert digest("A promise") != digest("A threat")


def test_a_digest_is_sixteen_hexadecimal_digits() -> None:
    assert len(digest("x")) == 16
    assert int(digest("x"), 16)


def test_a_paragraph_is_recognised_wherever_it_stands() -> None:
    assert recognize_paragraphs("An advertisement\nevery bridge is  a promise.\n", (paragraph(),)) == {1}


def test_another_text_is_not_recognised() -> None:
    assert recognize_paragraphs("Every bridge is a threat.", (paragraph(),)) == frozenset()


def test_the_copys_own_words_are_given_by_number() -> None:
    assert paragraphs_by_number(ARTICLE, (paragraph(),)) == {1: "Every bridge is a promise."}


def test_the_copys_words_are_cleaned_like_all_text_from_outside() -> None:
    assert paragraphs_by_number("ring\x07", (paragraph(number=2, digest=digest("ring\x07")),)) == {2: "ring␇"}
