"""The desk: everything has a home, and every step can be taken back."""

from __future__ import annotations

import pytest

from store.briefing import Briefing
from store.library import Library
from store.memory import Memory
from store.notes import Notes
from tests.sample import whole
from tests.tui.reader import reading
from tui.desk import Desk
from tui.panes import PANES

HOMES = {
    "ann": "Companies",
    "s01": "Strategies",
    "r01": "Recommendations",
    "c001": "Claims",
    "e01": "Timeline",
    "l01": "Map",
    "p1": "Article",
    "q01": "Overview",
    "bridges": "Overview",
    "no such thing": "Overview",
}


@pytest.mark.parametrize(("identity", "title"), HOMES.items())
def test_everything_has_a_home(notes: Notes, identity: str, title: str) -> None:
    assert title == PANES[Desk(Briefing(whole()), notes, Memory()).home_of(identity)].TITLE


def test_a_note_is_at_home_among_the_notes(notes: Notes) -> None:
    note = notes.add("c001", "Really?")
    desk = Desk(Briefing(whole()), notes, Memory())
    assert note and desk.is_note(note.id)
    assert PANES[desk.home_of(note.id)].TITLE == "Notes"


async def test_a_pane_is_made_when_it_is_first_looked_at(library: Library) -> None:
    async with reading(library) as reader:
        assert len(reader.browser.query("Pane")) == 1
        await reader.press("5", "1", "5")
        assert len(reader.browser.query("Pane")) == 2


async def test_a_tab_opens_where_it_was_left(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "j", "2", "5")
        assert reader.at == "c002"


async def test_coming_back_finds_the_same_link_chosen(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.press("enter", "tab", "enter", "backspace")
        await reader.settle()
        assert (reader.tab, reader.at) == ("Timeline", "e01")
        assert reader.pane.card.link == "p1"


async def test_the_tab_that_is_open_already_is_no_step(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "5", "5", "backspace")
        assert reader.tab == "Overview"


async def test_forward_is_forgotten_by_going_elsewhere(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "backspace", "2", "alt+right")
        assert reader.tab == "Companies"


async def test_back_brings_back_how_a_pane_showed_what_it_has(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("w", "w")
        assert (reader.pane.view, reader.ids) == ("predictions", ["c002"])
        await reader.browser.desk.go("c001")
        assert reader.pane.view == "list"
        await reader.press("backspace")
        assert (reader.pane.view, reader.at) == ("predictions", "c002")
        await reader.press("alt+right")
        assert (reader.pane.view, reader.at) == ("list", "c001")


async def test_back_brings_back_the_kind_of_actors_that_was_listed(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("2", "right")
        assert reader.ids == ["bob"]
        await reader.browser.desk.go("ann")
        assert set(reader.ids) == {"ann", "bob"}
        await reader.press("backspace")
        assert reader.ids == ["bob"]
