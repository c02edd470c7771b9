"""Whatever happens ends in the right exit code, with data on one stream and complaints on the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.annotations.notes import Notes
from store.library.library import Library
from store.storage.file_lock import locked
from store.storage.journal import lock_path
from store.storage.paths import Paths
from tests.support.outside import command, python, shell
from tests.tui.cli.conftest import Briefing
from tui.cli.main import run as main

SECRET = "my secret thought"


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Raise an internal error whose message quotes a note."""

    def broken(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(Library, "notes", broken)


def test_data_goes_to_standard_output_alone(briefing: Briefing) -> None:
    said = briefing("show", "c001")
    assert said.code == 0
    assert "Bridges pay." in said.out
    assert said.err == ""


def test_what_is_not_found_ends_in_1_with_the_nearest_on_standard_error(briefing: Briefing) -> None:
    said = briefing("show", "ana")
    assert (said.code, said.out) == (1, "")
    assert "Did you mean ann?" in said.err


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("show", "show"),
        ("list --nope", "list"),
        ("note", "note"),
        ("note nope", "note"),
        ("note tag rename", "note tag rename"),
        ("note add c001 Hm. --kind nope", "note add"),
        ("note link c001 hates c002", "note link"),
        ("table bridges", "table"),
        ("table claims --json --csv", "table"),
        ("verdict c001 agree --confidence 101", "verdict"),
        ("export pdf", "export"),
        ("--nope", ""),
    ],
)
def test_what_is_used_wrongly_ends_in_2_and_shows_the_way(briefing: Briefing, line: str, way: str) -> None:
    said = briefing(*line.split())
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith(f" `{' '.join(('briefing', *way.split(), '--help'))}` shows how.\n")
    assert said.err.count("\n") == 1


def test_a_busy_store_ends_in_3_and_nothing_is_saved(briefing: Briefing, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = Notes.__init__.__kwdefaults__
    assert defaults
    monkeypatch.setitem(defaults, "wait", 0.01)
    with locked(lock_path(library.notes("bridges").journal.path)):
        said = briefing("note", "add", "c001", SECRET)
    assert (said.code, said.out) == (3, "")
    assert "nothing was saved yet" in said.err
    assert library.notes("bridges").all() == ()


@pytest.mark.usefixtures("breaking")
def test_a_bug_of_ours_ends_in_70_and_is_told_in_a_sentence(briefing: Briefing, home: Paths) -> None:
    said = briefing("show", "c001")
    assert (said.code, said.out) == (70, "")
    assert "Internal error (ValueError)" in said.err
    assert str(home.log) in said.err


@pytest.mark.usefixtures("breaking")
def test_the_log_says_where_it_happened_and_quotes_no_note(briefing: Briefing, home: Paths) -> None:
    said = briefing("show", "c001")
    log = home.log.read_text()
    assert "show.py" in log
    assert "ValueError" in log
    assert SECRET not in log + said.err


@pytest.mark.usefixtures("breaking")
def test_where_no_log_can_be_written_the_story_is_told_instead(briefing: Briefing, home: Paths) -> None:
    home.log.mkdir(parents=True)
    said = briefing("show", "c001")
    assert said.code == 70
    assert "show.py" in said.err
    assert SECRET not in said.err


def test_an_interruption_ends_in_130(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "open", interrupted)
    assert briefing("show", "c001") == (130, "", "")


@pytest.mark.parametrize("arguments", [("show", "c001"), ("table", "claims"), ("find", "bridges"), ("list",)], ids=" ".join)
def test_what_is_piped_has_no_escape_codes(library: Library, arguments: tuple[str, ...]) -> None:
    done = command(*arguments, *(() if arguments == ("list",) else ("-b", "bridges")), TERM="xterm-256color", FORCE_COLOR="1")
    assert done.returncode == 0
    assert done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_a_closed_pipe_is_no_error(home: Paths) -> None:
    done = shell("$briefing export json | head -1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


@pytest.mark.parametrize("arguments", [["show", "c012"], ["table", "claims"], ["find", "red"], ["list"], ["note", "list"], ["doctor"]])
def test_no_headless_command_imports_the_screen(home: Paths, arguments: list[str]) -> None:
    lines = f"import sys; from tui.cli.main import run; code = run({arguments}); print(); print(code, 'textual' in sys.modules)"
    assert python(lines).splitlines()[-1] == "0 False"


def test_a_first_start_finds_the_shipped_briefing(home: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert capsys.readouterr().out.startswith("alibaba-overseas  ")


def test_what_was_typed_is_cleaned_before_it_is_told(briefing: Briefing, tmp_path: Path) -> None:
    for arguments in (["shw\x1b]0;x\x07"], ["show", "\x1b[31m"], ["table", "\x1b[31m"], ["list", "-b\x1b[31m"], ["export", "\x1b"]):
        said = briefing(*arguments)
        assert said.code in (1, 2)
        assert "\x1b" not in said.out + said.err
