"""An export goes where it is told, as it is wanted, and leaves out what is mine when asked; nothing is overwritten unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.annotations.marks import Marks
from store.export import FORMATS
from store.library.library import Library
from store.opinions.logs import VerdictLog
from tests.tui.cli.conftest import Briefing

HOSTILE = "evil\x1b]0;PWN\x07\x1b[31m"


@pytest.mark.parametrize("format", ["markdown", "json"])
def test_an_export_goes_to_standard_output_or_to_a_file(briefing: Briefing, tmp_path: Path, format: str) -> None:
    said = briefing("export", format)
    page = tmp_path / "page"
    written = briefing("export", format, "-o", str(page))
    assert (written.code, written.out) == (0, "")
    assert page.read_text() == said.out
    assert "Bridges pay." in said.out


def test_an_export_overwrites_only_when_told(briefing: Briefing, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("mine")
    assert briefing("export", "markdown", "-o", str(page)).code == 1
    assert page.read_text() == "mine"
    assert briefing("export", "markdown", "-o", str(page), "--force").code == 0
    assert "Bridges pay." in page.read_text()


@pytest.mark.parametrize("format", ["markdown", "json"])
def test_an_export_can_leave_my_notes_out(briefing: Briefing, library: Library, format: str) -> None:
    library.notes("bridges").add("c001", "My very own.")
    assert "My very own." in briefing("export", format).out
    assert "My very own." not in briefing("export", format, "--without-mine").out


def test_nor_does_the_name_of_an_export(briefing: Briefing, tmp_path: Path) -> None:
    for _ in range(2):
        said = briefing("export", "json", "-o", str(tmp_path / HOSTILE))
        assert not set("\x1b\x07") & set(said.out + said.err)
    assert briefing("export", "json", "-o", str(tmp_path / HOSTILE / "x")).code == 1


def test_a_page_is_as_long_and_for_whom_it_is_wanted(briefing: Briefing) -> None:
    said = briefing("export", "brief", "--minutes", "15", "--for", "the board")
    assert said.code == 0
    assert "# For the board: Do bridges pay? [bridges]" in said.out
    assert "<h1><bdi>For us" in briefing("export", "html", "--minutes", "1", "--for", "us").out


def test_a_page_can_leave_my_notes_out(briefing: Briefing, library: Library) -> None:
    note = library.notes("bridges").add("r01", "My very own.")
    assert note
    VerdictLog(library.notes("bridges")).give(library.open("bridges").get("r01"), "disagree")
    said = briefing("export", "brief").out
    assert f"My very own. [{note.id}]" in said
    assert "Disagree. [r01]" in said
    said = briefing("export", "brief", "--without-mine").out
    assert "My very own." not in said
    assert "Disagree" not in said


def test_a_page_of_what_is_marked_has_nothing_else(briefing: Briefing, library: Library) -> None:
    assert "No record of bridges is marked" in briefing("export", "brief", "--only", "marked").err
    Marks(library.notes("bridges")).set("q01", True)
    said = briefing("export", "brief", "--only", "marked")
    assert "Who pays? [q01]" in said.out
    assert "[r01]" not in said.out


@pytest.mark.parametrize(
    "wrong",
    [["brief", "--minutes", "7"], ["brief", "--only", "seen"], ["json", "--minutes", "5"], ["csv"], ["breif"]],
    ids=["minutes", "only", "no page", "no folder", "no format"],
)
def test_what_an_export_cannot_be_is_told_and_nothing_is_written(briefing: Briefing, wrong: list[str]) -> None:
    said = briefing("export", *wrong)
    assert (said.code, said.out) == (2, "")
    assert said.err.strip()


def test_an_unknown_briefing_is_no_misuse(briefing: Briefing) -> None:
    assert briefing("export", "brief", "-b", "nowhere").code == 1


def test_tables_go_to_a_folder_and_overwrite_only_when_told(briefing: Briefing, tmp_path: Path) -> None:
    folder = str(tmp_path / "tables")
    assert briefing("export", "csv", "-o", folder).code == 0
    assert (tmp_path / "tables" / "claims.csv").read_bytes().count(b"\r\n") == 4
    assert briefing("export", "csv", "-o", folder).code == 1
    assert briefing("export", "csv", "-o", folder, "--force").code == 0


def test_a_calendar_keeps_its_line_ends_and_says_what_is_left_out(briefing: Briefing, tmp_path: Path) -> None:
    said = briefing("export", "ics", "-o", str(tmp_path / "due.ics"))
    assert (said.code, said.out) == (0, "")
    assert "no due date" not in said.err
    assert (tmp_path / "due.ics").read_bytes().endswith(b"END:VCALENDAR\r\n")
    assert briefing("export", "ics").out.count("\r\n") > 5


def test_the_help_of_export_names_every_format(briefing: Briefing) -> None:
    said = " ".join(briefing("export", "--help").out.split())
    assert [name for name in FORMATS if f" {name}" not in said] == []


@pytest.fixture
def judged(library: Library) -> None:
    """Return a note and a verdict of mine on a prediction that nobody assessed."""
    notes = library.notes("bridges")
    notes.add("c002", "My very own.")
    VerdictLog(notes).give(library.open("bridges").get("c002"), "disagree", "My own reason.")


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_leave_out_what_is_mine(briefing: Briefing, tmp_path: Path, format: str) -> None:
    def told(*options: str) -> str:
        place = tmp_path / f"{len(options)}"
        assert briefing("export", format, "-o", str(place), *options).code == 0
        return "".join(path.read_text("utf-8") for path in ([place] if place.is_file() else sorted(place.iterdir())))

    for words in ("My very own.", "My own reason.", '"disagree"', "Disagree"):
        assert words not in told("--without-mine", "--force")
    if format not in ("dot", "argdown", "json", "annotation"):
        assert "My very own." in told()


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize("format", ["brief", "html", "markdown", "csv", "ics"])
def test_a_verdict_goes_out_with_its_reason(briefing: Briefing, tmp_path: Path, format: str) -> None:
    briefing("export", format, "-o", str(tmp_path / "out"))
    files = [tmp_path / "out"] if (tmp_path / "out").is_file() else sorted((tmp_path / "out").iterdir())
    assert "My own reason." in "".join(path.read_text("utf-8") for path in files)


def test_ids_can_be_links_of_a_vault(briefing: Briefing) -> None:
    assert "[[bridges#^r01|r01]]" in briefing("export", "brief", "--wikilinks").out
    assert "[[#^c001|c001]]" in briefing("export", "markdown", "--wikilinks").out
    assert briefing("export", "html", "--wikilinks").code == 2


@pytest.mark.parametrize("format", ["claimreview", "stix"])
def test_a_removed_format_is_refused_and_writes_nothing(briefing: Briefing, tmp_path: Path, format: str) -> None:
    result = briefing("export", format, "-o", str(tmp_path / "out"))
    assert (result.code, result.out) == (2, "")
    assert f"Unknown format {format} (removed in 0.2); use json." in " ".join(result.err.split())
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_is_told_the_known_ones(briefing: Briefing) -> None:
    said = " ".join(briefing("export", "breif").err.split())
    assert "Did you mean brief?" in said
    assert all(name in said for name in FORMATS)
