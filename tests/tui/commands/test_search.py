"""Finding: everything is searched, and n and N go through what was found."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import NARROW, Reader, reading
from tests.support.sample import claim, whole


async def test_a_search_goes_to_the_best_match(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("slash", *"double", "enter")
        assert (reader.tab, reader.at) == ("Claims", "c002")


async def test_matches_are_shown_while_they_are_typed(library: Library) -> None:
    async with reading(library, size=NARROW) as reader:
        await reader.press("slash", *"van")
        assert reader.dialog == "SearchDialog"
        assert "c003" in reader.shown
        assert "Tolls will vanish." in reader.shown


async def test_the_arrows_choose_a_match(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("slash", *"tolls", "down", "enter")
        second = reader.at
        await reader.press("slash", *"tolls", "enter")
        assert reader.at != second


async def test_n_and_shift_n_go_from_match_to_match_and_round(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("slash", *"tolls", "enter")
        first = reader.at
        await reader.press("n")
        assert reader.at != first
        await reader.press("N")
        assert reader.at == first
        await reader.press("N", "n")
        assert reader.at == first


async def test_notes_are_found_as_soon_as_they_are_written(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("Zanzibar")
        await reader.press("1", "slash", *"zanz", "enter")
        assert reader.tab == "Notes"
        assert "Zanzibar" in reader.card


async def test_chinese_is_found(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("slash")
        await reader.paste("李安")
        await reader.press("enter")
        assert reader.at == "ann"


async def test_what_is_nowhere_is_said_to_be_nowhere(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("slash", *"xyzzy")
        assert "No matches for xyzzy" in reader.shown
        await reader.press("enter")
        assert reader.tab == "Overview"


async def test_leaving_a_search_changes_nothing(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("slash", *"vanish", "escape")
        assert (reader.dialog, reader.at) == ("", "c002")


async def test_before_any_search_n_says_so(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("n")
        assert "No search yet. Press / to search." in reader.told


async def test_backspace_returns_from_a_match(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("slash", *"vanish", "enter", "backspace")
        assert reader.at == "c001"


@pytest.mark.slow
async def test_no_search_words_are_too_strange(library: Library) -> None:
    async with reading(library) as reader:
        for words in ('"', "'", "a* OR (", "NEAR/2", "[/nope]", "-", "\u202e", "%", "阿" * 300):
            await reader.press("slash")
            await reader.paste(words)
            await reader.press("enter", "escape")
        assert reader.app.is_running


def marked(reader: Reader) -> list[str]:
    """Return the words that are marked in the card, beside its scrollbar."""
    card = reader.pane.card
    found = []
    for y, strip in enumerate(reader.strips):
        x = 0
        for text, style, _ in strip:
            if text.strip(" ▁▂▃▄▅▆▇") and style and style.reverse and card.region.contains(x, y):
                found.append(text)
            x += len(text)
    return found


async def test_after_a_find_the_words_are_marked_in_the_card_and_with_the_next_match_there(library: Library) -> None:
    async with reading(library) as reader:
        assert marked(reader) == []
        await reader.press("slash", *"TOLL", "enter")
        await reader.settle()
        assert "Tolls" in marked(reader)
        first = reader.at
        await reader.press("n")
        await reader.settle()
        assert reader.at != first
        assert {words.casefold() for words in marked(reader)} <= {"tolls", "toll"}
        assert marked(reader)


async def test_where_one_goes_from_a_match_nothing_is_marked_any_more(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("slash", *"double", "enter")
        await reader.settle()
        assert marked(reader) == ["double"]
        await reader.press("j", "k")
        assert marked(reader) == []


async def test_the_match_is_scrolled_to(library: Library) -> None:
    long = claim(id="c009", text="Long. " * 400 + "Zanzibar.")
    library.install(whole(claims=(*whole().claims, long), version=2))
    async with reading(library, size=NARROW) as reader:
        await reader.press("slash", *"zanzibar", "enter")
        await reader.settle()
        assert "Zanzibar" in marked(reader)


async def test_typing_on_keeps_the_best_match_chosen(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("slash", *"to", "enter")
        best = reader.at
        await reader.press("1", "slash", *"tolls", "enter")
        assert reader.at == best


async def test_n_says_which_match_of_how_many_it_is(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("slash", *"tolls", "enter", "n")
        assert reader.told[-1].startswith("Match 2 of ")
