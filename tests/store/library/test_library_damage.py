"""A library in a bad state: what is damaged is put aside, what is newer stays, what may not be read is a sentence."""

from __future__ import annotations

import errno
import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from assets import BRIEFINGS
from store.errors import CorruptFileError, InvalidInputError
from store.formats.parser import parse_file
from store.library.library import Library
from store.storage import atomic_file
from tests.support.sample import as_toml, briefing, tree, whole

Fail = Callable[[object, str, int], Callable[[], None]]


def records(library: Library) -> Path:
    return library.places.library / "bridges" / "briefing.json"


def ship(folder: Path, name: str = "bridges") -> Path:
    """Return a folder of shipped briefings with `bridges` in it."""
    (folder / "shipped").mkdir()
    (folder / "shipped" / f"{name}.toml").write_text(as_toml(tree()), "utf-8")
    return folder / "shipped"


@pytest.mark.parametrize("content", [b"", b"{", b'{"briefing": {"bridges": {"version": 99}}, "claims": [5]}'])
def test_a_shipped_briefing_that_is_damaged_is_put_in_again(library: Library, tmp_path: Path, content: bytes) -> None:
    library.install_bundled(ship(tmp_path))
    kept = records(library).with_name("briefing.json.bak").read_bytes()
    for number in ("", "-2"):
        records(library).write_bytes(content)
        assert library.open("bridges").file == briefing()
        assert records(library).with_name(f"briefing.json.damaged{number}").read_bytes() == content
    assert records(library).with_name("briefing.json.bak").read_bytes() == kept


def test_an_import_over_damaged_records_keeps_the_sound_ones_before(library: Library) -> None:
    library.install(briefing(title="Second"))
    before = records(library).with_name("briefing.json.bak").read_bytes()
    records(library).write_bytes(b"{")
    library.install(briefing(title="Third"))
    assert records(library).with_name("briefing.json.bak").read_bytes() == before


def test_records_without_a_sound_predecessor_stay_and_the_error_says_what_to_do(library: Library) -> None:
    for predecessor in (None, b"", b"{}"):
        if predecessor is not None:
            records(library).with_name("briefing.json.bak").write_bytes(predecessor)
        records(library).write_bytes(b"{}")
        with pytest.raises(CorruptFileError, match=r"Import the file it came from again \(`briefing import FILE`\)\.$"):
            library.open("bridges")
        assert records(library).read_bytes() == b"{}"
        assert library.set_aside("bridges") == []


def test_a_sound_predecessor_replaces_damaged_records_and_this_is_reported(library: Library) -> None:
    library.install(briefing(title="Second", version=2))
    records(library).write_bytes(b"{}")
    told: list[str] = []
    repairing = Library(library.places, library._now, told.append)
    assert repairing.open("bridges").file == whole()
    assert [path.read_bytes() for path in repairing.set_aside("bridges")] == [b"{}"]
    assert len(told) == 1
    assert told[0].endswith("it was replaced by version 1 from briefing.json.bak, and is kept as briefing.json.damaged.")
    assert repairing.open("bridges").file == whole()
    assert len(told) == 1


def test_every_flipped_bit_is_noticed(library: Library) -> None:
    content = records(library).read_bytes()
    for position in range(0, 8 * len(content), 7):
        byte, bit = divmod(position, 8)
        records(library).write_bytes(content[:byte] + bytes([content[byte] ^ 1 << bit]) + content[byte + 1 :])
        try:
            assert library.open("bridges").file == whole(), (byte, bit)  # a flip in the name of the checksum's own table
            assert content[byte - 10 : byte + 10].count(b'"') and b"checksum" in content[byte - 10 : byte + 10]
        except CorruptFileError:
            continue


def test_one_wrong_reference_is_damage(library: Library) -> None:
    content = records(library).read_bytes()
    records(library).write_bytes(content.replace(b'["c002"]', b'["c00r"]', 1))
    with pytest.raises(CorruptFileError, match="does not match its checksum: it is damaged, or another program changed it"):
        library.open("bridges")


def without_checksum(content: bytes) -> bytes:
    """Return the records as version 0.1.0 wrote them."""
    tables = json.loads(content)
    del tables["checksum"]
    return json.dumps(tables).encode()


