"""Sessions: everything that is derived belongs to one open briefing."""

from __future__ import annotations

from pathlib import Path

from store.annotations.notes import Notes
from store.model.briefing import Briefing
from store.session import Session
from tests.conftest import Clock
from tests.support.sample import briefing, claim, recommendation


def session(path: Path, clock: Clock, *claim_ids: str) -> Session:
    """Return a session on a briefing whose one recommendation rests on these claims."""
    file = briefing(claims=tuple(claim(id=claim_id) for claim_id in claim_ids), recommendations=(recommendation(because=claim_ids),))
    return Session(Briefing(file), Notes(path, clock))


def test_two_briefings_in_one_process_do_not_affect_each_other(tmp_path: Path, clock: Clock) -> None:
    one = session(tmp_path / "one.jsonl", clock, "c001", "c002")
    two = session(tmp_path / "two.jsonl", clock, "c001")
    one.opinions.verdicts.give(claim(), "disagree")
    assert (one.opinions.impact().status("r01"), two.opinions.impact().status("r01")) == ("shaken", "stands")
    assert [len(each.argument.graph.reasons["r01"]) for each in (one, two)] == [2, 1]


def test_one_briefing_with_two_sets_of_notes_has_two_sets_of_opinions(tmp_path: Path, clock: Clock) -> None:
    one, two = (session(tmp_path / f"{name}.jsonl", clock, "c001") for name in ("one", "two"))
    one.opinions.verdicts.give(claim(), "disagree")
    assert (one.opinions.impact().status("r01"), two.opinions.impact().status("r01")) == ("falls", "stands")


def test_a_what_if_does_not_outlive_the_call(tmp_path: Path, clock: Clock) -> None:
    opened = session(tmp_path / "notes.jsonl", clock, "c001")
    assert opened.opinions.impact(frozenset({"c001"})).status("r01") == "falls"
    assert opened.opinions.impact().status("r01") == "stands"


def test_the_analysis_is_computed_once_per_session(tmp_path: Path, clock: Clock) -> None:
    opened = session(tmp_path / "notes.jsonl", clock, "c001")
    assert opened.argument.graph is opened.argument.graph
    assert opened.opinions.impact() is opened.opinions.impact()
