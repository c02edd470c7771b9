"""The first page: what this is, how solid it is, and what is mine."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.annotations.notes import Notes
from store.argument.analysis import ArgumentAnalysis
from store.model.briefing import Briefing
from store.model.note import Note
from tests.support.hostile import filled
from tests.support.sample import note, source, whole
from tests.support.sessions import render_context
from tui.render.records.overview import overview_blocks, reader_blocks
from tui.render.text.blocks import to_plain_text
from tui.render.text.links import RecordLink
from tui.render.text.rich_text import wrap_blocks

BOOK = Briefing(whole())


def test_the_overview_has_every_word_about_the_source(notes: Notes) -> None:
    told = source(title="Spans", translator="bob", original_language="Chinese")
    page = to_plain_text(overview_blocks(render_context(Briefing(whole(source=told)), notes)))
    for words in ("Spans", "Ann Lee", "July 2016", "English", "Chinese", "Bob", "By example.", "5 words", "Printed.", *told.thesis):
        assert words in page


def test_the_overview_counts_claims_by_kind_evidence_and_grade(notes: Notes) -> None:
    page = to_plain_text(overview_blocks(render_context(BOOK, notes)))
    for words in ("3 claims by kind", "~ opinion", "» prediction", "example", "C3", "C4"):
        assert words in page


def test_the_overview_names_the_weakest_links(notes: Notes) -> None:
    assert [claim.id for claim in ArgumentAnalysis(BOOK).weakest_claims] == ["c002"]
    assert "c002" in to_plain_text(overview_blocks(render_context(BOOK, notes)))


def test_the_overview_tells_how_far_i_have_come(notes: Notes) -> None:
    assert "no notes yet" in to_plain_text(overview_blocks(render_context(BOOK, notes)))
    notes.add("c001", "Really?")
    notes.add("c001", "Yes.")
    assert "2 notes on 1 records" in to_plain_text(overview_blocks(render_context(BOOK, notes))).replace("1 record\n", "1 records\n")


def test_a_briefing_without_claims_has_an_overview(notes: Notes) -> None:
    bare = whole(claims=(), strategies=(), recommendations=(), questions=())
    assert to_plain_text(overview_blocks(render_context(Briefing(bare), notes)))


@given(words=st.text(min_size=1, max_size=200))
def test_no_text_is_too_strange_for_the_overview(notes: Notes, words: str) -> None:
    assert wrap_blocks(overview_blocks(render_context(Briefing(filled(whole(), words)), notes)), 60)


def test_the_bars_fit_the_narrowest_card(notes: Notes) -> None:
    assert max(cell_len(line.plain) for line in wrap_blocks(overview_blocks(render_context(BOOK, notes)), 38)) <= 38


def test_my_notes_are_listed_each_a_link_to_itself() -> None:
    blocks = reader_blocks((note(tags=("legal",)),), "c001")
    assert "Really?" in to_plain_text(blocks)
    assert "#legal" in to_plain_text(blocks)
    assert RecordLink("n-aaaaaa") in {part.link for block in blocks for part in block.spans}


def test_where_i_wrote_nothing_it_says_how_to() -> None:
    none: tuple[Note, ...] = ()
    assert "on c001: i writes one" in to_plain_text(reader_blocks(none, "c001", key="i"))
