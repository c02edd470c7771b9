"""A note as blocks and as a line: what is not plain is said, and nothing is said twice."""

from __future__ import annotations

import pytest

from store.model.briefing import Briefing
from store.model.note import NoteLink, Quote
from tests.support.hostile import KEPT, STRINGS
from tests.support.sample import note, whole
from tui.render.records.notes import earlier_blocks, note_blocks, note_context, note_line, version_blocks
from tui.render.text.blocks import to_plain_text
from tui.render.text.links import RecordLink

QUOTED = note(target="p1", body="Is it?", quote=Quote(exact="a promise"), tags=("law",), motivation="questioning", status="done")
LINKED = note(body="contradicts c003", motivation="linking", link=NoteLink(word="contradicts", id="c003"))


def test_a_plain_comment_says_when_and_what() -> None:
    assert to_plain_text(note_blocks(note(), "c001")) == "n-aaaaaa  2026-01-02 03:04\n  Really?"


def test_kind_status_tags_and_quote_are_told() -> None:
    assert note_context(QUOTED) == "  2026-01-02 03:04  question, done  #law"
    assert to_plain_text(note_blocks(QUOTED, "p1")).endswith("  ¶ “a promise”\n  Is it?")
    assert note_line(QUOTED) == "Is it?  “a promise”  #law"


def test_a_link_leads_to_the_other_record_and_says_what_that_is() -> None:
    for at, other, words in (("c001", "c003", "Tolls will vanish."), ("c003", "c001", "Bridges pay.")):
        blocks = note_blocks(LINKED, at, Briefing(whole()))
        assert to_plain_text(blocks).endswith(f"  c001 contradicts c003  {words}")
        assert [part.link for part in blocks[1].spans if part.link] == [RecordLink(other)]


@pytest.mark.parametrize("mine", [note(body="a promise", quote=Quote(exact="a promise")), LINKED])
def test_what_only_quotes_or_links_is_not_said_twice(mine: object) -> None:
    for text in (to_plain_text(note_blocks(mine, "")), to_plain_text(version_blocks(mine)), note_line(mine)):  # type: ignore[arg-type]
        assert text.count("promise") + text.count("contradicts") == 1


def test_earlier_versions_come_last_first() -> None:
    told = to_plain_text(earlier_blocks((note(body="One."), note(body="Two.", revision=2))))
    assert told.index("Two.") < told.index("One.")
    assert earlier_blocks(()) == ()


@pytest.mark.parametrize("name", KEPT)
def test_hostile_words_are_words(name: str) -> None:
    mine = note(
        body=STRINGS[name], tags=(STRINGS[name],), quote=Quote(exact=STRINGS[name]), link=NoteLink(word="supports", id=STRINGS[name])
    )
    assert all(
        isinstance(text, str) for text in (to_plain_text(note_blocks(mine, "c001")), to_plain_text(version_blocks(mine)), note_line(mine))
    )
