"""A mark that was shown is on disk; one that could not be saved is reported and not shown. In a real terminal, with real files."""

from __future__ import annotations

import json
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from store.annotations.marks import Marks
from store.library.library import Library
from tests.support.outside import command
from tests.support.reader import reading
from tests.support.terminal import Terminal, killed
from tui.render.records.symbols import MARKED

Open = Callable[[], Terminal]


@pytest.fixture
def opened(library: Library, tmp_path: Path) -> Open:
    """Open `bridges` on c001 in a terminal of its own."""
    return lambda: Terminal(tmp_path / "home", "bridges", "--at", "c001")


def keep_old_marks(library: Library, *identities: str) -> Path:
    """Write the file in which the previous release kept marks."""
    path = library.places.state / "memory" / "bridges.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"marked": identities}))
    return path


def marked(library: Library) -> frozenset[str]:
    return Marks(library.notes("bridges")).ids


def listed(library: Library) -> set[str]:
    """Return the claims that the command line lists as marked."""
    return {line["id"] for line in json.loads(command("table", "claims", "-b", "bridges", "--where", "marked:yes", "--json").stdout)}


def test_a_mark_outlives_a_kill_as_soon_as_it_is_reported(library: Library, opened: Open) -> None:
    with opened() as terminal:
        terminal.wait_for("Bridges pay.")
        terminal.press("m")
        terminal.wait_for("c001 is marked")
        killed(terminal)
    assert marked(library) == listed(library) == {"c001"}


def test_a_mark_on_a_full_disk_is_reported_as_not_saved(library: Library, opened: Open) -> None:
    library.notes("bridges").add("c001", "A note")
    with opened() as terminal:
        terminal.wait_for("Bridges pay.", "1 note")
        limits = resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (1, limits[1]))
        terminal.press("m")
        painted = terminal.wait_for("intact.")
        assert "marked" not in painted
        resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, limits)
        assert marked(library) == frozenset()
        terminal.press("m")
        terminal.wait_for("c001 is marked")
        assert marked(library) == {"c001"}


async def test_a_mark_is_not_shown_where_notes_are_read_only(library: Library) -> None:
    notes = library.notes("bridges")
    notes.problem = "The notes are read-only here."
    async with reading(library, at="c001", notes=notes) as reader:
        await reader.press("m")
        assert "The notes are read-only here." in reader.told
        assert not any("is marked" in sentence for sentence in reader.told)
        assert MARKED not in reader.shown
        assert reader.main_screen.context.progress.marked == frozenset()


async def test_a_mark_that_another_window_set_is_shown(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        Marks(library.notes("bridges")).set("c001", True)
        reader.main_screen._poll()
        await reader.settle()
        assert MARKED in reader.shown


async def test_a_mark_is_undone_and_redone(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m")
        assert marked(library) == {"c001"}
        await reader.press("u")
        assert marked(library) == frozenset()
        await reader.press("ctrl+r")
        assert marked(library) == {"c001"}


def test_old_marks_are_imported_by_the_screen_and_do_not_come_back(library: Library, opened: Open) -> None:
    path = keep_old_marks(library, "c001", "c002")
    assert listed(library) == {"c001", "c002"}
    with opened() as terminal:
        terminal.wait_for("Bridges pay.")
        terminal.press("m")
        terminal.wait_for("c001 is no longer marked")
        terminal.press("q")
        terminal.end()
    assert marked(library) == listed(library) == {"c002"}
    assert json.loads(path.read_text())["marked"] == ["c001", "c002"]
    path.unlink()
    assert listed(library) == {"c002"}


def test_a_damaged_file_of_the_state_is_reported_once_and_kept(library: Library, opened: Open) -> None:
    path = keep_old_marks(library)
    path.write_text("{damaged")
    doctor = command("doctor", "-b", "bridges")
    assert (doctor.returncode, f"{path} is damaged" in doctor.stderr, path.read_text()) == (1, True, "{damaged")
    for is_first in (True, False):
        with opened() as terminal:
            terminal.wait_for("Bridges pay.")
            if is_first:
                terminal.wait_for("forgotten")
            terminal.press("m")
            terminal.wait_for("c001 is")
            assert ("forgotten" in terminal.text) is is_first
            terminal.press("q")
            terminal.end()
    aside = path.with_name("bridges.json.damaged")
    assert aside.read_text() == "{damaged"
    doctor = command("doctor", "-b", "bridges")
    assert (doctor.returncode, f"{aside} is a damaged file" in doctor.stderr) == (1, True)
