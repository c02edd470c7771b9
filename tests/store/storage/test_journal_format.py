"""A transaction is one line, and half of it or a changed byte of it is noticed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.storage.journal_format import FORMAT, JournalChange, decode, encode, header, note_ids_in

LEAVES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text()
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
DOCUMENTS = st.none() | st.dictionaries(st.text(), JSON, max_size=3)
ENTRIES = st.lists(st.builds(JournalChange, st.text(), st.text(), DOCUMENTS), max_size=3)
LINE = encode(7, [JournalChange("notes", "n-aaaaaa", {"body": "Grüße\n阿里"})])


def test_the_first_line_names_the_format() -> None:
    first = decode(header().rstrip(b"\n"))
    assert first
    assert first.format == FORMAT


@given(st.integers(0, 2**53), ENTRIES)
def test_what_is_written_is_read(sequence: int, entries: list[JournalChange]) -> None:
    line = decode(encode(sequence, entries).removesuffix(b"\n"))
    assert line
    assert (line.q, line.o) == (sequence, entries)


@given(ENTRIES)
def test_a_transaction_is_one_line(entries: list[JournalChange]) -> None:
    assert encode(1, entries).count(b"\n") == 1


def test_a_line_can_be_read_by_people() -> None:
    assert b'{"q":7,"o":[["notes","n-aaaaaa",{"body":"Gr\xc3\xbc\xc3\x9fe' in LINE


def test_one_changed_bit_is_noticed() -> None:
    for bit in range(8 * len(LINE) - 8):
        changed = bytearray(LINE[:-1])
        changed[bit // 8] ^= 1 << bit % 8
        assert decode(bytes(changed)) is None


def test_a_damaged_line_still_names_its_notes() -> None:
    assert note_ids_in(LINE.replace(b"body", b"b\xffdy")) == ("n-aaaaaa",)
    assert note_ids_in(b"\xff\x00 n-short xn-aaaaaa") == ()


def test_half_a_line_is_noticed() -> None:
    assert not any(decode(LINE[:end]) for end in range(len(LINE) - 1))


@given(st.binary())
def test_bytes_that_nobody_wrote_are_no_line(content: bytes) -> None:
    assert decode(content) is None
