"""A question with two answers: yes is y or enter, everything else is no."""

from __future__ import annotations

import pytest

from tests.support.hostile import KEPT, STRINGS
from tests.support.reader import hosted
from tui.dialogs.base import LONGEST
from tui.dialogs.confirm import ConfirmDialog


def asked(about: str) -> ConfirmDialog:
    return ConfirmDialog("Delete it?", about, "deletes it", "keeps it")


@pytest.mark.parametrize(("key", "answer"), [("y", True), ("enter", True), ("n", False), ("escape", False), ("q", False)])
async def test_keys_answer(key: str, answer: bool) -> None:
    async with hosted(asked("Words.")) as (app, pilot):
        await pilot.press(key)
        assert app.answers == [answer]


async def test_other_keys_answer_nothing() -> None:
    async with hosted(asked("Words.")) as (app, pilot):
        await pilot.press("x", "space", "1")
        assert app.answers == []


async def test_it_shows_the_question_what_it_is_about_and_the_answers() -> None:
    async with hosted(asked("The words.")) as (app, _):
        for words in ("Delete it?", "The words.", "y deletes it", "n keeps it"):
            assert words in app.shown


@pytest.mark.parametrize("name", ["action", "leading-space tag", "stray close", "quotation", "variable"])
async def test_what_it_is_about_is_only_text(name: str) -> None:
    async with hosted(asked(STRINGS[name])) as (app, _):
        assert KEPT[name] in app.shown


async def test_a_long_text_leaves_the_question_and_the_answers_in_sight() -> None:
    async with hosted(asked("x\n" * LONGEST)) as (app, _):
        assert "Delete it?" in app.shown
        assert "y deletes it" in app.shown


async def test_two_keys_at_once_are_one_answer() -> None:
    async with hosted(asked("Words.")) as (app, pilot):
        app.simulate_key("y")
        app.simulate_key("n")
        await pilot.pause()
        assert app.answers == [True]
