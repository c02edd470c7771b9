"""Tags are few and tidy: one can be renamed everywhere, and two become one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import NotFound, Refused
from store.model import Note
from store.notes import Notes
from store.tags import renamed, tags_in, tags_in_use, tidy_tags
from tests.sample import note

TAGS = st.lists(st.sampled_from(["law", "Law", "money", "a-b"]), max_size=4).map(tuple)
NOTES = st.lists(st.builds(lambda tags: note(tags=tidy_tags(tags)), TAGS), max_size=5).map(tuple)


def test_tags_are_kept_without_their_sign_and_without_blanks_each_once() -> None:
    assert tidy_tags(["#a", "a", " to  check ", "##b\x07", "", "#"]) == ("a", "to-check", "b␇")


@pytest.mark.parametrize("line", ["law money", "law, money", "#law,#money", " law\tmoney law "])
def test_tags_are_typed_with_blanks_or_commas_between(line: str) -> None:
    assert tags_in(line) == ("law", "money")


def test_the_most_used_tag_comes_first() -> None:
    mine = (note(tags=("b", "a")), note(tags=("c",)), note(tags=("c",)))
    assert list(tags_in_use(mine).items()) == [("c", 2), ("a", 1), ("b", 1)]


@given(NOTES, st.sampled_from(["law", "Law", "money", "a-b"]), st.sampled_from(["law", "tax", "money"]))
def test_after_renaming_nobody_has_the_old_tag_and_all_who_had_it_have_the_new(mine: tuple[Note, ...], old: str, new: str) -> None:
    if old == new or old not in tags_in_use(mine):
        with pytest.raises((Refused, NotFound)):
            renamed(mine, old, new, "now")
        return
    changes = renamed(mine, old, new, "now")
    assert len(changes) == tags_in_use(mine)[old]
    for before, after in changes:
        assert before and after
        assert set(after.tags) == {new if tag == old else tag for tag in before.tags}
        assert len(after.tags) == len(set(after.tags))
        assert (after.body, after.revision) == (before.body, before.revision + 1)


def test_renaming_onto_another_tag_makes_them_one(notes: Notes) -> None:
    notes.add("c001", "One.", ["law", "legal"])
    notes.add("c002", "Two.", ["legal"])
    notes.apply(*renamed(notes.all(), "#legal", "law", "now"))
    assert tags_in_use(notes.all()) == {"law": 2}


@pytest.mark.parametrize(
    ("old", "new", "why"), [("lwa", "x", "Did you mean law"), ("law", " # ", "needs a name"), ("law", "#law", "already")]
)
def test_what_cannot_be_renamed_is_refused(old: str, new: str, why: str) -> None:
    with pytest.raises((Refused, NotFound), match=why):
        renamed((note(tags=("law",)),), old, new, "now")
