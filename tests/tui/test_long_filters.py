"""A filter of thousands of words leaves the same records on the command line and on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from store.library.library import Library
from tests.support.outside import command
from tests.support.reader import reading
from tests.support.terminal import Terminal
from tui.app.text_entry import LONGEST_LINE

LONG_FILTERS = {"all": " ".join(["bridges"] * 10_000), "any": " or ".join([*(f"zebra{number}" for number in range(3_000)), "bridges"])}


@pytest.mark.parametrize("words", LONG_FILTERS.values(), ids=LONG_FILTERS)
def test_the_command_line_filters_by_thousands_of_words(library: Library, words: str) -> None:
    answer = command("table", "claims", "-b", "bridges", f"--where={words}", "--json")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.count('"id"') == 1 and "c001" in answer.stdout


@pytest.mark.parametrize("words", LONG_FILTERS.values(), ids=LONG_FILTERS)
def test_the_screen_filters_by_thousands_of_pasted_words(library: Library, tmp_path: Path, words: str) -> None:
    with Terminal(tmp_path / "home", "bridges", "--at", "c002") as terminal:
        terminal.wait_for("c002")
        terminal.press("f")
        terminal.wait_for("Filter")
        terminal.paste(words)
        terminal.wait_for("1 of 3")
        terminal.press("\r")
        terminal.wait_for("1 of 3")


async def test_a_paste_too_long_for_a_line_is_refused_and_not_cut(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f")
        await reader.paste("bridges" + " " * LONGEST_LINE)
        assert reader.app.screen.query_one(Input).value == ""
        assert "too long for one line (100,007 of at most 100,000 characters). Nothing was inserted." in reader.told[-1]
        await reader.paste("bridges".ljust(LONGEST_LINE))
        assert len(reader.app.screen.query_one(Input).value) == LONGEST_LINE
