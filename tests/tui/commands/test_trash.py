"""The trash: deleted notes can be restored, or deleted permanently."""

from __future__ import annotations

from store.library.library import Library
from tests.support.reader import NARROW, reading


async def test_a_deleted_note_is_read_in_the_trash_and_brought_back(library: Library) -> None:
    notes = library.notes("bridges")
    for body in ("Older.", "Newer [sic]."):
        note = notes.add("c001", body)
        assert note
        notes.remove(note.id)
    async with reading(library, at="ann", size=NARROW) as reader:
        await reader.run("trash")
        assert "Trash · 2 notes" in reader.shown
        assert reader.shown.index("Newer [sic].") < reader.shown.index("Older.")
        await reader.press("enter")
        assert reader.bodies == ["Newer [sic]."]
        await reader.press("u")
        assert reader.bodies == []
        assert reader.told[-1] == "Undone: restore the note on c001 from the trash."
        await reader.press("ctrl+r")
        assert reader.bodies == ["Newer [sic]."]


async def test_the_trash_is_emptied_after_asking_and_no_undo_brings_anything_back(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("It stays.")
        await reader.write("A secret.")
        await reader.press("d", "y")
        await reader.run("trash")
        await reader.press("x")
        assert "cannot be undone" in reader.shown
        for no in ("n", "escape", "enter"):
            await reader.press(no)
            assert (reader.dialog, len(reader.notes.trash())) == ("", 1)
            await reader.run("trash")
            await reader.press("x")
        await reader.press("y")
        assert (reader.notes.trash(), reader.bodies) == ((), ["It stays."])
        assert "secret" not in reader.notes.journal.path.read_text("utf-8")
        await reader.press("u")
        assert (reader.bodies, reader.told[-1]) == ([], "Undone: write the note on c001.")
        await reader.press("u")
        assert "There is nothing to undo." in reader.told


async def test_an_empty_trash_says_so(library: Library) -> None:
    async with reading(library) as reader:
        await reader.run("trash")
        assert (reader.dialog, reader.told[-1]) == ("", "The trash is empty.")
