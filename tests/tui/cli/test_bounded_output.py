"""The output of `trace`, `check` and `import` is bounded, whatever the briefing says."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from store.errors import MOST_LISTED
from store.library.library import Library
from tests.support import sample
from tests.support.outside import command
from tests.tui.cli.conftest import Briefing

WRONG = 30_000


@pytest.fixture
def mutual(library: Library) -> Library:
    """`bridges` with 178 claims, each supported by all others, and a recommendation that names them all."""
    ids = [f"c{number:03}" for number in range(1, 179)]
    claims = tuple(sample.claim(id=name, supports=tuple(other for other in ids if other != name)) for name in ids)
    advice = (sample.recommendation(because=tuple(ids[:3])), sample.recommendation(id="r02", because=tuple(ids)))
    library.install(sample.briefing(claims=claims, recommendations=advice, version=2))
    return library


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Return a file in which one claim names 30,000 claims that do not exist."""
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(sample.tree(claims=[sample.raw(sample.claim(), supports=[f"x{number}" for number in range(WRONG)])])))
    return path


@pytest.mark.parametrize("identity", ["r01", "r02", "c001"])
def test_claims_that_all_support_each_other_are_traced_in_one_page(mutual: Library, briefing: Briefing, identity: str) -> None:
    start = time.perf_counter()
    said = briefing("trace", identity)
    answer = briefing("trace", identity, "--json")
    assert time.perf_counter() - start < 3  # seconds for both; unbounded, the second takes ten
    assert (said.code, answer.code) == (0, 0)
    assert len(said.out.splitlines()) < 2_500
    assert len(answer.out) < 4_000_000
    assert ("169 more supporting claims, not listed" in said.out) == identity.startswith("r")
    assert ('"more": 169' in answer.out) == identity.startswith("r")
    assert "rests on 169 more claims" in briefing("show", "r01", "--plain").out


def test_every_claim_of_a_bounded_trace_is_still_followed_once(mutual: Library, briefing: Briefing) -> None:
    waiting, followed = list(briefing("trace", "r01", "--json").json["rests_on"]), []
    while waiting:
        step = waiting.pop()
        followed += [step["id"]] if "because" in step else []
        waiting += step.get("because", ())
    assert len(followed) == len({*followed}) == 178


def test_check_lists_the_first_problems_and_their_number(library: Library, wrong: Path) -> None:
    said = command("check", str(wrong))
    assert said.returncode == 1
    assert len(said.stdout.splitlines()) == MOST_LISTED
    assert said.stderr == "30,000 problems; 29,900 more problems are not listed.\n"


def test_check_in_json_has_the_same_columns_and_a_last_row_with_the_number(briefing: Briefing, wrong: Path) -> None:
    rows = briefing("check", str(wrong), "--json").json
    assert len(rows) == MOST_LISTED + 1
    assert {tuple(row) for row in rows} == {("file", "place", "what", "remedy")}
    assert rows[-1]["what"] == "29,900 more problems are not listed"


def test_an_import_lists_no_more_problems_than_check(briefing: Briefing, wrong: Path) -> None:
    lines = briefing("import", str(wrong)).err.splitlines()
    listed = [line for line in lines if line.startswith("  ")]
    assert (len(listed), listed[-1]) == (MOST_LISTED + 1, "  29,900 more problems are not listed")
    assert sum("has 30,000 problems; the first: " in line for line in lines) == 1


def test_exactly_as_many_problems_as_are_listed_leave_no_rest(briefing: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(sample.tree() | {f"zz{number}": 1 for number in range(MOST_LISTED)}))
    said = briefing("check", str(path))
    assert (len(said.out.splitlines()), said.err) == (MOST_LISTED, "100 problems.\n")


def test_a_remedy_is_looked_for_only_where_it_may_be_listed(briefing: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(sample.tree() | {f"titel{number}": 1 for number in range(50_000)}))
    start = time.perf_counter()
    assert "50,000 problems" in briefing("check", str(path)).err
    assert time.perf_counter() - start < 6  # seconds; a remedy for each takes half a minute
