"""What lies where a file of ours should be is asked without an accident: nothing waits for ever, nothing is read that never ends."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assets import BRIEFINGS
from store.annotations.drafts import Drafts
from store.annotations.reading_progress import ReadingProgress
from store.annotations.ui_state import UiState
from store.errors import CorruptFileError, StoreError, WriteError
from store.library.library import Library
from store.storage.atomic_file import replace
from store.storage.files import open_regular, read_bytes

ODD = {"FIFO": os.mkfifo, "folder": os.mkdir, "loop": lambda path: path.symlink_to(path)}
odd = pytest.mark.parametrize("put", ODD.values(), ids=ODD)
Put = Callable[[Path], None]


@odd
def test_what_is_no_regular_file_is_told_and_not_read(tmp_path: Path, put: Put) -> None:
    put(tmp_path / "it")
    with pytest.raises(OSError):
        open_regular(tmp_path / "it")
    with pytest.raises(CorruptFileError, match="cannot be read"):
        read_bytes(tmp_path / "it")


def test_zeros_without_end_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "state.json").symlink_to("/dev/zero")
    with pytest.raises(CorruptFileError, match="not a regular file"):
        read_bytes(tmp_path / "state.json")
    assert UiState.load(tmp_path) == UiState()


@odd
def test_what_was_remembered_may_be_anything(tmp_path: Path, put: Put) -> None:
    (tmp_path / "memory").mkdir()
    for path in (tmp_path / "state.json", tmp_path / "memory" / "bridges.json", tmp_path / "d-aaaaaa.json"):
        put(path)
    assert UiState.load(tmp_path) == UiState()
    assert ReadingProgress(tmp_path, "bridges").trail == []
    assert any("d-aaaaaa.json is not a draft" in problem for problem in Drafts(tmp_path).problems(()))


@odd
@pytest.mark.parametrize("name", ["briefing.json", "notes.jsonl", "shipped", "source.txt"])
def test_in_the_library_it_is_told_in_a_sentence(library: Library, put: Put, name: str) -> None:
    path = library.places.library / "bridges" / name
    path.unlink(missing_ok=True)
    put(path)
    try:
        library.install_bundled(BRIEFINGS)
        library.open("bridges")
        assert "." in library.notes("bridges").problem or name != "notes.jsonl"
    except StoreError as error:
        assert str(path) in str(error)


@pytest.mark.parametrize("content", ['{"x":' + "[" * 50_000 + "]" * 50_000 + "}", "[" * 50_000])
def test_a_memory_nested_without_end_is_no_memory(tmp_path: Path, content: str) -> None:
    (tmp_path / "state.json").write_text(content, "utf-8")
    (tmp_path / "d-aaaaaa.json").write_text(content, "utf-8")
    assert UiState.load(tmp_path) == UiState()
    assert any("d-aaaaaa.json is not a draft" in problem for problem in Drafts(tmp_path).problems(()))


def test_what_is_no_regular_file_is_not_replaced(tmp_path: Path) -> None:
    """Such as /dev/null, to which somebody linked what should not be remembered."""
    os.mkfifo(tmp_path / "device")
    (tmp_path / "state.json").symlink_to(tmp_path / "device")
    UiState(briefing="bridges").save(tmp_path)
    with pytest.raises(WriteError, match="not a regular file"):
        replace(tmp_path / "state.json", b"{}")
    assert (tmp_path / "device").is_fifo()
    assert sorted(os.listdir(tmp_path)) == ["device", "state.json"]
