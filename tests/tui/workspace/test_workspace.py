"""The desk: everything has a home, and every step can be taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.annotations.notes import Notes
from store.annotations.reading_progress import ReadingProgress
from store.library.library import Library
from store.model.briefing import Briefing
from store.session import Session
from tests.support.reader import reading
from tests.support.sample import claim, whole
from tui.panes.base import Pane
from tui.panes.claims import Claims
from tui.panes.registry import PANES
from tui.panes.strategies import Strategies
from tui.workspace.workspace import Workspace

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
    assert title == PANES[Workspace(Session(Briefing(whole()), notes), ReadingProgress()).pane_for(identity)].title


def test_a_note_is_at_home_among_the_notes(notes: Notes) -> None:
    note = notes.add("c001", "Really?")
    desk = Workspace(Session(Briefing(whole()), notes), ReadingProgress())
    assert note and desk.is_note(note.id)
    assert PANES[desk.pane_for(note.id)].title == "Notes"


async def test_a_pane_is_made_when_it_is_first_looked_at(library: Library) -> None:
    async with reading(library) as reader:
        assert len(reader.main_screen.query("Pane")) == 1
        await reader.press("5", "1", "5")
        assert len(reader.main_screen.query("Pane")) == 2


async def test_a_tab_opens_where_it_was_left(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "j", "2", "5")
        assert reader.at == "c002"


async def test_coming_back_finds_the_same_link_chosen(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.press("enter", "tab", "enter", "backspace")
        await reader.settle()
        assert (reader.tab, reader.at) == ("Timeline", "e01")
        assert reader.pane.card.linked_id == "p1"


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
        await reader.main_screen.workspace.go_to("c001")
        assert reader.pane.view == "list"
        await reader.press("backspace")
        assert (reader.pane.view, reader.at) == ("predictions", "c002")
        await reader.press("alt+right")
        assert (reader.pane.view, reader.at) == ("list", "c001")


async def test_back_brings_back_the_kind_of_actors_that_was_listed(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("2", "right")
        assert reader.ids == ["bob"]
        await reader.main_screen.workspace.go_to("ann")
        assert set(reader.ids) == {"ann", "bob"}
        await reader.press("backspace")
        assert reader.ids == ["bob"]


class Fills:
    """Counts how often panes are filled with items, by title, from now on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.counts: Counter[str] = Counter()
        for kind in (Pane, Claims, Strategies):
            monkeypatch.setattr(kind, "fill", self._counted(kind.fill))

    def _counted(self, fill: Callable[..., None]) -> Callable[..., None]:
        def counted(pane: Pane, at: str = "") -> None:
            self.counts[pane.TITLE] += 1
            fill(pane, at)

        return counted


@pytest.mark.slow
async def test_a_hidden_pane_is_filled_when_it_is_shown_and_not_at_each_save(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.notes("bridges").add("c001", "Before.")
    async with reading(library, at="c001") as reader:
        for number in "12345678":  # filtered lists, and lists that depend on notes, would be filled anew
            await reader.press(number, "f")
            await reader.paste("mine:none or -xyzzy")
            await reader.press("enter")
        await reader.press("9", "5")
        fills = Fills(monkeypatch)
        for words in ("One.", "Two."):
            await reader.write(words)
        library.notes("bridges").add("c002", "Three.")
        reader.main_screen._poll()
        await reader.settle()
        assert set(fills.counts) <= {"Claims"}
        await reader.press("9")
        assert fills.counts["Notes"] == 1
        assert [note.body for note in reader.record_list.items] == ["Three.", "Two.", "One.", "Before."]
        await reader.press("8")
        assert fills.counts["Article"] == 1
        await reader.press("9", "8")
        assert (fills.counts["Notes"], fills.counts["Article"]) == (1, 1)


async def test_a_hidden_pane_shows_what_was_changed_in_another_pane(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"uncontested:yes", "enter", "j")
        assert (reader.ids, reader.at) == (["c001", "c003"], "c003")
        await reader.press("8", "1")
        library.notes("bridges").add("c001", "Not so.")
        reader.main_screen._poll()
        await reader.press("5")
        await reader.settle()
        assert (reader.ids, reader.at) == (["c003"], "c003")
        assert "c003" in reader.card


def small(library: Library) -> Library:
    """Return a briefing whose second claim has a card that does not fit on the screen, with links at its top and bottom."""
    long = " ".join(f"Word{number}." for number in range(900))
    claims = (
        claim(id="c001", text="First."),
        claim(id="c002", text="Second.", evidence_note=long, supports=("c001", "c003"), opposes=("c004",)),
        claim(id="c003", text="Third."),
        claim(id="c004", text="Fourth."),
    )
    library.install(replace(whole(), claims=claims, recommendations=(), strategies=(), questions=(), events=(), relations=()))
    return library


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
async def test_back_within_a_pane_restores_the_chosen_link_and_the_scroll_position(library: Library, size: tuple[int, int]) -> None:
    async with reading(small(library), at="c002", size=size) as reader:
        await reader.press("enter")
        card = reader.pane.card
        for _ in range(20):
            if card.linked_id in ("c003", "c004"):
                break
            await reader.press("tab")
        await reader.press("down", "down", "down")
        before = (reader.at, card.linked_id, card.at, card.scroll_y, card.has_focus)
        assert card.scroll_y > 0
        await reader.press("enter")
        assert (reader.tab, reader.at, card.scroll_y) == ("Claims", before[1], 0)
        await reader.press("backspace")
        await reader.settle()
        assert (reader.at, card.linked_id, card.at, card.scroll_y, card.has_focus) == before
        await reader.press("alt+right", "backspace")
        await reader.settle()
        assert (reader.at, card.linked_id, card.at, card.scroll_y, card.has_focus) == before
