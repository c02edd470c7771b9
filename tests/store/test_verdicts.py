"""Verdicts: one in force, the earlier ones kept, in the words of STIX, safe beside the notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.clean import normalize_body
from store.errors import ReadOnly, Refused
from store.notes import Notes
from store.verdict import Verdict
from store.verdicts import AGREEMENTS, Verdicts, agreement_named
from tests.sample import actor, claim, recommendation

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
Opened = Callable[[], Verdicts]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Opens the verdicts in one file, as many times as asked."""
    return lambda: Verdicts(Notes(tmp_path / "notes.jsonl", lambda: NOON))


def test_the_last_verdict_is_in_force_and_the_earlier_ones_are_kept(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree", "sounds right", 60)
    verdicts.give(claim(), "disagree", "the figures say otherwise")
    for known in (verdicts, opened()):
        assert [(verdict.agreement, verdict.because) for verdict in known.history("c001")] == [
            ("agree", "sounds right"),
            ("disagree", "the figures say otherwise"),
        ]
        assert known.of("c001") == known.history("c001")[-1]
        assert known.rejected() == {"c001"}


def test_what_was_not_judged_has_no_verdict(opened: Opened) -> None:
    assert (opened().of("c001"), opened().history("c001"), opened().all()) == (None, (), ())


def test_a_verdict_taken_back_was_never_given(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts.withdraw(verdicts.give(claim(), "disagree"))
    assert [verdict.agreement for verdict in opened().history("c001")] == ["agree"]


@pytest.mark.parametrize(("word", "meant"), [("++", "strongly-agree"), ("-", "disagree"), ("0", "neutral"), ("AGREE", "agree")])
def test_short_words_are_understood(word: str, meant: str) -> None:
    assert agreement_named(word) == meant


def test_a_wrong_word_is_refused_with_the_nearest(opened: Opened) -> None:
    with pytest.raises(Refused, match="agree"):
        opened().give(claim(), "agre")
    assert opened().all() == ()


def test_an_actor_cannot_be_judged(opened: Opened) -> None:
    with pytest.raises(Refused, match="ann cannot be judged"):
        opened().give(actor(), "agree")


@pytest.mark.parametrize("confidence", [-1, 101])
def test_a_confidence_is_a_percentage(opened: Opened, confidence: int) -> None:
    with pytest.raises(Refused, match="0 to 100"):
        opened().give(claim(), "agree", confidence=confidence)


def test_recommendations_are_judged_too(opened: Opened) -> None:
    assert opened().give(recommendation(), "+").target == "r01"


def test_what_cannot_be_written_is_not_judged(opened: Opened) -> None:
    verdicts = opened()
    verdicts._notes.problem = "This place cannot be written."
    with pytest.raises(ReadOnly, match="cannot be written"):
        verdicts.give(claim(), "agree")


def test_two_windows_lose_no_verdict(opened: Opened) -> None:
    one, other = opened(), opened()
    one.give(claim(), "agree")
    other.give(claim(), "disagree")
    one._notes.refresh()
    assert [verdict.agreement for verdict in one.history("c001")] == ["agree", "disagree"]


def test_a_verdict_nobody_understands_is_passed_over(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts._table.update({"agreement": "perhaps"})
    assert opened().of("c001") is None


def test_a_verdict_that_lies_where_another_belongs_is_passed_over(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts._table.update({"target": "c002"})
    assert (opened().of("c002"), opened().unreadable()) == (None, ("c001.1",))


def test_a_verdict_beside_one_that_nobody_understands_leaves_it_as_it_is(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts._table.update({"agreement": "perhaps"})
    given = verdicts.give(claim(), "disagree")
    assert (opened().of("c001"), opened().unreadable()) == (given, ("c001.1",))


def test_an_import_leaves_a_verdict_that_nobody_understands_as_it_is(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts._table.update({"agreement": "perhaps"})
    before = verdicts._table.get(doc_id="c001.1")
    brought = Verdict(target="c001", agreement="disagree", at="2026-01-01T00:00:00+00:00", number=1)
    assert verdicts.merge([brought]) == 1
    assert opened()._table.get(doc_id="c001.1") == before
    assert [verdict.agreement for verdict in opened().history("c001")] == ["disagree"]


@given(because=st.text(max_size=30), agreement=st.sampled_from(AGREEMENTS), confidence=st.none() | st.integers(0, 100))
def test_every_verdict_is_there_in_the_next_run(
    tmp_path_factory: pytest.TempPathFactory, because: str, agreement: str, confidence: int | None
) -> None:
    path = tmp_path_factory.mktemp("verdicts") / "notes.jsonl"
    given = Verdicts(Notes(path, lambda: NOON)).give(claim(), agreement, because, confidence)
    assert Verdicts(Notes(path, lambda: NOON)).all() == (given,)
    assert given.because == normalize_body(because)
