"""Notes: everything of mine in one list, and a way to each record."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import reading


@pytest.fixture
def noted(library: Library) -> Library:
    """`bridges` with a note on a claim, on Ann and on the briefing, in this order."""
    notes = library.notes("bridges")
    for target, body in (("c001", "Really?"), ("ann", "Ask her."), ("bridges", "Worth it.")):
        notes.add(target, body, ["legal"])
    return library


async def test_all_my_notes_are_listed_the_newest_first(noted: Library) -> None:
    async with reading(noted) as reader:
        await reader.press("9")
        assert [item.body for item in reader.record_list.items] == ["Worth it.", "Ask her.", "Really?"]
        assert "3 notes" in reader.shown


async def test_enter_jumps_to_the_record_and_backspace_comes_back(noted: Library) -> None:
    async with reading(noted) as reader:
        await reader.press("9", "G", "enter")
        assert (reader.tab, reader.at) == ("Claims", "c001")
        await reader.press("backspace")
        assert reader.tab == "Notes"
        assert "Really?" in reader.card


async def test_the_card_has_the_whole_note_and_the_record_it_is_on(noted: Library) -> None:
    async with reading(noted) as reader:
        await reader.press("9", "G")
        for words in ("Really?", "#legal", "on c001", "Bridges pay."):
            assert words in reader.card


async def test_a_note_on_the_briefing_shows_the_overview(noted: Library) -> None:
    async with reading(noted) as reader:
        await reader.press("9")
        assert "3 claims by kind" in reader.card
        await reader.press("enter")
        assert reader.tab == "Overview"


async def test_a_note_can_be_edited_and_deleted_here(noted: Library) -> None:
    async with reading(noted) as reader:
        await reader.press("9", "G", "e")
        assert reader.written == "Really?"
        await reader.paste(" Yes!")
        await reader.press("ctrl+s")
        assert "Really? Yes!" in reader.bodies
        await reader.press("d", "y")
        assert reader.bodies == ["Ask her.", "Worth it."]
        assert "1 in the trash" in reader.shown


async def test_a_written_here_is_a_note_on_the_same_record(noted: Library) -> None:
    async with reading(noted) as reader:
        await reader.press("9", "G")
        await reader.write("And another.")
        assert [note.body for note in reader.notes.for_target("c001")] == ["Really?", "And another."]


async def test_without_notes_it_says_how_to_write_one(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("9", "enter", "e", "d")
        assert "Press a on any record" in reader.card


async def test_a_note_whose_record_is_gone_is_still_listed_and_readable(library: Library) -> None:
    library.notes("bridges").add("c999", "Lost and found.")
    async with reading(library) as reader:
        await reader.press("9")
        assert "Lost and found." in reader.card
        assert "c999" in reader.card
        await reader.press("enter", "e")
        assert reader.app.is_running
