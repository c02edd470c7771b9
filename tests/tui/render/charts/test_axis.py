"""The time axis is to scale: later is never further left, nothing falls off, and one far date does not squash the rest."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.charts.axis import (
    AFTER,
    BEFORE,
    SOURCE,
    TICK,
    TimeRange,
    centred_on,
    column,
    default_range,
    full_range,
    labels,
    ruler,
    side_of,
    ticks,
    zoom_in,
)

DAYS = st.dates().map(date.toordinal)
WINDOWS = st.tuples(DAYS, DAYS).map(lambda days: TimeRange(min(days), max(days)))
WIDTHS = st.integers(min_value=1, max_value=200)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def years(window: TimeRange) -> tuple[int, int]:
    return date.fromordinal(window.first).year, date.fromordinal(window.last).year


@given(one=DAYS, other=DAYS, window=WINDOWS, width=WIDTHS)
def test_a_later_day_is_never_further_left(one: int, other: int, window: TimeRange, width: int) -> None:
    earlier, later = sorted((one, other))
    assert column(earlier, window, width) <= column(later, window, width)


@given(day=DAYS, window=WINDOWS, width=WIDTHS)
def test_every_day_has_a_place_on_the_axis(day: int, window: TimeRange, width: int) -> None:
    assert 0 <= column(day, window, width) < width


@given(window=WINDOWS, width=WIDTHS)
def test_the_first_day_is_at_the_left_and_the_last_at_the_right(window: TimeRange, width: int) -> None:
    assert column(window.first, window, width) == 0
    assert column(window.last, window, width) == width - 1 or window.days < width


@given(window=WINDOWS, width=WIDTHS, share=st.floats(min_value=0, max_value=1))
def test_the_scale_is_linear(window: TimeRange, width: int, share: float) -> None:
    within = window.first + int(share * (window.days - 1))
    assert abs(column(within, window, width) - (within - window.first) / window.days * width) <= 1


@given(days=st.lists(DAYS, min_size=1, max_size=30))
def test_the_whole_window_shows_every_day_and_the_usual_one_lies_within(days: list[int]) -> None:
    window = full_range(days)
    assert all(not side_of(day, window) for day in days)
    assert window.first <= default_range(days).first <= default_range(days).last <= window.last


@given(days=st.lists(DAYS, min_size=1, max_size=30))
def test_the_usual_window_shows_at_least_the_middle_half(days: list[int]) -> None:
    window = default_range(days)
    assert sum(1 for day in days if not side_of(day, window)) * 2 >= len(days)


def test_one_far_date_does_not_squash_the_rest() -> None:
    days = [day("1999-05-01"), *(day(f"{year}-{month:02}-01") for year in (2014, 2015, 2016) for month in range(1, 8))]
    assert years(default_range(days)) == (2014, 2016)
    assert years(full_range(days)) == (1999, 2016)


def test_dates_that_are_spread_evenly_are_all_shown() -> None:
    days = [day(f"{year}-06-01") for year in range(1900, 2020, 10)]
    assert default_range(days) == full_range(days)


@given(window=WINDOWS, centre=DAYS)
def test_closer_is_half_of_it_and_shows_the_day_that_was_shown(window: TimeRange, centre: int) -> None:
    half = zoom_in(window, centre)
    assert window.first <= half.first <= half.last <= window.last
    assert half == window or half.days == window.days // 2
    assert side_of(centre, half) == side_of(centre, window)


@given(window=WINDOWS, width=WIDTHS)
def test_ticks_are_within_the_window_and_their_labels_do_not_touch(window: TimeRange, width: int) -> None:
    found = ticks(window, width)
    assert all(not side_of(tick.day, window) for tick in found)
    places = [column(tick.day, window, width) for tick in found]
    assert all(after - before > len(found[0].label) for before, after in pairwise(places))


@pytest.mark.parametrize(("first", "last"), [("2014-01-01", "2016-12-31"), ("1900-01-01", "2020-12-31"), ("2016-01-01", "2016-12-31")])
def test_a_usual_axis_names_at_least_two_years_or_months(first: str, last: str) -> None:
    assert len(ticks(TimeRange(day(first), day(last)), 40)) >= 2


@given(window=WINDOWS, width=WIDTHS, source=DAYS)
def test_labels_and_ruler_are_as_wide_as_the_axis_and_the_source_is_on_it(window: TimeRange, width: int, source: int) -> None:
    line = labels(window, width, source)
    assert len(line) == len(ruler(window, width)) == width
    assert line[column(source, window, width)] == (side_of(source, window) or SOURCE)


def test_a_label_stands_above_its_tick() -> None:
    window = TimeRange(day("2014-01-01"), day("2017-12-31"))
    line, below = labels(window, 40, day("2014-09-01")), ruler(window, 40)
    for year in ("2015", "2016", "2017"):
        assert below[line.index(year)] == TICK
    assert line.count(SOURCE) == 1


def test_an_arrow_tells_on_which_side_a_day_is() -> None:
    window = TimeRange(day("2014-01-01"), day("2017-12-31"))
    assert [side_of(day(text), window) for text in ("2013-12-31", "2014-01-01", "2018-01-01")] == [BEFORE, "", AFTER]


@given(first=st.integers(1, 3_000_000), days=st.integers(1, 600_000), day=st.integers(1, 3_650_000))
def test_going_along_keeps_the_scale_and_shows_the_day(first: int, days: int, day: int) -> None:
    window = centred_on(TimeRange(first, first + days - 1), day)
    assert window.days == days
    assert window.first <= day <= window.last
