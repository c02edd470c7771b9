"""Tags are few and tidy: one can be renamed everywhere, and two become one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.notes import Notes
from store.annotations.tags import count_tags, new_name, normalize_tags, parse_tags, rename_changes
from store.errors import InvalidInputError, NotFoundError
from store.model.note import Note
from store.text.fold import fold_text
from tests.support.sample import note

TAGS = st.lists(st.sampled_from(["law", "Law", "money", "a-b"]), max_size=4).map(tuple)
NOTES = st.lists(st.builds(lambda tags: note(tags=normalize_tags(tags)), TAGS), max_size=5).map(tuple)


def test_tags_are_kept_without_their_sign_and_without_blanks_each_once() -> None:
    assert normalize_tags(["#a", "a", " to  check ", "##b\x07", "", "#"]) == ("a", "to-check", "b␇")


@pytest.mark.parametrize("line", ["law money", "law, money", "#law,#money", " law\tmoney law "])
def test_tags_are_typed_with_blanks_or_commas_between(line: str) -> None:
    assert parse_tags(line) == ("law", "money")


def test_the_most_used_tag_comes_first() -> None:
    mine = (note(tags=("b", "a")), note(tags=("c",)), note(tags=("c",)))
    assert list(count_tags(mine).items()) == [("c", 2), ("a", 1), ("b", 1)]


@given(NOTES, st.sampled_from(["law", "Law", "money", "a-b"]), st.sampled_from(["law", "tax", "money"]))
def test_after_renaming_nobody_has_the_old_tag_and_all_who_had_it_have_the_new(mine: tuple[Note, ...], old: str, new: str) -> None:
    key, name = fold_text(old), new_name(mine, old, new)
    having = [note for note in mine if key in map(fold_text, note.tags)]
    if not having or all(name in note.tags and fold_text(name) == key for note in having):
        with pytest.raises((InvalidInputError, NotFoundError)):
            rename_changes(mine, old, new, "now")
        return
    for before, after in rename_changes(mine, old, new, "now"):
        assert before and after
        assert fold_text(name) in map(fold_text, after.tags)
        assert {fold_text(tag) for tag in after.tags} == {
            fold_text(name) if fold_text(tag) == key else fold_text(tag) for tag in before.tags
        }
        assert len(after.tags) == len(set(map(fold_text, after.tags)))
        assert (after.body, after.revision) == (before.body, before.revision + 1)


def test_the_spelling_is_that_of_the_oldest_note_whatever_the_time_zone() -> None:
    older, newer = note(tags=("Law",), created="2026-03-01T09:00:00+09:00"), note(tags=("law",), created="2026-03-01T08:30:00+00:00")
    assert count_tags((newer, older)) == {"Law": 2}


SPELLINGS = ["économie", "Économie", "e\u0301conomie", "ÉCONOMIE", "economie", "é\u200fconomie"]


@pytest.mark.parametrize("spelling", SPELLINGS[1:])
def test_a_tag_in_use_is_given_in_its_first_spelling(notes: Notes, spelling: str) -> None:
    first = notes.add("c001", "One.", ["#économie"])
    second = notes.add("c002", "Two.", [f"#{spelling}"])
    assert first and second and second.tags == ("économie",)
    assert notes.edit(first, "One!", [spelling]).tags == ("économie",)
    assert count_tags(notes.all()) == {"économie": 2}


def test_spellings_that_were_stored_before_are_counted_and_renamed_as_one_tag() -> None:
    mine = tuple(note(tags=(spelling,), created=f"2026-01-0{9 - number}") for number, spelling in enumerate(SPELLINGS))
    assert count_tags(mine) == {SPELLINGS[-1]: len(SPELLINGS)}
    changes = rename_changes(mine, "ECONOMIE", "law", "now")
    assert [after.tags for _, after in changes if after] == [("law",)] * len(SPELLINGS)


def test_a_tag_can_be_given_another_spelling_everywhere(notes: Notes) -> None:
    notes.add("c001", "One.", ["law"])
    notes.add("c002", "Two.", ["law"])
    notes.apply(*rename_changes(notes.all(), "law", "Law", "now"))
    assert count_tags(notes.all()) == {"Law": 2}


def test_a_tag_renamed_to_another_spelling_of_a_tag_in_use_takes_that_spelling(notes: Notes) -> None:
    notes.add("c001", "One.", ["Law"])
    notes.add("c002", "Two.", ["legal"])
    notes.apply(*rename_changes(notes.all(), "legal", "LAW", "now"))
    assert count_tags(notes.all()) == {"Law": 2}


def test_renaming_onto_another_tag_makes_them_one(notes: Notes) -> None:
    notes.add("c001", "One.", ["law", "legal"])
    notes.add("c002", "Two.", ["legal"])
    notes.apply(*rename_changes(notes.all(), "#legal", "law", "now"))
    assert count_tags(notes.all()) == {"law": 2}


@pytest.mark.parametrize(
    ("old", "new", "why"), [("lwa", "x", "Did you mean law"), ("law", " # ", "needs a name"), ("law", "#law", "already")]
)
def test_what_cannot_be_renamed_is_refused(old: str, new: str, why: str) -> None:
    with pytest.raises((InvalidInputError, NotFoundError), match=why):
        rename_changes((note(tags=("law",)),), old, new, "now")
