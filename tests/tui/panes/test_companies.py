"""Companies: the cast, one kind at a time or all of them."""

from __future__ import annotations

import re

import pytest

from assets import BRIEFINGS
from store.annotations.reading_progress import ReadingProgress
from store.library.library import Library
from store.model.briefing import Briefing
from store.model.vocabulary import ActorKind
from store.search.list_filter import ListFilter
from store.session import Session
from tests.support.reader import reading
from tests.support.sample import actor, whole
from tests.support.sessions import render_context
from tui.panes.companies import _KINDS
from tui.render.records.card import card_blocks
from tui.render.records.columns import COLUMNS, row
from tui.render.text.blocks import to_plain_text

KINDS: tuple[ActorKind, ...] = ("company", "operator", "platform", "project", "person", "group", "institution")


@pytest.fixture
def cast(library: Library) -> Library:
    """`bridges` with an actor of each kind, called as its kind, besides Ann and Bob."""
    library.install(whole(actors=(*whole().actors, *(actor(id=kind, name=kind.title(), kind=kind) for kind in KINDS))))
    return library


async def test_everybody_is_listed_those_most_spoken_of_first(cast: Library) -> None:
    async with reading(cast) as reader:
        await reader.press("2")
        assert reader.ids[:2] == ["ann", "bob"]
        assert set(reader.ids) == {"ann", "bob", *KINDS}


async def test_right_and_left_go_through_the_kinds_and_round(cast: Library) -> None:
    async with reading(cast) as reader:
        await reader.press("2")
        seen = []
        for _ in _KINDS:
            await reader.press("right")
            seen.append(set(reader.ids))
        assert seen[:3] == [{"bob", "company"}, {"operator"}, {"platform"}]
        assert seen[5] == {"group", "institution"}
        assert seen[6] == {"ann", "bob", *KINDS}
        await reader.press("left")
        assert set(reader.ids) == {"group", "institution"}


async def test_the_kind_and_how_many_there_are_stand_above(cast: Library) -> None:
    async with reading(cast) as reader:
        await reader.press("2", "right")
        assert "companies" in reader.shown
        assert "2 of 9" in reader.shown


async def test_every_kind_of_actor_is_in_one_of_the_lists() -> None:
    assert {kind for name, kinds in _KINDS.items() if name != "all" for kind in kinds} == set(KINDS) == set(_KINDS["all"])


async def test_a_kind_that_nobody_is_of_says_so(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("2", "right", "right")
        assert reader.ids == []
        assert "There are no operators in this briefing." in reader.card


@pytest.fixture
def shipped(library: Library) -> Briefing:
    """Return the shipped briefing."""
    library.install_bundled(BRIEFINGS)
    return library.open("alibaba-overseas")


def test_list_card_and_filter_count_the_same_claims_of_every_actor(shipped: Briefing, library: Library) -> None:
    """An actor is also named by recommendations and questions, which are no claims."""
    notes = library.notes(shipped.id)
    filtering = ListFilter(Session(shipped, notes), ReadingProgress())
    names = [column.name for column in COLUMNS["actors"]]
    for member in shipped.file.actors:
        cells = row(COLUMNS["actors"], render_context(shipped, notes), member)
        text = to_plain_text(card_blocks(render_context(shipped, notes), member))
        for column, heading, field in (("says", "Says", "speaker"), ("of it", "Is spoken of", "about")):
            listed = int(cells[names.index(column)].text.strip() or 0)
            shown = re.search(rf"^{heading} · (\d+)$", text, re.MULTILINE)
            assert listed == (int(shown[1]) if shown else 0), (member.id, heading)
            if listed:
                assert listed == filtering.check(shipped.file.claims, f"{field}:{member.id}"), (member.id, field)


async def test_the_card_tells_who_they_are_and_what_they_say(library: Library) -> None:
    async with reading(library, at="ann") as reader:
        for words in ("Annie", "李安", "An engineer.", "She argues.", "Says · 2"):
            assert words in reader.card
