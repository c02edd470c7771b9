"""Trying to do without: x shows at once what would fall, keeps nothing, and ends with x or esc."""

from __future__ import annotations

import pytest

from store.library.library import Library
from store.opinions.logs import VerdictLog
from tests.support.reader import NARROW, reading
from tests.support.sample import claim, recommendation, whole


@pytest.fixture
def argued(library: Library) -> Library:
    """r01 rests on c001 alone, which c002 supports; r02 on c001 and c003."""
    file = whole(recommendations=(recommendation(), recommendation(id="r02", text="Paint them.", because=("c001", "c003"))))
    library.install(file)
    return library


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_x_shows_at_once_what_falls_and_what_is_shaken(argued: Library, size: tuple[int, int]) -> None:
    async with reading(argued, at="c001", size=size) as reader:
        await reader.press("x")
        assert "Without c001" in reader.card
        assert "r01 Build bridges. loses all of its support r02 Paint them. loses some of its support" in reader.card
        assert "trying without c001 · esc ends" in reader.shown.splitlines()[0]
        assert "Without c001: 1 loses all of its support, 1 loses some." in reader.told


async def test_the_recommendations_say_so_too(argued: Library) -> None:
    async with reading(argued, at="r01") as reader:
        assert "✓ stands" in reader.shown
        await reader.press("5", "g", "x", "4")
        assert "✗ falls" in reader.card
        assert "it loses all of its reasons: c001 (trying)" in reader.card
        assert "⊘ taken away" in reader.card
        lines = reader.shown.splitlines()
        assert any("r01" in line and "✗ falls" in line for line in lines)
        assert any("r02" in line and "! shaken" in line for line in lines)


async def test_several_can_be_tried_and_x_takes_one_off_again(argued: Library) -> None:
    async with reading(argued, at="c001") as reader:
        await reader.press("x", "G", "x")
        assert "trying without c001, c003" in reader.shown
        assert "r02 Paint them. loses all of its support" in reader.card
        await reader.press("x")
        assert "trying without c001 ·" in reader.shown


async def test_esc_ends_it_and_nothing_was_kept(argued: Library) -> None:
    async with reading(argued, at="c001") as reader:
        await reader.press("x", "escape")
        assert "trying" not in reader.shown.splitlines()[0]
        assert "Without c001" not in reader.card
        await reader.press("u")
        assert "There is nothing to undo." in reader.told
    assert VerdictLog(argued.notes("bridges")).all() == ()


async def test_from_the_card_of_advice_x_tries_the_claim_whose_link_is_chosen(argued: Library) -> None:
    async with reading(argued, at="r02") as reader:
        await reader.press("enter")
        while reader.pane.card.linked_id != "c003":
            await reader.press("tab")
        await reader.press("x")
        assert "trying without c003" in reader.shown
        assert "it loses 1 of its 2 reasons: c003" in reader.card


async def test_a_claim_that_lost_its_support_says_so(argued: Library) -> None:
    async with reading(argued, at="c002") as reader:
        await reader.press("x", "k")
        assert reader.at == "c001"
        assert "✗ loses all of its support without what you reject" in reader.card


async def test_a_verdict_of_disagreement_shows_what_falls_and_stays(argued: Library) -> None:
    async with reading(argued, at="c001") as reader:
        await reader.press("v", "right", "right", "enter")
        assert "r01 Build bridges. loses all of its support" in reader.card
        await reader.press("4")
        assert "✗ falls" in reader.shown
    async with reading(argued, at="r01") as reader:
        assert "✗ falls" in reader.card


async def test_only_claims_are_tried(argued: Library) -> None:
    async with reading(argued, at="ann") as reader:
        await reader.press("x")
        assert "No claim to exclude here. Select a claim, then press x." in reader.told


async def test_to_disagree_with_advice_breaks_nothing(argued: Library) -> None:
    async with reading(argued, at="r01") as reader:
        await reader.press("v", "right", "right", "enter")
        assert "✓ stands" in reader.card
        line = next(line for line in reader.shown.splitlines() if "r01" in line and "stands" in line)
        assert " -  " in line


@pytest.mark.slow
async def test_filters_know_what_falls(argued: Library) -> None:
    VerdictLog(argued.notes("bridges")).give(claim(), "disagree")
    async with reading(argued, at="r01") as reader:
        for words, ids in (("mine:falls", ["r01"]), ("mine:shaken", ["r02"]), ("-mine:falls", ["r02"])):
            await reader.press("f", *["backspace"] * 12, *words.replace(":", "|").replace("|", ":"), "enter")
            assert reader.ids == ids
