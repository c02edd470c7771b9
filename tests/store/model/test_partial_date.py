"""Partial dates mean a span of days, stand in order, and read as people say them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.partial_date import date_range, date_sort_key, describe_date

WORDS = ["", "by ", "from ", "about "]
DATES = st.builds(lambda how, day: f"{how}{day.isoformat()}", st.sampled_from(WORDS), st.dates(date(2, 1, 1), date(9998, 1, 1)))


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-02-03", date(2016, 2, 3), date(2016, 2, 3)),
        ("2012/2016-05", date(2012, 1, 1), date(2016, 5, 31)),
        ("by 2016-07", date.min, date(2016, 7, 31)),
        ("from 2012", date(2012, 1, 1), date.max),
        ("about 2008", date(2007, 1, 1), date(2009, 12, 28)),
    ],
)
def test_a_partial_date_means_a_span_of_days(when: str, first: date, last: date) -> None:
    assert date_range(when) == (first, last)


@pytest.mark.parametrize("when", ["", "soon", "16", "2016-13", "2016-02-30", "2016/2012", "before 2016", "2016\n", "0000", "about 9999"])
def test_what_no_calendar_has_is_refused(when: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        date_range(when)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2016", "2016"),
        ("2016-07", "July 2016"),
        ("2016-07-04", "4 July 2016"),
        ("by 2016-07", "by July 2016"),
        ("2012/2016-05", "2012 to May 2016"),
        ("about 2008", "about 2008"),
        ("soon", "soon"),
    ],
)
def test_a_date_reads_as_people_say_it(when: str, words: str) -> None:
    assert describe_date(when) == words


def test_dates_stand_in_the_order_in_which_they_begin() -> None:
    dates = ["2014", "2014-05", "by 2014-06", "from 2015", "2016", "no date"]
    shuffled = dates[3:] + dates[:3]
    assert sorted(shuffled, key=date_sort_key) == dates


@given(DATES)
def test_a_span_never_ends_before_it_begins(when: str) -> None:
    first, last = date_range(when)
    assert first <= last
