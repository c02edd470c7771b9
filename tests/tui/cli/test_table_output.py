"""A table is safe in a spreadsheet, whole in a pipe, and fits a terminal."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from store.library.library import Library
from tests.support import hostile, sample
from tests.tui.cli.conftest import Briefing


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_has_all_fields_and_the_grade(briefing: Briefing) -> None:
    claim = briefing("table", "claims", "--json").json[0]
    assert (claim["id"], claim["grade"], claim["text"]) == ("c001", "C3", "Bridges pay.")
    assert claim["figures"] == [{"value": 80.5, "unit": "%", "of": "all tolls"}]


def test_csv_ends_its_lines_and_quotes_its_cells_as_the_standard_says(briefing: Briefing) -> None:
    text = briefing("table", "claims", "--csv").out
    assert text.startswith('"id","grade",')
    assert rows(text)[0]["about"] == "ann; bob"
    assert [row["id"] for row in rows(text)] == ["c001", "c002", "c003"]


def test_what_was_not_said_is_an_empty_cell(briefing: Briefing) -> None:
    briefing("verdict", "c001", "agree")
    row = rows(briefing("table", "claims", "--csv").out)[0]
    assert (row["my_verdict"], row["my_confidence"], row["my_reason"]) == ("agree", "", "")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", " =", "＝", "＠", "\n="])
def test_no_cell_is_a_formula(briefing: Briefing, library: Library, sign: str) -> None:
    library.install(sample.briefing(claims=(sample.claim(text=f"{sign}HYPERLINK(1)"),)))
    cells = [cell for row in rows(briefing("table", "claims", "--csv").out) for cell in row.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＠"))] == []


def test_notes_lose_their_actions_like_everything_else(briefing: Briefing, library: Library) -> None:
    library.notes("bridges").add("c001", '=1+1, "quoted"\nand more', tags=["doubt"])
    (row,) = rows(briefing("table", "notes", "--csv").out)
    assert row["body"].splitlines() == ['\'=1+1, "quoted"', "and more"]
    assert row["tags"].strip("'") == "doubt"


def test_an_empty_table_is_still_csv(briefing: Briefing) -> None:
    assert rows(briefing("table", "notes", "--csv").out) == []


def test_in_a_pipe_nothing_is_cut_and_each_record_is_one_line(briefing: Briefing, library: Library) -> None:
    library.install(sample.briefing(claims=(sample.claim(text="long " * 100 + "\nend"),)))
    (line,) = briefing("table", "claims").out.splitlines()
    assert line.startswith("c001\t")
    assert line.endswith("long end")


def test_in_a_pipe_every_cell_keeps_its_place(briefing: Briefing, library: Library) -> None:
    library.install(sample.briefing(claims=(sample.claim(text="Said."), sample.claim(id="c002", text="c002"))))
    one, other = (line.split("\t") for line in briefing("table", "claims").out.splitlines())
    assert len(one) == len(other)
    assert (one[-1], other[-1]) == ("Said.", "c002")


def test_in_a_pipe_the_tags_of_a_note_stand_apart_from_its_words(briefing: Briefing, library: Library) -> None:
    library.notes("bridges").add("c001", "Ask her.", tags=["legal", "money"])
    library.notes("bridges").add("c001", "Really?")
    tagged, bare = (line.split("\t") for line in briefing("table", "notes").out.splitlines())
    assert len(tagged) == len(bare)
    assert (tagged[-3], tagged[-1]) == ("Ask her.", "#legal #money")
    assert (bare[-3], bare[-1]) == ("Really?", "")


def test_on_a_terminal_columns_are_named_and_fit(briefing: Briefing, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.install(sample.briefing(claims=(sample.claim(text="阿里 " * 100),)))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", briefing("table", "claims").out).splitlines()
    assert len(lines) == 2
    assert max(map(len, lines)) <= 61


@pytest.fixture
def lines(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Print a table on a terminal of this width."""

    def print_lines(kind: str, width: int) -> list[str]:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setenv("COLUMNS", str(width))
        return re.sub(r"\x1b\[[0-9;]*m", "", briefing("table", kind).out).splitlines()

    return print_lines


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_an_empty_column_takes_no_room_and_the_longest_text_gets_it(library: Library, lines: Callable[..., list[str]], width: int) -> None:
    library.install(sample.briefing(claims=(sample.claim(text="long " * 100),)))
    heading, line = lines("claims", width)
    assert "verdict" not in heading
    assert len(line) in (width - 1, width)
    assert line.rstrip().endswith("…")
    # sign or none, id, grade, kind, speaker: no column is wider than what is in it
    assert len(line) - line.index("long") >= width - 36


def test_a_column_with_something_in_it_is_shown(briefing: Briefing, lines: Callable[..., list[str]]) -> None:
    assert briefing("verdict", "c001", "strongly-disagree").code == 0
    heading, *rest = lines("claims", 120)
    assert "verdict" in heading
    assert any("strongly-disagree" in line for line in rest)


@pytest.mark.parametrize("kind", ["claims", "predictions", "relations", "strategies", "actors", "events", "questions", "paragraphs"])
@pytest.mark.parametrize("width", [50, 80, 160])
def test_no_line_is_wider_than_the_terminal(library: Library, lines: Callable[..., list[str]], kind: str, width: int) -> None:
    library.install(sample.whole())
    assert all(cell_len(line) <= width for line in lines(kind, width))


@pytest.mark.parametrize("kind", ["claims", "actors", "notes"])
def test_hostile_words_reach_no_terminal_as_commands(briefing: Briefing, library: Library, kind: str) -> None:
    words = "".join(hostile.STRINGS[name] for name in ("clipboard", "title", "hyperlink", "C1 sequence", "right-to-left override"))
    library.install(hostile.filled(sample.whole(), words))
    library.notes("bridges").add("c001", words)
    for option in ((), ("--json",), ("--csv",)):
        said = briefing("table", kind, "-b", "bridges", *option)
        assert said.code == 0
        assert hostile.SEEN in said.out
        assert not set("\x1b\x07\x9b\x9d") & set(said.out)
