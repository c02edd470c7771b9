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
    assert "strongly-disagree" in briefing("verdict", "c002", "--").out
    assert "strongly-disagree because no" in briefing("verdict", "c003", "--", "--because", "no").out
    assert "agree" in briefing("verdict", "--", "r01", "agree").out
    assert "disagree" in briefing("verdict", "c001", "-").out


def test_a_wrong_word_is_refused_with_the_right_ones(briefing: Briefing) -> None:
    said = briefing("verdict", "c001", "agre")
    assert (said.code, said.out) == (2, "")
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


def test_what_falls_with_a_claim_is_told_from_the_first_line_on(briefing: Briefing) -> None:
    assert briefing("trace", "c001").out.startswith("Without c001\n")


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


def test_my_grade_stands_beside_the_reviewers(briefing: Briefing) -> None:
    said = briefing("verdict", "c001", "--grade", "b2", "--because", "I counted")
    assert said.out.split("  ")[2] == "grade B2 because I counted\n"
    page = briefing("show", "c001").out
    assert "◆ C3 possibly true" in page
    assert "✎ my grade     B2 probably true, from a usually reliable source, because I counted" in page
    assert briefing("show", "c001", "--json").json["my_grade"] == "B2"
    assert briefing("table", "claims", "--where", "mine:graded").out.startswith("c001")


def test_a_wrong_grade_keeps_no_verdict_either(briefing: Briefing) -> None:
    assert briefing("verdict", "c001", "agree", "--grade", "Z9").code == 2
    assert briefing("verdict", "r01", "agree", "--grade", "B2").code == 1
    assert briefing("verdict", "r01", "--json").json == briefing("verdict", "c001", "--json").json == []


def test_a_reason_without_a_verdict_is_a_slip(briefing: Briefing) -> None:
    assert briefing("verdict", "c001", "--because", "one anecdote").code == 2
    assert briefing("verdict", "c001", "--confidence", "60").code == 2


def test_a_verdict_is_seen_where_the_record_is_shown_and_listed(briefing: Briefing) -> None:
    briefing("verdict", "r01", "disagree", "--because", "rust")
    assert "verdict  disagree, because rust" in briefing("show", "r01").out
    assert "my verdict on" in briefing("show", "r01", "--plain").out
    (row,) = briefing("table", "recommendations", "--json").json
    assert (row["my_verdict"], row["my_reason"], row["standing"]) == ("disagree", "rust", "stands")
    assert "\t-" in briefing("table", "recommendations").out
    for words, ids in (("mine:disagree", "r01"), ("mine:agree", ""), ("mine:stands", "r01")):
        assert briefing("table", "recommendations", "--where", words).out.startswith(ids)


def test_the_weakest_link_of_a_recommendation_is_in_words_and_branches_and_paths_have_none(briefing: Briefing) -> None:
    answer = briefing("trace", "r01", "--json").json
    assert answer["weakest_in_words"] == "rests on one uncorroborated example of Bob's, c002, C4"
    assert (answer["weakest"], answer["weakest_grade"]) == ("c002", "C4")
    assert not {"branches", "paths"} & answer.keys()


def test_what_is_done_without_is_marked_in_the_trace(briefing: Briefing) -> None:
    page = briefing("trace", "r01", "--without", "c002").out
    assert "c002 C4 ⊘ taken away" in page
    assert "c001 C3 ✗ falls" in page
    assert "✗ falls  it loses all of its reasons: c001" in page
    assert briefing("verdict", "c002", "--json").json == []
