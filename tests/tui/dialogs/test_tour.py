"""The tour: six steps, forwards and backwards, left at any time; its keys are those in force."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.library import Library
from tests.tui.reader import hosted, reading
from tui import keys
from tui.dialogs.tour import STEPS, Tour, step_page
from tui.render.parts import plain


@pytest.fixture
def remapped() -> Iterator[None]:
    keys.use({"find": ("ctrl+f",)})
    yield
    keys.use({})


def test_there_are_six_steps_and_every_one_can_be_told() -> None:
    assert len(STEPS) == 6
    for number, (title, _) in enumerate(STEPS):
        page = plain(step_page(number))
        assert f"{number + 1} of 6" in page and title in page
        assert "{" not in page and "}" not in page.replace("}  ", "").replace("} chooses", "").replace(": } ", "")


def test_it_tells_the_keys_that_are_in_force(remapped: None) -> None:
    assert "ctrl+f searches" in plain(step_page(5))


async def test_enter_goes_through_all_steps_and_out() -> None:
    async with hosted(Tour()) as (app, pilot):
        for number, (title, _) in enumerate(STEPS, 1):
            assert f"{number} of 6" in app.shown and title in app.shown
            assert app.answers == []
            await pilot.press("enter")
        assert app.answers == [None]


@pytest.mark.parametrize(("forward", "back"), [("right", "left"), ("j", "k"), ("l", "h"), ("space", "backspace"), ("n", "p")])
async def test_one_can_go_back_but_not_before_the_first(forward: str, back: str) -> None:
    async with hosted(Tour()) as (app, pilot):
        await pilot.press(forward, forward, back)
        assert "2 of 6" in app.shown
        await pilot.press(back, back, back)
        assert "1 of 6" in app.shown


@pytest.mark.parametrize("key", ["escape", "q"])
@pytest.mark.parametrize("step", range(6))
async def test_it_can_be_left_at_any_step(step: int, key: str) -> None:
    async with hosted(Tour()) as (app, pilot):
        await pilot.press(*("enter",) * step, key)
        assert app.answers == [None]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_step_is_seen_whole(size: tuple[int, int]) -> None:
    async with hosted(Tour(), size=size) as (app, pilot):
        for number in range(len(STEPS)):
            last = plain(step_page(number)).split()[-1]
            assert last in app.shown and "esc close" in app.shown
            await pilot.press("enter")


async def test_the_mouse_goes_on_back_and_out_on_the_words_that_tell_so(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f2")
        for words, step in (("enter next", 2), ("next", 3), ("← previous", 2)):
            await reader.click(words)
            assert f"{step} of 6" in reader.shown
        await reader.click("esc close")
        assert "of 6" not in reader.shown
        await reader.press("a", *"wet", "tab")
        await reader.click("ctrl+s save")
        assert reader.bodies == ["wet"]
