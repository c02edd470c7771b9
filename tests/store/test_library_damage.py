"""A library in a bad state: what is damaged is put aside, what is newer stays, what may not be read is a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assets import BRIEFINGS
from store import disk
from store.errors import Damaged, Refused
from store.library import Library
from store.parse import parse_file
from tests.sample import as_toml, briefing, tree


def records(library: Library) -> Path:
    return library.places.library / "bridges" / "briefing.json"


def ship(folder: Path, name: str = "bridges") -> Path:
    """A folder of shipped briefings with `bridges` in it."""
    (folder / "shipped").mkdir()
    (folder / "shipped" / f"{name}.toml").write_text(as_toml(tree()), "utf-8")
    return folder / "shipped"


@pytest.mark.parametrize("content", [b"", b"{", b'{"briefing": {"bridges": {"version": 99}}, "claims": [5]}'])
def test_a_shipped_briefing_that_is_damaged_is_put_in_again(library: Library, tmp_path: Path, content: bytes) -> None:
    library.put_shipped(ship(tmp_path))
    kept = records(library).with_name("briefing.json.bak").read_bytes()
    for number in ("", "-2"):
        records(library).write_bytes(content)
        assert library.open("bridges").file == briefing()
        assert records(library).with_name(f"briefing.json.damaged{number}").read_bytes() == content
    assert records(library).with_name("briefing.json.bak").read_bytes() == kept


def test_an_import_over_damaged_records_keeps_the_sound_ones_before(library: Library) -> None:
    library.add(briefing(title="Second"))
    before = records(library).with_name("briefing.json.bak").read_bytes()
    records(library).write_bytes(b"{")
    library.add(briefing(title="Third"))
    assert records(library).with_name("briefing.json.bak").read_bytes() == before


def test_a_predecessor_is_named_where_there_is_one(library: Library) -> None:
    records(library).write_bytes(b"{}")
    with pytest.raises(Damaged, match=r"Import the file it came from again\.$"):
        library.open("bridges")
    records(library).with_name("briefing.json.bak").touch()
    with pytest.raises(Damaged, match=r"Its predecessor is briefing\.json\.bak\.$"):
        library.open("bridges")


@pytest.mark.parametrize("dry_run", [True, False])
def test_an_import_does_not_replace_the_records_of_a_newer_program(library: Library, dry_run: bool) -> None:
    library.add(briefing(format=2))
    before = records(library).read_bytes()
    with pytest.raises(Refused, match="is of a newer version of this program; nothing was changed"):
        library.add(briefing(), dry_run=dry_run)
    assert records(library).read_bytes() == before


def test_an_import_can_be_tried_first(library: Library) -> None:
    before = records(library).read_bytes()
    assert library.add(briefing(), dry_run=True) is True
    assert records(library).read_bytes() == before


def test_what_is_shipped_is_named_by_its_id() -> None:
    for path in BRIEFINGS.glob("*.toml"):
        assert parse_file(path).briefing.id == path.stem


def test_a_shipped_briefing_of_another_name_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="holds the briefing bridges, and is not named after it"):
        library.put_shipped(ship(tmp_path, "brigdes"))


def test_a_home_that_cannot_be_entered_is_a_sentence(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped, original = ship(tmp_path), os.stat

    def closed(path: object, *given: object, **named: object) -> object:
        if str(path).startswith(str(library.places.data)):
            raise PermissionError(13, "Permission denied")
        return original(path, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", closed)
    asked = [lambda: library.put_shipped(shipped), lambda: library.open("bridges"), lambda: library.back_up("bridges"), library.ids]
    for ask in asked:
        with pytest.raises(Damaged, match="cannot be read: permission denied"):
            ask()


def test_a_folder_where_notes_should_be_is_a_problem_and_no_backup(library: Library) -> None:
    path = records(library).with_name("notes.jsonl")
    path.mkdir()
    assert "cannot be read: it is not a regular file" in library.notes("bridges").problem
    with pytest.raises(Damaged, match="not a regular file"):
        library.back_up("bridges")
    assert library.backups("bridges").all() == ()


def test_what_dead_processes_left_is_swept_on_the_way(library: Library) -> None:
    left = records(library).with_name(f"shipped{disk.TEMPORARY}{2**22 + 1}")
    left.touch()
    library.back_up("bridges")
    assert not left.exists()
