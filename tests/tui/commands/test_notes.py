"""Writing, editing, deleting, undoing: on whatever the cursor is on, and nothing of it lost."""

from __future__ import annotations

import errno
from collections.abc import Callable

import pytest

from store.annotations.drafts import Draft, Drafts
from store.annotations.notes import Notes
from store.library.library import Library
from store.storage import atomic_file
from tests.support.reader import NARROW, reading

EVERYTHING = pytest.mark.parametrize("target", ["ann", "s01", "r01", "c001", "e01", "l01", "q01", "p1", "bridges"])
Fail = Callable[[object, str, int], Callable[[], None]]


@pytest.mark.slow
@EVERYTHING
async def test_a_note_can_be_written_edited_deleted_and_brought_back_on_everything(library: Library, target: str) -> None:
    async with reading(library, at=target) as reader:
        if target == "q01":
            await reader.press("G")
        await reader.write("First.")
        assert [(note.target, note.body) for note in reader.notes.all()] == [(target, "First.")]
        await reader.press("e")
        await reader.paste(" Second.")
        await reader.press("ctrl+s")
        assert reader.bodies == ["First. Second."]
        await reader.press("d", "y")
        assert reader.bodies == []
        await reader.press("u")
        assert reader.bodies == ["First. Second."]
        assert "First. Second." in reader.mine


