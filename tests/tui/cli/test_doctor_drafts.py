"""The doctor lists what was typed and not yet saved."""

from __future__ import annotations

from msgspec.structs import replace

from store.annotations.drafts import Draft, Drafts
from store.annotations.editor_file import EditorFile
from store.annotations.opinion_drafts import OpinionDrafts
from store.annotations.ui_state import UiState
from store.library.library import Library
from store.storage.paths import Paths
from tests.support.terminal import Terminal
from tests.tui.cli.conftest import Briefing

TODAY = "2026-01-02"  # by the clock of the tests


def test_a_draft_with_a_damaged_id_is_reported_by_the_doctor(briefing: Briefing, home: Paths) -> None:
    drafts = Drafts(home.drafts)
    drafts.begin(Draft(briefing="bridgez", target="c001", body="")).suspend("half a thought")
    drafts.begin(Draft(briefing="bridges", target="c00q", body="")).suspend("half a thought")
    said = briefing("doctor")
    assert said.code == 1
    assert "is a draft for the briefing bridgez, which is not in the library; it is kept. Did you mean bridges?" in said.err
    assert "is a draft on c00q, which bridges does not have; it is kept." in said.err


def test_a_draft_with_a_damaged_id_is_reported_on_the_screen(library: Library, home: Paths) -> None:
    UiState(briefing="bridges", toured=True).save(home.state)
    Drafts(home.drafts).begin(Draft(briefing="bridgez", target="c001", body="")).suspend("half a thought")
    with Terminal(home.data.parent) as terminal:
        terminal.wait_for("is a draft for the briefing bridgez")


def test_a_draft_of_an_opinion_is_listed_and_a_damaged_one_is_a_fault(briefing: Briefing, home: Paths) -> None:
    drafts = OpinionDrafts(home.drafts)
    writer = drafts.begin("bridges", "c001", "verdict")
    writer.put(replace(writer.draft, fields={"because": "half a thought"}))
    writer.release()
    said = briefing("doctor")
    assert said.code == 0
    assert "draft of a verdict on c001: 14 characters" in said.out
    (drafts.folder / "junk.json").write_text("{", "utf-8")
    said = briefing("doctor")
    assert (said.code, "junk.json" in said.err) == (1, True)


def test_files_that_an_editor_left_are_listed(briefing: Briefing, home: Paths) -> None:
    file = EditorFile.create(Drafts(home.drafts), Draft(briefing="bridges", target="c001", body="", name="d-aaaaaa"))
    assert "external editor" not in briefing("doctor").out
    (file.folder / ".swp").touch()
    assert f"files that an external editor left, perhaps with unsaved text: {file.folder / '.swp'}" in briefing("doctor").out
