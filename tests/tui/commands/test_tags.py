"""Tags with completion, one by another name everywhere, the kind of a note, and whether it is done: each can be undone."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from store.library.library import Library
from tests.support.reader import NARROW, Reader, reading


def only(reader: Reader) -> tuple[str, ...]:
    reader.notes.refresh()
    return reader.notes.all()[-1].tags


@pytest.fixture
def tagged(library: Library) -> Library:
    """Three notes: two tagged legal, one law; none on c003."""
    notes = library.notes("bridges")
    for target, tags in (("c001", ["legal", "money"]), ("ann", ["legal"]), ("c002", ["law"])):
        notes.add(target, f"On {target}.", tags)
    return library


def typed(reader: Reader) -> str:
    return reader.app.screen.query_one(Input).value


async def test_t_asks_for_tags_and_they_are_shown_and_undone(library: Library) -> None:
    library.notes("bridges").add("c001", "Really?")
    async with reading(library, at="c001", size=NARROW) as reader:
        await reader.press("t", *"#law, money", "enter")
        assert only(reader) == ("law", "money")
        assert "#law #money" in reader.mine
        await reader.press("u")
        assert only(reader) == ()
        assert reader.told[-1] == "Undone: change the tags of the note on c001."
        await reader.press("ctrl+r")
        assert only(reader) == ("law", "money")


async def test_tags_in_use_are_offered_with_their_counts_and_taken_with_tab(tagged: Library) -> None:
    tagged.notes("bridges").add("c003", "Plain.")
    async with reading(tagged, at="c003") as reader:
        await reader.press("t")
        assert "#legal  2" in reader.shown
        await reader.press("l", "down", "tab")
        assert typed(reader) == "law "
        await reader.press("tab")
        assert typed(reader) == "law legal "
        await reader.press("enter")
        assert only(reader) == ("law", "legal")


async def test_esc_leaves_the_tags_as_they_were(tagged: Library) -> None:
    async with reading(tagged, at="c002") as reader:
        await reader.press("t")
        assert typed(reader) == "law "
        await reader.press(*"x", "escape")
        assert only(reader) == ("law",)
        await reader.press("t", "ctrl+u", "enter")
        assert only(reader) == ()


async def test_a_tag_is_renamed_everywhere_in_one_deed(tagged: Library) -> None:
    async with reading(tagged, at="c001") as reader:
        await reader.press("t", *"x", "backspace")
        reader.app.screen.query_one(Input).value = "leg"
        await reader.press("ctrl+r")
        assert "#legal everywhere by another name" in reader.shown
        await reader.press("ctrl+u", *"court", "enter")
        assert [note.tags for note in reader.notes.all()] == [("court", "money"), ("court",), ("law",)]
        await reader.press("9", "u")
        assert reader.told[-1] == "Undone: rename the tag #legal to #court (2 notes)."
        assert [note.tags for note in reader.notes.all()] == [("legal", "money"), ("legal",), ("law",)]


async def test_a_tag_renamed_onto_another_becomes_one_with_it(tagged: Library) -> None:
    async with reading(tagged, at="c003") as reader:
        await reader.press("t")
        assert reader.dialog == "ChoiceDialog"
        assert "on 2 notes" in reader.shown
        await reader.press("enter", "ctrl+u", *"law")
        assert "#law is in use, and the two become one" in " ".join(reader.shown.split())
        await reader.press("enter")
        assert [note.tags for note in reader.notes.all()] == [("law", "money"), ("law",), ("law",)]
        await reader.press("u")
        assert reader.told[-1] == "Undone: merge the tag #legal into #law (2 notes)."
        assert [note.tags for note in reader.notes.all()] == [("legal", "money"), ("legal",), ("law",)]


async def test_a_name_that_is_none_is_told_and_asked_for_again(tagged: Library) -> None:
    async with reading(tagged, at="c003") as reader:
        await reader.press("t", "enter", "ctrl+u", *" # ", "enter")
        assert "needs a name" in reader.shown
        await reader.press("escape")
        assert reader.dialog == ""


async def test_without_notes_and_tags_there_is_nothing_to_tag(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        for key in "tco":
            await reader.press(key)
            assert (reader.dialog, "There is no note here" in reader.told[-1]) == ("", True)


async def test_notes_are_filtered_by_tag_kind_and_status(tagged: Library) -> None:
    async with reading(tagged, at="c001") as reader:
        await reader.press("c", "down", "enter", "9", "f", *"tag:legal kind:question status:open", "enter")
        assert [item.target for item in reader.record_list.items] == ["c001"]


@pytest.mark.parametrize(
    ("steps", "kind", "status"), [(1, "question", "open"), (2, "to do", "open"), (3, "quote", ""), (4, "correction", "open")]
)
async def test_c_makes_the_note_one_of_five_kinds(library: Library, steps: int, kind: str, status: str) -> None:
    library.notes("bridges").add("c001", "Really?")
    async with reading(library, at="c001") as reader:
        await reader.press("c", *["down"] * steps, "enter")
        assert ", ".join(filter(None, (kind, status))) in reader.mine
        await reader.press("c")
        assert reader.dialog == "ChoiceDialog"
        await reader.press("enter")  # the kind it has is the one that is chosen
        assert kind in reader.mine
        await reader.press("u")
        assert kind not in reader.mine
        assert reader.told[-1] == f"Undone: make the note on c001 a {kind}."


async def test_o_says_that_it_is_done_and_open_again(library: Library) -> None:
    library.notes("bridges").add("c001", "Who says?", motivation="questioning")
    async with reading(library, at="c001") as reader:
        await reader.press("o")
        assert "question, done" in reader.mine
        await reader.press("9")
        assert "✓" in reader.shown
        await reader.press("o")
        assert "question, open" in reader.card
        for told in ("Undone: open the question on c001 again.", "Undone: close the question on c001."):
            await reader.press("u")
            assert reader.told[-1] == told


async def test_a_comment_is_neither_open_nor_done(library: Library) -> None:
    library.notes("bridges").add("c001", "Really?")
    async with reading(library, at="c001") as reader:
        await reader.press("o")
        assert "neither open nor done" in reader.told[-1]
        assert "c makes it one" in reader.told[-1]