async def test_u_takes_back_one_deed_after_the_other_and_ctrl_r_does_them_again(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("One.")
        await reader.press("e")
        await reader.paste(" Two.")
        await reader.press("ctrl+s", "d", "y")
        steps = [[], ["One. Two."], ["One."], []]
        for bodies in steps[1:]:
            await reader.press("u")
            assert reader.bodies == bodies
        for bodies in reversed(steps[:-1]):
            await reader.press("ctrl+r")
            assert reader.bodies == bodies


async def test_a_new_deed_forgets_what_could_be_done_again(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("One.")
        await reader.press("u")
        await reader.write("Two.")
        await reader.press("ctrl+r")
        assert reader.bodies == ["Two."]
        assert "There is nothing to redo." in reader.told


async def test_with_nothing_to_undo_it_says_so(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("u")
        assert reader.told == ["There is nothing to undo."]
        await reader.press("ctrl+r")
        assert reader.told == ["There is nothing to redo."]


async def test_a_record_without_a_note_has_none_to_edit_or_delete(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        for key in "ed":
            await reader.press(key)
            assert reader.dialog == ""
            assert len(reader.told) == 1


async def test_deleting_asks_and_shows_the_words(library: Library) -> None:
    library.notes("bridges").add("c001", "Ask [sic] legal.")
    async with reading(library, at="c001", size=NARROW) as reader:
        await reader.press("d")
        assert reader.dialog == "ConfirmDialog"
        assert "Ask [sic] legal." in reader.shown
        await reader.press("n")
        assert reader.bodies == ["Ask [sic] legal."]


async def test_the_chosen_note_is_the_one_that_is_edited_and_deleted(library: Library) -> None:
    notes = library.notes("bridges")
    for body in ("One.", "Two.", "Three."):
        notes.add("c001", body)
    async with reading(library, at="c001") as reader:
        reader.pane.mine.focus()
        await reader.press("tab", "e")
        assert reader.written == "Two."
        await reader.paste("!")
        await reader.press("ctrl+s", "d", "y")
        assert reader.bodies == ["One.", "Three."]


async def test_without_a_choice_the_last_note_is_meant(library: Library) -> None:
    notes = library.notes("bridges")
    for body in ("One.", "Two."):
        notes.add("c001", body)
    async with reading(library, at="c001") as reader:
        await reader.press("e")
        assert reader.written == "Two."


async def test_enter_on_a_note_below_the_card_opens_it_for_editing(library: Library) -> None:
    library.notes("bridges").add("c001", "One.")
    async with reading(library, at="c001") as reader:
        reader.pane.mine.focus()
        await reader.press("enter")
        assert reader.written == "One."


async def test_esc_keeps_the_words_and_a_offers_them_again(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("Half a thou")
        await reader.press("escape")
        assert reader.bodies == []
        await reader.press("a")
        assert reader.written == "Half a thou"
        await reader.paste("ght")
        await reader.press("ctrl+s")
        assert reader.bodies == ["Half a thought"]
        await reader.press("a")
        assert reader.written == ""


async def test_a_draft_belongs_to_its_record(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("On the first.")
        await reader.press("escape", "j", "a")
        assert reader.written == ""


async def test_a_draft_of_an_edit_is_offered_by_e(library: Library) -> None:
    library.notes("bridges").add("c001", "One.")
    async with reading(library, at="c001") as reader:
        await reader.press("e")
        await reader.paste(" Two.")
        await reader.press("escape", "a")
        assert reader.written == ""
        await reader.press("escape", "e")
        assert reader.written == "One. Two."


async def test_a_note_that_changed_meanwhile_is_kept_beside_mine(library: Library) -> None:
    other = library.notes("bridges")
    note = other.add("c001", "One.")
    assert note
    async with reading(library, at="c001") as reader:
        await reader.press("e")
        other.edit(note, "Theirs.")
        await reader.paste(" Mine.")
        await reader.press("ctrl+s")
        assert sorted(reader.bodies) == ["One. Mine.", "Theirs."]
        assert any("Both are kept" in words for words in reader.told)


async def test_a_note_that_was_deleted_meanwhile_does_not_take_mine_along(library: Library) -> None:
    other = library.notes("bridges")
    note = other.add("c001", "One.")
    assert note
    async with reading(library, at="c001") as reader:
        await reader.press("e")
        other.remove(note.id)
        await reader.paste(" Mine.")
        await reader.press("ctrl+s")
        assert reader.bodies == ["One. Mine."]


async def test_an_edit_that_leaves_nothing_deletes_and_can_be_undone(library: Library) -> None:
    library.notes("bridges").add("c001", "One.")
    async with reading(library, at="c001") as reader:
        await reader.press("e", "f7", "delete", "ctrl+s")
        assert reader.bodies == []
        await reader.press("u")
        assert reader.bodies == ["One."]


async def test_what_was_being_written_when_the_program_died_is_offered_again(library: Library) -> None:
    Drafts(library.places.drafts).begin(Draft(briefing="bridges", target="c001", body="")).write("Half a thou")
    async with reading(library) as reader:
        assert reader.dialog == "ConfirmDialog"
        assert "c001" in reader.shown
        assert "Half a thou" in reader.shown
        await reader.press("y")
        assert reader.written == "Half a thou"
        await reader.press("ctrl+s")
        assert reader.bodies == ["Half a thou"]


async def test_who_does_not_go_on_writing_keeps_the_draft(library: Library) -> None:
    Drafts(library.places.drafts).begin(Draft(briefing="bridges", target="c001", body="")).write("Half a thou")
    async with reading(library, at="c001") as reader:
        await reader.press("n")
    async with reading(library, at="c001") as reader:
        assert reader.dialog == ""
        await reader.press("a")
        assert reader.written == "Half a thou"


async def test_a_disk_that_is_full_when_undoing_is_told_and_nothing_is_lost(library: Library, fail: Fail) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("One.")
        mend = fail(atomic_file, "sync", errno.ENOSPC)
        await reader.press("u")
        assert any("not saved" in words for words in reader.told)
        assert reader.bodies == ["One."]
        mend()
        await reader.press("u")
        assert reader.bodies == []


async def test_notes_that_cannot_be_changed_say_so_before_anything_is_asked(library: Library) -> None:
    library.notes("bridges").add("c001", "One.")
    path, why = library.notes("bridges").journal.path, "The folder cannot be written to; notes are read-only here."
    notes = Notes(path, library._now, why=lambda: why)
    async with reading(library, at="c001", notes=notes) as reader:
        assert "read-only" in reader.shown.split("\n")[0]
        for times, key in enumerate(("a", "e", "E", "d", "v", "L"), reader.told.count(notes.problem) + 1):
            await reader.press(key)
            assert reader.dialog == "", key
            assert reader.told.count(notes.problem) == times, key
        assert reader.bodies == ["One."]
