"""Blocks become lines that fit, with nothing lost and every link still a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from store.model.briefing import Briefing
from store.text.sanitize import sanitize
from tests.support.hostile import STRINGS, filled
from tests.support.sample import whole
from tests.support.sessions import render_context
from tui.render.records.card import card_blocks
from tui.render.text.blocks import BLANK, Block, Span, record_span, text_block, to_plain_text
from tui.render.text.links import RecordLink
from tui.render.text.rich_text import EMPHASIS, LINK, emphasis, to_text, wrap_blocks

BOOK = Briefing(whole())
TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("阿里巴巴👩‍👍🏽🇨🇳é e\u0301\n []$")))
WIDTHS = st.integers(8, 130)


def solid(words: str) -> str:
    """Without white space, which wrapping may change."""
    return "".join(words.split())


def painted(blocks: list[Block] | tuple[Block, ...], width: int) -> str:
    return "\n".join(line.plain for line in wrap_blocks(blocks, width))


def metas(line: Text) -> list[object]:
    return [span.style.meta.get(LINK) for span in line.spans if not isinstance(span.style, str) and span.style.meta.get(LINK)]


@given(TEXTS.map(sanitize), TEXTS.map(sanitize), WIDTHS)
def test_no_line_is_wider_than_the_page(label: str, words: str, width: int) -> None:
    found = wrap_blocks([text_block(words, label=label.replace("\n", " "))], width)
    assert max(cell_len(line.plain) for line in found) <= width


@given(TEXTS.map(sanitize), WIDTHS, st.integers(0, 60))
def test_nothing_is_lost_by_wrapping(words: str, width: int, hang: int) -> None:
    blocks = [text_block(words, hang=hang)]
    assert solid(painted(blocks, width)) == solid(to_plain_text(blocks))


@given(st.text("abcdefghij-0123456789", max_size=64), WIDTHS)
def test_a_long_label_is_not_cut(label: str, width: int) -> None:
    blocks = [text_block("words", label=label, hang=max(6, len(label) + 1))]
    assert solid(painted(blocks, width)) == solid(to_plain_text(blocks))


@given(st.text())
def test_no_text_is_too_strange_to_paint(words: str) -> None:
    assert wrap_blocks([text_block(words, label=words)], 40)


@pytest.mark.parametrize("width", [20, 38, 79, 100])
def test_every_card_is_painted_whole(width: int) -> None:
    for thing in BOOK.records.values():
        page = card_blocks(render_context(BOOK), thing)
        assert solid(painted(page, width)) == solid(to_plain_text(page))


@pytest.mark.parametrize("words", STRINGS.values(), ids=STRINGS)
def test_hostile_text_is_painted_as_text(words: str) -> None:
    book = Briefing(filled(whole(), sanitize(words)))
    for line in (line for thing in book.records.values() for line in wrap_blocks(card_blocks(render_context(book), thing), 60)):
        assert cell_len(line.plain) <= 60
        styles = [span.style for span in line.spans if not isinstance(span.style, str)]
        assert len(styles) == len(line.spans)
        assert all(not style.link and set(style.meta) <= {LINK} for style in styles)


def test_a_link_keeps_its_target_on_the_page() -> None:
    assert [metas(line) for line in wrap_blocks([text_block(record_span("Ann", "ann"), " says", label=record_span("c1", "c1"))], 40)] == [
        [RecordLink("c1"), RecordLink("ann")]
    ]


def test_a_link_that_wraps_leads_there_from_every_line() -> None:
    assert [metas(line) for line in wrap_blocks([text_block(record_span("one two", "ann"))], 8)] == [[RecordLink("ann")]]
    assert [metas(line) for line in wrap_blocks([text_block(record_span("once again", "ann"))], 8)] == [
        [RecordLink("ann")],
        [RecordLink("ann")],
    ]


def test_a_blank_block_is_a_blank_line() -> None:
    assert painted([text_block("a"), BLANK, text_block("b")], 20) == "a\n\nb"


def test_emphasis_needs_no_colour() -> None:
    assert all(style.color is None and style.bgcolor is None for style in EMPHASIS.values())
    assert not emphasis("no such role")


def test_a_line_of_parts_is_one_line() -> None:
    assert to_text([Span("a"), Span(" b", "strong")]).plain == "a b"
