"""Overview: what this is and how solid it is, on one screen."""

from __future__ import annotations

import pytest

from store.library.library import Library
from store.model.vocabulary import QuestionKind
from store.opinions.logs import VerdictLog
from tests.support.reader import reading
from tests.support.sample import whole
from tests.support.sessions import opinions_on


async def test_the_first_screen_tells_thesis_counts_and_weakest_link(library: Library) -> None:
    async with reading(library) as reader:
        assert reader.tab == "Overview"
        for words in ("Do bridges pay?", "Bridges pay.", "3 claims by kind", "C3", "c002"):
            assert words in reader.shown


async def test_it_lists_the_briefing_the_weakest_links_the_linchpins_and_the_questions(library: Library) -> None:
    async with reading(library) as reader:
        assert reader.ids == ["bridges", "c002", "c001", "q01"]
        assert "linchpin" in reader.shown
        assert "Linchpins: claims that alone hold something up c002 Tolls will double. holds up r01, 1 claim" in reader.card
        await reader.press("G")
        assert "Who pays?" in reader.card


async def test_contradictions_stand_before_open_questions(library: Library) -> None:
    (question,) = whole().questions
    kinds: tuple[QuestionKind, ...] = ("asked", "open", "contradiction")
    library.install(whole(questions=tuple(type(question)(id=f"q-{kind}", text=kind, kind=kind, paragraphs=(1,)) for kind in kinds)))
    async with reading(library) as reader:
        assert reader.ids[3:] == ["q-contradiction", "q-open", "q-asked"]


async def test_a_note_here_is_a_note_on_the_whole_briefing(library: Library) -> None:
    async with reading(library) as reader:
        await reader.write("Worth it?")
        assert [note.target for note in reader.notes.all()] == ["bridges"]
        assert "Worth it?" in reader.mine


async def test_my_progress_grows_with_my_notes(library: Library) -> None:
    async with reading(library) as reader:
        assert "no notes yet" in reader.card
        await reader.write("Worth it?")
        assert "1 note" in reader.card


async def test_what_i_reject_is_told_with_what_falls(library: Library) -> None:
    VerdictLog(library.notes("bridges")).give(library.open("bridges").get("c001"), "disagree")
    async with reading(library) as reader:
        assert "without c001, 1 of 1 recommendations lose support r01 ✗ falls Build bridges." in reader.card


async def test_scores_are_told_once_there_is_something_to_score(library: Library) -> None:
    async with reading(library) as reader:
        assert "Brier" not in reader.card
    opinions_on(library.open("bridges"), library.notes("bridges")).predict(library.open("bridges").get("c002"), 30, "no")
    async with reading(library) as reader:
        assert "Brier: the article 1.00 over 1, you 0.09 over 1 (the article on these 1.00)" in reader.card


async def test_the_linchpins_of_many_claims_come_a_little_later(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.panes.overview.MAX_INLINE_RECORDS", 1)
    async with reading(library) as reader:
        await reader.app.workers.wait_for_complete()
        await reader.settle()
        assert "linchpin" in reader.shown
        assert "c001 Bridges pay. holds up r01" in reader.card


async def test_a_bar_counts_all_claims_and_shows_them_whatever_view_they_were_left_in(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("w", "w", "1")
        assert reader.pane.TITLE == "Overview"
        await reader.click("opinion")
        await reader.settle()
        assert (reader.tab, reader.ids) == ("Claims", ["c001", "c003"])
        assert "2 of 3" in reader.shown
