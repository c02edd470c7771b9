"""The palette: a few letters narrow what there is, grouped; arrows choose, enter answers with the id."""

from __future__ import annotations

import pytest

from tests.support.hostile import KEPT, STRINGS
from tests.support.reader import hosted
from tui.dialogs.command_palette import CommandPalette
from tui.render.text.fuzzy import PaletteEntry

GROUPS: dict[str, tuple[PaletteEntry[str], ...]] = {
    "Actions": (PaletteEntry("do:note.add", "note.add", "Write a note", "a"), PaletteEntry("do:find", "find", "Find in everything", "/")),
    "Records": (
        PaletteEntry("go:vodafone", "vodafone", "Vodafone", "company"),
        PaletteEntry("go:c012", "c012", "Valued friends pay.", "claim"),
    ),
}


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ([*"vdf", "enter"], "go:vodafone"),
        ([*"vodaf", "enter"], "go:vodafone"),  # the same is found after each letter
        ([*"c012", "enter"], "go:c012"),
        ([*"write", "enter"], "do:note.add"),
        (["enter"], "do:note.add"),
        (["down", "down", "enter"], "go:vodafone"),
        (["ctrl+n", "up", "enter"], "do:note.add"),
        (["up", "enter"], "go:c012"),
        ([*"vdf", "escape"], None),
        ([*"xyzzy", "enter"], None),
    ],
)
async def test_keys_lead_to_an_entry(keys: list[str], answer: str | None) -> None:
    async with hosted(CommandPalette(GROUPS)) as (app, pilot):
        await pilot.press(*keys)
        assert app.answers == [answer]


async def test_without_letters_there_is_something_of_every_group() -> None:
    async with hosted(CommandPalette(GROUPS)) as (app, _):
        for words in ("Actions", "Write a note  a", "Find in everything  /", "Records", "Vodafone  company"):
            assert words in app.shown


async def test_letters_leave_only_what_has_them() -> None:
    async with hosted(CommandPalette(GROUPS)) as (app, pilot):
        await pilot.press(*"note")
        assert "Write a note" in app.shown
        assert "Vodafone" not in app.shown and "Records" not in app.shown


async def test_where_nothing_is_called_so_it_says_so() -> None:
    async with hosted(CommandPalette(GROUPS)) as (app, pilot):
        await pilot.press(*"xyzzy")
        assert "No matches for xyzzy." in app.shown


async def test_the_group_of_the_best_match_stands_first() -> None:
    async with hosted(CommandPalette(GROUPS)) as (app, pilot):
        await pilot.press(*"f")
        assert app.shown.index("Actions") < app.shown.index("Records")
        await pilot.press("r", "i")
        assert app.shown.index("Records") < app.shown.index("Actions")


async def test_a_click_answers() -> None:
    async with hosted(CommandPalette(GROUPS)) as (app, pilot):
        y, line = next((y, line) for y, line in enumerate(app.shown.split("\n")) if "c012" in line)
        await pilot.click(offset=(line.index("c012"), y))
        assert app.answers == ["go:c012"]


@pytest.mark.parametrize("name", ["action", "leading-space tag", "stray close"])
async def test_names_are_only_text(name: str) -> None:
    async with hosted(CommandPalette({"Records": (PaletteEntry("go:x", "x", STRINGS[name], ""),)}), size=(120, 30)) as (app, _):
        assert KEPT[name] in app.shown
