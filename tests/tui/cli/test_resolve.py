"""Predictions at a shell: how probable, how they came out, and what that scores."""

from __future__ import annotations

import pytest

from tests.tui.cli.conftest import Briefing


def test_a_probability_then_an_outcome_are_kept_with_their_history(briefing: Briefing) -> None:
    assert "Brier: nothing has come out yet" in briefing("resolve", "c002").out
    briefing("resolve", "c002", "--probability", "30")
    briefing("resolve", "c002", "--probability", "60")
    said = briefing("resolve", "c002", "no", "--evidence", "They fell.")
    assert said.code == 0
    assert "✎ outcome      no  They fell." in said.out
    assert "Brier: the article 1.00 over 1, you 0.36 over 1" in said.out
    found = briefing("resolve", "c002", "--json").json
    assert [one["probability"] for one in found["probabilities"]] == [30, 60]
    assert (found["outcome"], found["outcome_by"], found["outcome_because"]) == ("no", "me", "They fell.")
    assert found["brier"] == {"article": 1.0, "mine": pytest.approx(0.36)}


def test_both_may_be_given_at_once_and_an_answer_taken_back(briefing: Briefing) -> None:
    assert briefing("resolve", "c002", "partly", "--probability", "50", "--json").json["brier"]["mine"] == 0
    found = briefing("resolve", "c002", "open", "--json").json
    assert (found["outcome"], found["outcome_by"]) == ("open", None)
    assert [one["outcome"] for one in found["resolutions"]] == ["partly", "open"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("c002", "yess"), 2, "Did you mean yes?"),
        (("c001", "yes"), 1, "c001 is no prediction"),
        (("c002", "--probability", "101"), 2, "0 to 100"),
        (("c002", "--evidence", "They fell."), 2, "Evidence is of an outcome"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(briefing: Briefing, words: tuple[str, ...], code: int, told: str) -> None:
    said = briefing("resolve", *words)
    assert (said.code, said.out) == (code, "")
    assert told in said.err
    assert briefing("resolve", "c002", "--json").json["probabilities"] == []


def test_a_wrong_outcome_keeps_no_probability_either(briefing: Briefing) -> None:
    assert briefing("resolve", "c002", "maybe", "--probability", "20").code == 2
    assert briefing("resolve", "c002", "--json").json["probabilities"] == []


def test_the_predictions_are_a_table_with_horizon_test_and_due_date(briefing: Briefing) -> None:
    briefing("resolve", "c002", "yes", "--probability", "80")
    said = briefing("table", "predictions")
    for words in ("c002", "✎ yes", "80 %", "2026", "Tolls will double.", "Ten years.", "Count the tolls."):
        assert words in said.out
    assert "Brier: the article 0.00 over 1, you 0.04 over 1" in said.err
    (row,) = briefing("table", "predictions", "--json").json
    assert (row["id"], row["forecast"]["due"], row["prediction"]["outcome"]) == ("c002", "2026", "yes")
    assert row["prediction"]["brier_of_all"]["mine"] == {"brier": pytest.approx(0.04), "of": 1}
    assert '"c002"' in briefing("table", "predictions", "--csv").out


def test_predictions_are_filtered_by_what_i_did(briefing: Briefing) -> None:
    assert briefing("table", "predictions", "--where", "mine:estimated").out == ""
    briefing("resolve", "c002", "void", "--probability", "80")
    for words in ("mine:estimated", "mine:resolved"):
        assert briefing("table", "claims", "--where", words).out.startswith("c002")


def uncontested(briefing: Briefing, words: str = "uncontested:yes") -> list[str]:
    return [claim["id"] for claim in briefing("table", "claims", "--where", words, "--json").json]


def test_uncontested_claims_are_filtered_and_a_note_contests(briefing: Briefing) -> None:
    assert uncontested(briefing) == ["c001", "c003"]
    briefing("note", "add", "c001", "Not so.")
    assert uncontested(briefing) == ["c003"]
    assert uncontested(briefing, "uncontested:no") == uncontested(briefing, "-uncontested:yes") == ["c001", "c002"]


def test_the_removed_table_of_unanswered_claims_names_the_filter(briefing: Briefing) -> None:
    result = briefing("table", "unanswered", "--json")
    assert (result.code, result.out) == (2, "")
    assert "Unknown table unanswered (removed in 0.2); use table claims --where uncontested:yes." in " ".join(result.err.split())
