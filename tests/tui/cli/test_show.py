"""The commands that read show the same to people and to programs."""

from __future__ import annotations

import csv
import io
import sys

import pytest

from store.annotations.reading_progress import ReadingProgress
from store.annotations.ui_state import UiState
from store.library.library import Library
from store.search.list_filter import ListFilter
from store.session import Session
from store.storage.paths import Paths
from tests.support import sample
from tests.tui.cli.conftest import Briefing
from tui.cli.show import KINDS


def test_the_library_lists_claims_and_notes(briefing: Briefing, library: Library) -> None:
    library.notes("bridges").add("c001", "Really?")
    assert briefing("list").out == "bridges  Do bridges pay?  (3 claims, 1 note)\n"
    assert briefing("list", "--json").json == [{"id": "bridges", "title": "Do bridges pay?", "claims": 3, "notes": 1, "problem": ""}]


def test_a_briefing_that_cannot_be_read_is_listed_with_the_reason(briefing: Briefing, home: Paths) -> None:
    (home.library / "bridges" / "briefing.json").write_text("{")
    said = briefing("list")
    assert (said.code, said.err) == (1, "1 briefing cannot be read.\n")
    assert "briefing.json" in said.out


@pytest.mark.parametrize("identity", ["c001", "ann", "r01", "s01", "l01", "e01", "q01", "p1"])
def test_every_record_can_be_shown(briefing: Briefing, identity: str) -> None:
    said = briefing("show", identity)
    assert said.code == 0
    assert said.out.strip()
    assert isinstance(briefing("show", identity, "--json").json, dict)


def test_an_actor_is_found_by_any_name(briefing: Briefing) -> None:
    assert briefing("show", "annie").out == briefing("show", "ann").out
    assert briefing("show", "李安", "--json").json["id"] == "ann"


def test_the_briefing_itself_can_be_shown(briefing: Briefing) -> None:
    assert "Do bridges pay?" in briefing("show", "bridges").out
    assert briefing("show", "bridges", "--json").json["title"] == "Bridges"


def test_a_record_is_shown_with_the_notes_on_it(briefing: Briefing, library: Library) -> None:
    library.notes("bridges").add("c001", "Really?")
    assert "Really?" in briefing("show", "c001").out
    assert briefing("show", "c001", "--json").json["notes"][0]["body"] == "Really?"
    assert "Really?" not in briefing("show", "c002").out


def test_a_note_is_shown_with_what_it_said_before(briefing: Briefing, library: Library) -> None:
    notes = library.notes("bridges")
    note = notes.add("c001", "Really?")
    assert note
    notes.edit(note, "Indeed.")
    page = briefing("show", note.id).out
    assert "Indeed." in page
    assert "Really?" in page


def test_the_briefing_that_is_named_is_the_one_that_is_read(briefing: Briefing, library: Library) -> None:
    library.install(sample.briefing(id="tunnels", claims=(sample.claim(text="Tunnels pay."),)))
    assert "Tunnels pay." in briefing("show", "c001", "-b", "tunnels").out
    assert "Bridges pay." in briefing("show", "c001").out
    UiState(briefing="tunnels").save(library.places.state)
    assert "Tunnels pay." in briefing("show", "c001").out


def test_a_briefing_that_is_not_there_is_not_found(briefing: Briefing) -> None:
    said = briefing("show", "c001", "-b", "brigdes")
    assert said.code == 1
    assert "bridges" in said.err


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_table_for_people_and_for_programs(briefing: Briefing, library: Library, kind: str) -> None:
    library.notes("bridges").add("c001", "Really?")
    records = briefing("table", kind, "--json").json
    assert len(briefing("table", kind).out.splitlines()) == len(records) > 0
    assert len(list(csv.reader(io.StringIO(briefing("table", kind, "--csv").out)))) == len(records) + 1


def test_a_table_can_be_filtered(briefing: Briefing) -> None:
    assert [claim["id"] for claim in briefing("table", "claims", "--where", "kind:prediction", "--json").json] == ["c002"]
    assert [claim["id"] for claim in briefing("table", "claims", "-w", "-kind:prediction", "--json").json] == ["c001", "c003"]


@pytest.mark.parametrize(("words", "meant"), [("knd:prediction", "kind"), ("kind:predicton", "prediction")])
def test_a_wrong_filter_ends_in_2_and_names_the_nearest(briefing: Briefing, words: str, meant: str) -> None:
    said = briefing("table", "claims", "--where", words)
    assert (said.code, said.out) == (2, "")
    assert f"Did you mean {meant}?" in said.err


def test_a_filter_that_nothing_passes_leaves_an_empty_table(briefing: Briefing) -> None:
    assert briefing("table", "claims", "-w", "zebra", "--json") == (0, "[]\n", "")
    assert briefing("table", "claims", "-w", "zebra") == (0, "", "")


def test_search_finds_records_and_notes(briefing: Briefing, library: Library) -> None:
    note = library.notes("bridges").add("c001", "What of the tolls?")
    assert note
    hits = briefing("find", "toll", "--json").json
    assert {note.id, "c002"} <= {hit["id"] for hit in hits}
    assert "Tolls will double." in briefing("find", "double").out


def test_search_that_finds_nothing_ends_in_1(briefing: Briefing) -> None:
    said = briefing("find", "zebra")
    assert (said.code, said.out) == (1, "")
    assert "zebra" in said.err
    assert (briefing("find", "zebra", "--json").code, briefing("find", "zebra", "--json").json) == (1, [])


def test_a_terminal_gets_emphasis_and_nothing_wider_than_it_is(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in briefing("show", "c001").out
    assert "\x1b[" in briefing("find", "double").out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in briefing("show", "c001").out


@pytest.mark.parametrize("identity", ["c001", "ann", "r01", "s01", "l01", "e01", "q01", "p1", "bridges"])
def test_everything_can_be_shown_in_sentences(briefing: Briefing, library: Library, identity: str) -> None:
    library.notes("bridges").add(identity, "Really?")
    said = briefing("show", identity, "--plain")
    assert said.code == 0
    assert "◆" not in said.out and "¶" not in said.out
    assert said.out.splitlines()[-1].endswith(": Really?")


def test_a_note_can_be_shown_in_sentences_with_what_it_said_before(briefing: Briefing, library: Library) -> None:
    notes = library.notes("bridges")
    note = notes.add("c001", "Really?")
    assert note
    notes.edit(note, "Surely.")
    assert [line.rpartition(": ")[2] for line in briefing("show", note.id, "--plain").out.splitlines()] == ["Surely.", "Really?"]


@pytest.mark.parametrize("kind", ["relations", "events", "questions"])
@pytest.mark.parametrize("words", ["voice:article", "voice:reviewer", "-voice:article", "voice:reviewer opens or voice:article"])
def test_a_voice_is_the_same_on_the_screen_and_on_the_command_line(briefing: Briefing, library: Library, kind: str, words: str) -> None:
    library.install(sample.two_voices())
    on_screen = ListFilter(Session(library.open("bridges"), library.notes("bridges")), ReadingProgress())
    on_screen.words = words
    listed = [record["id"] for record in briefing("table", kind, "-w", words, "--json").json]
    assert listed == [record.id for record in on_screen.apply(getattr(library.open("bridges").file, kind))]
    assert len(listed) == {"relations": 1, "events": 1, "questions": 1}[kind]


def test_a_table_in_a_pipe_says_what_the_reviewer_adds(briefing: Briefing, library: Library) -> None:
    library.install(sample.two_voices())
    assert [line.split("\t")[-1] for line in briefing("table", "events").out.splitlines()] == ["A bridge opens.", "◆ The bridge falls."]
