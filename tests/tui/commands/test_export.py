"""Taking the briefing along: it lands where the reader says, never over anything unasked, and a failure loses no answer."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from store.annotations.marks import Marks
from store.export import FORMATS
from store.library.library import Library
from store.model.attachments import Prediction
from store.opinions.logs import VerdictLog
from tests.support.reader import NARROW, Reader, reading
from tests.support.sample import claim, prediction, whole
from tui.dialogs.option_row import OptionRow

Fail = Callable[[object, str, int], Callable[[], None]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the program was started."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    return folder


def pick(reader: Reader, name: str, value: str) -> None:
    """Chooses a value on a line of the form, as the arrows do."""
    line = reader.app.screen.query_one(f"#{name}", OptionRow)
    while line.value != value:
        line.action_pick(1)


def write(reader: Reader, name: str, words: str) -> None:
    reader.app.screen.query_one(f"#{name}", Input).value = words


def path(reader: Reader) -> str:
    return reader.app.screen.query_one("#path", Input).value


async def test_b_and_enter_make_a_brief_in_the_current_folder_and_say_where(library: Library, here: Path) -> None:
    async with reading(library) as reader:
        await reader.press("b", "enter")
        await reader.settle()
        assert (here / "bridges-brief.md").read_text("utf-8").count("[bridges]") > 3
        assert f"Written to {here / 'bridges-brief.md'}." in reader.told
        assert reader.dialog == ""


@pytest.mark.parametrize("size", [NARROW, (50, 14)])
async def test_all_that_can_be_said_is_asked(library: Library, here: Path, size: tuple[int, int]) -> None:
    async with reading(library, size=size) as reader:
        await reader.press("b")
        for words in ("‹ brief ›", "as", "minutes", "of", "mine", "for", "to"):
            assert words in reader.shown
        await reader.press("escape")
        assert (reader.dialog, list(here.iterdir()), reader.told) == ("", [], [])


async def test_a_brief_is_as_it_was_wanted(library: Library, here: Path) -> None:
    library.notes("bridges").add("r01", "My very own.")
    async with reading(library) as reader:
        await reader.press("b", "down", "left", "down", "down", "right")  # minutes: 1; mine: without
        write(reader, "audience", "the board")
        await reader.press("enter")
        await reader.settle()
        text = (here / "bridges-brief.md").read_text("utf-8")
        assert "# For the board: Do bridges pay? [bridges]" in text
        assert "My very own." not in text


async def test_with_what_is_mine_notes_and_verdicts_are_in_it(library: Library, here: Path) -> None:
    notes = library.notes("bridges")
    notes.add("r01", "My very own.")
    VerdictLog(notes).give(library.open("bridges").get("c001"), "disagree")
    async with reading(library) as reader:
        await reader.press("b", "enter")
        await reader.settle()
        text = (here / "bridges-brief.md").read_text("utf-8")
        assert "My very own." in text
        assert "Disagree. [c001]" in text


async def test_only_what_is_marked_is_on_it_and_where_nothing_is_it_says_so(library: Library, here: Path) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("b")
        pick(reader, "what", "marked")
        await reader.press("enter")
        await reader.settle()
        assert reader.dialog == "ExportDialog"
        assert "No record is marked. Press m to mark one." in reader.shown
        await reader.press("escape", "m", "b", "enter")
        await reader.settle()
        assert Marks(library.notes("bridges")).ids == {"c002"}
        text = (here / "bridges-brief.md").read_text("utf-8")
        assert "[c002]" in text
        assert "[r01]" not in text


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
async def test_x_writes_every_format(library: Library, here: Path, format: str) -> None:
    async with reading(library) as reader:
        await reader.press("X")
        pick(reader, "format", format)
        await reader.settle()
        await reader.press("enter")
        await reader.settle()
        name = f"bridges{FORMATS[format].suffix}"
        assert [found.name for found in here.iterdir()] == [name]
        assert any(f"Written to {here / name}." in told for told in reader.told)


async def test_what_cannot_be_in_a_format_is_said(library: Library, here: Path) -> None:
    vague = replace(prediction(id="c002"), forecast=Prediction(horizon="Some day.", test="None.", uncheckable="It has no date."))
    library.install(whole(claims=(claim(), vague)))
    async with reading(library) as reader:
        await reader.press("X")
        pick(reader, "format", "ics")
        await reader.press("enter")
        await reader.settle()
        assert reader.told[-1].endswith("1 prediction has no due date and is left out.")


async def test_what_is_there_is_asked_about_and_stays_unless_told_otherwise(library: Library, here: Path) -> None:
    (here / "bridges-brief.md").write_text("precious", "utf-8")
    async with reading(library) as reader:
        await reader.press("b", "enter")
        await reader.settle()
        assert reader.dialog == "ChoiceDialog"
        assert "is there already" in reader.shown.replace("\n", " ")
        await reader.press("escape")
        await reader.settle()
        assert reader.dialog == "ExportDialog"
        await reader.press("escape")
        assert (here / "bridges-brief.md").read_text("utf-8") == "precious"
        assert [found.name for found in here.iterdir()] == ["bridges-brief.md"]


@pytest.mark.parametrize(
    ("keys", "left"), [(["enter"], ["bridges-brief-2.md", "bridges-brief.md"]), (["down", "enter"], ["bridges-brief.md"])]
)
async def test_another_name_is_offered_or_it_is_overwritten(library: Library, here: Path, keys: list[str], left: list[str]) -> None:
    (here / "bridges-brief.md").write_text("precious", "utf-8")
    async with reading(library) as reader:
        await reader.press("b", "enter")
        await reader.settle()
        await reader.press(*keys)
        await reader.settle()
        assert sorted(found.name for found in here.iterdir()) == left
        assert ((here / "bridges-brief.md").read_text("utf-8") == "precious") == (len(left) == 2)
        assert f"Written to {here / left[0]}." in reader.told


async def test_tables_that_are_there_are_asked_about_too(library: Library, here: Path) -> None:
    (here / "bridges-tables").mkdir()
    (here / "bridges-tables" / "claims.csv").write_text("precious", "utf-8")
    async with reading(library) as reader:
        await reader.press("X")
        pick(reader, "format", "csv")
        await reader.settle()
        await reader.press("enter")
        await reader.settle()
        await reader.press("enter")
        await reader.settle()
        assert (here / "bridges-tables-2" / "claims.csv").is_file()
        assert (here / "bridges-tables" / "claims.csv").read_text("utf-8") == "precious"


@pytest.mark.parametrize("place", ["", "gone/page.md", ".", "a\0b", "x" * 300, "~nobody-at-all/x.md"])
async def test_a_place_where_nothing_can_be_is_a_sentence_and_the_answers_are_still_there(library: Library, here: Path, place: str) -> None:
    async with reading(library) as reader:
        await reader.press("b")
        write(reader, "audience", "the board")
        write(reader, "path", place)
        await reader.press("enter")
        await reader.settle()
        assert reader.dialog == "ExportDialog"
        assert reader.app.screen.query_one("#audience", Input).value == "the board"
        assert path(reader) == place or not place
        assert list(here.iterdir()) == []
        assert str(reader.app.screen.query_one(".dialog-error").render()).endswith(".")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
async def test_a_disk_that_takes_nothing_is_a_sentence_and_a_second_try_is_free(
    library: Library, here: Path, fail: Fail, number: int
) -> None:
    async with reading(library) as reader:
        await reader.press("b")
        mend = fail(os, "replace", number)
        await reader.press("enter")
        await reader.settle()
        mend()
        assert reader.dialog == "ExportDialog"
        assert "was not written" in reader.shown
        await reader.press("enter")
        await reader.settle()
        assert (here / "bridges-brief.md").is_file()


async def test_a_tilde_is_the_readers_home(library: Library, here: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    async with reading(library) as reader:
        await reader.press("b")
        write(reader, "path", "~/page.md")
        await reader.press("enter")
        await reader.settle()
        assert (tmp_path / "elsewhere" / "page.md").is_file()


async def test_what_was_answered_is_there_the_next_time(library: Library, here: Path) -> None:
    async with reading(library) as reader:
        await reader.press("b")
        write(reader, "audience", "us")
        write(reader, "path", "mine.md")
        await reader.press("enter")
        await reader.settle()
        await reader.press("b")
        assert (reader.app.screen.query_one("#audience", Input).value, path(reader)) == ("us", "mine.md")


async def test_where_the_current_folder_is_gone_home_is_suggested(library: Library, here: Path) -> None:
    async with reading(library) as reader:
        here.rmdir()
        await reader.press("b")
        assert path(reader) == "~/bridges-brief.md"


async def test_json_has_everything_there_is(library: Library, here: Path) -> None:
    library.notes("bridges").add("c001", "Really?")
    async with reading(library) as reader:
        await reader.press("X", "enter")
        await reader.settle()
        found = json.loads((here / "bridges.json").read_text("utf-8"))
        assert [note["body"] for note in found["notes"]] == ["Really?"]
