"""The editor of a note: several lines, kept on disk while they are typed, never lost by leaving or by a full disk."""

from __future__ import annotations

import errno
from collections.abc import Callable

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from store.library.library import Library
from store.storage import atomic_file
from store.text.sanitize import normalize_typed, sanitize
from tests.support.depth import at_depth
from tests.support.everywhere import complaints
from tests.support.hostile import KEPT, STRINGS
from tests.support.reader import NARROW, WIDE, Reader, reading
from tui.app.responsive_screen import MIN_HEIGHT, MIN_WIDTH
from tui.dialogs.base import DRAFT_SECONDS
from tui.dialogs.note_editor import NoteEditor

Fail = Callable[[object, str, int], Callable[[], None]]


def drafts(library: Library) -> list[str]:
    return [path.read_text("utf-8") for path in library.places.drafts.glob("*.json")]


def keep(reader: Reader) -> None:
    """Save the draft as the timer does."""
    assert isinstance(reader.app.screen, NoteEditor)
    reader.app.screen.keep_draft()


async def test_typed_words_of_several_lines_are_saved(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a", *"one", "enter", *"two", "ctrl+s")
        assert reader.bodies == ["one\ntwo"]
        assert reader.dialog == ""


async def test_keys_of_the_browser_are_letters_here(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a", *"aedq/5.j?", "right_square_bracket", "ctrl+s")
        assert reader.bodies == ["aedq/5.j?]"]
        assert (reader.tab, reader.at) == ("Claims", "c001")


@pytest.mark.parametrize("words", ["one\ntwo\n\nthree", "阿里巴巴", "👩‍👩‍👧 é", "[sic] $x [/nope]", "  indented\n    more"])
async def test_pasted_words_are_saved_as_they_are(library: Library, words: str) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write(words)
        assert reader.bodies == [words.strip()]


@pytest.mark.slow
@pytest.mark.parametrize("name", KEPT)
async def test_pasted_hostile_text_is_saved_as_typed_and_shown_harmless(library: Library, name: str) -> None:
    async with reading(library, at="c001", size=WIDE) as reader:
        await reader.write(STRINGS[name])
        assert reader.bodies == [normalize_typed(STRINGS[name]).strip()]
        assert KEPT[name] in sanitize(reader.bodies[0])
        assert "\x1b" not in reader.bodies[0]
        assert complaints(reader) == []


async def test_a_note_of_a_hundred_thousand_lines_can_be_pasted_and_saved(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("line\n" * 100_000)
        assert len(reader.bodies[0]) == 5 * 100_000 - 1


async def test_the_editor_says_on_what_the_note_is_and_how_to_save(library: Library) -> None:
    async with reading(library, at="c001", size=NARROW) as reader:
        await reader.press("a")
        for words in ("c001", "Bridges pay.", "ctrl+s", "esc"):
            assert words in reader.shown


@pytest.mark.parametrize("size", [WIDE, NARROW, (MIN_WIDTH, MIN_HEIGHT)])
async def test_the_line_that_is_written_is_in_sight(library: Library, size: tuple[int, int]) -> None:
    async with reading(library, at="c001", size=size) as reader:
        await reader.press("a")
        await reader.paste("\n".join(f"line {number}" for number in range(50)))
        assert "line 49" in reader.shown


@pytest.mark.slow
@pytest.mark.long
async def test_a_word_that_begins_a_line_below_the_box_is_in_sight_at_once(library: Library) -> None:
    async with reading(library, size=NARROW, at="c001") as reader:
        await reader.press("a")
        await reader.paste("word " * 200)
        for number in range(at_depth(15, 60, 60)):
            await reader.tap(*f"w{number} ")
            await reader.settle()
            assert f"w{number} " in reader.shown


async def test_a_blank_note_is_not_kept(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a", "space", "enter", "ctrl+s")
        assert (reader.dialog, reader.bodies, drafts(library)) == ("", [], [])


async def test_leaving_without_a_word_leaves_no_draft(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a", "escape")
        assert drafts(library) == []


async def test_opening_a_note_and_leaving_it_as_it_was_leaves_no_draft(library: Library) -> None:
    library.notes("bridges").add("c001", "One.")
    async with reading(library, at="c001") as reader:
        await reader.press("e")
        keep(reader)
        await reader.press("escape")
        assert drafts(library) == []


async def test_words_are_on_disk_while_they_are_typed(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("Half a thou")
        keep(reader)
        assert "Half a thou" in drafts(library)[0]
        assert DRAFT_SECONDS <= 1


async def test_words_that_were_deleted_again_are_not_offered(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a", "x")
        keep(reader)
        await reader.press("backspace", "escape", "a")
        assert reader.written == ""


async def test_saving_leaves_no_draft(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("A thought")
        keep(reader)
        await reader.press("ctrl+s")
        assert drafts(library) == []


async def test_a_full_disk_keeps_the_editor_open_with_the_words_and_says_so(library: Library, fail: Fail) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("A thought")
        mend = fail(atomic_file, "sync", errno.ENOSPC)
        await reader.press("ctrl+s")
        assert (reader.dialog, reader.written) == ("NoteEditor", "A thought")
        assert "no space left" in " ".join(reader.shown.split())
        assert "The text is still here" in " ".join(reader.shown.split())
        mend()
        await reader.press("ctrl+s")
        assert (reader.dialog, reader.bodies) == ("", ["A thought"])


async def test_a_full_disk_does_not_let_the_words_go_by_leaving(library: Library, fail: Fail) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("A thought")
        mend = fail(atomic_file, "sync", errno.ENOSPC)
        await reader.press("escape")
        assert (reader.dialog, reader.written) == ("NoteEditor", "A thought")
        mend()
        await reader.press("escape", "a")
        assert reader.written == "A thought"


async def test_a_full_disk_while_typing_is_told_and_typing_goes_on(library: Library, fail: Fail) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("A thou")
        fail(atomic_file, "sync", errno.ENOSPC)
        keep(reader)
        await reader.pilot.pause()
        assert "only on the screen" in " ".join(reader.shown.split())
        await reader.paste("ght")
        assert reader.written == "A thought"


async def test_where_no_draft_can_be_kept_a_note_can_still_be_written(library: Library) -> None:
    library.places.state.mkdir(parents=True)
    library.places.drafts.write_text("a file where the folder should be", "utf-8")
    async with reading(library, at="c001") as reader:
        await reader.write("A thought")
        assert reader.bodies == ["A thought"]
        assert any("not kept as a draft" in words for words in reader.told)


async def test_keys_pressed_twice_save_once(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("Once.")
        await reader.type_ahead("ctrl+s", "ctrl+s")
        assert reader.bodies == ["Once."]
        assert reader.dialog == ""


@pytest.mark.parametrize("words", ["Half a thought", "a longer one, typed in one go, with everything that belongs to it"])
async def test_what_is_typed_in_haste_before_the_key_that_saves_is_saved(library: Library, words: str) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        reader.app.post_message(Paste(words))
        await reader.type_ahead("x", "y", "ctrl+s")
        assert reader.bodies == [f"{words}xy"]


async def test_what_is_typed_in_haste_before_leaving_is_in_the_draft(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.type_ahead(*"half", "escape")
        await reader.press("a")
        assert reader.written == "half"


async def test_text_is_kept_although_its_field_was_removed_by_an_error(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a", *"wet")
        editor = reader.app.screen
        assert isinstance(editor, NoteEditor)
        await editor.query_one(TextArea).remove()
        assert editor.keep_draft()
        assert editor._draft_writer and editor._draft_writer.draft.body == "wet"
