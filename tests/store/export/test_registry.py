"""Formats are known by name, and an export never lands on somebody's file unasked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from store.briefing import Briefing
from store.errors import NotFound, Refused
from store.export import FORMATS, deliver, exporter
from tests.sample import note, whole


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_one_function_of_one_shape(name: str) -> None:
    assert exporter(name)(Briefing(whole()), (note(),)).endswith("\n")


@pytest.mark.parametrize("name", ["jsn", "../json", "store", "", "__init__"])
def test_an_unknown_format_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(NotFound, match=r"There is no export format .*\. (Did you mean json\?|It may be: json, markdown\.)"):
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
