"""A change is made to a note as it is by now, and affects nothing else in it."""

from __future__ import annotations

from store.annotations.note_change import NoteChange, PlannedWrite, has_same_content, plan_write
from tests.support.sample import note


def test_only_what_was_changed_is_changed_in_what_is_there_by_now() -> None:
    tagged = NoteChange(note(), note(tags=("law",)))
    theirs = note(body="Theirs.", revision=5)
    assert tagged.rebased_on(theirs) == note(body="Theirs.", tags=("law",))


def test_what_was_not_there_comes_whole() -> None:
    assert NoteChange(None, note()).rebased_on(note(body="Other.")) == note()


def test_a_new_note_is_written_as_it_is() -> None:
    assert plan_write(NoteChange(None, note()), None) == plan_write(NoteChange(None, note()), note()) == PlannedWrite(note(), None)


def test_a_replaced_note_is_archived_and_the_next_revision_is_written() -> None:
    current = note(body="Theirs.", revision=4)
    assert plan_write(NoteChange(None, note()), current) == PlannedWrite(note(revision=5), current)
    assert plan_write(NoteChange(current, note(body="Mine.")), current) == PlannedWrite(note(body="Mine.", revision=5), current)


def test_a_change_of_a_note_that_changed_since_keeps_the_other_fields() -> None:
    current = note(body="Theirs.", revision=4)
    tagged = NoteChange(note(), note(tags=("law",)))
    assert plan_write(tagged, current) == PlannedWrite(note(body="Theirs.", tags=("law",), revision=5), current)


def test_two_versions_are_the_same_when_they_say_the_same() -> None:
    assert has_same_content(note(), note(revision=7, modified="2027"))
    assert not has_same_content(note(), note(tags=("law",)))
