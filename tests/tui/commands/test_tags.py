"""Renaming a tag on all notes: one command that can be undone."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support.reader import reading


@pytest.fixture
def tagged(library: Library) -> Library:
    """Three notes: two tagged legal, one law; none on c003."""
    notes = library.notes("bridges")
    for target, tags in (("c001", ["legal", "money"]), ("ann", ["legal"]), ("c002", ["law"])):
        notes.add(target, f"On {target}.", tags)
    return library


async def test_a_tag_is_renamed_everywhere_in_one_deed(tagged: Library) -> None:
    async with reading(tagged, at="c001") as reader:
        await reader.run("tag.rename")
        assert "2 notes" in reader.shown
        await reader.press("enter")
        assert "New name of #legal" in reader.shown
        await reader.press("ctrl+u", *"court", "enter")
        assert [note.tags for note in reader.notes.all()] == [("court", "money"), ("court",), ("law",)]
        await reader.press("9", "u")
        assert reader.told[-1] == "Undone: rename the tag #legal to #court (2 notes)."
        assert [note.tags for note in reader.notes.all()] == [("legal", "money"), ("legal",), ("law",)]


async def test_a_tag_renamed_onto_another_becomes_one_with_it(tagged: Library) -> None:
    async with reading(tagged, at="c003") as reader:
        await reader.run("tag.rename")
        assert reader.dialog == "ChoiceDialog"
        await reader.press("enter", "ctrl+u", *"law")
        assert "#law is in use, and the two are merged" in " ".join(reader.shown.split())
        await reader.press("enter")
        assert [note.tags for note in reader.notes.all()] == [("law", "money"), ("law",), ("law",)]
        await reader.press("u")
        assert reader.told[-1] == "Undone: merge the tag #legal into #law (2 notes)."
        assert [note.tags for note in reader.notes.all()] == [("legal", "money"), ("legal",), ("law",)]


async def test_a_name_that_is_none_is_told_and_asked_for_again(tagged: Library) -> None:
    async with reading(tagged, at="c003") as reader:
        await reader.run("tag.rename")
        await reader.press("enter", "ctrl+u", *" # ", "enter")
        assert "needs a name" in reader.shown
        await reader.press("escape")
        assert reader.dialog == ""


async def test_without_tags_a_message_says_how_to_add_one(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.run("tag.rename")
        assert (reader.dialog, reader.told[-1]) == ("", "No note has a tag. Press e on a note to edit it and its tags.")
