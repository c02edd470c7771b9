"""The benchmark can run: every room of it once, on the smallest sizes. How fast anything is, no test decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.bench import Row, exports, judging, keys, letters, moving, saving, startup
from tests.tools.bench.gate import find_regressions, median_ratios
from tests.tools.bench.idle import idle


def sound(rows: list[Row]) -> bool:
    return bool(rows) and all(row.ours > 0 and row.ratio > 0 for row in rows)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the programs under measurement live."""
    return tmp_path


def test_starting_can_be_measured(home: Path) -> None:
    assert sound(list(startup.rows(home, 1)))


def test_moving_can_be_measured(home: Path) -> None:
    assert sound(list(moving.rows(home, (20,), 2)))


def test_saving_can_be_measured(home: Path) -> None:
    assert sound(list(saving.rows(home, (3,), 2)))


def test_exports_can_be_measured() -> None:
    assert sound(list(exports.rows(20, 1)))


@pytest.mark.slow
def test_keys_can_be_measured(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "START_SECONDS", 0.2)
    assert sound(list(keys.rows(home, 20, 1)))


def test_letters_can_be_measured(home: Path) -> None:
    assert sound(list(letters.rows(home, (20,))))


@pytest.mark.slow
def test_standing_still_can_be_measured(home: Path) -> None:
    assert "of a core" in idle(home, 0.2)


def test_judging_can_be_measured() -> None:
    assert sound(list(judging.rows(40, 1)))


def test_the_median_of_the_repeats_counts() -> None:
    repeats = [[Row("show", ours, 2.0, "a floor", 0.0)] for ours in (2.0, 20.0, 3.0)]
    assert median_ratios(repeats) == {"show": 1.5}


@pytest.mark.parametrize(("ratio", "is_regression"), [(1.0, False), (1.14, False), (1.16, True), (0.5, False)])
def test_a_ratio_more_than_fifteen_percent_above_its_recorded_value_fails(ratio: float, is_regression: bool) -> None:
    assert bool(find_regressions({"show": ratio}, {"show": 1.0})) is is_regression


def test_a_measurement_that_is_not_recorded_fails() -> None:
    assert find_regressions({"show": 1.0}, {}) == ["show is not recorded: make bench ARGS='--gate --record'"]
