"""Sought words are marked where the search finds them: at the beginning of words, without regard for case and accents."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.find import Index, strings
from store.fold import match_spans as places
from store.library import Library
from tests.sample import claim, whole


def marked(line: str, words: str) -> list[str]:
    return [line[start:end] for start, end in places(line, words)]


@pytest.mark.parametrize(
    ("line", "words", "found"),
    [
        ("Tolls will double.", "toll", ["Tolls"]),
        ("Tolls, tolls, TOLLS", "tolls", ["Tolls", "tolls", "TOLLS"]),
        ("A landmark has no mark.", "mark", ["mark"]),
        ("Telefónica pays", "telefonica", ["Telefónica"]),
        ("Telefonica pays", "TELEFÓNICA", ["Telefonica"]),
        ("Bridges pay tolls.", "tolls bridges", ["Bridges", "tolls"]),
        ("He is bob-like", "bob", ["bob"]),
        ("由中国移动公司说", "移动", ["移动"]),
        ("中国移动China Mobile", "chi 国移", ["国移", "China"]),
        ("김치 강", "김", ["김"]),
        ("Nothing here", "xyzzy", []),
        ("Nothing here", "", []),
        ("Nothing here", "  … ", []),
        ("a+b (c)", "(c)", ["c"]),
        ("toll tollbooth", "toll tollbooth", ["toll", "tollbooth"]),
    ],
)
def test_words_are_marked_where_they_stand(line: str, words: str, found: list[str]) -> None:
    assert marked(line, words) == found


@given(st.text(max_size=30), st.text(max_size=10))
def test_places_lie_in_the_line_one_after_the_other(line: str, words: str) -> None:
    found = places(line, words)
    assert all(start < end <= len(line) for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=8), st.data())
def test_a_word_is_marked_by_its_beginning(word: str, data: st.DataObject) -> None:
    beginning = word[: data.draw(st.integers(1, len(word)))]
    assert places(f"So {word} it is", beginning)


@pytest.mark.parametrize("words", ["toll", "TOLLS", "café", "移动", "vani", "will double"])
def test_what_the_search_finds_is_marked(library: Library, words: str) -> None:
    more = (claim(id="c004", text="A Cafe is open."), claim(id="c005", text="中国移动 pays."))
    library.add(whole(claims=(*whole().claims, *more), version=2))
    briefing = library.open("bridges")
    hits = [hit for hit in Index(briefing, library.notes("bridges")).find(words) if hit.kind == "claims"]
    assert hits
    for hit in hits:
        assert places(" ".join(strings(briefing.records[hit.id])), words)
