"""The doctor names everything that is not sound, changes nothing unless asked, and can bring a day back."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.annotations.drafts import Draft, Drafts
from store.library.library import Library
from store.storage.paths import Paths
from tests.support import sample
from tests.tui.cli.conftest import Briefing

TODAY = "2026-01-02"  # by the clock of the tests


@pytest.fixture
def path(library: Library) -> Path:
    """Return the file of two notes, with a backup of both."""
    notes = library.notes("bridges")
    notes.add("c001", "one")
    notes.add("c002", "two")
    library.create_backup("bridges")
    return notes.journal.path


def spoil(path: Path) -> None:
    """Change a letter of the first note."""
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
        notes.journal.set("verdicts", "c001.1", {"target": "c001", "agreement": "perhaps", "at": "", "number": 1})
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
    library.install(sample.briefing())
    said = briefing("doctor")
    assert said.code == 1
    assert "is on c002, which is no longer in bridges" in said.err
    assert len(library.notes("bridges").all()) == 2


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff"])
def test_records_that_cannot_be_read_are_told(briefing: Briefing, home: Paths, content: bytes) -> None:
    (home.library / "bridges" / "briefing.json").write_bytes(content)
    said = briefing("doctor")
    assert said.code == 1
    assert "briefing.json" in said.err


def test_one_bad_briefing_hides_no_other(briefing: Briefing, library: Library, home: Paths) -> None:
    library.install(sample.briefing(id="tunnels"))
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


def test_a_draft_that_was_left_is_told_and_is_no_fault(briefing: Briefing, home: Paths) -> None:
    Drafts(home.drafts).begin(Draft(briefing="bridges", target="c001", body="")).suspend("half a thought")
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


def test_copies_from_before_a_restore_are_listed(briefing: Briefing, path: Path) -> None:
    assert briefing("doctor", "--restore", TODAY).code == 0
    said = briefing("doctor")
    assert said.code == 0
    assert "  notes before a restore: notes.jsonl.before-restore, 2 notes" in said.out


def test_conflict_markers_are_named_with_what_to_do_about_them(briefing: Briefing, library: Library, path: Path) -> None:
    header, one, two = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(header + b"<<<<<<< HEAD\n" + one + b"=======\n" + two + b">>>>>>> laptop\n")
    said = briefing("doctor")
    assert said.code == 1
    assert "has conflict markers in lines 2, 4, 6: another program, such as Git, could not merge two versions of it" in said.err
    assert "delete only the lines with the markers" in said.err
    assert "Line 2" not in said.err
    assert [note.body for note in library.notes("bridges").all()] == ["one", "two"]
    path.write_bytes(header + one + two)
    assert briefing("doctor").code == 0


def test_a_damaged_archive_of_versions_is_named_and_hides_no_note(briefing: Briefing, library: Library, path: Path) -> None:
    notes = library.notes("bridges")
    edited = notes.edit(notes.all()[0], "one, better")
    notes.archive.compact()
    archive = notes.archive.journal.path
    assert briefing("doctor").code == 0
    archive.write_bytes(archive.read_bytes().replace(b'"one"', b'"0ne"'))
    said = briefing("doctor")
    assert (said.code, f"Line 2 of {archive} is damaged" in said.err, f"It names {edited.id}." in said.err) == (1, True, True)
    archive.write_bytes(b"my shopping list\n")
    said = briefing("doctor")
    assert said.code == 1
    assert f"Earlier versions of notes are missing: {archive} is not a file of notes of this program" in said.err
    assert briefing("note", "list").code == 0
    listed = briefing("note", "revisions", edited.id)
    assert (listed.code, "one, better" in listed.out, "Earlier versions of notes are missing" in listed.err) == (1, True, True)
