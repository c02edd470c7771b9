"""E opens the reader's own editor: what it leaves is the note; whatever goes wrong there, no word is lost and it is said."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.drafts import Draft, Drafts
from store.library import Library
from tests.tui.reader import NARROW, Reader, reading
from tui.app import BriefingApp
from tui.noting import LONGEST_HERE
from tui.taste import Taste

Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Makes a shell script the reader's editor (`$1` is the file), and a terminal that can be lent."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    for name in ("BRIEFING_EDITOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)

    @contextmanager
    def suspend(app: BriefingApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(BriefingApp, "suspend", suspend)

    def make(deed: str) -> None:
        path = tmp_path / "ed"
        path.write_text(f"#!/bin/sh\n{deed}\n", "utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(path))

    return make


def left(tmp_path: Path) -> list[str]:
    return [path.read_text("utf-8", "replace") for path in (tmp_path / "temporary").rglob("*.txt")]


def last(reader: Reader) -> str:
    return reader.told[-1]


async def test_a_note_that_keys_would_be_slow_in_is_edited_there(library: Library, editor: Editor) -> None:
    editor('printf "Shorter." > "$1"')
    library.notes("bridges").add("c001", "long " * (LONGEST_HERE // 5 + 1))
    async with reading(library, at="c001") as reader:
        await reader.press("e")
        assert reader.bodies == ["Shorter."]


async def test_a_new_note_is_written_there_and_can_be_undone(library: Library, editor: Editor, tmp_path: Path) -> None:
    editor('printf "Ask\\n\\033legal.\\n" > "$1"')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert reader.bodies == ["Ask\n␛legal."]
        assert list((tmp_path / "temporary").iterdir()) == []
        assert Drafts(library.places.drafts).left("bridges") == ()
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
        (': > "$1"', "Nothing is written there"),
        ('rm "$1"', "gone"),
        ('rm "$1"; mkdir "$1"', "no file"),
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


async def test_what_cannot_be_read_stays_where_it_is(library: Library, editor: Editor, tmp_path: Path) -> None:
    editor('printf "caf\\351" > "$1"')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert left(tmp_path) == ["caf\ufffd"]
        assert str(tmp_path / "temporary") in last(reader)


async def test_what_a_failed_editor_had_written_is_kept_as_a_draft(library: Library, editor: Editor) -> None:
    editor('echo "Half a thought" > "$1"; exit 1')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert reader.bodies == []
        assert "kept as a draft: a on c001" in last(reader)
        await reader.press("a")
        assert reader.written == "Half a thought"


async def test_what_cannot_be_saved_stays_where_it_is(library: Library, editor: Editor, tmp_path: Path) -> None:
    library.notes("bridges").add("c001", "Really?")
    editor(f'echo "Indeed." > "$1"; : > "{library.notes("bridges").journal.path}"')
    async with reading(library, at="c001") as reader:
        await reader.press("E")
        assert left(tmp_path) == ["Indeed.\n"]
        assert "Your words are in" in last(reader)


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
        assert (reader.dialog, "$EDITOR" in last(reader)) == ("Write", True)


async def test_a_terminal_that_cannot_be_lent_opens_the_one_in_here_on_the_same_words(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_EDITOR", "vi")
    library.notes("bridges").add("c001", "Really?")
    async with reading(library, at="c001", size=NARROW) as reader:
        await reader.press("E")
        assert (reader.written, "cannot be lent" in last(reader)) == ("Really?", True)
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
    assert [draft.body for draft in Drafts(library.places.drafts).left("bridges")] == ["Begun."]


async def test_the_editor_of_the_settings_goes_before_that_of_the_terminal(library: Library, editor: Editor, tmp_path: Path) -> None:
    editor('echo "From the settings." > "$1"')
    wished = (tmp_path / "ed").rename(tmp_path / "wished")
    editor("exit 1")
    async with reading(library, at="c001", taste=Taste(editor=str(wished))) as reader:
        await reader.press("E")
        assert reader.bodies == ["From the settings."]
