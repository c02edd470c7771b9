"""L links what is under the cursor to another record: both show it, it can be followed, filtered by, and undone."""

from __future__ import annotations

import pytest

from store.library.library import Library
from store.model.note import NoteLink
from tests.support.reader import NARROW, reading


@pytest.mark.parametrize(("steps", "word"), [(0, "contradicts"), (1, "supports"), (2, "see also")])
async def test_a_record_is_linked_to_another_by_a_few_letters(library: Library, steps: int, word: str) -> None:
    async with reading(library, at="c001", size=NARROW) as reader:
        await reader.press("L", *"vanish", "enter", *["down"] * steps, "enter")
        (note,) = reader.notes.all()
        assert (note.target, note.link) == ("c001", NoteLink(word=word, id="c003"))  # type: ignore[arg-type]
        assert f"c001 {word} c003 Tolls will vanish." in reader.mine
        await reader.press("down", "down")
        assert reader.at == "c003"
        assert f"c001 {word} c003 Bridges pay." in reader.mine
        await reader.press("u")
        assert (reader.bodies, reader.told[-1]) == ([], "Undone: link c001 to c003.")


async def test_what_is_marked_comes_first(library: Library) -> None:
    async with reading(library, at="c003") as reader:
        await reader.press("m", "up", "up", "L")
        lines = reader.shown.split("\n")
        assert next(at for at, line in enumerate(lines) if "Marked" in line) < next(
            at for at, line in enumerate(lines) if "Records" in line
        )
        await reader.press("enter", "enter")
        assert [note.link for note in reader.notes.all()] == [NoteLink(word="contradicts", id="c003")]


async def test_a_link_can_be_followed_to_the_other_record(library: Library) -> None:
    library.notes("bridges").add("c001", "Both cannot be.", link=NoteLink(word="contradicts", id="ann"))
    async with reading(library, at="c001") as reader:
        reader.pane.mine.focus()
        await reader.press("tab", "enter")
        assert (reader.tab, reader.at) == ("Companies", "ann")
        assert "Both cannot be." in reader.mine
        await reader.press("backspace")
        assert reader.at == "c001"


async def test_a_link_is_found_by_what_it_is_about_and_says(library: Library) -> None:
    library.notes("bridges").add("c001", "", link=NoteLink(word="contradicts", id="c003"))
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"mine:contradicts", "enter")
        assert reader.ids == ["c001", "c003"]
        await reader.press("9", "f", *"about:c003", "enter")
        assert len(reader.ids) == 1
        assert "on c001" in reader.card and "on c003" in reader.card


async def test_e_says_why_and_a_link_stays_a_link(library: Library) -> None:
    library.notes("bridges").add("c001", "", link=NoteLink(word="contradicts", id="c003"))
    async with reading(library, at="c003") as reader:
        await reader.press("e")
        assert reader.written == ""
        await reader.paste("Both cannot be.")
        await reader.press("ctrl+s")
        (note,) = reader.notes.all()
        assert (note.body, note.link) == ("Both cannot be.", NoteLink(word="contradicts", id="c003"))
        await reader.press("e", "f7", "delete", "ctrl+s")
        assert [note.body for note in reader.notes.all()] == ["contradicts c003"]
        await reader.press("e")
        assert "Type" not in reader.shown and "Status" not in reader.shown
        await reader.press("tab", *"law", "ctrl+s")
        (note,) = reader.notes.all()
        assert (note.tags, note.link) == (("law",), NoteLink(word="contradicts", id="c003"))


async def test_a_link_that_is_there_is_not_made_twice(library: Library) -> None:
    library.notes("bridges").add("c001", "", link=NoteLink(word="contradicts", id="c003"))
    async with reading(library, at="c001") as reader:
        await reader.press("L", *"vanish", "enter", "enter")
        assert "already" in reader.told[-1]
        assert len(reader.bodies) == 1


async def test_the_whole_briefing_is_no_record_to_link(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("L")
        assert (reader.dialog, reader.told[-1]) == ("", "No record to link here. Select a record or a paragraph.")


async def test_who_leaves_the_question_links_nothing(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("L", "escape")
        await reader.press("L", "enter", "escape")
        assert reader.bodies == []
