"""A filter of a list lets through what it says, and suggests how its words can go on."""

from __future__ import annotations

import pytest

from store.annotations.reading_progress import ReadingProgress
from store.errors import FilterSyntaxError
from store.library.library import Library
from store.search.list_filter import ListFilter
from store.session import Session


def filtering(library: Library) -> ListFilter:
    return ListFilter(Session(library.open("bridges"), library.notes("bridges")), ReadingProgress())


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("kind:prediction", ["c002"]),
        ("vanish", ["c003"]),
        ("-vanish", ["c001", "c002"]),
        ("grade:C4", ["c002"]),
        ("", ["c001", "c002", "c003"]),
    ],
)
def test_a_filter_lets_through_what_it_says(library: Library, words: str, ids: list[str]) -> None:
    found = filtering(library)
    found.words = words
    assert [item.id for item in found.apply(library.open("bridges").file.claims)] == ids


def test_a_filter_by_my_notes_sees_new_ones(library: Library) -> None:
    notes = library.notes("bridges")
    found = ListFilter(Session(library.open("bridges"), notes), ReadingProgress())
    found.words = "mine:note"
    claims = library.open("bridges").file.claims
    notes.add("c003", "Really?")
    assert [item.id for item in found.apply(claims)] == ["c003"]


def test_a_wrong_filter_is_refused_with_the_nearest_word(library: Library) -> None:
    with pytest.raises(FilterSyntaxError, match="prediction"):
        filtering(library).check(library.open("bridges").file.claims, "kind:predicton")


def test_the_item_that_is_looked_at_stays_although_the_filter_excludes_it(library: Library) -> None:
    list_filter = filtering(library)
    list_filter.words = "kind:prediction"
    assert [item.id for item in list_filter.apply(library.open("bridges").file.claims, "c003")] == ["c002", "c003"]


def test_an_abbreviated_value_means_what_it_meant_when_the_filter_was_set(library: Library) -> None:
    claims = library.open("bridges").file.claims
    list_filter = filtering(library)
    list_filter.words = "kind:pred"
    assert [item.id for item in list_filter.apply(claims)] == ["c002"]
    assert list_filter.apply(claims[:1]) == []


def test_a_filter_that_has_become_wrong_matches_nothing(library: Library) -> None:
    list_filter = filtering(library)
    list_filter.words = "kind:predicton ("
    assert list_filter.apply(library.open("bridges").file.claims) == []


@pytest.mark.parametrize(
    ("words", "completions"),
    [
        ("spe", [("speaker:", "speaker:", 0)]),
        ("-spe", [("-speaker:", "speaker:", 0)]),
        ("kind:pre", [("kind:prediction ", "prediction", 1)]),
        ("-kind:pre", [("-kind:prediction ", "prediction", 2)]),
        ("vanish or kind:pre", [("vanish or kind:prediction ", "prediction", 2)]),
        ("nothing:x", []),
        ("speaker:anni", [("speaker:annie ", "annie", 2)]),
        ('speaker:"ann l', [('speaker:"ann lee" ', "ann lee", 2)]),
    ],
)
def test_the_last_word_is_completed_with_the_number_of_matches(
    library: Library, words: str, completions: list[tuple[str, str, int]]
) -> None:
    assert list(filtering(library).suggest(library.open("bridges").file.claims, words)) == completions


def test_a_tag_is_suggested_as_its_oldest_note_spells_it(library: Library) -> None:
    library.notes("bridges").add("c001", "Really?", ["Law"])
    (suggestion,) = filtering(library).suggest(library.open("bridges").file.claims, "tag:la")
    assert suggestion == ("tag:Law ", "Law", 1)
