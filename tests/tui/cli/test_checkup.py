"""The doctor names everything that is not sound, changes nothing unless asked, and can bring a day back."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.drafts import Draft, Drafts
from store.editor_file import EditorFile
from store.library import Library
from store.opinion_drafts import OpinionDrafts
from store.places import Places
from tests import sample
from tests.tui.cli.conftest import Briefing

TODAY = "2026-01-02"  # by the clock of the tests


@pytest.fixture
def path(library: Library) -> Path:
    """The file of two notes, with a backup of both."""
    notes = library.notes("bridges")
    notes.add("c001", "one")
    notes.add("c002", "two")
    library.back_up("bridges")
    return notes.journal.path


def spoil(path: Path) -> None:
    """Changes a letter of the first note."""
    path.write_bytes(path.read_bytes().replace(b'"one"', b'"0ne"', 1))


def test_what_is_sound_is_said_to_be(briefing: Briefing, path: Path) -> None:
    said = briefing("doctor")
    assert (said.code, said.err) == (0, "Everything is sound.\n")
    assert "bridges: " in said.out
    assert "2 notes, 0 in the trash" in said.out
    assert f"backup of {TODAY}: 2 notes" in said.out


def test_a_damaged_line_is_named_by_number_and_ends_in_1(briefing: Briefing, path: Path) -> None:
    spoil(path)
    said = briefing("doctor")
    assert said.code == 1
    assert f"Line 2 of {path} is damaged" in said.err


def test_a_damaged_line_is_told_with_the_notes_it_names(briefing: Briefing, library: Library, path: Path) -> None:
    (lost, _) = library.notes("bridges").all()
    spoil(path)
    assert f"It names {lost.id}." in briefing("doctor").err


def test_a_verdict_of_a_newer_program_is_named(briefing: Briefing, library: Library, path: Path) -> None:
    notes = library.notes("bridges")
    with notes.journal.transaction():
        notes.journal.put("verdicts", "c001.1", {"target": "c001", "agreement": "perhaps", "at": "", "number": 1})
    said = briefing("doctor")
    assert said.code == 1
    assert "c001.1 of the verdicts in " in said.err
    assert "is not one this program can read; it is kept" in said.err


def test_the_doctor_changes_nothing(briefing: Briefing, path: Path) -> None:
    spoil(path)
    before = path.read_bytes()
    briefing("doctor")
    assert path.read_bytes() == before


def test_an_unfinished_save_is_told(briefing: Briefing, path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"0123")
    said = briefing("doctor")
    assert said.code == 1
    assert "4 bytes of an unfinished save" in said.err


def test_what_an_unfinished_save_left_is_named(briefing: Briefing, path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"0123")
    briefing("note", "add", "c001", "three")
    said = briefing("doctor")
    assert said.code == 1
    assert f"{path.name}.torn-" in said.err


def test_a_note_on_what_went_is_kept_and_named(briefing: Briefing, library: Library, path: Path) -> None:
    library.add(sample.briefing())
    said = briefing("doctor")
    assert said.code == 1
    assert "is on c002, which is no longer in bridges" in said.err
    assert len(library.notes("bridges").all()) == 2


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff"])
def test_records_that_cannot_be_read_are_told(briefing: Briefing, home: Places, content: bytes) -> None:
    (home.library / "bridges" / "briefing.json").write_bytes(content)
    said = briefing("doctor")
    assert said.code == 1
    assert "briefing.json" in said.err


def test_one_bad_briefing_hides_no_other(briefing: Briefing, library: Library, home: Places) -> None:
    library.add(sample.briefing(id="tunnels"))
    (home.library / "bridges" / "briefing.json").write_text("{")
    assert "tunnels: " in briefing("doctor").out
    assert briefing("doctor", "-b", "tunnels").code == 0


def test_a_backup_that_is_not_sound_is_told(briefing: Briefing, library: Library, path: Path) -> None:
    spoil(library.backups("bridges").all()[0].path)
    said = briefing("doctor")
    assert said.code == 1
    assert f"The backup of {TODAY} is not sound" in said.err


def test_that_there_is_no_backup_yet_is_told_and_is_no_fault(briefing: Briefing, library: Library) -> None:
    said = briefing("doctor")
    assert said.code == 0
    assert "no backup yet" in said.out


def test_a_backup_that_was_cut_off_is_told(briefing: Briefing, library: Library, path: Path) -> None:
    copy = library.backups("bridges").all()[0].path
    copy.write_bytes(copy.read_bytes()[:-9])
    said = briefing("doctor")
    assert said.code == 1
    assert f"The backup of {TODAY} is not sound" in said.err


def test_a_draft_that_was_left_is_told_and_is_no_fault(briefing: Briefing, home: Places) -> None:
    Drafts(home.drafts).begin(Draft(briefing="bridges", target="c001", body="")).put_aside("half a thought")
    said = briefing("doctor")
    assert said.code == 0
    assert "draft on c001: 14 characters" in said.out


def test_a_day_is_brought_back_and_what_was_there_is_kept(briefing: Briefing, library: Library, path: Path) -> None:
    spoil(path)
    damaged = path.read_bytes()
    said = briefing("doctor", "--restore", TODAY)
    (aside,) = path.parent.glob("*.before-restore*")
    assert (said.code, said.out) == (0, "")
    assert str(aside) in said.err
    assert aside.read_bytes() == damaged
    assert [note.body for note in library.notes("bridges").all()] == ["one", "two"]


def test_notes_that_are_gone_are_told_with_the_remedy_and_come_back(briefing: Briefing, library: Library, path: Path) -> None:
    path.unlink()
    assert f"doctor --restore {TODAY}" in briefing("doctor").err
    assert briefing("doctor", "--restore", TODAY).code == 0
    assert briefing("doctor").code == 0


@pytest.mark.parametrize("day", ["2020-01-01", "yesterday", "../../x"])
def test_a_day_without_a_backup_names_those_there_are(briefing: Briefing, path: Path, day: str) -> None:
    before = path.read_bytes()
    said = briefing("doctor", "--restore", day)
    assert said.code == 1
    assert TODAY in said.err
    assert path.read_bytes() == before


def test_a_draft_of_an_opinion_is_listed_and_a_damaged_one_is_a_fault(briefing: Briefing, home: Places) -> None:
    drafts = OpinionDrafts(home.drafts)
    writer = drafts.begin("bridges", "c001", "verdict")
    writer.put(replace(writer.draft, fields={"because": "half a thought"}))
    writer.let_go()
    said = briefing("doctor")
    assert said.code == 0
    assert "draft of a verdict on c001: 14 characters" in said.out
    (drafts.folder / "junk.json").write_text("{", "utf-8")
    said = briefing("doctor")
    assert (said.code, "junk.json" in said.err) == (1, True)


def test_files_that_an_editor_left_are_listed(briefing: Briefing, home: Places) -> None:
    file = EditorFile.create(Drafts(home.drafts), Draft(briefing="bridges", target="c001", body="", name="d-aaaaaa"))
    assert "external editor" not in briefing("doctor").out
    (file.folder / ".swp").touch()
    assert f"files that an external editor left, perhaps with unsaved text: {file.folder / '.swp'}" in briefing("doctor").out
