"""What every dialog is: it answers once, however hastily keys are pressed."""

from __future__ import annotations

import asyncio
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from store.library.library import Library
from tests.support.reader import hosted, reading
from tui import dialogs as dialogs_room
from tui.dialogs.base import Dialog


def files(room: ModuleType) -> list[str]:
    return sorted(path.stem for path in Path(room.__path__[0]).glob("*.py"))


def is_dialog(found: object) -> bool:
    return isinstance(found, type) and issubclass(found, Dialog)


class Asked(Dialog[str]):
    """Answers with the key that was pressed."""

    BINDINGS = [Binding("a,b", "answer"), Binding("c", "leave_with", "Leave")]

    def compose(self) -> ComposeResult:
        yield Static("Which?", markup=False)

    def on_key(self, event: object) -> None:
        self.close(getattr(event, "key", ""))

    def action_leave_with(self) -> None:
        self.close()


def test_no_dialog_begins_before_everything_is_there() -> None:
    """`on_mount` is called for a dialog without its children, too, where the program ends just then."""
    dialogs = [kind for name in files(dialogs_room) for kind in vars(import_module(f"tui.dialogs.{name}")).values() if is_dialog(kind)]
    assert len(dialogs) > 5
    assert [kind.__name__ for kind in dialogs if "on_mount" in vars(kind) and kind is not Dialog] == []


async def test_a_dialog_asked_for_while_the_program_ends_is_no_crash(library: Library) -> None:
    async with reading(library) as reader:
        reader.app.simulate_key("f3")
        await asyncio.sleep(0)
        reader.app.exit()
    assert not reader.app.is_running
    assert reader.app.return_code == 0


async def test_it_answers_with_what_was_meant() -> None:
    async with hosted(Asked()) as (app, pilot):
        await pilot.press("a")
        assert app.answers == ["a"]


@pytest.mark.parametrize("keys", ["ab", "aab", "bbbb"])
async def test_a_second_key_pressed_in_haste_answers_nothing(keys: str) -> None:
    async with hosted(Asked()) as (app, pilot):
        for key in keys:
            app.simulate_key(key)
        await pilot.pause()
        assert app.answers == [keys[0]]


async def test_the_words_in_the_line_of_keys_can_be_clicked(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("question_mark")
        await reader.click("esc close")
        assert reader.dialog == ""
        await reader.press("a", *"wet", "tab")
        await reader.click("save ")
        assert reader.bodies == ["wet"]
