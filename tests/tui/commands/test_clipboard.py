"""Copying: the card in four forms, sent to the terminal and to the platform's clipboard, and honest about who took it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

import pytest

from store.library.library import Library
from tests.support.reader import Reader, reading
from tui.commands import clipboard
from tui.panes.registry import PANES

Fail = Callable[[object, str, int], Callable[[], None]]
FORMS = {"text": 0, "markdown": 1, "id": 2, "link": 3}


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No program takes anything, whatever this machine has."""
    monkeypatch.setattr(clipboard, "copy_to_clipboard", lambda words: "")


async def copy_as(reader: Reader, form: str) -> str:
    """Copy in this form; what the terminal was sent."""
    await reader.run("copy.as")
    await reader.press(*("down",) * FORMS[form], "enter")
    await reader.settle()
    return reader.app.clipboard


async def test_y_sends_the_card_as_text_to_the_terminal(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("y")
        assert "Tolls will double." in reader.app.clipboard
        assert "\x1b" not in reader.app.clipboard
        assert " ".join(reader.app.clipboard.split()) == reader.card


async def test_the_form_is_chosen_from_four(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.run("copy.as")
        assert reader.dialog == "ChoiceDialog"
        assert "Copy c002 as" in reader.shown
        assert all(form in reader.shown for form in FORMS)
        await reader.press("escape")
        assert (reader.dialog, reader.app.clipboard, reader.told) == ("", "", [])


@pytest.mark.parametrize(
    ("form", "copied"), [("id", "c002"), ("link", "briefing open bridges --at c002"), ("text", "Tolls will double."), ("markdown", "- **")]
)
async def test_each_form_is_what_it_says(library: Library, form: str, copied: str) -> None:
    async with reading(library, at="c002") as reader:
        found = await copy_as(reader, form)
        assert found == copied if form in ("id", "link") else copied in found
        assert clipboard.FORMS[form] in reader.told[-1]


@pytest.mark.parametrize("form", FORMS)
async def test_where_nobody_is_known_to_have_taken_it_a_file_has_it_and_the_reader_is_told_which(library: Library, form: str) -> None:
    async with reading(library, at="c002") as reader:
        copied = await copy_as(reader, form)
        path = library.places.state / "copied.txt"
        assert path.read_text("utf-8") == copied
        assert "does not say whether it took it" in reader.told[-1]
        assert str(path) in reader.told[-1]


async def test_a_program_that_took_it_is_named_and_got_the_words(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def copy_to_clipboard(text: str) -> str:
        taken.append(text)
        return "wl-copy"

    monkeypatch.setattr(clipboard, "copy_to_clipboard", copy_to_clipboard)
    async with reading(library, at="c002") as reader:
        await reader.press("y")
        assert taken == [reader.app.clipboard]
        assert "wl-copy" in reader.told[-1]
        assert "does not say" not in reader.told[-1]
        assert not (library.places.state / "copied.txt").exists()


async def test_where_not_even_a_file_can_be_written_it_says_so(library: Library, fail: Fail) -> None:
    async with reading(library, at="c002") as reader:
        mend = fail(os, "replace", errno.ENOSPC)
        await reader.press("y")
        mend()
        assert "Tolls will double." in reader.app.clipboard
        assert "does not say whether it took it" in reader.told[-1]
        assert "copied.txt" in reader.told[-1]


async def test_what_is_copied_is_what_is_under_the_cursor_now(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.type_ahead("j", "y")
        assert "Tolls will double." in reader.app.clipboard


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 10), ids=[pane.title for pane in PANES])
async def test_every_pane_can_be_copied_and_its_link_leads_back(library: Library, number: int) -> None:
    library.notes("bridges").add("c001", "Mine.")
    async with reading(library) as reader:
        await reader.press(str(number), "y")
        assert reader.app.clipboard.strip()
        at = (await copy_as(reader, "link")).rpartition(" ")[2]
        known = {*library.open("bridges").records, *(note.id for note in reader.notes.all()), "bridges"}
        assert at in known
    async with reading(library, at=at) as reader:
        assert reader.at == at or at in reader.card


async def test_an_empty_list_is_copied_as_what_it_says(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"xyzzy", "enter", "y")
        assert "No matches. Press esc to clear the filter." in reader.app.clipboard
