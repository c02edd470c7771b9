"""The form for exports: arrows go from line to line and change values; only what a format knows is asked."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import Input

from store.export import FORMATS
from tests.support.hostile import STRINGS
from tests.support.reader import hosted
from tui.dialogs.export import ExportDialog, ExportRequest
from tui.dialogs.option_row import OptionRow


def form(*formats: str, **answers: Any) -> ExportDialog:
    before = ExportRequest(formats[0])._replace(**answers)
    return ExportDialog("Which?", formats, lambda format: f"/here/x{FORMATS[format].suffix}", before)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], ExportRequest("brief", path="/here/x-brief.md")),
        (["right", "enter"], ExportRequest("html", path="/here/x-brief.html")),
        (["left", "h", "space", "l", "enter"], ExportRequest("brief", path="/here/x-brief.md")),
        (["down", "right", "enter"], ExportRequest("brief", minutes=15, path="/here/x-brief.md")),
        (
            ["down", "down", "right", "down", "right", "up", "left", "enter"],
            ExportRequest("brief", mine="without", path="/here/x-brief.md"),
        ),
        ([*["down"] * 4, "right", "enter"], ExportRequest("brief", ids="links", path="/here/x-brief.md")),
        ([*["down"] * 5, "u", "s", "enter"], ExportRequest("brief", audience="us", path="/here/x-brief.md")),
        ([*["tab"] * 6, "end", "x", "enter"], ExportRequest("brief", path="/here/x-brief.mdx")),
        (["escape"], None),
        (["down", "right", "escape"], None),
    ],
)
async def test_keys_answer(keys: list[str], answer: ExportRequest | None) -> None:
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
        lines = [*app.screen.query(OptionRow), *app.screen.query(Input)]
        assert {line.id for line in lines if line.region.height} == asked


async def test_a_place_that_the_reader_typed_does_not_follow_the_format() -> None:
    async with hosted(form("brief", "html", path="mine.md")) as (app, pilot):
        await pilot.press("right", "enter")
        assert app.answers == [ExportRequest("html", path="mine.md")]


async def test_the_line_with_the_keyboard_shows_the_arrows_that_change_it() -> None:
    async with hosted(form("brief", "html")) as (app, pilot):
        assert "‹ brief ›" in app.shown
        await pilot.press("down")
        assert "‹ 5 ›" in app.shown
        assert "‹ brief ›" not in app.shown


@pytest.mark.slow
@pytest.mark.parametrize("words", STRINGS.values(), ids=STRINGS)
async def test_a_complaint_is_only_words(words: str) -> None:
    dialog = ExportDialog("Which?", ("brief",), lambda format: words, ExportRequest("brief"), words[:500])
    async with hosted(dialog) as (app, pilot):
        await pilot.press("escape")
        assert app.answers == [None]
