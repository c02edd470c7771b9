"""Formats are known by name, and an export never lands on somebody's file unasked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.briefing import Briefing
from store.errors import NotFound, Refused
from store.export import FORMATS, deliver, exporter, remark
from store.export.page import BriefOptions
from store.model import Claim, Forecast
from tests.sample import claim, note, prediction, whole


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_one_function_of_one_shape(name: str) -> None:
    exported = exporter(name)(Briefing(whole()), (note(),))
    for text in exported.values() if isinstance(exported, dict) else [exported]:
        assert text.endswith("\n")


@pytest.mark.parametrize("name", ["jsn", "../json", "store", "", "__init__"])
def test_an_unknown_format_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(NotFound, match=r"There is no export format .*\. (Did you mean json\?|It may be: json, markdown, .*\.)"):
        exporter(name)


def test_an_export_is_written_for_this_user_alone(tmp_path: Path) -> None:
    deliver("text\n", tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text("utf-8") == "text\n"
    assert stat.S_IMODE((tmp_path / "out.md").stat().st_mode) == 0o600


def test_what_is_there_is_overwritten_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("precious", "utf-8")
    with pytest.raises(Refused, match="is there already; --force overwrites it"):
        deliver("text\n", tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text("utf-8") == "precious"
    deliver("text\n", tmp_path / "out.md", overwrite=True)
    assert (tmp_path / "out.md").read_text("utf-8") == "text\n"


def test_a_folder_is_no_file_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="it is a folder"):
        deliver("text\n", tmp_path, overwrite=True)
    with pytest.raises(Refused, match="its folder does not exist"):
        deliver("text\n", tmp_path / "new" / "out.md")
    assert list(tmp_path.iterdir()) == []


def test_a_device_or_fifo_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to(os.devnull)
    for path in (tmp_path / "fifo", tmp_path / "link", Path(os.devnull)):
        with pytest.raises(Refused, match="it is not a regular file"):
            deliver("text\n", path, overwrite=True)
    assert stat.S_ISFIFO((tmp_path / "fifo").stat().st_mode)


def test_a_page_is_made_as_it_is_wanted_and_nothing_else_can_be() -> None:
    options = BriefOptions(audience="the board")
    assert "For the board" in str(exporter("brief", options)(Briefing(whole()), ()))
    with pytest.raises(Refused, match=r"json has everything in it; .* brief and html"):
        exporter("json", options)


def test_a_format_says_what_it_leaves_out() -> None:
    book = Briefing(whole(claims=(claim(id="c001"), prediction(id="c002"), vague("c003"), vague("c004"))))
    assert remark("ics", book) == "2 predictions have no due date and are left out."
    assert remark("ics", Briefing(whole())) == remark("json", book) == ""


def vague(identity: str) -> Claim:
    """A prediction that can never be false."""
    return replace(prediction(id=identity), forecast=Forecast(horizon="Some day.", test="None.", uncheckable="It has no date."))


def test_a_folder_is_made_or_filled_and_nothing_in_it_is_overwritten_unasked(tmp_path: Path) -> None:
    deliver({"a.csv": "1\r\n", "b.csv": "2\r\n"}, tmp_path / "new")
    assert (tmp_path / "new" / "b.csv").read_bytes() == b"2\r\n"
    (tmp_path / "new" / "a.csv").unlink()
    with pytest.raises(Refused, match=r"b\.csv is there already"):
        deliver({"a.csv": "3", "b.csv": "4"}, tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["b.csv"]
    deliver({"a.csv": "3", "b.csv": "4"}, tmp_path / "new", overwrite=True)
    assert (tmp_path / "new" / "b.csv").read_bytes() == b"4"


def test_a_folder_takes_no_place_of_a_file_and_no_folder_above_it_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious", "utf-8")
    with pytest.raises(Refused, match="is not a folder"):
        deliver({"a.csv": "1"}, tmp_path / "file", overwrite=True)
    with pytest.raises(Refused, match="does not exist"):
        deliver({"a.csv": "1"}, tmp_path / "new" / "newer")
    assert (tmp_path / "file").read_text("utf-8") == "precious"
