"""A shell completes commands, and the ids that the library has."""

from __future__ import annotations

from store.library.library import Library
from tests.support.outside import command
from tui.cli.typer_app import COMMANDS


def completed(*words: str) -> list[str]:
    """Return the completions that bash gets for the last word."""
    done = command(COMP_WORDS=" ".join(("briefing", *words)), COMP_CWORD=str(len(words)), _BRIEFING_COMPLETE="complete_bash")
    assert done.stderr == ""
    return done.stdout.split()


def test_a_shell_completes_commands(library: Library) -> None:
    assert completed("sh") == ["show"]
    assert {*COMMANDS, "bridges"} <= set(completed(""))
    assert completed("note", "re") == ["remove", "restore", "revisions"]


def test_a_shell_completes_ids_of_the_briefing_that_is_meant(library: Library) -> None:
    assert "c012" in completed("show", "c01")
    assert completed("show", "-b", "bridges", "c") == ["c001", "c002", "c003"]
    assert completed("show", "-b", "brid") == ["bridges"]


def test_a_shell_completes_ids_of_notes(library: Library) -> None:
    note = library.notes("bridges").add("c001", "Really?")
    assert note
    assert completed("note", "edit", "-b", "bridges", "n-") == [note.id]


def test_a_shell_completes_tags_and_what_notes_may_be(library: Library) -> None:
    library.notes("bridges").add("c001", "Really?", ["legal", "money"])
    assert completed("note", "add", "-b", "bridges", "c001", "--tag", "le") == ["legal"]
    assert completed("note", "tag", "rename", "-b", "bridges", "mo") == ["money"]
    assert completed("note", "add", "--kind", "q") == ["question", "quote"]
    assert completed("note", "edit", "--status", "d") == ["done"]


def test_a_shell_completes_kinds_and_formats(library: Library) -> None:
    assert completed("table", "cl") == ["claims"]
    assert completed("export", "m") == ["markdown"]


def test_a_shell_completes_what_judges(library: Library) -> None:
    library.notes("bridges").add("c001", "Really?")
    library.create_backup("bridges")
    assert completed("verdict", "c001", "strongly") == ["strongly-disagree", "strongly-agree"]
    assert completed("resolve", "c002", "v") == ["void"]
    assert completed("trace", "-b", "bridges", "r01", "--without", "c00") == ["c001", "c002", "c003"]
    assert completed("doctor", "-b", "bridges", "--restore", "2") == [copy.day for copy in library.backups("bridges").all()]


def test_for_a_briefing_that_is_not_there_nothing_is_offered_and_nothing_said(library: Library) -> None:
    assert completed("show", "-b", "gone", "c") == []


def test_a_shell_completes_a_briefing_where_a_command_may_stand(library: Library) -> None:
    assert completed("brid") == ["bridges"]
    assert completed("bridges", "--a") == ["--at"]
    assert completed("bridges", "--at", "c00") == ["c001", "c002", "c003"]
