"""The data of a reader who used version 0.1.0 is read completely and unchanged by this version.

The home in `home_0_1_0` was written by running the code of version 0.1.0 (commit b3e2f1f) on the sample briefing `bridges`;
only its empty lock files were left out.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from store.annotations.drafts import Draft, Drafts
from store.annotations.notes import Notes
from store.annotations.reading_progress import ReadingProgress, SortOrder
from store.annotations.ui_state import UiState
from store.library.library import Library
from store.model.note import NoteLink, Quote
from store.opinions.logs import all_opinions
from store.storage.file_lock import is_locked
from store.storage.paths import Paths
from tests.support.sample import whole

WRITTEN = Path(__file__).with_name("home_0_1_0")


@pytest.fixture
def old_library(home: Paths, clock: Callable[[], datetime]) -> Library:
    """Return a library on a copy of the old home."""
    shutil.copytree(WRITTEN, home.data.parent, dirs_exist_ok=True)
    return Library(home, clock)


@pytest.fixture
def old_notes(old_library: Library) -> Notes:
    return old_library.notes("bridges")


def test_the_records_are_those_that_were_installed(old_library: Library) -> None:
    assert old_library.ids() == ("bridges",)
    assert old_library.open("bridges").file == whole()


def test_every_note_keeps_its_target_text_type_tags_quote_and_link(old_notes: Notes) -> None:
    assert old_notes.problem == ""
    assert old_notes.unreadable == []
    assert [(note.target, note.body, note.motivation, note.status, note.tags) for note in old_notes.all()] == [
        ("c001", "Who counted the bridges?", "questioning", "open", ("Bridges", "to-check")),
        ("c002", "Double by 2030, says Bob.", "commenting", "", ("tolls",)),
        ("p1", "Bridges", "highlighting", "", ()),
        ("c003", "Not what Bob says.", "linking", "", ()),
        ("c999", "Its record is gone.", "commenting", "", ()),
    ]
    _, edited, quoted, linked, _ = old_notes.all()
    assert (edited.revision, edited.created, edited.modified) == (3, "2026-11-22T09:02:00+00:00", "2026-11-22T09:04:00+00:00")
    assert quoted.quote == Quote(exact="Bridges", suffix=" pay.")
    assert linked.link == NoteLink(word="contradicts", id="c002")


def test_earlier_versions_of_a_note_are_listed(old_notes: Notes) -> None:
    edited = old_notes.all()[1]
    assert [(note.revision, note.body) for note in old_notes.revisions(edited.id)] == [(1, "Double by when?"), (2, "Double by 2030?")]


def test_a_deleted_note_can_be_restored_from_the_trash(old_notes: Notes) -> None:
    (deleted,) = old_notes.trash()
    assert (deleted.target, deleted.body) == ("c001", "Deleted on purpose.")
    old_notes.restore(deleted.id)
    assert old_notes.trash() == ()
    assert deleted.id in {note.id for note in old_notes.for_target("c001")}


def test_every_opinion_is_read_with_its_history(old_notes: Notes) -> None:
    opinions = all_opinions(old_notes)
    assert [(verdict.target, verdict.number, verdict.agreement, verdict.because, verdict.confidence) for verdict in opinions.verdicts] == [
        ("c001", 1, "agree", "It sounds right.", 60),
        ("c001", 2, "disagree", "Ferries are cheaper.", 80),
        ("c003", 1, "strongly-disagree", "Tolls stay.", None),
    ]
    assert [(grade.target, grade.grade, grade.because) for grade in opinions.grades] == [("c001", "B2", "I counted them.")]
    assert [(estimate.target, estimate.probability) for estimate in opinions.estimates] == [("c002", 30), ("c002", 20)]
    (resolution,) = opinions.resolutions
    assert (resolution.target, resolution.outcome, resolution.evidence, resolution.foreseen) == ("c002", "no", "Tolls fell.", 20)


def test_both_drafts_are_offered_again(old_library: Library, old_notes: Notes) -> None:
    edited = old_notes.all()[1]
    drafts = Drafts(old_library.places.drafts)
    assert set(drafts.interrupted("bridges")) == {
        Draft(briefing="bridges", target="c001", body="A draft that a crash inter", name="d-qw5x7z"),
        Draft(
            briefing="bridges",
            target="c002",
            body="Double by 2040.",
            note=edited.id,
            revision=3,
            put_aside=True,
            name="d-wsquk9",
            quote=Quote(exact="double"),
        ),
    }
    assert list(drafts.problems(("bridges",))) == []


def test_marks_places_views_and_sort_orders_are_remembered(old_library: Library, old_notes: Notes) -> None:
    progress = ReadingProgress(old_library.places.state, "bridges", old_notes)
    assert progress.marked == {"c001", "r01"}
    assert progress.trail == [("claims", "c001"), ("map", "ann")]
    assert progress.orders == {"claims": SortOrder("grade", reverse=True)}
    assert progress.views == {"strategies": "list"}
    assert progress.problem == ""
    assert UiState.load(old_library.places.state) == UiState("bridges", {"bridges": ("claims", "c001")}, toured=True, theme="nord")


def test_an_imported_mark_stays_after_the_file_of_0_1_0_is_deleted(old_library: Library, old_notes: Notes) -> None:
    progress = ReadingProgress(old_library.places.state, "bridges", old_notes)
    assert progress.marks is not None
    progress.marks.import_old()
    (old_library.places.state / "memory" / "bridges.json").unlink()
    assert ReadingProgress(old_library.places.state, "bridges", old_library.notes("bridges")).marked == {"c001", "r01"}


def test_a_backup_holds_the_notes_of_its_day(old_library: Library) -> None:
    (backup,) = old_library.backups("bridges").all()
    assert (str(backup.day), backup.notes()) == ("2026-11-22", 5)


def test_a_window_of_0_1_0_and_one_of_this_version_lock_the_same_file(old_notes: Notes) -> None:
    with old_notes.journal.locked():
        assert is_locked(old_notes.journal.path.with_name("store.lock"))


def test_reading_changes_no_file(old_library: Library, old_notes: Notes) -> None:
    before = _contents(WRITTEN)
    old_library.open("bridges")
    all_opinions(old_notes)
    ReadingProgress(old_library.places.state, "bridges", old_notes)
    after = _contents(old_library.places.data.parent)
    assert {name: after[name] for name in before} == before


def test_a_new_note_is_saved_beside_the_old_ones(old_library: Library, old_notes: Notes) -> None:
    old_notes.add("c001", "Written today.")
    assert set(old_library.notes("bridges").all()) == set(old_notes.all())
    assert len(old_notes.all()) == 6


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
