"""A file from outside is read when it is a regular one of bearable size in UTF-8, and otherwise refused in a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import InvalidInputError, NotFoundError
from store.storage.untrusted_file import MAX_BYTES, MAX_DEPTH, decode, nesting_depth, read_document, read_text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file as readers bring them; its ending says nothing."""
    return tmp_path / "brought"


def test_text_is_read(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfna\xc3\xafve")
    assert read_text(file) == "naïve"


def test_a_file_that_is_not_there_is_not_found(file: Path) -> None:
    with pytest.raises(NotFoundError, match=r"There is no file .*brought\."):
        read_text(file)


def test_a_fifo_is_refused_without_waiting_for_a_writer(file: Path) -> None:
    os.mkfifo(file)
    with pytest.raises(InvalidInputError, match="not a regular file"):
        read_text(file)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "."])
def test_devices_and_folders_are_refused(path: str) -> None:
    with pytest.raises(InvalidInputError, match="not a regular file"):
        read_text(Path(path))


def test_a_refused_file_is_not_left_open(tmp_path: Path) -> None:
    before = os.listdir("/proc/self/fd")
    with pytest.raises(InvalidInputError):
        read_text(tmp_path)
    assert os.listdir("/proc/self/fd") == before


def test_a_name_no_file_can_have_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="cannot be opened"):
        read_text(Path("a\0b"))


def test_too_large_a_file_is_refused_before_it_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.touch()
    os.truncate(file, MAX_BYTES + 1)
    monkeypatch.setattr("store.storage.untrusted_file.decode", lambda *_: pytest.fail("it was read"))
    with pytest.raises(InvalidInputError, match="at most 64 MB"):
        read_text(file)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_refused_by_its_name(file: Path, encoding: str) -> None:
    file.write_bytes("\ufeffa".encode(encoding) if encoding.endswith("be") else "a".encode(encoding))
    with pytest.raises(InvalidInputError, match="UTF-16; save it as UTF-8"):
        read_text(file)


def test_what_is_not_utf_8_is_refused_with_the_line(file: Path) -> None:
    file.write_bytes(b"one\ntwo\ncaf\xe9")
    with pytest.raises(InvalidInputError, match="byte 11 on line 3"):
        read_text(file)


def test_the_name_in_a_refusal_cannot_command_a_terminal(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="␛"):
        read_text(tmp_path / "\x1b]0;x\x07")


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.json", '{"a": 1}'), ("A.JSON", '{"a": 1}'), ("a.toml", "a = 1"), ("a", ' {"a": 1}'), ("a", "a = 1"), ("a.txt", "a = 1")],
)
def test_toml_and_json_are_told_apart(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert read_document(tmp_path / name) == {"a": 1}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1, "a": 2}', "the key 'a' is given twice"),
        ('{"a": NaN}', "NaN is not a number"),
        ('{"a": -Infinity}', "-Infinity is not a number"),
        ('{"a": 1', "not valid JSON"),
        ("{}{}", "not valid JSON"),
        (f'{{"a": {"9" * 5000}}}', "not valid JSON: it has a number of more digits than can be read\\.$"),
        (f"a = {'9' * 5000}", "not valid TOML: it has a number of more digits than can be read\\.$"),
        (" \n", "is empty\\.$"),
        ("a = 1\na = 2", "not valid TOML"),
        ("a = [", "not valid TOML"),
        ('{"a": ' + "[" * 100_000, "nested too deeply|not valid"),
        ("a = " + "[" * 100_000, "nested too deeply|not valid"),
        ('{"a": ' + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "}", "nested more than 32 deep"),
    ],
    ids=[
        "twice",
        "nan",
        "infinity",
        "torn",
        "two",
        "long number",
        "long number in toml",
        "empty",
        "twice in toml",
        "torn toml",
        "deep",
        "deep toml",
        "too deep",
    ],
)
def test_what_is_no_table_of_records_is_refused(file: Path, text: str, reason: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(InvalidInputError, match=reason):
        read_document(file)


@pytest.mark.parametrize(
    ("text", "called"),
    [("[]", "a list"), ("null", "nothing but null"), ('"null"', "a text"), ("true", "no more than true or false"), ("12", "a number")],
)
def test_what_is_no_table_at_the_top_is_called_by_an_everyday_word(tmp_path: Path, text: str, called: str) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    with pytest.raises(InvalidInputError, match=f"holds {called}, not a table of records"):
        read_document(tmp_path / "a.json")


def test_depth_is_counted_without_exhausting_anything() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert nesting_depth(deep) == 100_001


@given(st.binary() | st.text().map(str.encode) | st.from_regex(r'\A[{}\[\]",:a-z0-9=.#\n \'-]*\Z').map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    for ending in ("toml", "json", "txt"):
        file = tmp_path_factory.getbasetemp() / f"any.{ending}"
        file.write_bytes(content)
        try:
            assert isinstance(read_document(file), dict)
        except InvalidInputError as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_recognised_with_and_without_a_byte_order_mark(encoding: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^x is in UTF-16; save it as UTF-8\.$"):
        decode("x", "Bridges".encode(encoding))


@pytest.mark.parametrize("text", ["", "a", "\0", "one \0 in a text", "桥", "\ufeff"])
def test_text_with_a_null_character_is_not_taken_for_utf_16(text: str) -> None:
    assert decode("x", text.encode()) == text.removeprefix("\ufeff")
