"""Notes can be kept without the screen, and a script can rely on what each command prints."""

from __future__ import annotations

import io
import sys

import pytest

from store.annotations.notes import Notes
from store.library.library import Library
from tests.support.outside import command
from tests.tui.cli.conftest import Briefing


@pytest.fixture
def kept(library: Library) -> Notes:
    """Return the notes on the bridges, as they are on disk."""
    return library.notes("bridges")


@pytest.fixture
def note(kept: Notes) -> str:
    """Return a note that says `Really?`."""
    note = kept.add("c001", "Really?", ["doubt"])
    assert note
    return note.id


def bodies(notes: Notes) -> list[str]:
    notes.refresh()
    return [note.body for note in notes.all()]


def pipe_in(monkeypatch: pytest.MonkeyPatch, words: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words), "utf-8"))


def test_adding_prints_the_id_and_nothing_else(briefing: Briefing, kept: Notes) -> None:
    said = briefing("note", "add", "c001", "ask legal", "--tag", "law", "-t", "#money")
    kept.refresh()
    (note,) = kept.all()
    assert said == (0, f"{note.id}\n", "")
    assert (note.target, note.body, note.tags) == ("c001", "ask legal", ("law", "money"))


def test_what_never_ends_is_no_note(briefing: Briefing, kept: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/zero", encoding="utf-8") as endless:
        monkeypatch.setattr(sys, "stdin", endless)
        said = briefing("note", "add", "c001", "-")
    assert (said.code, said.out) == (1, "")
    assert "longer than 4,194,304 bytes" in said.err
    assert bodies(kept) == []


@pytest.mark.parametrize(("place", "target"), [("p1", "p1"), ("bridges", "bridges"), ("Annie", "ann")])
def test_anything_that_can_be_shown_can_have_a_note(briefing: Briefing, kept: Notes, place: str, target: str) -> None:
    assert briefing("note", "add", place, "hm").code == 0
    kept.refresh()
    assert [note.target for note in kept.all()] == [target]


@pytest.mark.parametrize("arguments", [("-",), ()], ids=["dash", "nothing"])
def test_words_can_be_piped_in(briefing: Briefing, kept: Notes, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    pipe_in(monkeypatch, "two\nlines 桥".encode())
    assert briefing("note", "add", "c001", *arguments).code == 0
    assert bodies(kept) == ["two\nlines 桥"]


def test_standard_input_that_is_not_utf_8_is_refused(briefing: Briefing, kept: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, b"caf\xe9")
    said = briefing("note", "add", "c001", "-")
    assert said.code == 1
    assert said.err.startswith("Standard input is not UTF-8: byte 3 on line 1 cannot be read; convert it to UTF-8.")
    assert bodies(kept) == []


def test_a_real_pipe_works_too(library: Library, kept: Notes) -> None:
    done = command("note", "add", "c001", "-", "-b", "bridges", words="from a pipe\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert bodies(kept) == ["from a pipe"]


@pytest.mark.parametrize("words", ["", "  \n "])
def test_a_note_without_words_is_refused(briefing: Briefing, kept: Notes, note: str, words: str) -> None:
    assert briefing("note", "add", "c001", words).code == 2
    assert briefing("note", "edit", note, words).code == 2
    assert bodies(kept) == ["Really?"]


def test_a_note_on_what_is_not_there_is_refused(briefing: Briefing, kept: Notes) -> None:
    said = briefing("note", "add", "ana", "hm")
    assert (said.code, said.out) == (1, "")
    assert "ann" in said.err
    assert bodies(kept) == []


def test_notes_are_listed_for_people_and_for_programs(briefing: Briefing, note: str) -> None:
    assert briefing("note", "list").out.split() == [note, "c001", "Really?", "#doubt"]
    (told,) = briefing("note", "list", "--json").json
    assert (told["id"], told["body"], told["tags"]) == (note, "Really?", ["doubt"])


def test_no_notes_are_an_empty_list(briefing: Briefing) -> None:
    assert briefing("note", "list").out == ""
    assert briefing("note", "list", "--json").json == []


def test_an_edit_changes_the_words_and_keeps_the_tags_and_what_was_said_before(briefing: Briefing, kept: Notes, note: str) -> None:
    assert briefing("note", "edit", note, "Indeed.") == (0, f"{note}\n", "")
    assert bodies(kept) == ["Indeed."]
    assert kept.get(note).tags == ("doubt",)
    assert [earlier.body for earlier in kept.revisions(note)] == ["Really?"]


def test_an_edit_can_change_the_tags(briefing: Briefing, kept: Notes, note: str) -> None:
    assert briefing("note", "edit", note, "Really?", "-t", "law").code == 0
    kept.refresh()
    assert kept.get(note).tags == ("law",)


def test_a_removed_note_is_in_the_trash_and_comes_back(briefing: Briefing, kept: Notes, note: str) -> None:
    removed = briefing("note", "remove", note)
    assert (removed.code, removed.out) == (0, "")
    assert f"note restore {note}" in removed.err
    assert [told["id"] for told in briefing("note", "list", "--trash", "--json").json] == [note]
    assert briefing("note", "restore", note) == (0, f"{note}\n", "")
    assert bodies(kept) == ["Really?"]


@pytest.mark.parametrize("arguments", [("edit", "n-zzzzzz", "hm"), ("remove", "n-zzzzzz"), ("restore", "n-zzzzzz")], ids=" ".join)
def test_a_note_that_is_not_there_is_not_found(briefing: Briefing, arguments: tuple[str, ...]) -> None:
    said = briefing("note", *arguments)
    assert (said.code, said.out) == (1, "")
    assert "n-zzzzzz" in said.err


def test_a_note_in_the_trash_can_be_found_there(briefing: Briefing, note: str) -> None:
    briefing("note", "remove", note)
    said = briefing("note", "edit", note, "hm")
    assert said.code == 1
    assert "trash" in said.err


def test_the_first_note_of_a_day_makes_a_backup_of_those_before(briefing: Briefing, library: Library, note: str) -> None:
    briefing("note", "add", "c001", "hm")
    assert [backup.notes() for backup in library.backups("bridges").all()] == [1]


def test_a_note_with_escape_codes_is_shown_without_them(briefing: Briefing, kept: Notes) -> None:
    briefing("note", "add", "c001", "\x1b]0;x\x07 seen", "-t", "a\x1b[31m")
    for option in ((), ("--json",)):
        said = briefing("note", "list", *option)
        assert "seen" in said.out
        assert not set("\x1b\x07") & set(said.out)
