"""The UI state of a briefing: the trail, sort orders and views are kept between runs; nothing else depends on them."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.reading_progress import LONGEST_TRAIL, ReadingProgress, SortOrder, memory_problems

Fail = Callable[[object, str, int], Callable[[], None]]
IDS = st.sets(st.text("abc", min_size=1, max_size=3))


def visited(folder: Path, *identities: str) -> ReadingProgress:
    """Return what a window knows in which these claims were visited, before it is saved."""
    memory = ReadingProgress(folder, "bridges")
    for identity in identities:
        memory.went("Claims", identity)
    return memory


def trail(folder: Path, briefing: str = "bridges") -> list[str]:
    """Return the ids in the trail on disk."""
    return [identity for _, identity in ReadingProgress(folder, briefing).trail]


def test_the_first_time_there_is_nothing_to_remember(tmp_path: Path) -> None:
    memory = ReadingProgress(tmp_path, "bridges")
    assert (memory.marked, memory.trail, memory.orders) == (frozenset(), [], {})


def test_everything_is_there_in_the_next_run(tmp_path: Path) -> None:
    memory = visited(tmp_path, "c001", "c002")
    memory.order("Claims/list", SortOrder("grade", True))
    memory.save()
    again = ReadingProgress(tmp_path, "bridges")
    assert again.trail == [("Claims", "c001"), ("Claims", "c002")]
    assert again.orders == {"Claims/list": SortOrder("grade", True)}


def test_what_was_not_saved_is_not_remembered(tmp_path: Path) -> None:
    visited(tmp_path, "c001")
    assert trail(tmp_path) == []


def test_every_briefing_has_a_memory_of_its_own(tmp_path: Path) -> None:
    visited(tmp_path, "c001").save()
    assert trail(tmp_path, "tunnels") == []


def test_what_0_1_wrote_is_kept_though_part_of_it_is_no_longer_used(tmp_path: Path) -> None:
    path = tmp_path / "memory" / "bridges.json"
    path.parent.mkdir()
    kept = {"marked": ["c001"], "seen": ["c001", "c002"], "trail": [["Claims", "c002"]], "views": {"Claims": "tree"}}
    path.write_bytes(msgspec.json.encode(kept))
    visited(tmp_path, "c003").save()
    assert msgspec.json.decode(path.read_bytes()) == {**kept, "trail": [["Claims", "c002"], ["Claims", "c003"]]}


def test_an_order_taken_back_is_forgotten(tmp_path: Path) -> None:
    memory = ReadingProgress(tmp_path, "bridges")
    memory.order("Claims/list", SortOrder("grade"))
    memory.order("Claims/list", None)
    assert memory.orders == {}


def test_the_trail_names_every_place_once_the_last_visit_last(tmp_path: Path) -> None:
    memory = ReadingProgress(tmp_path, "bridges")
    for identity in ("c001", "c002", "c001"):
        memory.went("Claims", identity)
    assert memory.trail == [("Claims", "c002"), ("Claims", "c001")]


def test_the_trail_does_not_grow_for_ever(tmp_path: Path) -> None:
    memory = ReadingProgress(tmp_path, "bridges")
    for number in range(LONGEST_TRAIL + 5):
        memory.went("Claims", f"c{number}")
    assert len(memory.trail) == LONGEST_TRAIL
    assert memory.trail[-1] == ("Claims", f"c{LONGEST_TRAIL + 4}")


def test_two_windows_keep_each_others_trail(tmp_path: Path) -> None:
    one, other = visited(tmp_path, "one"), visited(tmp_path, "other")
    other.save()
    one.save()
    assert trail(tmp_path) == ["other", "one"]


def test_saving_what_did_not_change_writes_nothing(tmp_path: Path) -> None:
    ReadingProgress(tmp_path, "bridges").save()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"5", b"\xff", b'{"marked": 5}', b'{"trail": [["Claims"]]}', b'{"orders": {"a": "b"}}', b'{"x":' + b"[" * 100_000],
    ids=["empty", "torn", "list", "number", "no text", "wrong type", "half a place", "no order", "deep"],
)
def test_a_damaged_file_is_renamed_and_reported(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "memory" / "bridges.json"
    path.parent.mkdir()
    path.write_bytes(content)
    assert "is damaged; it will be renamed" in " ".join(memory_problems(tmp_path, "bridges"))
    assert path.read_bytes() == content
    memory = ReadingProgress(tmp_path, "bridges")
    assert "is damaged" in memory.problem
    assert "It was renamed to bridges.json.damaged." in memory.problem
    assert (memory.marked, memory.trail, memory.orders) == (frozenset(), [], {})
    memory.went("Claims", "c001")
    memory.save()
    again = ReadingProgress(tmp_path, "bridges")
    assert (again.trail, again.problem) == ([("Claims", "c001")], "")
    assert path.with_name("bridges.json.damaged").read_bytes() == content
    assert "bridges.json.damaged is a damaged file" in " ".join(memory_problems(tmp_path, "bridges"))


def test_a_file_that_is_damaged_while_open_is_renamed_too(tmp_path: Path) -> None:
    memory = visited(tmp_path, "c001")
    memory.save()
    path = tmp_path / "memory" / "bridges.json"
    path.write_bytes(b"{damaged")
    memory.went("Claims", "c002")
    memory.save()
    assert "It was renamed to bridges.json.damaged." in memory.problem
    assert path.with_name("bridges.json.damaged").read_bytes() == b"{damaged"
    assert trail(tmp_path) == ["c001", "c002"]


def test_a_damaged_file_that_cannot_be_moved_is_not_written_to(tmp_path: Path, fail: Fail) -> None:
    path = tmp_path / "memory" / "bridges.json"
    path.parent.mkdir()
    path.write_bytes(b"{damaged")
    restore = fail(os, "unlink", errno.EROFS)
    memory = visited(tmp_path, "c001")
    restore()
    memory.save()
    assert "is damaged and is left as it is" in memory.problem
    assert path.read_bytes() == b"{damaged"


def test_marks_of_the_previous_release_stay_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "memory" / "bridges.json"
    path.parent.mkdir()
    path.write_bytes(b'{"marked": ["c001"]}')
    visited(tmp_path, "c002").save()
    assert b'"marked":["c001"]' in path.read_bytes()


def test_a_folder_in_its_place_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "memory" / "bridges.json").mkdir(parents=True)
    memory = visited(tmp_path, "c001")
    memory.save()
    assert memory.trail == [("Claims", "c001")]
    assert "cannot be read" in memory.problem


def test_what_a_newer_program_remembers_besides_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "memory" / "bridges.json"
    path.parent.mkdir()
    path.write_bytes(b'{"trail": [["Claims", "c001"]], "smell": "roses"}')
    assert trail(tmp_path) == ["c001"]


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC], ids=["read-only", "forbidden", "full"])
def test_where_it_cannot_be_written_the_program_goes_on_and_tries_again(tmp_path: Path, fail: Fail, number: int) -> None:
    mend = fail(os, "replace", number)
    memory = visited(tmp_path, "c001")
    memory.save()
    assert memory.trail == [("Claims", "c001")]
    assert trail(tmp_path) == []
    mend()
    memory.save()
    assert trail(tmp_path) == ["c001"]


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    memory = visited(tmp_path / "file", "c001")
    memory.save()
    assert memory.trail == [("Claims", "c001")]


def test_without_a_folder_it_remembers_until_the_end() -> None:
    memory = ReadingProgress()
    memory.went("Claims", "c001")
    memory.save()
    assert memory.trail == [("Claims", "c001")]


@given(IDS, IDS, IDS)
def test_whoever_saves_last_both_windows_keep_their_changes(
    tmp_path_factory: pytest.TempPathFactory, before: set[str], ours: set[str], theirs: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("state")
    visited(folder, *before).save()
    one, other = visited(folder, *ours), visited(folder, *theirs)
    one.save()
    other.save()
    assert set(trail(folder)) == before | ours | theirs
