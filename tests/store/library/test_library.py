"""The folder of briefings: records come and go with their editions, the reader's notes stay."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from store.errors import CorruptFileError, InvalidInputError, NotFoundError, StoreError, WriteError
from store.library.library import Library
from store.storage.paths import Paths
from tests.conftest import Clock
from tests.support.sample import ARTICLE, as_toml, briefing, claim, tree, whole


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Return the folder of a program that ships `bridges` in its second edition."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    ship(folder, version=2, title="Second")
    return folder


def ship(folder: Path, **changes: Any) -> None:
    """Make this edition the one that is shipped."""
    (folder / "bridges.toml").write_bytes(as_toml(tree(**changes)).encode())


@pytest.fixture
def empty(home: Paths, clock: Clock) -> Library:
    return Library(home, clock)


def records(library: Library) -> Path:
    return library.places.library / "bridges" / "briefing.json"


def test_the_first_start_puts_the_shipped_briefing_in(empty: Library, shipped: Path) -> None:
    empty.install_bundled(shipped)
    assert empty.ids() == ("bridges",)
    assert empty.open("bridges").file == briefing(version=2, title="Second")


def test_a_second_start_writes_nothing(empty: Library, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty.install_bundled(shipped)
    monkeypatch.setattr(empty, "_install", lambda _: pytest.fail("it was put in again"))
    empty.install_bundled(shipped)


def test_a_newer_edition_replaces_the_records_and_never_the_notes(empty: Library, shipped: Path) -> None:
    empty.install_bundled(shipped)
    empty.notes("bridges").add("c001", "mine")
    before = empty.notes("bridges").journal.path.read_bytes()
    ship(shipped, version=3, title="Third")
    empty.install_bundled(shipped)
    assert empty.open("bridges").title == "Third"
    assert empty.notes("bridges").journal.path.read_bytes() == before


def test_an_older_edition_replaces_nothing(empty: Library, shipped: Path) -> None:
    empty.install(briefing(version=3, title="Third"))
    empty.install_bundled(shipped)
    assert empty.open("bridges").title == "Third"


def test_the_same_edition_with_other_words_replaces_the_records(empty: Library, shipped: Path) -> None:
    empty.install_bundled(shipped)
    ship(shipped, version=2, title="Second, corrected")
    empty.install_bundled(shipped)
    assert empty.open("bridges").title == "Second, corrected"


def test_a_damaged_briefing_is_replaced_by_the_shipped_one_and_kept(empty: Library, shipped: Path) -> None:
    records(empty).parent.mkdir(parents=True)
    records(empty).write_text("damaged", "utf-8")
    empty.install_bundled(shipped)
    assert empty.open("bridges").title == "Second"
    assert records(empty).with_name("briefing.json.damaged").read_text("utf-8") == "damaged"


def test_the_records_of_a_newer_program_are_left_as_they_are(empty: Library, shipped: Path) -> None:
    empty.install(briefing(format=2))
    before = records(empty).read_bytes()
    empty.install_bundled(shipped)
    assert records(empty).read_bytes() == before
    with pytest.raises(CorruptFileError, match="is in format 2, and this program knows 1; it was left as it is"):
        empty.open("bridges")


def test_a_first_start_where_nothing_can_be_written_says_what_to_do(empty: Library, shipped: Path) -> None:
    empty.places.data.parent.mkdir(parents=True, exist_ok=True)
    empty.places.data.write_text("A file where the folder should be.")
    with pytest.raises(StoreError, match="Set BRIEFING_HOME to a folder that can be written to"):
        empty.install_bundled(shipped)


def test_a_briefing_deleted_by_hand_comes_back(empty: Library, shipped: Path) -> None:
    empty.install_bundled(shipped)
    records(empty).unlink()
    empty.install_bundled(shipped)
    assert empty.ids() == ("bridges",)


def test_what_is_put_in_comes_out_equal(library: Library) -> None:
    assert library.open("bridges").file == whole()


def test_a_briefing_is_known_by_its_id_and_not_by_a_path(empty: Library) -> None:
    assert empty.install(briefing(title="First")) is False
    assert empty.install(briefing(title="Again")) is True
    assert (empty.ids(), empty.open("bridges").title) == (("bridges",), "Again")


@pytest.mark.parametrize("identity", ["../bridges", "bridges/", "/etc/passwd", ".", "", "BRIDGES", "bridges\n", "a\0b", "b" * 300])
def test_what_looks_like_a_path_is_no_briefing(library: Library, identity: str) -> None:
    for ask in (library.open, library.notes, library.backups):
        with pytest.raises(NotFoundError, match="There is no briefing"):
            ask(identity)


def test_a_misspelt_id_is_recognised(library: Library) -> None:
    with pytest.raises(NotFoundError, match=r"There is no briefing bridge in the library\. Did you mean bridges\?"):
        library.open("bridge")


def test_every_briefing_has_a_line(library: Library) -> None:
    library.notes("bridges").add("c001", "mine")
    (line,) = library.all()
    assert (line.id, line.title, line.claims, line.notes, line.problem) == ("bridges", "Do bridges pay?", 3, 1, "")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"briefing": 5}', b'{"briefing": {"bridges": 5}}', b'{"briefing": {"bridges": {}}, "claims": [5]}'],
)
def test_a_briefing_that_cannot_be_read_is_listed_with_the_reason(library: Library, content: bytes) -> None:
    records(library).write_bytes(content)
    (line,) = library.all()
    assert line.id == "bridges"
    assert "it was left as it is" in line.problem
    assert records(library).read_bytes() == content


def test_a_copy_of_the_source_that_cannot_be_read_is_missing(library: Library) -> None:
    assert library.source_problem("bridges") == ""
    (records(library).parent / "source.txt").write_bytes(b"\xff\xfea")
    assert library.open("bridges").source_text == ""
    assert "UTF-16" in library.source_problem("bridges")


def test_a_folder_where_records_should_be_is_told_in_the_list(library: Library) -> None:
    records(library).unlink()
    records(library).mkdir()
    (line,) = library.all()
    assert "cannot be read" in line.problem


def test_a_failed_update_leaves_the_edition_before(library: Library, fail: Any) -> None:
    again = fail(os, "replace", errno.ENOSPC)
    with pytest.raises(WriteError):
        library.install(briefing(version=2, title="Second"))
    again()
    assert library.open("bridges").file == whole()


def test_a_copy_of_the_source_is_recognised_and_kept(library: Library, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(ARTICLE.upper() + "ring\x07", "utf-8")
    assert library.attach_source("bridges", tmp_path / "copy.txt") == {1}
    assert library.open("bridges").source_paragraphs == {1: "EVERY BRIDGE IS A PROMISE."}


def test_a_copy_can_be_tried_first(library: Library, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(ARTICLE, "utf-8")
    assert library.attach_source("bridges", tmp_path / "copy.txt", dry_run=True) == {1}
    assert library.open("bridges").source_paragraphs == {}


def test_another_text_is_not_attached(library: Library, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text("My shopping list.", "utf-8")
    with pytest.raises(InvalidInputError, match=r"shares no paragraph with the source of bridges; it was not attached\."):
        library.attach_source("bridges", tmp_path / "copy.txt")
    assert library.open("bridges").source_paragraphs == {}


def test_a_backup_is_made_once_a_day_and_comes_back(library: Library) -> None:
    library.notes("bridges").add("c001", "mine")
    library.create_backup("bridges")
    library.create_backup("bridges")
    (backup,) = library.backups("bridges").all()
    library.notes("bridges").add("c001", "later")
    assert library.restore("bridges", backup.day)
    assert [note.body for note in library.notes("bridges").all()] == ["mine"]


def test_lost_notes_of_which_there_is_a_backup_are_not_begun_anew(library: Library) -> None:
    library.notes("bridges").add("c001", "mine")
    library.create_backup("bridges")
    path = library.notes("bridges").journal.path
    path.unlink()
    assert "brings a copy back" in library.notes("bridges").problem
    assert "2026-01-02" in library.notes("bridges").problem
    assert not path.exists()


def test_a_place_that_cannot_be_written_is_read_only(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert library.notes("bridges").problem.endswith("cannot be written to; notes are read-only here.")
    assert library.open("bridges").file == whole()


def test_records_are_a_document_that_tinydb_reads(library: Library) -> None:
    tables = json.loads(records(library).read_text("utf-8"))
    assert tables["claims"]["c001"]["text"] == claim().text
    assert set(tables) >= {"briefing", "actors", "claims"}


def test_directories_that_earlier_versions_left_open_are_made_private(library: Library) -> None:
    places = library.places
    folders = [
        places.data,
        places.library,
        places.library / "bridges",
        places.backups,
        places.backups / "bridges",
        places.state,
        places.drafts,
    ]
    for folder in (*folders, places.config):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)
    library.make_private()
    assert {folder.stat().st_mode & 0o777 for folder in (*folders, places.config)} == {0o700}
