"""Claims: as a list in the order of the article, and as the tree that they make."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import Reader, reading
from tests.support.sample import briefing, claim
from tests.tools.bench.library import briefing as long_briefing

LINKED = (
    claim(text="Bridges pay."),
    claim(id="c002", text="Tolls pay.", supports=("c001",)),
    claim(id="c003", text="Tolls fall.", opposes=("c001",)),
    claim(id="c004", text="Carts grow.", supports=("c002",), speaker="ann", kind="fact"),
    claim(id="c005", text="Ferries sink.", supports=("c002", "c006")),
    claim(id="c006", text="Ferries wait."),
)


@pytest.fixture
def linked(library: Library) -> Library:
    """Two roots: c001 with a supporter that has two of its own and an opponent, and c006, which shares one of them."""
    library.install(briefing(claims=LINKED))
    return library


def rows(reader: Reader) -> list[str]:
    """Return the claims in sight, indented as they hang together."""
    return [f"{' ' * twig.depth}{twig.sign}{twig.claim.id}" for twig in reader.record_list.items]


async def test_w_shows_what_supports_and_what_opposes(linked: Library) -> None:
    async with reading(linked) as reader:
        await reader.press("5", "w")
        assert rows(reader) == ["c001", " +c002", " −c003", "c006", " +c005"]
        for words in ("supports", "opposes", "▾  Bridges pay.", "▸2 + Tolls pay.", "− Tolls fall."):
            assert words in reader.shown


async def test_right_unfolds_and_then_goes_to_the_first_reason(linked: Library) -> None:
    async with reading(linked, at="c002") as reader:
        await reader.press("w", "right")
        assert (rows(reader)[1:4], reader.at) == ([" +c002", "  +c004", "  +c005"], "c002")
        await reader.press("right")
        assert reader.at == "c004"
        await reader.press("right")
        assert reader.at == "c004"


async def test_left_folds_and_then_goes_to_what_it_is_a_reason_for(linked: Library) -> None:
    async with reading(linked, at="c002") as reader:
        await reader.press("w", "right", "left")
        assert (rows(reader)[1:3], reader.at) == ([" +c002", " −c003"], "c002")
        await reader.press("left")
        assert reader.at == "c001"
        await reader.press("left")
        assert rows(reader) == ["c001", "c006", " +c005"]
        await reader.press("left")
        assert reader.at == "c001"


async def test_the_mouse_folds_and_unfolds_on_the_mark_and_chooses_beside_it(linked: Library) -> None:
    async with reading(linked, at="c001") as reader:
        await reader.press("w")
        await reader.click("▸2 + Tolls pay.")
        assert ("  +c004" in rows(reader), reader.at) == (True, "c002")
        await reader.click("▾  + Tolls pay.")
        assert "  +c004" not in rows(reader)
        await reader.click("Tolls fall.")
        assert reader.at == "c003"


async def test_a_claim_that_is_asked_for_is_unfolded(linked: Library) -> None:
    async with reading(linked, at="c004") as reader:
        await reader.press("w")
        assert reader.at == "c004"
        assert "  +c004" in rows(reader)
        assert "Carts grow." in reader.card


async def test_the_same_claim_in_two_places_has_two_rows_and_one_card(linked: Library) -> None:
    async with reading(linked, at="c002") as reader:
        await reader.press("w", "right", "G")
        assert rows(reader).count("  +c005") + rows(reader).count(" +c005") == 2
        assert (reader.at, reader.record_list.cursor) == ("c005", 6)
        assert "Ferries sink." in reader.card
        await reader.press("2", "backspace")
        assert (reader.at, reader.record_list.cursor) == ("c005", 6)


async def test_a_circle_says_where_it_closes(library: Library) -> None:
    library.install(briefing(claims=(claim(supports=("c002",)), claim(id="c002", text="Tolls pay.", supports=("c001",)))))
    async with reading(library) as reader:
        await reader.press("5", "w", "j", "right", "j", "right")
        assert rows(reader) == ["c001", " +c002", "  +c001"]
        assert "again: Bridges pay." in reader.shown


async def test_the_tree_stays_as_it_was_left(linked: Library) -> None:
    async with reading(linked, at="c002") as reader:
        await reader.press("w", "right")
        before = rows(reader)
        await reader.press("2", "5")
        assert rows(reader) == before
        await reader.press(*["w"] * len(reader.pane.VIEWS))
        assert rows(reader) == before


async def test_a_filtered_tree_is_the_list_of_what_matches(linked: Library) -> None:
    async with reading(linked, at="c001") as reader:
        await reader.press("w")
        assert reader.pane.count("tolls") == (2, 6)
        reader.pane.filter("kind:fact")
        await reader.settle()
        assert (reader.ids, reader.at) == (["c004"], "c004")
        assert "1 of 6" in reader.shown
        await reader.press("right", "left", "escape")
        assert (reader.at, "  +c004" in rows(reader)) == ("c004", True)


async def test_following_a_link_to_what_a_filter_hides_finds_it_in_the_tree(linked: Library) -> None:
    async with reading(linked, at="c001") as reader:
        await reader.press("w")
        reader.pane.filter("kind:fact")
        reader.pane.show("c003")
        await reader.settle()
        assert (reader.at, rows(reader)[0]) == ("c003", "c001")


async def test_a_note_in_the_tree_is_a_note_on_the_claim(linked: Library) -> None:
    async with reading(linked, at="c005") as reader:
        await reader.press("w")
        await reader.write("Really?")
        assert [note.target for note in reader.notes.all()] == ["c005"]
        assert "✎" in reader.shown


async def test_a_large_argument_opens_folded(library: Library) -> None:
    library.install(long_briefing(800))
    async with reading(library, briefing="bench-800") as reader:
        await reader.press("5", "w")
        assert len(reader.ids) == 100 + 7  # every eighth claim is a root, and the first is seven steps below one
        assert reader.at == "c000001"


async def test_suggestions_count_every_claim_however_many_are_folded_away(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        listed = reader.pane.suggest("kind:")
        await reader.press("w")
        assert reader.pane.suggest("kind:") == listed


async def test_from_elsewhere_a_claim_is_found_in_the_list_of_all(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("w", "w", "4", "enter")
        while reader.pane.card.linked_id != "c001":
            await reader.press("tab")
        await reader.press("enter")
        assert (reader.tab, reader.at, reader.pane.view) == ("Claims", "c001", "list")
