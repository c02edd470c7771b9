"""Type, tags and status of a note are fields of the editor, saved with its text as one version."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from store.annotations.tags import count_tags
from store.library.library import Library
from store.model.note import Note
from tests.support.reader import Reader, reading
from tui.dialogs.note_fields import TagSuggester


def only(reader: Reader) -> Note:
    reader.notes.refresh()
    (note,) = reader.notes.all()
    return note


async def test_a_note_needs_no_more_than_a_text(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a", *"ok", "ctrl+s")
        note = only(reader)
        assert (note.body, note.motivation, note.tags, note.status) == ("ok", "commenting", (), "")


async def test_a_new_note_is_saved_with_its_type_and_tags_as_one_version(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a", *"who?", "tab", "right", "tab", *"#law, money", "ctrl+s")
        note = only(reader)
        assert (note.body, note.motivation, note.tags, note.status) == ("who?", "questioning", ("law", "money"), "open")
        assert note.revision == 1
        assert "#law #money" in reader.mine
        await reader.press("u")
        assert reader.bodies == []


async def test_text_type_tags_and_status_are_changed_as_one_version_and_undone_at_once(library: Library) -> None:
    library.notes("bridges").add("c001", "Really?")
    async with reading(library, at="c001") as reader:
        await reader.press("e", *"!", "tab", "right", "right", "tab", *"law", "tab", "right", "ctrl+s")
        note = only(reader)
        assert (note.body, note.motivation, note.tags, note.status, note.revision) == ("Really?!", "todo", ("law",), "done", 2)
        await reader.press("u")
        note = only(reader)
        assert (note.body, note.motivation, note.tags, note.status) == ("Really?", "commenting", (), "")
        assert reader.told[-1] == "Undone: edit the note on c001."


@pytest.mark.parametrize(
    ("steps", "kind", "status"), [(1, "question", "open"), (2, "to do", "open"), (3, "quote", ""), (4, "correction", "open")]
)
async def test_a_note_has_one_of_five_types(library: Library, steps: int, kind: str, status: str) -> None:
    library.notes("bridges").add("c001", "Really?")
    async with reading(library, at="c001") as reader:
        await reader.press("e", "tab", *["right"] * steps)
        assert ("Status" in reader.shown) == bool(status)
        await reader.press("ctrl+s")
        assert ", ".join(filter(None, (kind, status))) in reader.mine


async def test_a_question_is_closed_and_opened_again(library: Library) -> None:
    library.notes("bridges").add("c001", "Who says?", motivation="questioning")
    async with reading(library, at="c001") as reader:
        await reader.press("e", "tab", "tab", "tab", "right", "ctrl+s")
        assert "question, done" in reader.mine
        await reader.press("e", "tab", "tab", "tab", "right", "ctrl+s")
        assert "question, open" in reader.mine


async def test_cancelled_tags_are_kept_as_a_draft_with_the_text(library: Library) -> None:
    library.notes("bridges").add("c001", "Really?", ["law"])
    async with reading(library, at="c001") as reader:
        await reader.press("e", "tab", "tab", *"tax", "escape")
        assert only(reader).tags == ("law",)
        await reader.press("e")
        assert reader.app.screen.query_one("#tags", Input).value == "law tax "
        await reader.press("ctrl+s")
        assert only(reader).tags == ("law", "tax")


async def test_a_tag_in_use_completes_the_last_word(library: Library) -> None:
    notes = library.notes("bridges")
    for target, tags in (("c001", ["legal", "money"]), ("ann", ["legal"]), ("c002", ["law"])):
        notes.add(target, f"On {target}.", tags)
    suggester = TagSuggester(count_tags(notes.all()))
    assert await suggester.get_suggestion("l") == "legal"
    assert await suggester.get_suggestion("legal, la") == "legal, law"
    assert await suggester.get_suggestion("legal ") is None
    async with reading(library, at="c003") as reader:
        await reader.press("a", *"x", "tab", "tab", *"mo")
        await reader.settle()
        await reader.press("right", "ctrl+s")
        reader.notes.refresh()
        assert reader.notes.for_target("c003")[0].tags == ("money",)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_editor_fits_a_small_terminal(library: Library, size: tuple[int, int]) -> None:
    library.notes("bridges").add("c001", "Really?", ["law"], motivation="questioning")
    async with reading(library, at="c001", size=size) as reader:
        await reader.press("e")
        for text in ("Edit the note on c001", "Really?", "Type", "Tags", "Status", "save", "close"):
            assert text in reader.shown
