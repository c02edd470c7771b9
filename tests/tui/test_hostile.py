"""Hostile text that is clicked on, told, enormous, or in the reader's copy of the source: it stays text, and ends nothing.

Where it is shown at all is the matter of tests/tui/test_everywhere.py. The second lock (tui/app/terminal_guard.py) is taken off here, too.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from store.formats.parser import parse
from store.library.library import Library
from store.text.sanitize import sanitize
from tests.support.everywhere import closed, complaints, infest, opened
from tests.support.hostile import HUGE, SEEN, STRINGS, filled
from tests.support.reader import NARROW, WIDE, reading
from tests.support.sample import ARTICLE, raw, whole
from tui.app.app import BriefingApp
from tui.dialogs.base import LONGEST
from tui.render.text.links import FullTextLink
from tui.widgets.card import RecordCard

CARD_LINES = 1_000
EACH = pytest.mark.parametrize("name", STRINGS)


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BriefingApp, "get_line_filters", lambda app: super(BriefingApp, app).get_line_filters())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["action", "file-writing action", "leading-space tag", "nested bracket", "link", "hyperlink"])
@pytest.mark.usefixtures("unguarded")
async def test_clicking_everywhere_on_hostile_text_does_nothing_of_its_own(library: Library, name: str) -> None:
    infest(library, STRINGS[name])
    async with reading(library, at="c001", size=NARROW) as reader:
        for y in range(2, 23, 2):
            await reader.pilot.click(offset=(30, y))
        assert reader.app.is_running
        assert not Path("/tmp/pwn.svg").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("unguarded")
async def test_toasts_show_cleaned_text_as_text(library: Library) -> None:
    async with reading(library) as reader:
        for name, words in STRINGS.items():
            reader.app.clear_notifications()
            reader.main_screen.notifier.error(sanitize(words))
            await reader.settle()
            assert (name, complaints(reader)) == (name, [])
            assert SEEN in reader.shown, name


@pytest.mark.slow
async def test_toasts_show_even_raw_text_harmlessly(library: Library) -> None:
    async with reading(library) as reader:
        for name, words in STRINGS.items():
            reader.app.clear_notifications()
            reader.main_screen.notifier.error(words)
            await reader.settle()
            assert (name, complaints(reader)) == (name, [])
            assert SEEN in reader.shown, name


@pytest.mark.slow
@pytest.mark.parametrize("name", HUGE)
@pytest.mark.usefixtures("unguarded")
async def test_texts_of_enormous_size_are_cut_with_a_way_to_the_rest(library: Library, name: str) -> None:
    file = whole()
    claim = filled(file.claims[0], HUGE[name])
    library.install(parse(raw(whole(claims=(claim, *file.claims[1:]), title=HUGE[name])), "a.json").briefing)
    library.notes("bridges").add("c001", HUGE[name])
    async with reading(library, at="c001") as reader:
        assert SEEN in reader.shown
        assert "more characters" in reader.card
        assert reader.pane.card.line_count < CARD_LINES
        await reader.press("enter")
        while not isinstance(reader.pane.card.link, FullTextLink):
            await reader.press("tab")
        await reader.press("enter")
        assert reader.dialog == "TextViewer"
        await reader.press("G", "escape", "e", "escape", "1", "9", "j")
        assert reader.app.is_running


@pytest.mark.slow
@pytest.mark.parametrize("name", HUGE)
async def test_dialogs_are_about_no_more_than_they_have_room_for(library: Library, name: str) -> None:
    infest(library, HUGE[name])
    async with reading(library) as reader:
        for dialog in ("NoteEditor", "ConfirmDialog", "OpinionDialog", "SearchDialog"):
            await opened(reader, dialog)
            assert max(len(str(static.content)) for static in reader.app.screen.query(Static)) <= LONGEST + 1
            assert all(card.line_count < CARD_LINES for card in reader.app.screen.query(RecordCard))
            await closed(reader)


@pytest.mark.slow
@EACH
@pytest.mark.usefixtures("unguarded")
async def test_a_hostile_copy_of_the_source_is_shown_as_text(library: Library, name: str, tmp_path: Path) -> None:
    words = " ".join(STRINGS[name].split("\x08"))
    copy = tmp_path / "copy.txt"
    copy.write_bytes(f"{ARTICLE}{words}\n".encode())
    library.attach_source("bridges", copy)
    async with reading(library, at="p1", size=WIDE) as reader:
        assert "Every bridge is a promise." in reader.card
        assert complaints(reader) == []


async def test_the_guard_is_on_where_nobody_takes_it_off(library: Library) -> None:
    async with reading(library) as reader:
        assert any(type(found).__name__ == "TerminalGuard" for found in reader.app.get_line_filters())


async def test_a_screenshot_goes_nowhere_but_where_screenshots_go(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(BriefingApp, "deliver_screenshot", lambda app, *path: asked.append(path))
    async with reading(library) as reader:
        reader.app.action_screenshot("pwn.svg", "/tmp")
        assert asked == [()]
