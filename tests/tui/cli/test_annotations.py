"""Notes travel from home to home as W3C Web Annotations, and an import of them is as careful as any other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.library.library import Library
from tests.support import sample
from tests.tui.cli.conftest import Briefing


@pytest.fixture
def page(briefing: Briefing, library: Library, tmp_path: Path) -> Path:
    """Two notes on `bridges`, exported."""
    notes = library.notes("bridges")
    first = notes.add("c001", "Really? 桥", ["doubt"])
    notes.add("bridges", "Well argued.")
    assert first
    notes.edit(first, "Really not.")
    path = tmp_path / "notes.jsonld"
    assert briefing("export", "annotation", "-o", str(path)).code == 0
    return path


def test_notes_come_back_equal_in_another_home(briefing: Briefing, library: Library, page: Path) -> None:
    before = library.notes("bridges").all()
    library.notes("bridges").journal.path.unlink()
    assert library.notes("bridges").all() == ()
    said = briefing("import", str(page))
    assert (said.code, said.out) == (0, "bridges\n")
    assert "2 notes to bridges, 2 of them new to you" in said.err
    assert library.notes("bridges").all() == before


def test_importing_them_again_adds_nothing(briefing: Briefing, library: Library, page: Path) -> None:
    before = library.notes("bridges").all()
    assert "0 of them new to you" in briefing("import", str(page)).err
    assert library.notes("bridges").all() == before


def test_a_dry_run_changes_nothing(briefing: Briefing, library: Library, page: Path) -> None:
    library.notes("bridges").journal.path.unlink()
    said = briefing("import", str(page), "--dry-run")
    assert (said.code, said.out) == (0, "")
    assert "This would add 2 notes to bridges. Nothing was changed." in said.err
    assert library.notes("bridges").all() == ()


@pytest.mark.parametrize("ending", ["jsonld", "json", "txt"])
def test_they_are_known_by_what_they_say_not_by_the_ending(briefing: Briefing, page: Path, ending: str) -> None:
    assert briefing("import", str(page.rename(page.with_suffix(f".{ending}")))).out == "bridges\n"


def test_notes_on_a_briefing_that_is_not_here_are_refused_and_no_others_are_added(briefing: Briefing, library: Library, page: Path) -> None:
    library.notes("bridges").journal.path.unlink()
    tree = json.loads(page.read_text("utf-8"))
    tree["first"]["items"][1]["target"] = "urn:briefing:tunnels:c001"
    page.write_text(json.dumps(tree), "utf-8")
    said = briefing("import", str(page))
    assert said.code == 1
    assert "There is no briefing tunnels" in said.err
    assert library.notes("bridges").all() == ()


def test_what_is_wrong_is_said_in_a_sentence(briefing: Briefing, page: Path) -> None:
    tree = json.loads(page.read_text("utf-8"))
    tree["first"]["items"][0]["target"] = "https://example.org"
    page.write_text(json.dumps(tree), "utf-8")
    said = briefing("import", str(page))
    assert said.code == 1
    assert "is on https://example.org, which is no record of a briefing" in said.err


def test_a_collection_without_notes_adds_nothing(briefing: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "none.jsonld"
    briefing("export", "annotation", "--without-mine", "-o", str(path))
    said = briefing("import", str(path))
    assert (said.code, said.out) == (0, "")
    assert "There are no annotations in it." in said.err


def test_a_note_of_another_program_is_dated_when_it_comes(briefing: Briefing, library: Library, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonld"
    path.write_text(
        '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "bodyValue": "Hm.", "target": "urn:briefing:bridges:c001"}'
    )
    assert briefing("import", str(path)).code == 0
    (note,) = library.notes("bridges").all()
    assert (note.body, note.target) == ("Hm.", sample.claim().id)
    assert note.created[:2] == "20"
