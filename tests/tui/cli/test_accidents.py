"""What goes wrong outside the program is a sentence, and never a command to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import WriteError
from store.library.library import Library
from store.storage import atomic_file
from tests.support import sample
from tests.support.outside import shell
from tests.tui.cli.conftest import Briefing
from tui.cli.typer_app import program

PWN = "\x1b]0;pwn\x07\x9b2J"


@pytest.mark.parametrize(
    "arguments", [("check", f"{PWN}.toml"), ("import", f"{PWN}.toml"), ("find", PWN), ("show", PWN), ("note", "add", PWN)]
)
def test_what_was_typed_never_commands_the_terminal(briefing: Briefing, arguments: tuple[str, ...]) -> None:
    said = briefing(*arguments)
    assert said.code in (1, 2)
    assert not {"\x1b", "\x07", "\x9b"} & set(said.out + said.err)


def test_the_name_of_a_file_never_commands_the_terminal(briefing: Briefing, tmp_path: Path) -> None:
    path = tmp_path / f"{PWN}.md"
    said = briefing("export", "markdown", "-o", str(path))
    assert (said.code, path.is_file()) == (0, True)
    assert "\x1b" not in said.err


def test_search_that_finds_nothing_says_so(briefing: Briefing) -> None:
    assert briefing("find", "zebra", "crossing") == (1, "", "Nothing in bridges has zebra crossing.\n")


def test_an_id_like_no_other_is_answered_with_the_search(briefing: Briefing) -> None:
    assert briefing("show", "zebra").err == "bridges has no record zebra. `briefing find zebra` searches for it.\n"


def test_an_export_without_an_ending_is_recognised(briefing: Briefing, library: Library, tmp_path: Path) -> None:
    library.notes("bridges").add("c001", "mine")
    briefing("export", "json", "-o", str(tmp_path / "mine"))
    assert "0 of them new to you" in briefing("import", str(tmp_path / "mine")).err


def test_deleted_notes_of_an_import_are_told(briefing: Briefing, library: Library, tmp_path: Path) -> None:
    note = library.notes("bridges").add("c001", "mine")
    briefing("export", "json", "-o", str(tmp_path / "mine.json"))
    library.notes("bridges").remove(note.id if note else "")
    said = briefing("import", str(tmp_path / "mine.json")).err
    assert "0 of them new to you; 1 you deleted, and they were left in the trash" in said
    assert library.notes("bridges").all() == ()


def test_notes_that_are_none_are_told_before_a_backup_is_tried(briefing: Briefing, library: Library) -> None:
    (library.places.library / "bridges" / "notes.jsonl").mkdir()
    said = briefing("note", "add", "c001", "mine")
    assert said.code == 1
    assert "notes.jsonl cannot be read: it is not a regular file" in said.err
    assert "backup" not in said.err


def test_a_note_is_saved_although_no_backup_can_be_made(briefing: Briefing, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise WriteError("The disk is full.")

    monkeypatch.setattr(Library, "create_backup", full)
    said = briefing("note", "add", "c001", "mine")
    assert (said.code, said.err) == (0, "The disk is full.\n")
    assert [note.body for note in library.notes("bridges").all()] == ["mine"]


@pytest.mark.parametrize(
    "arguments",
    [("note", "remove", "NOTE"), ("note", "restore", "NOTE", "--revision", "1"), ("verdict", "c001", "+"), ("resolve", "c002", "no")],
)
def test_the_first_change_of_a_day_is_made_on_a_copy_kept_whatever_it_is(
    briefing: Briefing, library: Library, arguments: tuple[str, ...]
) -> None:
    library.install(sample.whole())
    note = library.notes("bridges").add("c001", "mine")
    assert note
    before = library.notes("bridges").journal.path.read_bytes()
    assert briefing(*(note.id if argument == "NOTE" else argument for argument in arguments)).code == 0
    (copy,) = library.backups("bridges").all()
    assert copy.path.read_bytes() == before


def test_the_doctor_names_what_is_not_sound(briefing: Briefing, library: Library) -> None:
    library.notes("bridges").add("c001", "mine")
    folder = library.places.library / "bridges"
    (folder / "source.txt").write_bytes(b"\xff\xfea")
    (folder / "notes.jsonl").write_bytes((folder / "notes.jsonl").read_bytes() + b"damaged\n")
    atomic_file.make_directory(library.places.drafts)
    (library.places.drafts / "junk.json").write_text("{", "utf-8")
    said = briefing("doctor")
    assert said.code == 1
    for words in ("copy of the source is not shown", "No backup is made of", "junk.json is not a draft"):
        assert words in said.err


def test_no_line_of_the_help_is_cut() -> None:
    note = program().commands["note"]
    for command in (program(), note, getattr(note, "commands")["tag"]):  # noqa: B009
        for name, described in getattr(command, "commands").items():  # noqa: B009  # typer types it too widely
            assert not described.get_short_help_str(60).endswith("..."), name


def test_reasons_too_deep_to_be_followed_are_said_to_go_deeper(briefing: Briefing, library: Library) -> None:
    chain = [sample.claim(id=f"c{number}", supports=(f"c{number - 1}",) if number else ()) for number in range(60)]
    library.install(sample.briefing(claims=tuple(chain), recommendations=(sample.recommendation(because=("c0",)),)))
    said = " ".join(briefing("show", "r01").out.split())
    assert (said.count("goes deeper: open it"), said.count("as above")) == (1, 0)


@pytest.mark.slow
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("words", ["show c001", "table claims --csv", "note add c001 words"])
@pytest.mark.usefixtures("library")
def test_a_stream_that_was_closed_before_is_no_error(words: str, closed: str) -> None:
    ended = shell(f"$briefing {words} -b bridges {closed}")
    assert (ended.returncode, "bug" in ended.stderr) == (0, False)


@pytest.fixture(params=["", "my diary\n", "gone"])
def unread(request: pytest.FixtureRequest, library: Library) -> str:
    """Return a file of notes that cannot be read any more: what has to be said of it."""
    notes = library.notes("bridges")
    notes.add("c001", "mine")
    library.create_backup("bridges")
    if request.param == "gone":
        notes.journal.path.unlink()
        return "are gone from"
    notes.journal.path.write_text(request.param, "utf-8")
    return "it was left as it is"


@pytest.mark.parametrize("line", ["show c001", "table claims", "find pay", "verdict c001", "trace c001", "export markdown --without-mine"])
def test_notes_that_cannot_be_read_are_told_beside_what_can(briefing: Briefing, unread: str, line: str) -> None:
    said = briefing(*line.split(), "-b", "bridges")
    assert (said.code, bool(said.out)) == (0, True)
    assert (unread in said.err) == ("without" not in line)
    assert unread in briefing("list").err
    assert unread in briefing("list", "--json").json[0]["problem"]


@pytest.mark.parametrize("line", ["note list", "note list --json", "note tag", "table notes --json", "export json"])
def test_notes_that_cannot_be_read_are_not_told_to_be_none(briefing: Briefing, unread: str, line: str) -> None:
    said = briefing(*line.split(), "-b", "bridges")
    assert (said.code, said.out) == (1, "")
    assert unread in said.err
