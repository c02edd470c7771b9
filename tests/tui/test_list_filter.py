"""Filters: the same words as on the command line, on every list; a wrong one hides nothing."""

from __future__ import annotations

import re

import pytest

from store.library.library import Library
from tests.support.reader import reading
from tests.support.sample import actor, claim, whole


async def test_f_filters_the_list_and_esc_shows_all_again(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste("kind:prediction")
        assert "1 of 3" in reader.shown
        await reader.press("enter")
        assert reader.ids == ["c002"]
        assert reader.card
        await reader.press("escape")
        assert len(reader.ids) == 3


async def test_a_unique_abbreviation_of_a_name_filters_and_an_ambiguous_one_names_the_candidates(library: Library) -> None:
    library.install(
        whole(
            actors=(*whole().actors, actor(id="bo-smith", name="Bo Smith")), claims=(*whole().claims, claim(id="c004", speaker="bo-smith"))
        )
    )
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste("speaker:smith")
        assert "1 of 4" in reader.shown
        await reader.press("enter")
        assert reader.ids == ["c004"]
        await reader.press("escape", "f")
        await reader.paste("speaker:bo")
        await reader.press("enter")
        assert "speaker:bo is ambiguous: bo-smith, bob." in reader.shown


@pytest.mark.parametrize("words", ["spe", "kind:opinion spe", "-mar", "kind:pred sta"])
async def test_a_half_typed_field_counts_nothing(library: Library, words: str) -> None:
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste(words)
        assert "…" in reader.shown and " of 3" not in reader.shown


@pytest.mark.parametrize("words", ["toll", "kind:pred", "speaker:a", "grade:C", "kind:opinion vanish", "spe ", '"spe'])
async def test_what_is_counted_while_typing_is_what_enter_shows(library: Library, words: str) -> None:
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste(words)
        counted = re.search(r"(\d+) of 3", reader.shown)
        await reader.press("enter")
        assert (int(counted[1]), reader.dialog) == (len(reader.ids), "") if counted else reader.dialog == "FilterDialog"


async def test_a_filter_in_force_is_seen_and_can_be_changed(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste("-vanish")
        await reader.press("enter")
        assert "-vanish" in reader.shown
        await reader.press("f", "end")
        assert "-vanish" in reader.shown
        await reader.paste(" -double")
        await reader.press("enter")
        assert reader.ids == ["c001"]


async def test_a_wrong_filter_is_explained_and_hides_nothing(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste("kind:predicton")
        await reader.press("enter")
        assert reader.dialog == "FilterDialog"
        assert "prediction" in reader.shown
        await reader.press("escape")
        assert len(reader.ids) == 3


async def test_a_filter_that_lets_nothing_through_says_so(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste("xyzzy")
        await reader.press("enter")
        assert reader.ids == []
        assert reader.card
        await reader.press("enter", "e", "d", "j", "tab")
        assert reader.app.is_running


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 10))
async def test_every_list_can_be_filtered(library: Library, number: int) -> None:
    library.notes("bridges").add("c001", "Mine.")
    async with reading(library) as reader:
        await reader.press(str(number), "f")
        await reader.paste("xyzzy")
        await reader.press("enter")
        assert len(reader.ids) <= 1
        await reader.press("escape")
        assert reader.ids


async def test_following_a_link_to_what_is_filtered_out_shows_it(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste("kind:prediction")
        await reader.press("enter", "slash", *"vanish", "enter")
        assert reader.at == "c003"
        assert "c003" in reader.card


async def test_a_filter_stays_with_its_pane(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "f")
        await reader.paste("kind:prediction")
        await reader.press("enter", "2")
        assert len(reader.ids) == 2
        await reader.press("5")
        assert reader.ids == ["c002"]


async def test_a_filter_longer_than_the_list_is_wide_says_that_it_goes_on(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        reader.pane.filter(" ".join(["-zzz"] * 40))
        await reader.settle()
        caption = next(line for line in reader.shown.splitlines() if "3 of 3" in line)
        assert "-zzz" in caption and "…" in caption
