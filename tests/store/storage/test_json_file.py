"""The records are one JSON document, replaced atomically, and every change that this program did not make is noticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Document, Table

from store.errors import CorruptFileError
from store.storage.json_file import JsonFileStorage

TABLES = {"claims": {"c001": {"supports": ["c002"]}}, "actors": {}}


@pytest.fixture
def file(tmp_path: Path) -> JsonFileStorage:
    """Return a file with two tables."""
    file = JsonFileStorage(tmp_path / "records.json")
    file.write(TABLES)
    return file


def test_the_checksum_is_a_table_of_its_own_which_no_caller_sees(file: JsonFileStorage) -> None:
    stored = json.loads(file.path.read_bytes())
    assert list(stored) == ["claims", "actors", "checksum"]
    assert list(stored["checksum"]["1"]) == ["crc32"]
    assert file.read() == TABLES
    assert list(file.read_raw().tables) == ["claims", "actors"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"c002", b"c00r"),
        (b"claims", b"clails"),
        (b'"crc32":"', b'"crc32":"0'),
        (b"crc32", b"crc33"),
        (b'"1":{', b'"3":{'),
        (b":{}", b":{ }"),
    ],
)
def test_a_change_by_another_program_is_damage(file: JsonFileStorage, before: bytes, after: bytes) -> None:
    content = file.path.read_bytes()
    file.path.write_bytes(content.replace(before, after, 1))
    for read in (file.read, file.read_raw):
        with pytest.raises(CorruptFileError, match="does not match its checksum"):
            read()
    assert file.path.read_bytes() == content.replace(before, after, 1)


def test_a_file_without_a_checksum_is_read_and_said_to_have_none(file: JsonFileStorage) -> None:
    file.path.write_text(json.dumps(TABLES))
    assert file.read() == TABLES
    assert not file.read_raw().has_checksum
    file.write(TABLES)
    assert file.read_raw().has_checksum


def test_a_table_that_is_written_by_tinydb_keeps_the_checksum_right(tmp_path: Path) -> None:
    class Claims(Table):
        document_id_class = str  # type: ignore[assignment]

    for number in range(2):
        database = TinyDB(storage=lambda: JsonFileStorage(tmp_path / "records.json"))
        database.table_class = Claims
        database.table("claims").insert(Document({"n": number}, doc_id=f"c{number}"))  # type: ignore[arg-type]
    assert JsonFileStorage(tmp_path / "records.json").read() == {"claims": {"c0": {"n": 0}, "c1": {"n": 1}}}


def test_a_damaged_document_is_kept_and_its_predecessor_too(file: JsonFileStorage) -> None:
    file.write({})
    file.path.write_bytes(b"damaged")
    assert file.replace_damaged(TABLES).read_bytes() == b"damaged"
    assert file.read() == TABLES
    assert JsonFileStorage(file.path.with_name("records.json.bak")).read() == TABLES


def test_nothing_written_yet_is_nothing_read(tmp_path: Path) -> None:
    assert JsonFileStorage(tmp_path / "records.json").read() is None


@pytest.mark.parametrize("content", [b"", b"{", b"null", b"[]", b"\xff\xfe", pytest.param(b"[" * 100_000, id="deep")])
def test_records_that_are_none_are_refused_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "records.json"
    path.write_bytes(content)
    with pytest.raises(CorruptFileError, match=r"it was left as it is\. Import the file it came from again \(`briefing import FILE`\)\.$"):
        JsonFileStorage(path).read()
    assert path.read_bytes() == content


def test_records_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(CorruptFileError, match="cannot be read: it is not a regular file"):
        JsonFileStorage(tmp_path).read()


def test_records_are_written_as_one_person_writes(tmp_path: Path) -> None:
    storage = JsonFileStorage(tmp_path / "a" / "records.json")
    for number in range(3):
        storage.write({"claims": {"c1": {"n": number}}})
    assert storage.read() == {"claims": {"c1": {"n": 2}}}
    assert {path.name for path in (tmp_path / "a").iterdir()} == {"records.json", "records.json.bak", "records.json.lock"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
