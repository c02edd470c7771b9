"""A link stands on both of its records, is said once, and is a note like any other."""

from __future__ import annotations

import pytest

from store.annotations.note_links import link_records
from store.annotations.notes import Notes
from store.errors import InvalidInputError
from store.model.note import NoteLink
from store.storage.tinydb_table import JournalDB
from tests.conftest import Clock


def test_a_record_is_linked_to_another_with_or_without_words(notes: Notes) -> None:
    bare = link_records(notes, "c001", "supports", "c002")
    assert (bare.target, bare.body, bare.link) == ("c001", "supports c002", NoteLink(word="supports", id="c002"))
    assert link_records(notes, "c001", "contradicts", "c002", "Both cannot be.", ["law"]).tags == ("law",)


def test_what_was_said_already_is_not_said_again(notes: Notes) -> None:
    link_records(notes, "c001", "supports", "c002")
    link_records(notes, "c002", "supports", "c001")
    link_records(notes, "c001", "see also", "c003")
    for one, word, other in (("c001", "supports", "c002"), ("c001", "see also", "c003"), ("c003", "see also", "c001")):
        with pytest.raises(InvalidInputError, match="already"):
            link_records(notes, one, word, other)  # type: ignore[arg-type]
    with pytest.raises(InvalidInputError, match="two records"):
        link_records(notes, "c001", "supports", "c001")


def test_a_link_stands_on_both_of_its_records_and_goes_from_both(notes: Notes) -> None:
    link = notes.add("c001", "", link=NoteLink(word="contradicts", id="c003"))
    assert link
    assert (link.body, link.motivation) == ("contradicts c003", "linking")
    assert notes.for_target("c001") == notes.for_target("c003") == (link,)
    notes.remove(link.id)
    assert notes.for_target("c001") == notes.for_target("c003") == ()


def test_a_note_of_an_older_program_is_read_and_one_of_a_newer_is_kept(notes: Notes, clock: Clock) -> None:
    old = {"id": "n-aaaaaa", "target": "c001", "body": "Old.", "created": "2025", "modified": "2025", "tags": [], "revision": 1}
    table = JournalDB(notes.journal).table("notes")
    with notes.journal.transaction():
        notes.journal.set("notes", "n-aaaaaa", old | {"motivation": "commenting"})
        notes.journal.set("notes", "n-bbbbbb", old | {"id": "n-bbbbbb", "colour": "red"})
    window = Notes(notes.journal.path, clock)
    assert [(note.body, note.status, note.quote, note.link) for note in window.all()] == [("Old.", "", None, None)]
    assert (window.unreadable, len(table)) == (["n-bbbbbb"], 2)
