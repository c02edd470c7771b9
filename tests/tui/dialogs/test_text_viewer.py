"""A text of any length, whole."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from store.text.sanitize import sanitize
from tests.support.reader import hosted
from tui.dialogs.text_viewer import TextLines, TextViewer

BIG = {
    "a long line": "x" * 100_000,
    "many lines": "line\n" * 100_000,
    "Chinese": "阿" * 5000,
    "marks": "e" + "\u0301" * 10_000,
    "nothing": "",
}


@pytest.mark.parametrize("words", BIG.values(), ids=BIG)
async def test_nothing_of_a_text_is_lost_and_no_line_is_too_wide(words: str) -> None:
    async with hosted(TextViewer("A title", words)) as (app, _):
        page = app.screen.query_one(TextLines)
        assert "".join(page._lines) == sanitize(words).replace("\n", "")
        assert max(cell_len(line) for line in page._lines[:2000]) <= page.scrollable_content_region.width


async def test_the_end_is_a_key_away() -> None:
    async with hosted(TextViewer("A title", "line\n" * 1000 + "the very end")) as (app, pilot):
        await pilot.press("G")
        assert "the very end" in app.shown


async def test_markup_is_text() -> None:
    async with hosted(TextViewer("A [title]", "He [sic] said [@click=app.quit]so[/].")) as (app, _):
        assert "He [sic] said [@click=app.quit]so[/]." in app.shown
        assert "A [title]" in app.shown


@pytest.mark.parametrize("key", ["escape", "q", "enter"])
async def test_keys_leave(key: str) -> None:
    async with hosted(TextViewer("A title", "Words.")) as (app, pilot):
        await pilot.press(key, key)
        assert not isinstance(app.screen, TextViewer)
