"""A page is cut by weight: what a short one says a longer one says too, and what is left out is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.page import Item, Page, Section, Sentence, sentences, shortened

WORD = st.sampled_from(["one", "two words", "three more words"])
ITEMS = st.lists(st.builds(lambda text, rank: (text, rank), WORD, st.integers(1, 20)), max_size=6)


def item(text: str, rank: int, below: tuple[Item, ...] = ()) -> Item:
    return Item((Sentence(text, "c001"),), rank, below)


def page_of(*sections: list[tuple[str, int]]) -> Page:
    """A thesis, and sections of items that each have a detail below them."""
    found = tuple(
        Section(f"Section {number}", tuple(item(text, rank, (item(text, rank + 7),)) for text, rank in items))
        for number, items in enumerate(sections)
    )
    return Page(Sentence("Title", "b"), Sentence("Source.", "b"), (Section("Thesis", (item("It is so.", 0),)), *found))


def said(page: Page) -> set[tuple[int, tuple[Sentence, ...]]]:
    return {
        (number, one.sentences)
        for number, section in enumerate(page.sections)
        for above in section.items
        for one in (above, *above.below)
    }  # fmt: skip


@given(ITEMS, ITEMS, st.integers(0, 100), st.integers(0, 100))
def test_what_a_short_page_says_a_longer_one_says_too(one: list[tuple[str, int]], two: list[tuple[str, int]], few: int, more: int) -> None:
    page = page_of(one, two)
    assert said(shortened(page, few)) <= said(shortened(page, few + more)) <= said(page)


@given(ITEMS, ITEMS, st.integers(20, 100))
def test_a_page_has_no_more_words_than_it_may(one: list[tuple[str, int]], two: list[tuple[str, int]], most: int) -> None:
    page = shortened(page_of(one, two), most)
    words = [page.heading, page.title.id, page.source.text, page.source.id, *(text for told in page.left_out for text in told)]
    for section in page.sections:
        words += [section.heading] if section.items else []
        words += [text for above in section.items for it in (above, *above.below) for told in it.sentences for text in told]
    assert sum(len(text.split()) for text in words) <= most


@given(ITEMS, st.integers(0, 60))
def test_the_thesis_stays_and_what_is_left_out_is_counted(items: list[tuple[str, int]], most: int) -> None:
    page = shortened(page_of(items), most)
    assert page.sections[0].items
    missing = len(items) - len(page.sections[1].items)
    assert [told.text.split()[4] for told in page.left_out] == ([str(missing)] if missing else [])


def test_who_has_the_time_gets_everything() -> None:
    page = page_of([("one", 1)] * 50)
    assert shortened(page, None) == page


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("No end", ["No end."]),
        ("He asks “Why?” Then he goes.", ["He asks “Why?”", "Then he goes."]),
        ("J. K. Rowling, e.g. here, approx. 5", ["J. K. Rowling, e.g. here, approx. 5."]),
        ("80.5 % of it", ["80.5 % of it."]),
        ("one\ntwo\n\n", ["one.", "two."]),
        ("一。二。", ["一。", "二。"]),
        (" \n ", []),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, parts: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text, "c001")] == parts


@given(st.text())
def test_no_word_of_a_text_is_lost(text: str) -> None:
    told = "".join("".join(sentence.text.split()) for sentence in sentences(text, "c001"))
    assert told.replace(".", "") == "".join(text.split()).replace(".", "")


def test_whose_words_they_are_stands_before_the_first() -> None:
    assert [sentence.said for sentence in sentences("One. Two.", "c001", "The reviewer")] == ["The reviewer", ""]
