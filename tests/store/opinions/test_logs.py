"""Verdicts: one in force, the earlier ones kept, in the words of STIX, safe beside the notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tinydb.table import Document

from store.annotations.notes import Notes
from store.errors import InvalidInputError, InvalidValueError, ReadOnlyError
from store.model.opinion import Verdict
from store.opinions.logs import AGREEMENTS, VerdictLog, parse_agreement, parse_percent
from store.text.sanitize import normalize_body
from tests.support.sample import actor, claim, recommendation

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
Opened = Callable[[], VerdictLog]


def stored(log: VerdictLog, id_: str) -> Any:
    """Return the stored document with this id; TinyDB types ids as int."""
    table: Any = log._table
    return table.get(doc_id=id_)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Open the verdicts in one file, as many times as asked."""
    return lambda: VerdictLog(Notes(tmp_path / "notes.jsonl", lambda: NOON))


def test_the_last_verdict_is_in_force_and_the_earlier_ones_are_kept(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree", "sounds right", 60)
    verdicts.give(claim(), "disagree", "the figures say otherwise")
    for known in (verdicts, opened()):
        assert [(verdict.agreement, verdict.because) for verdict in known.history("c001")] == [
            ("agree", "sounds right"),
            ("disagree", "the figures say otherwise"),
        ]
        assert known.current("c001") == known.history("c001")[-1]
        assert known.rejected() == {"c001"}


def test_what_was_not_judged_has_no_verdict(opened: Opened) -> None:
    assert (opened().current("c001"), opened().history("c001"), opened().all()) == (None, (), ())


def test_a_verdict_that_is_removed_was_never_given(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts.give(claim(), "disagree")
    verdicts.remove(["c001"])
    assert [verdict.agreement for verdict in opened().history("c001")] == ["agree"]


class Conversions:
    """Counts the documents that are converted to opinions."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        convert = msgspec.convert

        def counted(*arguments: Any, **options: Any) -> Any:
            self.count += 1
            return convert(*arguments, **options)

        monkeypatch.setattr("store.opinions.opinion_log.msgspec.convert", counted)


@pytest.mark.parametrize("size", [50, 200])
def test_an_import_reads_each_opinion_a_fixed_number_of_times(opened: Opened, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    brought = [Verdict(target=f"c{number}", agreement="agree", at="2026", number=1) for number in range(size)]
    verdicts, conversions = opened(), Conversions(monkeypatch)
    verdicts._notes.add("c001", "The first save writes a line for each document.")
    assert verdicts.merge(brought) == size
    assert len(verdicts.all()) == size
    assert verdicts.merge([replace(one, at="2027") for one in brought]) == size
    assert conversions.count <= 4 * size
    assert verdicts._notes.journal.path.read_bytes().count(b"\n") == 4


@pytest.mark.parametrize("size", [50, 200])
def test_one_verdict_on_many_records_is_one_transaction_and_reads_each_opinion_a_fixed_number_of_times(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    verdicts, conversions = opened(), Conversions(monkeypatch)
    verdicts._notes.add("c001", "The first save writes a line for each document.")
    claims = [claim(id=f"c{number}") for number in range(size)]
    assert len(verdicts.give_all(claims, "agree")) == size
    verdicts.give_all(claims, "disagree")
    assert {len(verdicts.history(one.id)) for one in claims} == {2}
    assert conversions.count <= 4 * size
    assert verdicts._notes.journal.path.read_bytes().count(b"\n") == 4


def test_of_many_verdicts_none_is_stored_if_one_is_refused(opened: Opened) -> None:
    with pytest.raises(InvalidInputError, match="ann"):
        opened().give_all([claim(), actor()], "agree")
    assert opened().all() == ()


def test_an_import_leaves_no_second_copy_of_an_opinion_it_renumbers(opened: Opened) -> None:
    verdicts = opened()
    given = verdicts.give(claim(), "agree")
    document = stored(verdicts, "c001.1")
    table: Any = verdicts._table  # TinyDB types ids as int
    table.remove(doc_ids=["c001.1"])
    table.insert(Document({**document, "number": 7}, doc_id=cast(Any, "c001.7")))
    brought = Verdict(target="c001", agreement="disagree", at="2026-01-01T00:00:00+00:00", number=1)
    assert verdicts.merge([brought]) == 1
    assert opened().history("c001") == (brought, replace(given, number=2))


@pytest.mark.parametrize(("word", "meant"), [("++", "strongly-agree"), ("-", "disagree"), ("0", "neutral"), ("AGREE", "agree")])
def test_short_words_are_understood(word: str, meant: str) -> None:
    assert parse_agreement(word) == meant


def test_a_wrong_word_is_refused_with_the_nearest(opened: Opened) -> None:
    with pytest.raises(InvalidInputError, match="agree"):
        opened().give(claim(), "agre")
    assert opened().all() == ()


def test_an_actor_cannot_be_judged(opened: Opened) -> None:
    with pytest.raises(InvalidInputError, match="ann cannot be judged"):
        opened().give(actor(), "agree")


@pytest.mark.parametrize("confidence", [-1, 101])
def test_a_confidence_is_a_percentage(opened: Opened, confidence: int) -> None:
    with pytest.raises(InvalidInputError, match="0 to 100"):
        opened().give(claim(), "agree", confidence=confidence)


def test_recommendations_are_judged_too(opened: Opened) -> None:
    assert opened().give(recommendation(), "+").target == "r01"


def test_what_cannot_be_written_is_not_judged(opened: Opened) -> None:
    verdicts = opened()
    verdicts._notes.problem = "This place cannot be written."
    with pytest.raises(ReadOnlyError, match="cannot be written"):
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
    assert opened().current("c001") is None


def test_a_verdict_that_lies_where_another_belongs_is_passed_over(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts._table.update({"target": "c002"})
    assert (opened().current("c002"), opened().unreadable()) == (None, ("c001.1",))


def test_a_verdict_beside_one_that_nobody_understands_leaves_it_as_it_is(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts._table.update({"agreement": "perhaps"})
    given = verdicts.give(claim(), "disagree")
    assert (opened().current("c001"), opened().unreadable()) == (given, ("c001.1",))


def test_an_import_leaves_a_verdict_that_nobody_understands_as_it_is(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    verdicts._table.update({"agreement": "perhaps"})
    before = stored(verdicts, "c001.1")
    brought = Verdict(target="c001", agreement="disagree", at="2026-01-01T00:00:00+00:00", number=1)
    assert verdicts.merge([brought]) == 1
    assert stored(opened(), "c001.1") == before
    assert [verdict.agreement for verdict in opened().history("c001")] == ["disagree"]


def test_imported_verdicts_are_placed_by_time_and_not_by_characters(opened: Opened) -> None:
    verdicts = opened()
    verdicts.give(claim(), "agree")
    for hour in ("2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+02:00"):
        verdicts.merge([Verdict(target="c001", agreement="disagree", at=hour, number=1)])
    assert [verdict.at[11:] for verdict in opened().history("c001")] == ["02:30:00+02:00", "02:10:00+01:00", "12:00:00+00:00"]


@given(because=st.text(max_size=30), agreement=st.sampled_from(AGREEMENTS), confidence=st.none() | st.integers(0, 100))
def test_every_verdict_is_there_in_the_next_run(
    tmp_path_factory: pytest.TempPathFactory, because: str, agreement: str, confidence: int | None
) -> None:
    path = tmp_path_factory.mktemp("verdicts") / "notes.jsonl"
    given = VerdictLog(Notes(path, lambda: NOON)).give(claim(), agreement, because, confidence)
    assert VerdictLog(Notes(path, lambda: NOON)).all() == (given,)
    assert given.because == normalize_body(because)


@pytest.mark.parametrize(("text", "percent"), [("", None), (" 0 ", 0), ("80%", 80), ("100", 100), ("7 %", 7)])
def test_a_percentage_is_read_as_people_type_it(text: str, percent: int | None) -> None:
    assert parse_percent("confidence", text) == percent


@pytest.mark.parametrize("text", ["101", "-1", "1e2", "٣", "0000", "8 0", "all"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="confidence is a number from 0 to 100"):
        parse_percent("confidence", text)


def test_opinions_are_read_in_the_order_of_their_numbers(opened: Opened) -> None:
    verdicts = opened()
    first = verdicts.give(claim(), "agree")
    second = verdicts.give(claim(), "disagree")
    table: Any = verdicts._table
    with verdicts._notes.journal.transaction():
        table.remove(doc_ids=["c001.1"])
        table.insert(Document(msgspec.to_builtins(first), doc_id=cast(Any, "c001.1")))
    assert opened().history("c001") == (first, second)
    assert opened().current("c001") == second
