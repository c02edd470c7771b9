"""What the program remembers between runs is a comfort: nothing hangs on it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.annotations.ui_state import UiState, save_copy, write_log
from store.errors import WriteError

Fail = Callable[[object, str, int], Callable[[], None]]


def test_the_last_place_is_remembered(tmp_path: Path) -> None:
    UiState(briefing="bridges", places={"bridges": ("c001", "claims")}).save(tmp_path / "state")
    assert UiState.load(tmp_path / "state") == UiState(briefing="bridges", places={"bridges": ("c001", "claims")})


def test_the_first_time_there_is_nothing_to_remember(tmp_path: Path) -> None:
    assert UiState.load(tmp_path) == UiState()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"places": 5}', b'{"places": {"bridges": ["c001"]}}'])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "state.json").write_bytes(content)
    assert UiState.load(tmp_path) == UiState()


def test_where_it_cannot_be_remembered_the_program_goes_on(tmp_path: Path, fail: Fail) -> None:
    fail(os, "write", errno.ENOSPC)
    UiState(briefing="bridges").save(tmp_path)
    assert UiState.load(tmp_path) == UiState()


def test_saving_keeps_what_another_window_saved_meanwhile(tmp_path: Path) -> None:
    first, second = UiState("bridges", {"bridges": ("c001", "claims")}), UiState("roads", {"roads": ("c002", "map")}, toured=True)
    first.save(tmp_path)
    second.save_theme(tmp_path, "nord")
    first.places["bridges"] = ("c003", "claims")
    first.save(tmp_path)
    places = {"bridges": ("c003", "claims"), "roads": ("c002", "map")}
    assert UiState.load(tmp_path) == UiState("bridges", places, toured=True, theme="nord")


def test_the_last_theme_chosen_counts(tmp_path: Path) -> None:
    state = UiState("bridges")
    for theme in ("nord", "dracula"):
        state.save_theme(tmp_path, theme)
    assert UiState.load(tmp_path).theme == state.theme == "dracula"


def test_the_log_tells_the_last_story_and_keeps_the_one_before(tmp_path: Path) -> None:
    for story in ("one", "two", "half a \ud800 character"):
        write_log(tmp_path / "state" / "briefing.log", story)
    assert (tmp_path / "state" / "briefing.log").read_text("utf-8") == "half a ? character"
    assert (tmp_path / "state" / "briefing.log.bak").read_text("utf-8") == "two"


def test_a_log_that_cannot_be_written_says_so(tmp_path: Path, fail: Fail) -> None:
    fail(os, "write", errno.ENOSPC)
    with pytest.raises(WriteError):
        write_log(tmp_path / "briefing.log", "story")


def test_a_copy_is_kept_in_a_file(tmp_path: Path) -> None:
    path = save_copy(tmp_path / "state", "Tolls \ud800 pay.")
    assert path.read_text("utf-8") == "Tolls ? pay."
