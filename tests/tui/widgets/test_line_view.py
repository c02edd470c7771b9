"""The page under lists and cards: scrolling keys, selection, and no line drawn that is not seen."""

from __future__ import annotations

import pytest
from rich.text import Text
from textual.geometry import Offset
from textual.selection import Selection

from tests.support.reader import hosted
from tui.app.themes import DAY
from tui.widgets.component_styles import ROLES
from tui.widgets.line_view import LineView


class Numbers(LineView):
    """Line 7 says 7."""

    count = 1000

    @property
    def line_count(self) -> int:
        return self.count

    def line(self, number: int, width: int) -> Text:
        return Text(f"line {number}", end="")

    def on_resize(self) -> None:
        self.update_size()


@pytest.mark.parametrize(
    ("keys", "top"),
    [
        (["j"], 1),
        (["down", "down", "k"], 1),
        (["up"], 0),
        (["G"], 976),
        (["end", "home"], 0),
        (["G", "g"], 0),
        (["pagedown"], 23),
        (["ctrl+d"], 12),
        (["ctrl+d", "ctrl+u"], 0),
        (["pagedown", "pageup"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
async def test_keys_scroll(keys: list[str], top: int) -> None:
    page = Numbers()
    async with hosted(page, (40, 24)) as (_, pilot):
        page.focus()
        await pilot.press(*keys)
        assert page.scroll_y == top


async def test_a_page_that_fits_does_not_scroll() -> None:
    page = Numbers()
    page.count = 5
    async with hosted(page, (40, 24)) as (_, pilot):
        page.focus()
        await pilot.press("j", "G", "pagedown")
        assert page.scroll_y == 0


async def test_what_is_below_the_last_line_is_blank() -> None:
    page = Numbers()
    page.count = 1
    async with hosted(page, (40, 24)):
        assert page.render_line(0).text.strip() == "line 0"
        assert page.render_line(1).text.strip() == ""
        assert page.render_line(1).cell_length == page.render_line(0).cell_length


async def test_the_selected_text_is_what_stands_there() -> None:
    page = Numbers()
    async with hosted(page, (40, 24)):
        assert page.get_selection(Selection(Offset(0, 1), Offset(6, 2))) == ("line 1\nline 2", "\n")


async def test_a_line_is_shown_with_as_little_scrolling_as_can_be() -> None:
    page = Numbers()
    async with hosted(page, (40, 24)) as (_, pilot):
        page.show_line(5)
        await pilot.pause()
        assert page.scroll_y == 0
        page.show_line(500)
        await pilot.pause()
        assert page.scroll_y == 500 - 24 + 1


async def test_every_role_has_a_look_and_looks_follow_the_theme() -> None:
    page = Numbers()
    async with hosted(page) as (app, pilot):
        night = {role: page.style_of(role) for role in ROLES}
        app.register_theme(DAY)
        app.theme = DAY.name
        await pilot.pause()
        assert page.style_of("title") != night["title"]
        assert len(night) == len(ROLES)
