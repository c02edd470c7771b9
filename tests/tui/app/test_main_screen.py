"""The browser: one screen that keeps itself up to date, and says what cannot be done."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import timedelta

import pytest

from store.library.library import Library
from store.storage import atomic_file
from tests.conftest import Clock
from tests.support.reader import reading

Fail = Callable[[object, str, int], Callable[[], None]]


async def test_a_backup_of_the_notes_is_made_once_a_day(library: Library) -> None:
    library.notes("bridges").add("c001", "One.")
    async with reading(library):
        pass
    assert [found.notes() for found in library.backups("bridges").all()] == [1]


async def test_a_window_that_is_left_open_makes_the_copy_of_the_next_day_too(library: Library, clock: Clock) -> None:
    library.notes("bridges").add("c001", "One.")
    async with reading(library) as reader:
        clock.time += timedelta(1)
        reader.main_screen._back_up()
    assert [copy.day for copy in library.backups("bridges").all()] == ["2026-01-03", "2026-01-02"]


async def test_a_backup_that_fails_is_told_and_nothing_else_stops(library: Library, fail: Fail) -> None:
    library.notes("bridges").add("c001", "One.")
    fail(atomic_file, "sync", errno.ENOSPC)
    async with reading(library) as reader:
        assert any("backup could not be made" in words for words in reader.told)
        assert reader.card


async def test_a_notes_file_that_is_damaged_while_reading_is_told_once(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("One.")
        reader.notes.journal.path.write_bytes(b"not a journal\n")
        reader.main_screen._poll()
        reader.main_screen._poll()
        await reader.settle()
        assert len([words for words in reader.told if str(reader.notes.journal.path) in words]) == 1
        assert "read-only" in reader.shown.split("\n")[0]


async def test_notes_that_are_sound_again_can_be_written_again(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("One.")
        path = reader.notes.journal.path
        content = path.read_bytes()
        for now in (b"", content):
            path.write_bytes(now)
            reader.main_screen._poll()
        await reader.settle()
        assert "The notes are writable again." in reader.told
        assert "read-only" not in reader.shown.split("\n")[0]
        await reader.write("Two.")
        assert reader.bodies == ["One.", "Two."]


async def test_what_another_window_deletes_goes_from_the_screen(library: Library) -> None:
    other = library.notes("bridges")
    note = other.add("c001", "From elsewhere.")
    assert note
    async with reading(library, at="c001") as reader:
        assert "From elsewhere." in reader.mine
        other.remove(note.id)
        reader.main_screen._poll()
        await reader.settle()
        assert "From elsewhere." not in reader.mine
        assert "no notes yet" in reader.shown.split("\n")[0]


async def test_a_note_can_be_written_while_another_window_writes(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        library.notes("bridges").add("c001", "Theirs.")
        await reader.paste("Mine.")
        await reader.press("ctrl+s")
        assert sorted(reader.bodies) == ["Mine.", "Theirs."]


@pytest.mark.parametrize("key", ["a", "e", "d", "f", "slash", "question_mark"])
async def test_a_key_that_is_pressed_twice_in_haste_opens_one_dialog(library: Library, key: str) -> None:
    library.notes("bridges").add("c001", "One.")
    async with reading(library, at="c001") as reader:
        await reader.type_ahead(key, key, key)
        assert len(reader.app.screen_stack) == 2
        await reader.press("escape")
        assert reader.dialog == ""


async def test_keys_in_haste_open_the_first_dialog_alone(library: Library) -> None:
    library.notes("bridges").add("c001", "One.")
    async with reading(library, at="c001") as reader:
        await reader.type_ahead("a", "e", "d", "f", "slash")
        assert reader.dialog == "NoteEditor"
        assert len(reader.app.screen_stack) == 2


async def test_the_newest_of_many_sentences_is_seen_and_the_tabs_with_it(library: Library) -> None:
    async with reading(library) as reader:
        for number in range(9):
            notifier = reader.main_screen.notifier
            (notifier.info if number % 2 else notifier.error)(f"Sentence {number}.")
            await reader.settle()
            assert f"Sentence {number}." in reader.shown
            assert "1 Overview" in reader.shown
