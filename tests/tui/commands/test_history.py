"""The history of a record: versions of its note, which can be restored, and earlier opinions."""

from __future__ import annotations

import pytest

from store.library.library import Library
from store.opinions.logs import VerdictLog
from tests.support.reader import NARROW, WIDE, reading


@pytest.fixture
def edited(library: Library) -> Library:
    """Return a note on c001 with three versions."""
    notes = library.notes("bridges")
    note = notes.add("c001", "First words.", ["law"])
    assert note
    second = notes.edit(note, "Second words.\nOn two lines.", [])
    notes.edit(second, "Third words.")
    return library


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_versions_are_listed_and_read(edited: Library, size: tuple[int, int]) -> None:
    async with reading(edited, at="c001", size=size) as reader:
        await reader.press("h")
        for words in ("now:", "Third words.", "Second words.", "On two lines.", "First words."):
            assert words in reader.shown
        await reader.press("down")
        assert "version 1" in reader.shown
        await reader.press("escape")
        assert reader.bodies == ["Third words."]


async def test_a_version_is_brought_back_and_that_can_be_undone(edited: Library) -> None:
    async with reading(edited, at="c001") as reader:
        await reader.press("h", "down", "enter")
        (note,) = reader.notes.all()
        assert (note.body, note.tags) == ("First words.", ("law",))
        await reader.press("9", "u")
        assert reader.told[-1] == "Undone: restore version 1 of the note on c001."
        assert reader.bodies == ["Third words."]
        assert {"First words.", "Second words.\nOn two lines."} <= {old.body for old in reader.notes.revisions(note.id)}


async def test_the_version_in_force_is_no_change(edited: Library) -> None:
    async with reading(edited, at="c001") as reader:
        await reader.press("h", "up", "enter", "u")
        assert "There is nothing to undo." in reader.told


async def test_versions_that_differ_in_kind_alone_are_told_apart(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("Who says?")
        await reader.press("e", "tab", "right", "ctrl+s", "h")
        assert "question, open Who says?" in reader.shown


async def test_without_history_a_message_names_the_keys(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        for _ in range(2):
            await reader.press("h")
            assert reader.told[-1].startswith("c001 has no history") and "Press e to edit a note, v to give" in reader.told[-1]
            assert reader.dialog == ""
            await reader.write("First.")


async def test_versions_and_opinions_are_in_one_history(edited: Library) -> None:
    VerdictLog(edited.notes("bridges")).give(edited.open("bridges").get("c001"), "agree", "It pays.")
    async with reading(edited, at="c001") as reader:
        await reader.press("h", "down", "down")
        assert "Second words." in reader.shown
        assert "my verdict on" in reader.shown and "It pays." in reader.shown
        await reader.press("enter")
        assert (reader.dialog, reader.bodies) == ("", ["Third words."])


async def test_a_long_version_can_be_read_to_its_end(library: Library) -> None:
    notes = library.notes("bridges")
    note = notes.add("c001", "\n".join(f"Line {number}." for number in range(40)) + "\nThe end.")
    assert note
    notes.edit(note, "Short.")
    async with reading(library, at="c001", size=NARROW) as reader:
        await reader.press("h")
        assert "The end." not in reader.shown
        await reader.press(*["pagedown"] * 6)
        assert "The end." in reader.shown
