"""The app: where it opens, what it remembers, how it ends, and that a bug tells nobody what was noted."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

import pytest

from store.annotations.ui_state import UiState
from store.library.library import Library
from store.settings import Settings
from store.storage import atomic_file
from tests.support.reader import reading
from tui.app.app import BriefingApp
from tui.app.preferences import resolve_preferences
from tui.app.themes import THEMES

Fail = Callable[[object, str, int], Callable[[], None]]


def remembered(library: Library) -> UiState:
    return UiState.load(library.places.state)


async def test_quitting_remembers_the_briefing_the_pane_and_the_record(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "j", "ctrl+q")
    assert remembered(library) == UiState(toured=True, briefing="bridges", places={"bridges": ("Claims", "c002")})
    async with reading(library) as reader:
        assert (reader.tab, reader.at) == ("Claims", "c002")


async def test_what_another_window_remembers_meanwhile_stays(library: Library) -> None:
    async with reading(library) as reader:
        UiState(toured=True, theme="nord", places={"tunnels": ("Claims", "c009")}).save(library.places.state)
        await reader.press("5", "j", "ctrl+q")
    places = {"tunnels": ("Claims", "c009"), "bridges": ("Claims", "c002")}
    assert remembered(library) == UiState(toured=True, briefing="bridges", places=places, theme="nord")


async def test_a_record_that_was_asked_for_comes_before_the_last_place(library: Library) -> None:
    UiState(briefing="bridges", places={"bridges": ("Claims", "c002")}).save(library.places.state)
    async with reading(library, at="ann") as reader:
        assert (reader.tab, reader.at) == ("Companies", "ann")


@pytest.mark.parametrize("place", [("Claims", "c999"), ("No such pane", "c001"), ("", ""), ("Notes", "n-aaaaaa")], ids=str)
async def test_a_place_that_is_no_more_is_no_reason_to_fail(library: Library, place: tuple[str, str]) -> None:
    UiState(briefing="bridges", places={"bridges": place}).save(library.places.state)
    async with reading(library) as reader:
        assert reader.card


async def test_q_goes_back_and_from_the_beginning_it_quits(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5", "q")
        assert reader.tab == "Overview"
        assert reader.app.is_running
        await reader.press("q")
    assert reader.app.return_code == 0


async def test_quitting_from_a_dialog_keeps_the_words_as_a_draft(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("a")
        await reader.paste("Half a thought")
        await reader.press("ctrl+q")
        if reader.app.is_running:
            await reader.press("escape", "ctrl+q")
    assert [path for path in library.places.drafts.glob("*.json") if "Half a thought" in path.read_text("utf-8")]


async def test_where_the_place_cannot_be_remembered_it_quits_all_the_same(library: Library, fail: Fail) -> None:
    async with reading(library) as reader:
        fail(atomic_file, "sync", errno.ENOSPC)
        await reader.press("ctrl+q")
    assert reader.app.return_code == 0


async def test_a_bug_is_raised_where_the_command_line_can_tell_it(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.services.undo_stack.UndoStack.undo", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        async with reading(library) as reader:
            await reader.press("u")
    assert reader.app._exit_renderables == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_theme_paints_every_pane(library: Library, theme: object) -> None:
    async with reading(library) as reader:
        reader.app.theme = theme.name  # type: ignore[attr-defined]
        for number in range(1, 10):
            await reader.press(str(number))
        assert reader.app.is_running


@pytest.mark.parametrize("name", ["textual-light", "ansi-dark", "nord"])
async def test_themes_that_are_not_ours_work_too(library: Library, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", name)
    async with reading(library) as reader:
        reader.app.theme = name
        await reader.settle()
        assert "Do bridges pay?" in reader.shown


def test_no_color_asks_for_the_colours_of_the_terminal(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    likes = resolve_preferences(Settings(), os.environ)
    app = BriefingApp(library, library.open("bridges"), library.notes("bridges"), UiState(toured=True), preferences=likes)
    assert app.theme == "ansi-dark"


def test_the_palette_of_textual_is_off(library: Library) -> None:
    assert BriefingApp.ENABLE_COMMAND_PALETTE is False
