"""A change is made to a note as it is by now, and affects nothing else in it."""

from __future__ import annotations

from store.annotations.note_change import NoteChange, has_same_content
from tests.support.sample import note


def test_only_what_was_changed_is_changed_in_what_is_there_by_now() -> None:
    tagged = NoteChange(note(), note(tags=("law",)))
    theirs = note(body="Theirs.", revision=5)
    assert tagged.rebased_on(theirs) == note(body="Theirs.", tags=("law",))


def test_what_was_not_there_comes_whole() -> None:
    assert NoteChange(None, note()).rebased_on(note(body="Other.")) == note()


def test_two_versions_are_the_same_when_they_say_the_same() -> None:
    assert has_same_content(note(), note(revision=7, modified="2027"))
    assert not has_same_content(note(), note(tags=("law",)))
