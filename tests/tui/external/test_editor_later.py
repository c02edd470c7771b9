"""Text that is saved in an external editor later: after it returned at once, or after the program ended."""

from __future__ import annotations

from store.annotations.drafts import Draft, Drafts
from store.annotations.editor_file import EditorFile
from store.library.library import Library
from tests.support.reader import Reader, reading
from tests.tui.conftest import Editor, editor_paths


async def look(reader: Reader) -> None:
    """Let two seconds pass, for files that an editor saved."""
    for _ in range(2):
        reader.main_screen.commands.notes.look()
    await reader.settle()


async def test_an_editor_that_returns_at_once_is_imported_each_time_it_saves(library: Library, editor: Editor) -> None:
    editor("true")
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert "Nothing was changed. ed returned at once" in reader.told[-1]
        (path,) = editor_paths(library)
        assert path.name == "bridges-c001.txt"
        await look(reader)
        assert reader.bodies == []
        path.write_text("Saved later.\n")
        await look(reader)
        assert (reader.bodies, reader.told[-1]) == (
            ["Saved later."],
            "Imported from the external editor: the note on c001. Press u to undo.",
        )
        path.write_text("Saved again.\n")
        await look(reader)
        assert reader.bodies == ["Saved again."]
        await reader.press("u", "u")
        assert reader.bodies == []
    async with reading(library, at="c001") as reader:
        assert reader.dialog == ""


async def test_a_file_that_is_being_written_is_not_read(library: Library, editor: Editor) -> None:
    editor("true")
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        (path,) = editor_paths(library)
        await look(reader)
        for text in ("Half", "Half a", "Half a thought"):
            path.write_text(text)
            reader.main_screen.commands.notes.look()
            assert reader.bodies == []
        await look(reader)
        assert reader.bodies == ["Half a thought"]


async def test_what_is_saved_in_an_editor_after_the_program_ended_is_offered(library: Library, editor: Editor) -> None:
    note = library.notes("bridges").add("c001", "Really?")
    assert note
    editor("true")
    async with reading(library, at="c001") as reader:
        await reader.press("E")
    (path,) = editor_paths(library)
    path.write_text("Really? Yes.\n")
    async with reading(library, at="c002") as reader:
        assert (reader.dialog, "Really? Yes." in reader.shown) == ("ConfirmDialog", True)
        await reader.press("y", "ctrl+s")
        assert reader.bodies == ["Really? Yes."]
        path.write_text("Really? Yes, indeed.\n")  # the editor is still open
        await look(reader)
        assert (reader.dialog, "Yes, indeed." in reader.shown) == ("ConfirmDialog", True)
        await reader.press("n")
        assert reader.bodies == ["Really? Yes."]
    assert [draft.body for draft in Drafts(library.places.drafts).interrupted("bridges")] == ["Really? Yes, indeed."]


async def test_a_file_of_an_ended_program_is_offered_when_no_dialog_is_open(library: Library) -> None:
    drafts = Drafts(library.places.drafts)
    async with reading(library, at="c001") as reader:
        EditorFile.create(drafts, Draft(briefing="bridges", target="c002", body="", name="d-aaaaaa"))
        await look(reader)
        editor_paths(library)[0].write_text("From elsewhere.")
        await reader.press("a")
        await look(reader)
        assert reader.dialog == "NoteEditor"
        await reader.press("escape")
        await look(reader)
        assert (reader.dialog, "From elsewhere." in reader.shown) == ("ConfirmDialog", True)


async def test_what_is_saved_later_comes_into_the_note_that_is_being_written(library: Library, editor: Editor) -> None:
    editor("true")
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("Here")
        await reader.press("ctrl+o")
        (path,) = editor_paths(library)
        path.write_text("Here and there\n")
        await look(reader)
        assert reader.written == "Here and there"
        await reader.press("ctrl+s")
        path.write_text("Here and elsewhere\n")
        await look(reader)
        assert reader.bodies == ["Here and elsewhere"]


async def test_what_is_saved_later_does_not_replace_what_was_typed_since(library: Library, editor: Editor) -> None:
    editor("true")
    async with reading(library, at="c001") as reader:
        await reader.press("a", "ctrl+o")
        await reader.paste("Typed here")
        editor_paths(library)[0].write_text("Saved there\n")
        await look(reader)
        assert reader.written == "Typed here"
        await reader.press("ctrl+s")
        await look(reader)
        assert sorted(reader.bodies) == ["Saved there", "Typed here"]
