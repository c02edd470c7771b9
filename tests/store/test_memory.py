"""The memory keeps marks, the way and the orders between runs; it is a comfort, and nothing hangs on it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.memory import LONGEST_TRAIL, Memory, Order

Fail = Callable[[object, str, int], Callable[[], None]]
IDS = st.sets(st.text("abc", min_size=1, max_size=3))


def marked_by(folder: Path, *identities: str) -> Memory:
    """What a window knows that has marked these, and not yet saved."""
    memory = Memory(folder, "bridges")
    for identity in identities:
        memory.mark(identity)
    return memory


def test_the_first_time_there_is_nothing_to_remember(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "bridges")
    assert (memory.marked, memory.trail, memory.orders) == (set(), [], {})


def test_everything_is_there_in_the_next_run(tmp_path: Path) -> None:
    memory = marked_by(tmp_path, "c001", "ann")
    memory.went("Claims", "c002")
    memory.order("Claims/list", Order("grade", True))
    memory.save()
    again = Memory(tmp_path, "bridges")
    assert again.marked == {"c001", "ann"}
    assert again.trail == [("Claims", "c002")]
    assert again.orders == {"Claims/list": Order("grade", True)}


def test_what_was_not_saved_is_not_remembered(tmp_path: Path) -> None:
    marked_by(tmp_path, "c001")
    assert Memory(tmp_path, "bridges").marked == set()


def test_every_briefing_has_a_memory_of_its_own(tmp_path: Path) -> None:
    marked_by(tmp_path, "c001").save()
    assert Memory(tmp_path, "tunnels").marked == set()


def test_a_mark_can_be_taken_away_and_says_what_it_is_now(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "bridges")
    assert memory.mark("c001") is True
    memory.save()
    assert memory.mark("c001") is False
    memory.save()
    assert Memory(tmp_path, "bridges").marked == set()


def test_what_0_1_wrote_is_kept_though_part_of_it_is_no_longer_used(tmp_path: Path) -> None:
    path = tmp_path / "memory" / "bridges.json"
    path.parent.mkdir()
    kept = {"marked": ["c001"], "seen": ["c001", "c002"], "trail": [["Claims", "c002"]], "views": {"Claims": "tree"}}
    path.write_bytes(msgspec.json.encode(kept))
    memory = Memory(tmp_path, "bridges")
    memory.mark("c003")
    memory.save()
    assert msgspec.json.decode(path.read_bytes()) == {**kept, "marked": ["c001", "c003"]}


def test_an_order_taken_back_is_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "bridges")
    memory.order("Claims/list", Order("grade"))
    memory.order("Claims/list", None)
    assert memory.orders == {}


def test_the_trail_names_every_place_once_the_last_visit_last(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "bridges")
    for identity in ("c001", "c002", "c001"):
        memory.went("Claims", identity)
    assert memory.trail == [("Claims", "c002"), ("Claims", "c001")]


def test_the_trail_does_not_grow_for_ever(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "bridges")
    for number in range(LONGEST_TRAIL + 5):
        memory.went("Claims", f"c{number}")
    assert len(memory.trail) == LONGEST_TRAIL
    assert memory.trail[-1] == ("Claims", f"c{LONGEST_TRAIL + 4}")


def test_marks_are_told_by_the_version(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "bridges")
    versions = [memory.version]
    for change in (lambda: memory.mark("c001"), lambda: memory.mark("c001")):
        change()
        versions.append(memory.version)
    assert len(set(versions)) == 3


def test_two_windows_do_not_undo_each_others_marks(tmp_path: Path) -> None:
    marked_by(tmp_path, "old", "gone").save()
    one, other = Memory(tmp_path, "bridges"), Memory(tmp_path, "bridges")
    one.mark("one")
    one.mark("gone")
    other.mark("other")
    one.save()
    other.save()
    again = Memory(tmp_path, "bridges")
    assert again.marked == {"old", "one", "other"}


def test_what_another_window_marked_is_known_after_saving_and_told_by_the_version(tmp_path: Path) -> None:
    one, other = Memory(tmp_path, "bridges"), marked_by(tmp_path, "other")
    other.save()
    one.mark("one")
    before = one.version
    one.save()
    assert one.marked == {"one", "other"}
    assert one.version != before


def test_saving_what_did_not_change_writes_nothing(tmp_path: Path) -> None:
    Memory(tmp_path, "bridges").save()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"5", b"\xff", b'{"marked": 5}', b'{"trail": [["Claims"]]}', b'{"orders": {"a": "b"}}', b'{"x":' + b"[" * 100_000],
    ids=["empty", "torn", "list", "number", "no text", "wrong type", "half a place", "no order", "deep"],
)
def test_a_file_that_is_not_ours_is_as_if_there_were_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "memory" / "bridges.json"
    path.parent.mkdir()
    path.write_bytes(content)
    memory = Memory(tmp_path, "bridges")
    assert (memory.marked, memory.trail, memory.orders) == (set(), [], {})
    memory.mark("c001")
    memory.save()
    assert Memory(tmp_path, "bridges").marked == {"c001"}


def test_a_folder_in_its_place_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "memory" / "bridges.json").mkdir(parents=True)
    memory = marked_by(tmp_path, "c001")
    memory.save()
    assert memory.marked == {"c001"}


def test_what_a_newer_program_remembers_besides_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "memory" / "bridges.json"
    path.parent.mkdir()
    path.write_bytes(b'{"marked": ["c001"], "smell": "roses"}')
    assert Memory(tmp_path, "bridges").marked == {"c001"}


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC], ids=["read-only", "forbidden", "full"])
def test_where_it_cannot_be_written_the_program_goes_on_and_tries_again(tmp_path: Path, fail: Fail, number: int) -> None:
    mend = fail(os, "replace", number)
    memory = marked_by(tmp_path, "c001")
    memory.save()
    assert memory.marked == {"c001"}
    assert Memory(tmp_path, "bridges").marked == set()
    mend()
    memory.save()
    assert Memory(tmp_path, "bridges").marked == {"c001"}


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    memory = marked_by(tmp_path / "file", "c001")
    memory.save()
    assert memory.marked == {"c001"}


def test_without_a_folder_it_remembers_until_the_end() -> None:
    memory = Memory()
    memory.mark("c001")
    memory.save()
    assert memory.marked == {"c001"}


@given(IDS, st.text("abc", min_size=1, max_size=3))
def test_marking_twice_is_nothing(before: set[str], identity: str) -> None:
    memory = Memory()
    memory.marked = set(before)
    memory.mark(identity)
    assert memory.marked != before
    memory.mark(identity)
    assert memory.marked == before


@given(IDS, IDS, IDS)
def test_whoever_saves_last_both_windows_keep_their_changes(
    tmp_path_factory: pytest.TempPathFactory, before: set[str], ours: set[str], theirs: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("state")
    marked_by(folder, *before).save()
    one, other = marked_by(folder, *ours), marked_by(folder, *(theirs - ours))
    one.save()
    other.save()
    assert Memory(folder, "bridges").marked == before ^ ours ^ (theirs - ours)
