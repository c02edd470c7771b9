"""Partial dates drawn: a span holds its ends, what is open has an arrow, and what is far has its year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.partial_date import date_range, date_sort_key
from tests.store.model.test_partial_date import DATES
from tui.render.charts.axis import TimeRange, column, side_of
from tui.render.charts.date_marks import DAY, DUE, GUIDE, date_mark, draw_mark

WIDTHS = st.integers(min_value=1, max_value=120)
DAYS = st.dates().map(date.toordinal)
WINDOWS = st.tuples(DAYS, DAYS).map(lambda days: TimeRange(min(days), max(days)))
SAID = date(2016, 7, 1).toordinal()
# Twenty years, two columns each.
YEARS = TimeRange(date(2000, 1, 1).toordinal(), date(2019, 12, 31).toordinal())


def line(when: str, said: int = 0, window: TimeRange = YEARS, width: int = 40, guide: int = 0) -> str:
    return "".join(part.text for part in draw_mark(date_mark(when, said), window, width, guide))


@pytest.mark.parametrize(
    ("when", "looks"),
    [
        ("2010-03-01", " " * 20 + "●"),
        ("2010", " " * 20 + "━━"),
        ("2010/2013", " " * 20 + "━━━━━━━━"),
        ("about 2010", " " * 18 + "┄┄┄┄┄┄"),
        ("by 2010", "◀────────────────────┤"),
        ("from 2010", " " * 20 + "├──────────────────▶"),
        ("1980", "◀ 1980"),
        ("by 1980", "◀ 1980"),
        ("about 1980", "◀ 1980"),
        ("from 1980", "◀ 1980 ────────────────────────────────▶"),
        ("2030", " " * 34 + "2030 ▶"),
        ("by 2030", "◀" + "─" * 32 + " 2030 ▶"),
        ("1990/2003", "◀ 1990 ━"),
        ("1990/2030", "◀ 1990 ━━━━━━━━━━━━━━━━━━━━━━━━━━ 2030 ▶"),
    ],
)
def test_a_partial_date_looks_like_what_it_means(when: str, looks: str) -> None:
    assert line(when).rstrip() == looks


@pytest.mark.parametrize(
    ("when", "looks"),
    [
        ("by 2017", " " * 32 + "┄┄┄◇"),
        ("2018", " " * 36 + "┄◇"),
        ("2018-03-01", " " * 36 + "◇"),
        ("from 2018", " " * 36 + "◇┄┄▶"),
        ("by 2030", " " * 32 + "┄ 2030 ▶"),
        ("by 1980", "◀ 1980"),
    ],
)
def test_a_prediction_runs_from_when_it_was_made_to_when_it_falls_due(when: str, looks: str) -> None:
    assert line(when, SAID).rstrip() == looks


@given(when=DATES, said=st.sampled_from([0, SAID]), window=WINDOWS, width=WIDTHS, guide=st.sampled_from([0, SAID]))
def test_every_mark_is_exactly_as_wide_as_the_axis_and_can_be_seen(when: str, said: int, window: TimeRange, width: int, guide: int) -> None:
    shown = line(when, said, window, width, guide)
    assert len(shown) == width
    assert shown.replace(GUIDE, " ").strip()


@given(when=DATES, window=WINDOWS, width=WIDTHS)
def test_a_span_reaches_both_its_ends(when: str, window: TimeRange, width: int) -> None:
    shown = line(when, 0, window, width)
    first, last = (day.toordinal() for day in date_range(when))
    if side_of(first, window) and side_of(first, window) == side_of(last, window):
        return
    assert shown[column(first, window, width)] != " " or side_of(first, window)
    assert shown[column(last, window, width)] != " " or side_of(last, window)


@given(one=DATES, other=DATES, width=WIDTHS)
def test_the_same_days_are_drawn_alike(one: str, other: str, width: int) -> None:
    window = TimeRange(1, date.max.toordinal())
    if date_mark(one) == date_mark(other):
        assert line(one, 0, window, width) == line(other, 0, window, width)
    assert line(one, 0, window, width) == line(one, 0, window, width)


@given(days=st.tuples(st.dates(), st.dates()), width=WIDTHS)
def test_of_two_days_the_later_is_drawn_no_further_left(days: tuple[date, date], width: int) -> None:
    window = TimeRange(1, date.max.toordinal())
    earlier, later = (line(f"{day:%Y-%m-%d}".zfill(10), 0, window, width) for day in sorted(days))
    assert earlier.index(DAY) <= later.index(DAY)


@given(dates=st.lists(DATES, max_size=20))
def test_marks_are_in_the_order_of_their_dates(dates: list[str]) -> None:
    assert [date_mark(when).order for when in sorted(dates, key=date_sort_key)] == sorted(date_mark(when).order for when in dates)


def test_the_guide_goes_through_where_no_mark_is() -> None:
    assert line("2010", guide=SAID).index(GUIDE) == column(SAID, YEARS, 40)
    assert GUIDE not in line("2016", guide=SAID)
    assert GUIDE not in line("2010", guide=date(1980, 1, 1).toordinal())


def test_what_is_foretold_has_a_sign_of_its_own() -> None:
    assert DUE in line("by 2018", SAID)
    assert DUE not in line("by 2018")
