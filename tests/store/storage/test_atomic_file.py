"""A file is the old one or the new one, never half of either, whatever fails."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import ReadOnlyError, WriteError
from store.storage import atomic_file
from tests.support.calls import record_calls

Fail = Callable[[object, str, int], Callable[[], None]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that says `old`."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


def test_a_file_is_replaced(file: Path) -> None:
    atomic_file.replace(file, b"new")
    assert file.read_bytes() == b"new"
    assert os.listdir(file.parent) == ["file"]


def test_the_old_one_is_kept_on_request(file: Path) -> None:
    for content in (b"new", b"newer"):
        atomic_file.replace(file, content, keep_old=True)
    assert file.with_name("file.bak").read_bytes() == b"new"


def test_what_is_written_is_this_users_alone(tmp_path: Path) -> None:
    atomic_file.make_directory(tmp_path / "a" / "b")
    atomic_file.replace(tmp_path / "a" / "b" / "file", b"new")
    assert mode(tmp_path / "a" / "b") == 0o700
    assert mode(tmp_path / "a" / "b" / "file") == 0o600


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_directories_are_private_regardless_of_the_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        atomic_file.make_directory(tmp_path / "a" / "b" / "c")
        atomic_file.replace(tmp_path / "a" / "file", b"new")
    finally:
        os.umask(before)
    assert {mode(folder) for folder in (tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c")} == {0o700}
    assert mode(tmp_path / "a" / "file") == 0o600


def test_a_new_folder_is_on_the_disk_with_those_above_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(atomic_file, "sync_directory", synced.append)
    atomic_file.make_directory(tmp_path / "a" / "b")
    atomic_file.make_directory(tmp_path / "a" / "b")
    assert synced == [tmp_path / "a", tmp_path]


def test_a_symbolic_link_stays_one(file: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(file)
    atomic_file.replace(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert file.read_bytes() == b"new"


def test_a_replacement_is_on_the_disk_before_it_has_the_name(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    for module, name in ((os, "write"), (atomic_file, "sync"), (os, "replace"), (atomic_file, "sync_directory")):
        record_calls(monkeypatch, module, name, order)
    atomic_file.replace(file, b"new")
    assert order == ["write", "sync", "replace", "sync_directory"]


@pytest.mark.parametrize(("module", "name"), [(os, "open"), (os, "write"), (atomic_file, "sync"), (os, "replace")])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_whatever_fails_the_old_one_is_whole(file: Path, fail: Fail, module: object, name: str, number: int) -> None:
    again = fail(module, name, number)
    with pytest.raises(WriteError, match=r"file was not saved: .*\. What was saved before is intact\."):
        atomic_file.replace(file, b"new", keep_old=True)
    again()
    assert file.read_bytes() == b"old"
    assert [name for name in os.listdir(file.parent) if atomic_file.TEMPORARY in name] == []


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP])
def test_where_a_file_has_one_name_the_old_one_is_copied(file: Path, fail: Fail, number: int) -> None:
    fail(os, "link", number)
    for content in (b"new", b"newer"):
        atomic_file.replace(file, content, keep_old=True)
    assert file.with_name("file.bak").read_bytes() == b"new"
    assert sorted(os.listdir(file.parent)) == ["file", "file.bak"]


def test_a_predecessor_is_there_until_there_is_another(file: Path, fail: Fail) -> None:
    atomic_file.replace(file, b"new", keep_old=True)
    fail(os, "link", errno.EPERM)
    again = fail(os, "replace", errno.ENOSPC)
    with pytest.raises(WriteError):
        atomic_file.replace(file, b"newer", keep_old=True)
    again()
    assert file.with_name("file.bak").read_bytes() == b"old"
    assert sorted(os.listdir(file.parent)) == ["file", "file.bak"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_place_that_does_not_let_us_write_says_so(file: Path, fail: Fail, number: int) -> None:
    fail(os, "open", number)
    with pytest.raises(ReadOnlyError, match="What you see is read-only"):
        atomic_file.replace(file, b"new")


def test_a_name_that_is_not_on_the_disk_yet_is_no_failure(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "folder")))
    atomic_file.replace(file, b"new")
    assert file.read_bytes() == b"new"


def test_a_short_write_is_gone_on_with(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: original(descriptor, content[:1]))
    atomic_file.replace(file, b"new")
    assert file.read_bytes() == b"new"


def test_what_dead_processes_left_is_swept(tmp_path: Path) -> None:
    dead = tmp_path / f"file{atomic_file.TEMPORARY}{2**22 + 1}"  # beyond the largest process id of Linux
    mine = tmp_path / f"file{atomic_file.TEMPORARY}{os.getpid()}"
    other = tmp_path / f"file{atomic_file.TEMPORARY}notes"
    for path in (dead, mine, other):
        path.touch()
    atomic_file.remove_stale_temp_files(tmp_path)
    assert set(tmp_path.iterdir()) == {mine, other}


def test_a_file_can_be_removed_twice(file: Path) -> None:
    atomic_file.remove(file)
    atomic_file.remove(file)
    assert not file.exists()


def test_what_cannot_be_removed_is_told(tmp_path: Path) -> None:
    with pytest.raises((WriteError, ReadOnlyError)):
        atomic_file.remove(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(file: Path) -> None:
    with pytest.raises(WriteError, match="not a directory"):
        atomic_file.make_directory(file / "inside")


def test_a_new_directory_is_for_its_user_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        atomic_file.make_directory(tmp_path / "a" / "b")
    finally:
        os.umask(before)
    assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a", "a/b")] == [0o700, 0o700]
    atomic_file.make_directory(tmp_path / "a" / "b")


def test_a_file_in_place_of_a_directory_is_an_error(file: Path) -> None:
    with pytest.raises(WriteError):
        atomic_file.make_directory(file)


@pytest.mark.parametrize(("mode", "after"), [(0o755, 0o700), (0o701, 0o700), (0o500, 0o500), (0o700, 0o700)])
def test_only_the_rights_of_others_are_taken_off_a_directory(tmp_path: Path, mode: int, after: int) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    folder.chmod(mode)
    atomic_file.make_private(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == after


def test_what_is_no_directory_of_this_user_keeps_its_rights(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.chmod(0o644)
    atomic_file.make_private(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    folder = file.with_name("folder")
    folder.mkdir()
    folder.chmod(0o755)
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    atomic_file.make_private(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_the_names_in_a_directory_are_synced_and_it_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("open", "fsync", "close"):
        record_calls(monkeypatch, os, name, calls)
    atomic_file.sync_directory(tmp_path)
    assert calls == ["open", "fsync", "close"]


def test_the_content_of_a_file_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    record_calls(monkeypatch, os, "fdatasync" if hasattr(os, "fdatasync") else "fsync", calls)
    with open(tmp_path / "file", "wb") as opened:
        atomic_file.sync(opened.fileno())
    assert len(calls) == 1


def test_an_error_without_words_of_the_system_is_told_in_its_own(file: Path) -> None:
    assert "it is odd" in str(atomic_file.to_store_error(file, OSError("it is odd")))
    assert "no space left" in str(atomic_file.to_store_error(file, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))).lower()
