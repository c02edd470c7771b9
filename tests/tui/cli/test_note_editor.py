"""A note is written in the reader's own editor where a terminal is there and no words are; a failed editor loses nothing."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.annotations.notes import Notes
from store.library.library import Library
from store.settings import NAME
from store.storage.file_lock import locked
from store.storage.journal import lock_path
from tests.support.terminal import Terminal
from tests.tui.cli.conftest import Briefing

Editor = Callable[[str], Path]


class Teletype(io.TextIOWrapper):
    """A standard input that is a terminal, at which `text` was typed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8")

    def isatty(self) -> bool:
        return True


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Make a shell script the external editor: `$1` is the file."""
    monkeypatch.setattr(sys, "stdin", Teletype())
    for name in ("BRIEFING_EDITOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)

    def make(deed: str) -> Path:
        path = tmp_path / "my editor"
        path.write_text(f"#!/bin/sh\n{deed}\n", "utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("EDITOR", f"'{path}'")
        return path

    return make


def bodies(library: Library) -> list[str]:
    return [note.body for note in library.notes("bridges").all()]


def left(library: Library) -> list[str]:
    """Return the texts that were given to an editor and are still in their files."""
    return [path.read_text("utf-8", "replace") for path in library.places.drafts.glob("*.edit*/*.txt")]


def test_without_words_the_editor_opens_and_what_it_leaves_is_the_note(briefing: Briefing, library: Library, editor: Editor) -> None:
    editor('printf "Ask\\r\\n\\033legal 桥\\n\\n" > "$1"')
    said = briefing("note", "add", "c001")
    assert (said.code, said.err) == (0, "")
    assert bodies(library) == ["Ask\n␛legal 桥"]
    assert list(library.places.drafts.iterdir()) == []


def test_a_note_is_edited_from_what_it_says(briefing: Briefing, library: Library, editor: Editor) -> None:
    note = library.notes("bridges").add("c001", "Really?")
    assert note
    editor('echo "Indeed." >> "$1"')
    assert briefing("note", "edit", note.id).code == 0
    assert bodies(library) == ["Really?\nIndeed."]


def test_the_editor_of_the_settings_goes_before_that_of_the_terminal(briefing: Briefing, library: Library, editor: Editor) -> None:
    path = editor('echo "From the settings." > "$1"').rename(library.places.data.parent / "wished")
    editor("exit 1")
    library.places.config.mkdir(parents=True, exist_ok=True)
    (library.places.config / NAME).write_text(f'editor = "{path}"\n', "utf-8")
    assert briefing("note", "add", "c001").code == 0
    assert bodies(library) == ["From the settings."]


@pytest.mark.parametrize(
    ("deed", "why", "kept"),
    [
        ("exit 1", "ended with an error", []),
        ("kill -9 $$", "SIGKILL", []),
        (": > $1", "The file is empty. Nothing was changed.", []),
        ('rm "$1"', "gone", []),
        ('printf "caf\\351" > "$1"', "UTF-8", ["caf\ufffd"]),
        ('printf "Half a thou" > "$1"; exit 1', "ended with an error", ["Half a thou"]),
    ],
)
def test_a_failed_editor_is_told_and_loses_nothing(
    briefing: Briefing, library: Library, editor: Editor, tmp_path: Path, deed: str, why: str, kept: list[str]
) -> None:
    note = library.notes("bridges").add("c001", "Really?")
    assert note
    editor(deed.replace("$1", '"$1"') if deed.startswith(":") else deed)
    said = briefing("note", "edit", note.id)
    assert (said.code, said.out) == (1, "")
    assert why in said.err
    assert bodies(library) == ["Really?"]
    assert all(words in left(library) for words in kept)
    assert not kept or str(library.places.drafts) in said.err


def test_where_words_are_that_cannot_be_read_is_said_once(briefing: Briefing, editor: Editor) -> None:
    editor('printf "caf\\351" > "$1"')
    assert briefing("note", "add", "c001").err.count("bridges-c001.txt") == 1


def test_words_that_cannot_be_saved_stay_in_the_file(briefing: Briefing, library: Library, editor: Editor, tmp_path: Path) -> None:
    note = library.notes("bridges").add("c001", "Really?")
    assert note
    journal = library.notes("bridges").journal.path
    editor(f'echo "Indeed." > "$1"; : > "{journal}"')
    said = briefing("note", "edit", note.id)
    assert said.code == 1
    assert left(library) == ["Indeed.\n"]
    assert "The text is in" in said.err and ".edit/bridges-c001-n-" in said.err


def test_a_busy_store_ends_in_3_and_the_words_stay_in_the_file(
    briefing: Briefing, library: Library, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    defaults = Notes.__init__.__kwdefaults__
    assert defaults
    monkeypatch.setitem(defaults, "wait", 0.01)
    editor('echo "Indeed." > "$1"')
    with locked(lock_path(library.notes("bridges").journal.path)):
        said = briefing("note", "add", "c001")
    assert said.code == 3
    assert "The text is in" in said.err
    assert left(library) == ["Indeed.\n"]


@pytest.mark.parametrize(("script", "files"), [("exit 3", []), ("true", [""])])
def test_if_nothing_new_was_written_only_an_editor_that_may_still_be_open_keeps_its_file(
    briefing: Briefing, library: Library, editor: Editor, script: str, files: list[str]
) -> None:
    editor(script)
    said = briefing("note", "add", "c001")
    assert (said.code, left(library)) == (1, files)
    assert "Nothing was changed." in said.err
    assert ("returned at once" in said.err) is bool(files)
    assert "The text is in" not in said.err


def test_what_is_saved_after_the_command_ended_is_listed_by_the_doctor(briefing: Briefing, library: Library, editor: Editor) -> None:
    editor("true")
    briefing("note", "add", "c001")
    (path,) = library.places.drafts.glob("*.edit*/*.txt")
    assert str(path) not in briefing("doctor").out
    path.write_text("Saved later.\n", "utf-8")
    said = briefing("doctor")
    assert said.code == 0
    assert f"text from an external editor on c001: 12 characters in {path}" in said.out
    path.write_bytes(b"caf\xe9")
    said = briefing("doctor")
    assert (said.code, f"{path} is text from an external editor that cannot be read: it is not UTF-8: byte 3 on line 1" in said.err) == (
        1,
        True,
    )


def test_without_an_editor_it_says_how_else(briefing: Briefing, editor: Editor) -> None:
    said = briefing("note", "add", "c001")
    assert said.code == 2
    assert "$EDITOR" in said.err


def test_in_a_real_terminal_the_editor_has_the_screen(library: Library, tmp_path: Path) -> None:
    script = tmp_path / "ed"
    script.write_text('#!/bin/sh\nprintf "write: "; read -r words; echo "$words" > "$1"\n', "utf-8")
    script.chmod(0o755)
    home = library.places.data.parent
    with Terminal(home, "note", "add", "c001", "-b", "bridges", EDITOR=str(script), BRIEFING_EDITOR="", VISUAL="") as terminal:
        terminal.wait_for("write:")
        terminal.press("By hand.\r")
        terminal.process.wait(timeout=60)
    assert bodies(library) == ["By hand."]
