"""Overview: what this is and how solid it is, on one screen."""

from __future__ import annotations

from store.library import Library
from tests.sample import whole
from tests.tui.reader import reading


async def test_the_first_screen_tells_thesis_counts_and_weakest_link(library: Library) -> None:
    async with reading(library) as reader:
        assert reader.tab == "Overview"
        for words in ("Do bridges pay?", "Bridges pay.", "3 claims by kind", "C3", "c002"):
            assert words in reader.shown


async def test_it_lists_the_briefing_the_weakest_links_and_the_questions(library: Library) -> None:
    async with reading(library) as reader:
        assert reader.ids == ["bridges", "c002", "q01"]
        await reader.press("G")
        assert "Who pays?" in reader.card


async def test_contradictions_stand_before_open_questions(library: Library) -> None:
    (question,) = whole().questions
    kinds = ("asked", "open", "contradiction")
    library.add(whole(questions=tuple(type(question)(id=f"q-{kind}", text=kind, kind=kind, paragraphs=(1,)) for kind in kinds)))
    async with reading(library) as reader:
        assert reader.ids[2:] == ["q-contradiction", "q-open", "q-asked"]


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
