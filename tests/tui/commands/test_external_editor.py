"""E opens the external editor: what it saves is the note; whatever goes wrong there, no text is lost and a message says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.annotations.drafts import Draft, Drafts, NoteDraftWriter
from store.annotations.notes import Notes
from store.errors import WriteError
from store.library.library import Library
from tests.support.reader import NARROW, Reader, reading
from tests.tui.conftest import Editor, editor_paths
from tui.app.preferences import Preferences
from tui.commands.notes import LONGEST_HERE


def drafts_left(library: Library) -> list[str]:
    return [draft.body for draft in Drafts(library.places.drafts).interrupted("bridges")]


def last(reader: Reader) -> str:
    return reader.told[-1]


async def test_a_note_that_keys_would_be_slow_in_is_edited_there(library: Library, editor: Editor) -> None:
    editor('printf "Shorter." > "$1"')
    library.notes("bridges").add("c001", "long " * (LONGEST_HERE // 5 + 1))
    async with reading(library, at="c001") as reader:
        await reader.press("e")
        assert reader.bodies == ["Shorter."]


async def test_a_new_note_is_written_there_and_can_be_undone(library: Library, editor: Editor) -> None:
    editor('printf "Ask\\n\\033legal.\\n" > "$1"')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert reader.bodies == ["Ask\n␛legal."]
        assert list(library.places.drafts.iterdir()) == []
        await reader.press("u")
        assert (reader.bodies, last(reader)) == ([], "Undone: write the note on c001.")


async def test_the_note_that_is_meant_is_edited_there(library: Library, editor: Editor) -> None:
    note = library.notes("bridges").add("c001", "Really?", ["law"])
    assert note
    editor('echo "Indeed." >> "$1"')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert reader.bodies == ["Really?\nIndeed."]
        assert reader.notes.get(note.id).tags == ("law",)
        await reader.press("u")
        assert reader.bodies == ["Really?"]


async def test_what_was_begun_is_gone_on_with_there(library: Library, editor: Editor) -> None:
    editor('echo "and more" >> "$1"')
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("Half a thought")
        await reader.press("escape", "E")
        assert reader.bodies == ["Half a thought\nand more"]
        await reader.press("a")
        assert reader.written == ""


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("exit 2", "ended with an error (2). Nothing was changed."),
        ("kill -9 $$", "SIGKILL"),
        (': > "$1"', "The file is empty. Nothing was changed."),
        ('rm "$1"', "gone"),
        ('rm "$1"; mkdir "$1"', "not a regular file"),
        ('printf "caf\\351" > "$1"', "UTF-8"),
        ("true", "Nothing was changed."),
    ],
)
async def test_an_editor_that_leaves_nothing_new_changes_nothing_and_that_is_said(
    library: Library, editor: Editor, deed: str, told: str
) -> None:
    library.notes("bridges").add("c001", "Really?")
    editor(deed)
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert reader.bodies == ["Really?"]
        assert told in last(reader)
        await reader.press("e")
        assert reader.written == "Really?"


async def test_what_cannot_be_read_stays_where_it_is(library: Library, editor: Editor) -> None:
    editor('printf "caf\\351" > "$1"')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        (path,) = editor_paths(library)
        assert path.read_bytes() == b"caf\xe9"
        assert str(path) in last(reader)


async def test_what_a_failed_editor_had_written_is_kept_as_a_draft(library: Library, editor: Editor) -> None:
    editor('echo "Half a thought" > "$1"; exit 1')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert reader.bodies == []
        assert "kept as a draft: a on c001" in last(reader)
        await reader.press("a")
        assert reader.written == "Half a thought"


async def test_what_cannot_be_saved_is_kept_as_a_draft(library: Library, editor: Editor) -> None:
    library.notes("bridges").add("c001", "Really?")
    editor(f'echo "Indeed." > "$1"; : > "{library.notes("bridges").journal.path}"')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert "The text is kept as a draft: e on c001 opens it." in last(reader)
        assert (drafts_left(library), editor_paths(library)) == (["Indeed."], [])


@pytest.mark.parametrize("end", ["exit 0", "exit 1"])
async def test_text_that_cannot_even_be_kept_as_a_draft_stays_in_the_file_and_a_message_says_where(
    library: Library, editor: Editor, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    editor(f'echo "Indeed." > "$1"; {end}')

    def fail(*_: object, **__: object) -> None:
        raise WriteError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(NoteDraftWriter, "write", fail)
        broken.setattr(Notes, "add", fail)
        async with reading(library, at="c001") as reader:
            await reader.press("E")
            (path,) = editor_paths(library)
            assert f"The text cannot be kept as a draft; it is in {path}." in last(reader)
            assert (path.read_text(), reader.bodies) == ("Indeed.\n", [])
    async with reading(library, at="c002") as reader:
        assert "Indeed." in reader.shown
        await reader.press("y")
        assert reader.written == "Indeed."


async def test_an_editor_that_is_not_there_is_told(library: Library, editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(library, at="c001") as reader:
        for named, told in (("/nowhere/vi -x", "/nowhere/vi was not found"), ("vi 'x", "quotation mark")):
            monkeypatch.setenv("BRIEFING_EDITOR", named)
            await reader.press("E")
            assert told in last(reader)
            assert (reader.dialog, reader.bodies) == ("", [])


async def test_without_a_name_of_an_editor_the_one_in_here_opens(library: Library, editor: Editor) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert (reader.dialog, "$EDITOR" in last(reader)) == ("NoteEditor", True)


async def test_a_terminal_that_cannot_be_lent_opens_the_one_in_here_on_the_same_words(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_EDITOR", "vi")
    library.notes("bridges").add("c001", "Really?")
    async with reading(library, at="c001", size=NARROW) as reader:
        await reader.press("E")
        assert (reader.written, "cannot run an external editor" in last(reader)) == ("Really?", True)
        await reader.paste(" Yes.")
        await reader.press("ctrl+s")
        assert reader.bodies == ["Really? Yes."]


async def test_notes_that_cannot_be_changed_open_no_editor(library: Library, editor: Editor) -> None:
    notes = library.notes("bridges")
    notes.problem = "The notes are read-only here."
    editor('echo no > "$1"')
    async with reading(library, at="c001", notes=notes) as reader:
        await reader.press("E")
        assert last(reader) == notes.problem


async def test_while_writing_the_words_go_there_and_come_back(library: Library, editor: Editor) -> None:
    editor('echo "and there" >> "$1"')
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("Here")
        await reader.press("ctrl+o")
        assert reader.written == "Here\nand there"
        await reader.press("ctrl+z")
        assert reader.written == "Here"
        editor(': > "$1"')
        await reader.press("ctrl+o")
        assert reader.written == "Here"
        editor('echo "more" >> "$1"; exit 1')
        await reader.press("ctrl+o")
        assert (reader.written, "ended with an error" in last(reader)) == ("Here\nmore", True)


async def test_a_draft_that_dies_with_the_program_is_there_again(library: Library, editor: Editor) -> None:
    """Somebody ended the program from the editor: what was begun before is still a draft."""
    Drafts(library.places.drafts).begin(Draft(briefing="bridges", target="c001", body="")).write("Begun.")
    editor("true")
    async with reading(library, at="c001") as reader:
        await reader.press("n", "E")
        assert "still a draft" in last(reader)
    assert [draft.body for draft in Drafts(library.places.drafts).interrupted("bridges")] == ["Begun."]


async def test_home_is_expanded_in_the_name_of_the_editor(
    library: Library, editor: Editor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor('printf "From home." > "$1"')
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("EDITOR", "~/ed")
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert reader.bodies == ["From home."]


async def test_the_editor_of_the_settings_goes_before_that_of_the_terminal(library: Library, editor: Editor, tmp_path: Path) -> None:
    editor('echo "From the settings." > "$1"')
    wished = (tmp_path / "ed").rename(tmp_path / "wished")
    editor("exit 1")
    async with reading(library, at="c001", preferences=Preferences(editor=str(wished))) as reader:
        await reader.press("E")
        assert reader.bodies == ["From the settings."]
