"""The help: the words of a briefing, and every key."""

from __future__ import annotations

import pytest

from assets import FOLDER
from store.library.library import Library
from tests.support.reader import NARROW, page, reading
from tui.dialogs.help import help_page
from tui.keys.table import KEYS
from tui.render.records.symbols import ARTICLE, KIND_SIGNS, READER, REVIEWER
from tui.render.text.blocks import to_plain_text
from tui.widgets.card import RecordCard


def test_the_help_explains_every_sign() -> None:
    text = to_plain_text(help_page())
    for sign in (ARTICLE, REVIEWER, READER, *KIND_SIGNS.values()):
        assert sign in text


def test_keys_stand_under_their_group() -> None:
    lines = to_plain_text(help_page()).splitlines()
    assert all(group in lines for group in {key.group for key in KEYS})


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_opens_and_closes_where_one_was(library: Library, key: str) -> None:
    async with reading(library, at="c002", size=NARROW) as reader:
        await reader.press(key)
        assert reader.dialog == "HelpDialog"
        assert "Here, in Claims" in reader.shown
        assert "How to read a briefing" in page(reader.app.screen.query_one(RecordCard))
        await reader.press(key)
        assert (reader.dialog, reader.at) == ("", "c002")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_keys_leave(library: Library, key: str) -> None:
    async with reading(library) as reader:
        await reader.press("question_mark", key)
        assert reader.dialog == ""


async def test_the_help_scrolls_to_its_end(library: Library) -> None:
    async with reading(library, size=NARROW) as reader:
        await reader.press("question_mark")
        last = page(reader.app.screen.query_one(RecordCard)).split()[-1]
        assert last not in reader.shown.split()
        await reader.press("G")
        assert last in reader.shown.split()


def test_the_help_keeps_every_sign_and_word_of_its_page() -> None:
    """The sign of a definition is a colon, which also ends every term."""
    terms = [line[2:].split(": ") for line in (FOLDER / "help.md").read_text("utf-8").splitlines() if line.startswith("- ")]
    text = " ".join(to_plain_text(help_page()).split())
    assert ": definition states what a term means" in text
    assert all(term[0].strip() in text for term in terms)


def test_every_key_has_a_visible_label() -> None:
    labels = [block.label.text for block in help_page("Claims") if block.label.text]
    assert all(label.strip() and label.isprintable() for label in labels)
    assert "tab" in labels
