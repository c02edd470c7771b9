"""An export never lands on somebody's file unasked, and where it cannot land it says why."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import AlreadyExistsError, InvalidInputError, StoreError
from store.export.write_out import expand_path, unused_path, write_export

Fail = Callable[[object, str, int], Callable[[], None]]


def test_an_export_is_written_for_this_user_alone(tmp_path: Path) -> None:
    write_export("text\n", tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text("utf-8") == "text\n"
    assert stat.S_IMODE((tmp_path / "out.md").stat().st_mode) == 0o600


def test_what_is_there_is_overwritten_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("precious", "utf-8")
    with pytest.raises(AlreadyExistsError, match="is there already"):
        write_export("text\n", tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text("utf-8") == "precious"
    write_export("text\n", tmp_path / "out.md", overwrite=True)
    assert (tmp_path / "out.md").read_text("utf-8") == "text\n"


def test_a_folder_is_no_file_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="it is a folder"):
        write_export("text\n", tmp_path, overwrite=True)
    with pytest.raises(InvalidInputError, match="its folder does not exist"):
        write_export("text\n", tmp_path / "new" / "out.md")
    assert list(tmp_path.iterdir()) == []


def test_a_device_or_fifo_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to(os.devnull)
    for path in (tmp_path / "fifo", tmp_path / "link", Path(os.devnull)):
        with pytest.raises(InvalidInputError, match="it is not a regular file"):
            write_export("text\n", path, overwrite=True)
    assert stat.S_ISFIFO((tmp_path / "fifo").stat().st_mode)


def test_a_folder_is_made_or_filled_and_nothing_in_it_is_overwritten_unasked(tmp_path: Path) -> None:
    write_export({"a.csv": "1\r\n", "b.csv": "2\r\n"}, tmp_path / "new")
    assert (tmp_path / "new" / "b.csv").read_bytes() == b"2\r\n"
    (tmp_path / "new" / "a.csv").unlink()
    with pytest.raises(AlreadyExistsError, match=r"b\.csv is there already"):
        write_export({"a.csv": "3", "b.csv": "4"}, tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["b.csv"]
    write_export({"a.csv": "3", "b.csv": "4"}, tmp_path / "new", overwrite=True)
    assert (tmp_path / "new" / "b.csv").read_bytes() == b"4"


def test_a_folder_takes_no_place_of_a_file_and_no_folder_above_it_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious", "utf-8")
    with pytest.raises(InvalidInputError, match="is not a folder"):
        write_export({"a.csv": "1"}, tmp_path / "file", overwrite=True)
    with pytest.raises(InvalidInputError, match="does not exist"):
        write_export({"a.csv": "1"}, tmp_path / "new" / "newer")
    assert (tmp_path / "file").read_text("utf-8") == "precious"


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO])
def test_what_the_disk_does_not_take_is_a_sentence_and_nothing_is_lost(tmp_path: Path, fail: Fail, number: int) -> None:
    (tmp_path / "out.md").write_text("precious", "utf-8")
    fail(os, "replace", number)
    for exported, path in (("text\n", tmp_path / "out.md"), ({"a.csv": "1"}, tmp_path / "new")):
        with pytest.raises(
            InvalidInputError, match=rf"was not written: {os.strerror(number).lower()}\. Nothing is lost; try another place\."
        ):
            write_export(exported, path, overwrite=True)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.md"]
    assert (tmp_path / "out.md").read_text("utf-8") == "precious"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_what_is_no_name_of_a_file_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=r"\.$"):
        write_export("text\n", tmp_path / name)


def test_the_readers_home_is_meant_by_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert expand_path("~/page.md") == tmp_path / "page.md"
    assert expand_path("page.md") == tmp_path / "page.md"
    with pytest.raises(InvalidInputError, match=r"there is no home directory for ~nobody-at-all\. Give an absolute path"):
        expand_path("~nobody-at-all/page.md")


def test_another_name_is_free(tmp_path: Path) -> None:
    (tmp_path / "page.md").touch()
    (tmp_path / "page-2.md").symlink_to("nowhere")
    assert unused_path(tmp_path / "page.md") == tmp_path / "page-3.md"
