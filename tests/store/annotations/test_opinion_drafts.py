"""Drafts of opinions: one for each record and dialog, found again by both, and invisible among the drafts of notes."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from store.annotations.draft_folder import DraftWriter
from store.annotations.drafts import Drafts
from store.annotations.opinion_drafts import OpinionDraft, OpinionDrafts


def write(drafts: OpinionDrafts, target: str, kind: str, text: str) -> DraftWriter[OpinionDraft]:
    writer = drafts.begin("bridges", target, kind)
    writer.put(replace(writer.draft, choice="agree", fields={"because": text}))
    return writer


def test_a_draft_is_found_by_its_record_and_kind(tmp_path: Path) -> None:
    drafts = OpinionDrafts(tmp_path)
    write(drafts, "c001", "verdict", "One.").release()
    write(drafts, "c001", "grade", "Two.").release()
    assert drafts.begin("bridges", "c001", "verdict").draft.fields == {"because": "One."}
    assert drafts.begin("bridges", "c002", "verdict").draft.fields == {}
    assert drafts.begin("tunnels", "c001", "verdict").draft.fields == {}


def test_a_draft_that_is_open_in_another_window_is_left_to_it(tmp_path: Path) -> None:
    writer = write(OpinionDrafts(tmp_path), "c001", "verdict", "One.")
    assert OpinionDrafts(tmp_path).begin("bridges", "c001", "verdict").draft.fields == {}
    writer.release()
    assert len(OpinionDrafts(tmp_path).interrupted("bridges")) == 1


def test_a_finished_draft_is_gone_and_writes_no_more(tmp_path: Path) -> None:
    drafts = OpinionDrafts(tmp_path)
    writer = write(drafts, "c001", "verdict", "One.")
    writer.finish()
    writer.put(replace(writer.draft, fields={"because": "Two."}))
    assert list(drafts.folder.iterdir()) == []


def test_the_drafts_of_notes_do_not_see_them(tmp_path: Path) -> None:
    write(OpinionDrafts(tmp_path), "c001", "verdict", "One.").release()
    assert (Drafts(tmp_path).interrupted("bridges"), tuple(Drafts(tmp_path).problems(("bridges",)))) == ((), ())


def test_a_draft_is_sanitized_on_its_way_back_and_a_damaged_one_is_named(tmp_path: Path) -> None:
    drafts = OpinionDrafts(tmp_path)
    write(drafts, "c001", "verdict", "ring\x07").release()
    (drafts.folder / "junk.json").write_text("{", "utf-8")
    assert drafts.interrupted("bridges")[0].fields == {"because": "ring␇"}
    (problem,) = drafts.problems(("bridges",))
    assert problem.startswith(f"{drafts.folder / 'junk.json'} is not a draft")
