"""A change can be taken back, and takes nothing along that somebody else changed since."""

from __future__ import annotations

from store.change import Change, is_same, undoing
from tests.sample import note


def test_the_way_back_is_the_other_way_round_and_the_last_first() -> None:
    one, two = Change(None, note()), Change(note(), note(body="Yes."))
    assert undoing((one, two)) == (Change(note(body="Yes."), note()), Change(note(), None))


def test_only_what_was_changed_is_changed_in_what_is_there_by_now() -> None:
    tagged = Change(note(), note(tags=("law",)))
    theirs = note(body="Theirs.", revision=5)
    assert tagged.on(theirs) == note(body="Theirs.", tags=("law",))
    assert tagged.reversed.on(theirs) == note(body="Theirs.")


def test_what_was_not_there_comes_whole() -> None:
    assert Change(None, note()).on(note(body="Other.")) == note()


def test_two_versions_are_the_same_when_they_say_the_same() -> None:
    assert is_same(note(), note(revision=7, modified="2027"))
    assert not is_same(note(), note(tags=("law",)))