def test_records_of_version_0_1_0_open_as_before(library: Library) -> None:
    records(library).write_bytes(without_checksum(records(library).read_bytes()))
    assert library.open("bridges").file == whole()


def test_a_wrong_reference_in_records_of_version_0_1_0_is_damage(library: Library) -> None:
    content = without_checksum(records(library).read_bytes())
    records(library).write_bytes(content.replace(b'["c002"]', b'["c00r"]', 1))
    with pytest.raises(CorruptFileError, match=r"is damaged: .*names c00r, which is not among the claims;"):
        library.open("bridges")


def test_records_in_the_directory_of_another_briefing_are_damage(library: Library) -> None:
    records(library).parent.rename(library.places.library / "tunnels")
    with pytest.raises(CorruptFileError, match="holds the briefing bridges, and its directory is named tunnels"):
        library.open("tunnels")


def test_a_shipped_briefing_stored_without_a_checksum_is_installed_again(library: Library, tmp_path: Path) -> None:
    shipped = ship(tmp_path)
    library.install_bundled(shipped)
    content = (shipped / "bridges.toml").read_bytes()
    records(library).with_name("shipped").write_text(f"{len(content)} {zlib.crc32(content):08x}")
    records(library).write_bytes(without_checksum(records(library).read_bytes()))
    library.install_bundled(shipped)
    assert b'"checksum"' in records(library).read_bytes()


def test_damaged_records_in_a_read_only_directory_are_replaced_in_memory(library: Library, tmp_path: Path, fail: Fail) -> None:
    library.install_bundled(ship(tmp_path))
    told: list[str] = []
    reading = Library(library.places, library._now, told.append)
    reading.install_bundled(tmp_path / "shipped")
    records(library).write_bytes(b"{}")
    fail(os, "replace", errno.EROFS)
    assert reading.open("bridges").file == briefing()
    assert "is used instead." in told[0]
    assert "read-only file system" in told[0]


@pytest.mark.parametrize("dry_run", [True, False])
def test_an_import_does_not_replace_the_records_of_a_newer_program(library: Library, dry_run: bool) -> None:
    library.install(briefing(format=2))
    before = records(library).read_bytes()
    with pytest.raises(InvalidInputError, match="is of a newer version of this program; nothing was changed"):
        library.install(briefing(), dry_run=dry_run)
    assert records(library).read_bytes() == before


def test_an_import_can_be_tried_first(library: Library) -> None:
    before = records(library).read_bytes()
    assert library.install(briefing(), dry_run=True) is True
    assert records(library).read_bytes() == before


def test_what_is_shipped_is_named_by_its_id() -> None:
    for path in BRIEFINGS.glob("*.toml"):
        assert parse_file(path).briefing.id == path.stem


def test_a_shipped_briefing_of_another_name_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="holds the briefing bridges, and is not named after it"):
        library.install_bundled(ship(tmp_path, "brigdes"))


def test_a_home_that_cannot_be_entered_is_a_sentence(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped, original = ship(tmp_path), os.stat

    def closed(path: object, *given: object, **named: object) -> object:
        if str(path).startswith(str(library.places.data)):
            raise PermissionError(13, "Permission denied")
        return original(path, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", closed)
    asked = [
        lambda: library.install_bundled(shipped),
        lambda: library.open("bridges"),
        lambda: library.create_backup("bridges"),
        library.ids,
    ]
    for ask in asked:
        with pytest.raises(CorruptFileError, match="cannot be read: permission denied"):
            ask()


def test_a_folder_where_notes_should_be_is_a_problem_and_no_backup(library: Library) -> None:
    path = records(library).with_name("notes.jsonl")
    path.mkdir()
    assert "cannot be read: it is not a regular file" in library.notes("bridges").problem
    with pytest.raises(CorruptFileError, match="not a regular file"):
        library.create_backup("bridges")
    assert library.backups("bridges").all() == ()


def test_what_dead_processes_left_is_swept_on_the_way(library: Library) -> None:
    left = records(library).with_name(f"shipped{atomic_file.TEMPORARY}{2**22 + 1}")
    left.touch()
    library.create_backup("bridges")
    assert not left.exists()
