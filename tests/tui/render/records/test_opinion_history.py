"""What I thought is told in the order in which I thought it, and a change of mind as what it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.annotations.notes import Notes
from store.model.briefing import Briefing
from store.opinions.analysis import OpinionAnalysis
from tests.support.sample import claim, whole
from tests.support.sessions import opinions_on
from tui.render.records.opinion_history import describe_change, history_blocks, opinion_changes
from tui.render.text.blocks import to_plain_text

BOOK = Briefing(whole())


def days() -> Callable[[], datetime]:
    """Return a day later each time."""
    passed = iter(range(100))
    return lambda: datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(days=next(passed))


@pytest.fixture
def mine(tmp_path: Path) -> OpinionAnalysis:
    return opinions_on(BOOK, Notes(tmp_path / "notes.jsonl", days()))


def told(mine: OpinionAnalysis, target: str) -> list[str]:
    return [describe_change(change) for change in opinion_changes(mine, target)]


def test_a_change_of_mind_says_from_what_to_what_and_why(mine: OpinionAnalysis) -> None:
    mine.verdicts.give(claim(), "agree", "sounds right", 60)
    mine.verdicts.give(claim(), "disagree", "one anecdote")
    assert told(mine, "c001") == [
        "my verdict on 2026-11-22: agree, 60 % sure, because sounds right",
        "changed my mind on 2026-11-23: from agree to disagree, because one anecdote",
    ]


def test_the_same_word_again_is_no_change_of_mind(mine: OpinionAnalysis) -> None:
    mine.verdicts.give(claim(), "agree")
    mine.verdicts.give(claim(), "agree", "read it twice")
    assert told(mine, "c001")[1] == "thought again on 2026-11-23: still agree, because read it twice"


def test_grades_probabilities_and_outcomes_are_told_among_them_in_time(mine: OpinionAnalysis) -> None:
    foretold = BOOK.claim("c002")
    mine.estimates.give(foretold, 30)
    mine.grades.give(foretold, "B2")
    mine.estimates.give(foretold, 60)
    mine.resolutions.give(foretold, "yes", "Counted.")
    mine.grades.give(foretold, "3", "on second thoughts")
    assert told(mine, "c002") == [
        "my probability on 2026-11-22: 30 %",
        "my grade on 2026-11-23: B2",
        "changed my probability on 2026-11-24: from 30 % to 60 %",
        "how it came out, as I saw it on 2026-11-25: yes: Counted.",
        "changed my grade on 2026-11-26: from B2 to 3, because on second thoughts",
    ]
    assert to_plain_text(history_blocks(opinion_changes(mine, "c002"))).splitlines()[0].startswith("· changed my grade")


def test_of_what_was_not_judged_nothing_is_told(mine: OpinionAnalysis) -> None:
    assert told(mine, "c001") == []
