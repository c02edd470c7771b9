"""What a note said before can be read and brought back; what was deleted can come back, or go for good."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import NARROW, WIDE, reading


@pytest.fixture
def edited(library: Library) -> Library:
    """A note on c001 with three versions."""
    notes = library.notes("bridges")
    note = notes.add("c001", "First words.", ["law"])
    assert note
    second = notes.edit(note, "Second words.\nOn two lines.", [])
    notes.edit(second, "Third words.")
    return library


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_versions_are_listed_and_read(edited: Library, size: tuple[int, int]) -> None:
    async with reading(edited, at="c001", size=size) as reader:
        await reader.press("R")
        for words in ("now:", "Third words.", "Second words.", "On two lines.", "First words."):
            assert words in reader.shown
        await reader.press("down")
        assert "version 1" in reader.shown
        await reader.press("escape")
        assert reader.bodies == ["Third words."]


async def test_a_version_is_brought_back_and_that_can_be_undone(edited: Library) -> None:
    async with reading(edited, at="c001") as reader:
        await reader.press("R", "down", "enter")
        (note,) = reader.notes.all()
        assert (note.body, note.tags) == ("First words.", ("law",))
        await reader.press("9", "u")
        assert reader.told[-1] == "Undone: bring back version 1 of the note on c001."
        assert reader.bodies == ["Third words."]
        assert {"First words.", "Second words.\nOn two lines."} <= {old.body for old in reader.notes.revisions(note.id)}


async def test_the_version_in_force_is_no_change(edited: Library) -> None:
    async with reading(edited, at="c001") as reader:
        await reader.press("R", "up", "enter", "u")
        assert "There is nothing to undo." in reader.told


async def test_versions_that_differ_in_kind_alone_are_told_apart(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("Who says?")
        await reader.press("c", "down", "enter", "R")
        assert "question, open Who says?" in reader.shown


async def test_where_there_are_no_versions_it_says_so(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("R")
        assert "no note here" in reader.told[-1]
        await reader.write("First.")
        await reader.press("R")
        assert "never said anything else" in reader.told[-1]
        assert reader.dialog == ""


async def test_a_deleted_note_is_read_in_the_trash_and_brought_back(library: Library) -> None:
    notes = library.notes("bridges")
    for body in ("Older.", "Newer [sic]."):
        note = notes.add("c001", body)
        assert note
        notes.remove(note.id)
    async with reading(library, at="ann", size=NARROW) as reader:
        await reader.press("D")
        assert "The trash · 2 notes" in reader.shown
        assert reader.shown.index("Newer [sic].") < reader.shown.index("Older.")
        await reader.press("enter")
        assert reader.bodies == ["Newer [sic]."]
        await reader.press("u")
        assert reader.bodies == []
        assert reader.told[-1] == "Undone: bring the note on c001 back from the trash."
        await reader.press("ctrl+r")
        assert reader.bodies == ["Newer [sic]."]


async def test_the_trash_is_emptied_after_asking_and_no_undo_brings_anything_back(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("It stays.")
        await reader.write("A secret.")
        await reader.press("d", "y", "D", "x")
        assert "cannot be undone" in reader.shown
        for no in ("n", "escape", "enter"):
            await reader.press(no)
            assert (reader.dialog, len(reader.notes.trash())) == ("", 1)
            await reader.press("D", "x")
        await reader.press("y")
        assert (reader.notes.trash(), reader.bodies) == ((), ["It stays."])
        assert "secret" not in reader.notes.journal.path.read_text("utf-8")
        await reader.press("u")
        assert (reader.bodies, reader.told[-1]) == ([], "Undone: write the note on c001.")
        await reader.press("u")
        assert "There is nothing to undo." in reader.told


async def test_an_empty_trash_says_so(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("D")
        assert (reader.dialog, reader.told[-1]) == ("", "The trash is empty.")


async def test_a_long_version_can_be_read_to_its_end(library: Library) -> None:
    notes = library.notes("bridges")
    note = notes.add("c001", "\n".join(f"Line {number}." for number in range(40)) + "\nThe end.")
    assert note
    notes.edit(note, "Short.")
    async with reading(library, at="c001", size=NARROW) as reader:
        await reader.press("R")
        assert "The end." not in reader.shown
        await reader.press(*["pagedown"] * 6)
        assert "The end." in reader.shown
