"""The notes in memory: by id, by target, the oldest first."""

from __future__ import annotations

from store.annotations.note_index import NoteIndex
from store.model.note import NoteLink
from tests.support.sample import note


def index_of(*created: str) -> NoteIndex:
    """Return an index of notes `n-0`, `n-1`, … with these times."""
    index = NoteIndex()
    for number, time in enumerate(created):
        index.put(f"n-{number}", note(id=f"n-{number}", created=time))
    return index


def ids(index: NoteIndex) -> list[str]:
    assert [found.id for found in index.on("c001")] == [found.id for found in index.all()]
    return [found.id for found in index.all()]


def test_notes_are_in_order_of_time_and_not_of_characters() -> None:
    assert ids(index_of("2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+02:00", "2026-10-24T23:00:00-05:00")) == ["n-1", "n-0", "n-2"]


def test_unreadable_times_come_first_in_the_order_they_were_put() -> None:
    assert ids(index_of("2026-01-01T00:00:00Z", "noon", "", "2025-01-01")) == ["n-1", "n-2", "n-3", "n-0"]


def test_an_edit_does_not_move_a_note_among_those_of_the_same_instant() -> None:
    index = index_of("2026-01-01T12:00:00+00:00", "2026-01-01T13:00:00+01:00")
    index.put("n-0", note(id="n-0", body="Edited.", created="2026-01-01T12:00:00+00:00"))
    assert ids(index) == ["n-0", "n-1"]


def test_a_note_follows_its_link() -> None:
    index = index_of("2026-01-01")
    index.put("n-0", note(id="n-0", link=NoteLink(word="supports", id="r01")))
    assert [index.count(target) for target in ("c001", "r01")] == [1, 1]
    index.put("n-0", note(id="n-0", target="c002", link=NoteLink(word="supports", id="r01")))
    assert [index.count(target) for target in ("c001", "c002", "r01")] == [0, 1, 1]
    index.put("n-0", None)
    assert (index.all(), index.on("r01"), index.count("c002")) == ((), (), 0)
