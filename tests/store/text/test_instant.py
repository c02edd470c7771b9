"""Times are compared as moments, whatever their UTC offsets; an unreadable one has a fixed place."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.instant import UNREADABLE, instant_of, parse_instant

# Each list is in order of time, though not in order of its characters.
IN_ORDER = {
    "time zones": ["2026-03-01T09:00:00+09:00", "2026-03-01T08:30:00+00:00", "2026-03-01T04:00:00-05:00"],
    "the repeated hour of autumn": ["2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00", "2026-10-25T02:50:00+01:00"],
    "another day": ["2026-01-02T00:10:00+14:00", "2026-01-01T23:00:00-10:00"],
    "Z, no offset, fractions": ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5", "2026-01-01T01:00:01+01:00"],
    "a date alone": ["2025-12-31T23:59:59Z", "2026-01-01", "2026-01-01T00:00:01+00:00"],
    "before 1970": ["1969-12-31T23:00:00+00:00", "1970-01-01T00:30:00+01:00", "1970-01-01T00:00:00Z"],
}


@pytest.mark.parametrize("times", IN_ORDER.values(), ids=IN_ORDER)
def test_moments_are_in_order(times: list[str]) -> None:
    for earlier, later in pairwise(map(instant_of, times)):
        assert earlier < later


def test_the_same_moment_is_equal_in_every_time_zone() -> None:
    assert instant_of("2026-01-01T12:00:00+00:00") == instant_of("2026-01-01T13:00:00+01:00") == instant_of("2026-01-01T12:00:00Z")


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "\0", "٢٠٢٦"])
def test_an_unreadable_time_sorts_before_all_others(text: str) -> None:
    assert parse_instant(text) is None
    assert instant_of(text) == UNREADABLE < instant_of("0001-01-02")


@given(st.text())
def test_only_an_unreadable_time_has_no_instant(text: str) -> None:
    assert (instant_of(text) == UNREADABLE) is (parse_instant(text) is None)


@given(st.datetimes(timezones=st.timezones()), st.datetimes(timezones=st.timezones()))
def test_the_order_is_that_of_aware_datetimes(one: datetime, other: datetime) -> None:
    moments = [parse_instant(moment.isoformat()) for moment in (one, other)]
    if None not in moments:
        # Python compares by the wall clock where both have one time zone; an offset in text is what counts here.
        assert moments == [datetime.fromisoformat(moment.isoformat()) for moment in (one, other)]
