"""Companies: the cast, one kind at a time or all of them."""

from __future__ import annotations

import pytest

from store.library import Library
from store.words import ActorKind
from tests.sample import actor, whole
from tests.tui.reader import reading
from tui.panes.companies import _KINDS

KINDS: tuple[ActorKind, ...] = ("company", "operator", "platform", "project", "person", "group", "institution")


@pytest.fixture
def cast(library: Library) -> Library:
    """`bridges` with an actor of each kind, called as its kind, besides Ann and Bob."""
    library.add(whole(actors=(*whole().actors, *(actor(id=kind, name=kind.title(), kind=kind) for kind in KINDS))))
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


async def test_the_card_tells_who_they_are_and_what_they_say(library: Library) -> None:
    async with reading(library, at="ann") as reader:
        for words in ("Annie", "李安", "An engineer.", "She argues.", "Says · 2"):
            assert words in reader.card
