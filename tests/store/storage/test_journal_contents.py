"""The contents of a journal are counted, so that it is compacted when it is worth it and not before."""

from __future__ import annotations

import pytest

from store.storage.journal_contents import JournalContents
from store.storage.journal_format import JournalChange, encode, header

LARGE, MEGABYTE = 10_000_000, 1 << 20


def contents_of(*changes: JournalChange) -> JournalContents:
    """Return the contents of a journal with one line for each change."""
    contents = JournalContents()
    contents.read(header() + b"".join(encode(number, [change]) for number, change in enumerate(changes, 1)))
    return contents


def edits(count: int, body: str = "x") -> list[JournalChange]:
    return [JournalChange("notes", "a", {"body": f"{body}{number}"}) for number in range(count)]


@pytest.mark.parametrize(("count", "is_wasteful"), [(0, False), (1, False), (1001, False), (1002, True), (1003, True)])
def test_a_thousand_lines_more_than_twice_what_is_needed_are_wasteful(count: int, is_wasteful: bool) -> None:
    assert contents_of(*edits(count)).is_wasteful(1000) is is_wasteful


def test_a_journal_in_which_nothing_was_replaced_is_never_wasteful() -> None:
    contents = contents_of(*(JournalChange("notes", str(number), {"body": "x"}) for number in range(2000)))
    assert not contents.is_wasteful(LARGE)


def test_few_replaced_but_large_documents_are_wasteful() -> None:
    contents = contents_of(*edits(3))
    assert contents.is_wasteful(LARGE)
    assert not contents.is_wasteful(MEGABYTE)


def test_a_megabyte_more_than_twice_the_size_of_what_is_needed_is_not_wasteful() -> None:
    needed = len(encode(0, [JournalChange("notes", "a", {"body": f"{'y' * 100_000}1"})]))
    contents = contents_of(*edits(2, "y" * 100_000))
    assert not contents.is_wasteful(MEGABYTE + 2 * needed)
    assert contents.is_wasteful(MEGABYTE + 2 * needed + 1)


def test_a_table_that_would_be_left_out_is_not_needed() -> None:
    contents = contents_of(*(JournalChange("old", str(number), {"body": "x"}) for number in range(1010)))
    assert contents.is_wasteful(1000, ("old",))
    assert not contents.is_wasteful(1000)


def test_lines_after_a_rewriting_continue_its_numbers() -> None:
    contents = contents_of(*edits(5), JournalChange("old", "b", {}))
    before = contents.sequence
    contents.count_rewritten(contents.rewritten(("old",)), ("old",))
    assert contents.sequence == before + 1
    assert list(contents.documents()) == [("notes", "a", {"body": "x4"})]
    assert not contents.is_wasteful(LARGE)


def test_damaged_lines_are_kept_and_name_their_notes() -> None:
    contents = contents_of(*edits(1))
    contents.read(b'deadbeef {"o":[["notes","n-abc234",{}]]}\n')
    lines = contents.rewritten()
    contents.count_rewritten(lines)
    assert lines[-1].startswith(b"deadbeef")
    assert contents.damaged_ids == {3: ("n-abc234",)}
