"""A text lent to another program lies in private, and comes back as it is by then, or with the reason why not."""

from __future__ import annotations

import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import Damaged, NotSaved, ReadOnly, Refused
from store.scratch import LARGEST_NOTE, Scratch


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return Scratch("Ask 桥.")


def test_only_this_user_can_open_it(scratch: Scratch) -> None:
    assert stat.S_IMODE(scratch.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(scratch.path.parent.stat().st_mode) == 0o700
    assert scratch.path.suffix == ".txt"


def test_what_was_put_there_comes_back(scratch: Scratch) -> None:
    assert scratch.path.read_text("utf-8") == "Ask 桥.\n"
    assert scratch.read() == "Ask 桥."


def test_what_comes_back_is_cleaned(scratch: Scratch) -> None:
    scratch.path.write_bytes(b"\xef\xbb\xbf\n\x1b]0;x\x07 seen\r\n\n")
    assert scratch.read() == "␛]0;x␇ seen"


def swap(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda path: path.unlink(), "gone"),
        (swap, "no file"),
        (lambda path: path.write_bytes(b"caf\xe9"), "UTF-8"),
        (lambda path: path.write_bytes(b"x" * (LARGEST_NOTE + 1)), "longer"),
    ],
)
def test_what_cannot_be_read_is_told(scratch: Scratch, spoil: Callable[[Path], object], why: str) -> None:
    spoil(scratch.path)
    with pytest.raises((Refused, Damaged), match=why):
        scratch.read()


def test_nothing_is_left_of_it(scratch: Scratch) -> None:
    scratch.path.with_name("note.txt~").write_text("backup")
    scratch.remove()
    assert not scratch.path.parent.exists()
    scratch.remove()


def test_without_a_place_for_it_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises((NotSaved, ReadOnly)):
        Scratch("x")
