"""A question with a few answers: arrows choose, enter or a click takes, everything else leaves."""

from __future__ import annotations

import pytest

from tests.support.hostile import KEPT, STRINGS
from tests.support.reader import hosted
from tui.dialogs.choice import ChoiceDialog

CHOICES = (("one", "the first"), ("two", "the second"), ("three", ""))


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], "one"),
        (["down", "enter"], "two"),
        (["j", "j", "enter"], "three"),
        (["up", "enter"], "three"),
        (["down", "k", "enter"], "one"),
        (["down", "escape"], None),
        (["q"], None),
    ],
)
async def test_keys_choose(keys: list[str], answer: str | None) -> None:
    async with hosted(ChoiceDialog("Which?", CHOICES)) as (app, pilot):
        await pilot.press(*keys)
        assert app.answers == [answer]


async def test_the_question_and_all_answers_are_seen() -> None:
    async with hosted(ChoiceDialog("Which?", CHOICES)) as (app, _):
        for words in ("Which?", "one", "the first", "two", "the second", "three", "esc cancel"):
            assert words in app.shown


async def test_a_click_takes() -> None:
    async with hosted(ChoiceDialog("Which?", CHOICES)) as (app, pilot):
        y, line = next((y, line) for y, line in enumerate(app.shown.split("\n")) if "two" in line)
        await pilot.click(offset=(line.index("two"), y))
        assert app.answers == ["two"]


async def test_of_many_the_chosen_one_is_always_in_sight() -> None:
    choices = tuple((f"number-{number:02}", "") for number in range(60))
    async with hosted(ChoiceDialog("Which?", choices)) as (app, pilot):
        await pilot.press("up")
        await pilot.pause()
        assert "number-59" in app.shown
        await pilot.press("enter")
        assert app.answers == ["number-59"]


@pytest.mark.parametrize("name", ["action", "leading-space tag", "stray close"])
async def test_what_it_asks_is_only_text(name: str) -> None:
    async with hosted(ChoiceDialog(STRINGS[name], (("one", STRINGS[name]),)), size=(120, 30)) as (app, _):
        assert app.shown.count(KEPT[name]) == 2
