"""What falls is told in words: all of its support, or some; and that nothing does."""

from __future__ import annotations

from store.argument.analysis import ArgumentAnalysis
from store.model.briefing import Briefing
from tests.support.sample import briefing, claim, recommendation
from tui.render.records.impact import impact_blocks
from tui.render.text.blocks import to_plain_text

BOOK = Briefing(briefing(claims=(claim(), claim(id="c002"), claim(id="c003")), recommendations=(recommendation(because=("c001", "c002")),)))


def told(*rejected: str) -> str:
    return to_plain_text(impact_blocks(ArgumentAnalysis(BOOK).impact(rejected)))


def test_nothing_is_said_where_nothing_is_rejected() -> None:
    assert told() == ""


def test_some_and_all_are_told_apart_by_words() -> None:
    assert "loses some of its support" in told("c001")
    assert "loses all of its support" in told("c001", "c002")


def test_a_claim_that_holds_nothing_up_is_said_to() -> None:
    assert "Nothing rests on it." in told("c003")
