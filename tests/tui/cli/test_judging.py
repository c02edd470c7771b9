"""Judging at a shell: verdicts with their history, what a recommendation rests on, and what falls with a claim."""

from __future__ import annotations

import json
from typing import Any

Briefing = Any


def test_a_verdict_is_kept_with_its_reason_and_history(briefing: Briefing) -> None:
    assert briefing("verdict", "c001").out == "c001: no verdict yet\n"
    briefing("verdict", "c001", "agree", "--confidence", "60")
    said = briefing("verdict", "c001", "disagree", "--because", "one anecdote")
    assert [line.split("  ")[2] for line in said.out.splitlines()] == ["agree (60 %)", "disagree because one anecdote"]


def test_signs_are_short_for_verdicts(briefing: Briefing) -> None:
    assert "strongly-disagree" in briefing("verdict", "c001", "--", "--").out
    assert "disagree" in briefing("verdict", "c001", "-").out


def test_a_wrong_word_is_refused_with_the_right_ones(briefing: Briefing) -> None:
    said = briefing("verdict", "c001", "agre")
    assert (said.code, said.out) == (1, "")
    assert "agree" in said.err


def test_an_actor_is_not_judged(briefing: Briefing) -> None:
    said = briefing("verdict", "ann", "agree")
    assert said.code == 1
    assert "cannot be judged" in said.err


def test_a_recommendation_is_traced_to_its_weakest_link(briefing: Briefing) -> None:
    said = briefing("trace", "r01")
    assert said.code == 0
    assert said.out.startswith("weakest")
    assert "Because" in said.out


def test_without_its_reasons_a_recommendation_falls(briefing: Briefing) -> None:
    because = json.loads(briefing("show", "r01", "--json").out)["because"]
    options = [word for identity in because for word in ("--without", identity)]
    answer = json.loads(briefing("trace", "r01", *options, "--json").out)
    assert answer["lose_all"] == ["r01"]
    assert not answer["stands"]


def test_claims_i_disagree_with_count_as_rejected(briefing: Briefing) -> None:
    for identity in json.loads(briefing("show", "r01", "--json").out)["because"]:
        briefing("verdict", identity, "strongly-disagree")
    assert not json.loads(briefing("trace", "r01", "--json").out)["stands"]


def test_only_claims_can_be_done_without(briefing: Briefing) -> None:
    said = briefing("trace", "r01", "--without", "ann")
    assert said.code == 1
    assert "no claim" in said.err


def test_an_actor_rests_on_nothing(briefing: Briefing) -> None:
    assert "rests on nothing" in briefing("trace", "ann").err
