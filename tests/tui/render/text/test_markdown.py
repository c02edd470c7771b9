"""A card as Markdown: title, headings and labels are what they are, and words are only words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.library.library import Library
from tests.support.sessions import render_context
from tui.render.records.card import card_blocks
from tui.render.text.blocks import BLANK, Block, Span, heading_block, text_block
from tui.render.text.markdown import markdown


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (heading_block("Bridges", "title"), "# Bridges"),
        (heading_block("Who says it"), "## Who says it"),
        (text_block("Ann Lee", label="speaker"), "- **speaker** Ann Lee"),
        (text_block("Bridges pay."), "Bridges pay."),
        (text_block("Tolls ", Span("double", "strong"), " soon."), "Tolls double soon."),
        (text_block("*not* [a](link)"), r"\*not\* \[a\](link)"),
        (text_block("# no heading"), r"\# no heading"),
        (text_block("- no item"), r"\- no item"),
        (text_block("<b>no tag</b>"), r"\<b\>no tag\</b\>"),
        (text_block("two\nlines"), "two lines"),
    ],
)
def test_a_block_is_one_line_of_markdown(block: Block, line: str) -> None:
    assert markdown([block]) == f"{line}\n"


def test_blocks_that_are_parted_stay_parted() -> None:
    assert markdown([text_block("One."), BLANK, text_block("Two.")]) == "One.  \n\nTwo.\n"


def test_every_card_begins_with_what_it_is_and_names_its_record(library: Library) -> None:
    briefing = library.open("bridges")
    for identity, thing in briefing.records.items():
        page = markdown(card_blocks(render_context(briefing), thing))
        assert page.endswith("\n") and page.strip()
        assert identity in page or f"¶{identity.removeprefix('p')}" in page.replace(" ", ""), page


LABELS = st.one_of(st.just(""), st.text(max_size=8))


@given(st.lists(st.builds(lambda words, label: text_block(words, label=label), st.text(max_size=20), LABELS), max_size=6))
def test_a_page_has_a_line_for_each_block_and_ends_with_one(blocks: list[Block]) -> None:
    page = markdown(blocks)
    assert page.endswith("\n") and page.count("\n") <= max(1, len(blocks))
