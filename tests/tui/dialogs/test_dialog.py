"""What every dialog is: it answers once, however hastily keys are pressed."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from tests.tui.reader import hosted
from tui.dialogs.dialog import Dialog


class Asked(Dialog[str]):
    """Answers with the key that was pressed."""

    BINDINGS = [Binding("a,b", "answer"), Binding("c", "leave_with", "Leave")]

    def compose(self) -> ComposeResult:
        yield Static("Which?", markup=False)

    def on_key(self, event: object) -> None:
        self.leave_with(getattr(event, "key", ""))

    def action_leave_with(self) -> None:
        self.leave_with()


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
