"""A page is cut by weight: what a short one says a longer one says too, and what is left out is counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.export.meeting.page import Item, Page, Section, shorten_page
from store.export.meeting.sentences import Sentence

WORD = st.sampled_from(["one", "two words", "three more words"])
ITEMS = st.lists(st.builds(lambda text, rank: (text, rank), WORD, st.integers(1, 20)), max_size=6)


def item(text: str, rank: int, below: tuple[Item, ...] = ()) -> Item:
    return Item((Sentence(text, "c001"),), rank, below)


def page_of(*sections: list[tuple[str, int]]) -> Page:
    """Return a thesis, and sections of items that each have a detail below them."""
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
    assert said(shorten_page(page, few)) <= said(shorten_page(page, few + more)) <= said(page)


@given(ITEMS, ITEMS, st.integers(20, 100))
def test_a_page_has_no_more_words_than_it_may(one: list[tuple[str, int]], two: list[tuple[str, int]], most: int) -> None:
    page = shorten_page(page_of(one, two), most)
    words = [page.heading, page.source.text]
    for section in page.sections:
        words += [section.heading] if section.items else []
        words += [
            text for above in section.items for it in (above, *above.below) for told in it.sentences for text in (told.said, told.text)
        ]
    assert sum(len(text.split()) for text in words) <= most


@given(ITEMS, st.integers(0, 60))
def test_the_thesis_stays_and_what_is_left_out_is_counted(items: list[tuple[str, int]], most: int) -> None:
    page = shorten_page(page_of(items), most)
    assert page.sections[0].items
    kept = page.sections[1].items
    points, details = len(items) - len(kept), len(kept) - sum(len(one.below) for one in kept)
    said = "".join(told.text for told in page.omitted)
    assert (f"{points} more point" in said) == (points > 0)
    assert (f"{details} detail" in said) == (details > 0)


def test_what_takes_a_minute_alone_waits_for_all_that_does_not() -> None:
    page = page_of([("word " * 400, 1), ("short", 2)])
    assert said(shorten_page(page, 100)) == said(page_of([("short", 2)]))


def test_characters_of_a_script_without_blanks_are_counted() -> None:
    page = page_of([("桥" * 140, 1), ("桥" * 140, 2)])
    assert len(shorten_page(page, 100).sections[1].items) == 1


def test_who_has_the_time_gets_everything() -> None:
    page = page_of([("one", 1)] * 50)
    assert shorten_page(page, 1_000) == page
