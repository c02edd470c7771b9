"""The Timeline: events and predictions in the order of time, on an axis or as a list, with the card below."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.library.library import Library
from store.model.records import Claim, Event
from tests.support.reader import reading
from tests.support.sample import claim, prediction, source, two_voices, whole

DATES = {
    "e-about": "about 2008",
    "e-by": "by 2016-07",
    "e-from": "from 2012",
    "e-span": "2012/2016",
    "e-year": "2014",
    "e-month": "2014-05",
}


def event(identity: str, date: str) -> Event:
    return Event(id=identity, text=f"What {identity} tells.", date=date, basis="Printed.", actors=("ann",), paragraphs=(1,))


def foretold(identity: str, due: str, horizon: str = "Ten years.") -> Claim:
    """Return a prediction that falls due then, or, without a date, cannot be checked."""
    made = prediction(id=identity, text=f"What {identity} foretells.")
    assert made.forecast
    unable = "" if due else "No date is given."
    return replace(made, forecast=replace(made.forecast, due=due or None, horizon=horizon, uncheckable=unable))


@pytest.fixture
def dated(library: Library) -> Library:
    """`bridges` with an event for every kind of partial date, and three predictions."""
    events = tuple(event(identity, date) for identity, date in DATES.items())
    claims = (claim(), foretold("c-never", "", "Some day."), foretold("c-late", "by 2020-07"), foretold("c-mid", "2015"))
    library.install(
        whole(events=events, claims=claims, questions=(), recommendations=(), strategies=(), relations=(), source=source(date="2016-07"))
    )
    return library


ORDER = ["e-about", "e-span", "e-from", "e-year", "e-month", "c-mid", "e-by", "c-late", "c-never"]


async def test_events_and_predictions_stand_in_the_order_of_time_and_the_undated_last(dated: Library) -> None:
    async with reading(dated) as reader:
        await reader.press("6")
        assert reader.ids == ORDER


@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (60, 20)])
async def test_every_kind_of_date_is_drawn_as_what_it_means(dated: Library, size: tuple[int, int]) -> None:
    drawn = {
        "e-about": "┄",
        "e-from": "▶",
        "e-span": "━━",
        "e-year": "━",
        "e-month": "━",
        "e-by": "◀",
        "c-late": "◇",
        "c-never": "Some day",
    }
    async with reading(dated, size=size) as reader:
        for identity, sign in drawn.items():
            await reader.press("6")
            reader.pane.show(identity)
            await reader.settle()
            line = next(line for line in reader.shown.split("\n") if line.startswith("▌"))
            assert sign in line, identity
            assert f"What {identity}"[:14] in line


async def test_predictions_are_told_from_events_by_a_sign_and_say_where_they_have_no_date(dated: Library) -> None:
    async with reading(dated) as reader:
        await reader.press("6")
        lines = {identity: next(line for line in reader.shown.split("\n") if f"What {identity}" in line) for identity in ORDER}
        assert [identity for identity in ORDER if "»" in lines[identity]] == ["c-mid", "c-late", "c-never"]
        assert "no date" in lines["c-never"]
        assert "by July 2020" in lines["c-late"]


async def test_the_axis_names_years_and_the_day_of_the_article(dated: Library) -> None:
    async with reading(dated) as reader:
        await reader.press("6")
        assert "▼ article, July 2016  ◇ due: reviewer" in reader.shown
        assert "2010" in reader.shown
        assert "┊" in reader.shown


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_cursor_goes_from_event_to_event_with_the_card_below(dated: Library, size: tuple[int, int]) -> None:
    async with reading(dated, size=size) as reader:
        await reader.press("6")
        for identity in ORDER:
            assert reader.at == identity
            assert f"What {identity} " in reader.card
            await reader.press("j")
        assert reader.pane.card.region.y > reader.record_list.region.bottom - 1
        assert reader.record_list.region.width == size[0]


async def test_w_shows_the_same_as_a_plain_list_and_back_with_the_cursor_where_it_was(dated: Library) -> None:
    async with reading(dated) as reader:
        await reader.press("6", "j", "j", "w")
        assert (reader.ids, reader.at) == (ORDER, "e-from")
        assert "┊" not in reader.shown
        assert "» by July 2020" in reader.shown
        assert reader.pane.card.region.y == reader.record_list.region.y
        await reader.press("j", "w")
        assert (reader.ids, reader.at) == (ORDER, "e-year")
        assert "┊" in reader.shown


async def test_a_date_too_long_for_the_list_keeps_its_year(dated: Library) -> None:
    dated.install(
        whole(events=(event("e-long", "2014-09-12/2015-11-30"),), claims=(*whole().claims, foretold("c-long", "by 2016-12-31")), version=2)
    )
    async with reading(dated) as reader:
        await reader.press("6", "w")
        assert "2014-09-12/2015-11-30" in reader.shown
        assert "» by 31 December 2016" in reader.shown


async def test_a_filter_leaves_its_events_on_an_axis_of_their_own(dated: Library) -> None:
    async with reading(dated) as reader:
        await reader.press("6")
        reader.pane.filter("e-year")
        await reader.settle()
        assert reader.ids == ["e-year"]
        assert "1 of 9" in reader.shown
        reader.pane.filter("")
        assert reader.ids == ORDER


async def test_a_far_date_is_an_arrow_with_its_year_until_one_looks_from_further_away(dated: Library) -> None:
    events = tuple(event(f"e{number:02}", f"2014-{number % 12 + 1:02}") for number in range(20))
    dated.install(whole(events=(event("e-far", "1999"), *events), version=2))
    async with reading(dated) as reader:
        await reader.press("6")
        assert "◀ 1999" in reader.shown
        await reader.press("left")
        assert "◀ 1999" not in reader.shown


async def test_a_link_from_a_card_leads_to_the_event(dated: Library) -> None:
    async with reading(dated, at="e-month") as reader:
        assert (reader.tab, reader.at) == ("Timeline", "e-month")


async def test_a_timeline_without_events_says_so(library: Library) -> None:
    library.install(whole(events=(), claims=(claim(),), recommendations=(), questions=(), strategies=()))
    async with reading(library) as reader:
        await reader.press("6", "w", "right", "w", "j", "right")
        assert "There are no events in this briefing." in reader.card


@pytest.mark.parametrize("view", ["axis", "list"])
async def test_what_the_reviewer_adds_has_the_reviewers_sign_before_it(library: Library, view: str) -> None:
    library.install(two_voices())
    async with reading(library, size=(120, 40)) as reader:
        await reader.press("6", *["w"] * (view == "list"))
        assert "◆ The bridge falls." in reader.shown
        assert "◆ A bridge opens." not in reader.shown
