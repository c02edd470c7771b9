"""The form for exports: arrows go from line to line and change values; only what a format knows is asked."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from store.export import FORMATS
from tests.support.hostile import STRINGS
from tests.support.reader import hosted
from tui.dialogs.export import ExportAs, Wanted
from tui.dialogs.option_row import Pick


def form(*formats: str, **answers: object) -> ExportAs:
    before = Wanted(formats[0])._replace(**answers)
    return ExportAs("Which?", formats, lambda format: f"/here/x{FORMATS[format].ending}", before)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], Wanted("brief", path="/here/x-brief.md")),
        (["right", "enter"], Wanted("html", path="/here/x-brief.html")),
        (["left", "h", "space", "l", "enter"], Wanted("brief", path="/here/x-brief.md")),
        (["down", "right", "enter"], Wanted("brief", minutes=15, path="/here/x-brief.md")),
        (["down", "down", "right", "down", "right", "up", "left", "enter"], Wanted("brief", mine="without", path="/here/x-brief.md")),
        ([*["down"] * 4, "right", "enter"], Wanted("brief", ids="links", path="/here/x-brief.md")),
        ([*["down"] * 5, "u", "s", "enter"], Wanted("brief", audience="us", path="/here/x-brief.md")),
        ([*["tab"] * 6, "end", "x", "enter"], Wanted("brief", path="/here/x-brief.mdx")),
        (["escape"], None),
        (["down", "right", "escape"], None),
    ],
)
async def test_keys_answer(keys: list[str], answer: Wanted | None) -> None:
    async with hosted(form("brief", "html")) as (app, pilot):
        await pilot.press(*keys)
        assert app.answers == [answer]


@pytest.mark.parametrize(
    ("format", "asked"),
    [
        ("brief", {"format", "minutes", "what", "mine", "ids", "audience", "path"}),
        ("html", {"format", "minutes", "what", "mine", "audience", "path"}),
        ("markdown", {"format", "mine", "ids", "path"}),
        ("json", {"format", "mine", "path"}),
    ],
)
async def test_only_what_a_format_knows_is_asked(format: str, asked: set[str]) -> None:
    async with hosted(form(format, *(set(FORMATS) - {format}))) as (app, _):
        lines = [*app.screen.query(Pick), *app.screen.query(Input)]
        assert {line.id for line in lines if line.region.height} == asked


async def test_a_place_that_the_reader_typed_does_not_follow_the_format() -> None:
    async with hosted(form("brief", "html", path="mine.md")) as (app, pilot):
        await pilot.press("right", "enter")
        assert app.answers == [Wanted("html", path="mine.md")]


async def test_the_line_with_the_keyboard_shows_the_arrows_that_change_it() -> None:
    async with hosted(form("brief", "html")) as (app, pilot):
        assert "‹ brief ›" in app.shown
        await pilot.press("down")
        assert "‹ 5 ›" in app.shown
        assert "‹ brief ›" not in app.shown


@pytest.mark.parametrize("words", STRINGS.values(), ids=STRINGS)
async def test_a_complaint_is_only_words(words: str) -> None:
    dialog = ExportAs("Which?", ("brief",), lambda format: words, Wanted("brief"), words[:500])
    async with hosted(dialog) as (app, pilot):
        await pilot.press("escape")
        assert app.answers == [None]
