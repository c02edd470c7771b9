"""Fuzzy names: some letters in their order find a name, the closest first."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.text.fuzzy import MOST, PaletteEntry, closest_entries

NAMES = ("Vodafone", "Valued friend", "Very odd affair", "Telefónica", "China Mobile 中国移动", "Deutsche Telekom", "Filter the list")
ENTRIES = tuple(PaletteEntry(name.split()[0].casefold(), name.split()[0].casefold(), name, "company") for name in NAMES)


def names(letters: str) -> list[str]:
    return [entry.label for entry in closest_entries(ENTRIES, letters)]


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("vdf", "Vodafone"),
        ("VODA", "Vodafone"),
        ("telefonica", "Telefónica"),
        ("移动", "China Mobile 中国移动"),
        ("telekom", "Deutsche Telekom"),
        ("deut tele", "Deutsche Telekom"),
        ("mobile", "China Mobile 中国移动"),
        ("ftl", "Filter the list"),
    ],
)
def test_some_letters_find_a_name(letters: str, first: str) -> None:
    assert names(letters)[0] == first


def test_an_id_finds_its_name() -> None:
    assert [
        entry.id
        for entry in closest_entries(
            [PaletteEntry("c012", "c012", "Tolls pay.", "claim"), PaletteEntry("c021", "c021", "No.", "claim")], "c012"
        )
    ] == ["c012"]


def test_letters_out_of_order_find_nothing() -> None:
    assert names("vfz") == []


def test_a_word_that_begins_so_comes_before_one_that_only_has_the_letters() -> None:
    entries = [
        PaletteEntry("1", "1", "Mad arts kept", ""),
        PaletteEntry("2", "2", "Landmark", ""),
        PaletteEntry("3", "3", "The mark", ""),
        PaletteEntry("4", "4", "Mark it", ""),
    ]
    assert [entry.id for entry in closest_entries(entries, "mark")] == ["4", "3", "2", "1"]


def test_without_letters_everything_comes_as_it_was() -> None:
    assert closest_entries(ENTRIES, "  ") == list(ENTRIES)


def test_signs_of_patterns_are_only_letters() -> None:
    assert closest_entries(ENTRIES, ".*") == []
    assert [entry.id for entry in closest_entries([PaletteEntry("x", "x", "What (if)?", "")], "(?")] == ["x"]


def test_of_many_only_as_many_as_can_be_looked_through() -> None:
    assert len(closest_entries((PaletteEntry(str(number), str(number), "name", "") for number in range(500)), "nm")) == MOST


def folded(words: str) -> str:
    return "".join(character for character in normalize("NFKD", words.casefold()) if not combining(character) and not character.isspace())


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=5))
def test_what_is_found_has_the_letters_in_order_and_what_is_not_has_not(names: list[str], letters: str) -> None:
    entries = [PaletteEntry(f"{number}", f"{number}", name, "") for number, name in enumerate(names)]
    found = closest_entries(entries, letters)
    assert set(found) <= set(entries) and len(set(found)) == len(found)
    for entry in entries:
        rest = iter(folded(f"{entry.label} {entry.id}"))
        assert (entry in found) == all(letter in rest for letter in folded(letters))


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), st.data())
def test_every_name_is_found_by_its_beginning(name: str, data: st.DataObject) -> None:
    entry = PaletteEntry("id", "id", name, "")
    assert closest_entries([entry], name[: data.draw(st.integers(1, len(name)))]) == [entry]


@pytest.mark.timeout(30)
def test_letters_that_stand_everywhere_and_end_nowhere_take_no_time() -> None:
    """Each letter is looked for once: a pattern that tries every way would take years for this."""
    assert closest_entries([PaletteEntry("go:c001", "go:c001", "e" * 5_000, "claim")] * 20, "e" * 2_000 + "z") == []
    assert len(closest_entries([PaletteEntry("go:c001", "go:c001", "e" * 5_000, "claim")] * 20, "e" * 2_000)) == 20


@given(st.text("abc", max_size=12), st.text("abc", min_size=1, max_size=5))
def test_what_is_found_has_the_letters_in_this_order(name: str, letters: str) -> None:
    is_there = re.search(".*?".join(letters), name + " id ") is not None
    assert bool(closest_entries([PaletteEntry("id", "id", name, "")], letters)) == is_there
