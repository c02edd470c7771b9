"""A filter shows what its words say and nothing else, or is refused with the word that was meant."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from store.annotations.notes import Notes
from store.errors import FilterSyntaxError
from store.model.briefing import Briefing
from store.search.facets import COMPUTED, FIELDS, compute_facets
from store.search.filter_query import compile_filter, complete_filter, vocabulary
from tests.support import sample
from tests.support.sample import whole


@pytest.fixture
def documents(notes: Notes) -> list[dict[str, Any]]:
    """Return the facets of every record of a briefing, with a note on one."""
    notes.add("c003", "Really?", ["doubt"])
    opened = Briefing(whole())
    return [compute_facets(opened, notes, record) for record in opened.records.values()]


def shown(documents: list[dict[str, Any]], words: str) -> list[str]:
    """Return the ids of what the filter leaves."""
    query = compile_filter(words, vocabulary(documents))
    return [document["id"][0] for document in documents if query is None or query(document)]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("kind:prediction", ["c002"]),
        ("KIND:Prediction", ["c002"]),
        ("kind:opinion", ["c001", "c003"]),
        ("speaker:bob", ["c002"]),
        ('speaker:"ann lee"', ["c001", "c003", "r01"]),
        ("speaker:annie kind:opinion", ["c001", "c003"]),
        ("kind:prediction or id:s01", ["c002", "s01"]),
        ("id:c001 or id:c002 speaker:ann", ["c001"]),
        ("kind:opinion -id:c001", ["c003"]),
        ('status:"under way"', ["s01"]),
        ("flag:doubtful", ["p1"]),
        ("voice:reviewer", ["q01"]),
        ("-voice:article", ["q01"]),
        ("voice:reader", []),
        ("mine:note", ["c003"]),
        ("tag:doubt", ["c003"]),
        ('"tolls will"', ["c002", "c003"]),
        ('"tolls will" -vanish', ["c002"]),
        ("vanish", ["c003"]),
        ("REALLY", ["c003"]),
        ("grade:C4", ["c002"]),
        ("grade:4", ["c002"]),
        ("grade:>=C3", ["c001", "c003"]),
        ("grade:>=4", ["c001", "c002", "c003"]),
        ("grade:<=C4", ["c002"]),
        ("grade:<=4", ["c002"]),
        ("grade:<=C", ["c001", "c002", "c003"]),
        ("grade:>=B", []),
        ("grade:<=d", []),
        ("zzz", []),
        ("tolls and will", []),
        ('"not" kind:opinion', ["c001"]),
        ("-and kind:prediction", ["c002"]),
    ],
)
def test_a_filter_shows_what_its_words_say(documents: list[dict[str, Any]], words: str, left: list[str]) -> None:
    assert shown(documents, words) == left


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_no_words_are_no_filter(documents: list[dict[str, Any]], words: str) -> None:
    assert compile_filter(words, vocabulary(documents)) is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("knd:fact", r"There is no filter knd:\. Did you mean kind\?"),
        ("kind:predicton", r"Nothing here has kind:predicton\. Did you mean prediction\?"),
        ("voice:author", r"Nothing here has voice:author\. .*reader"),
        ("kind=fact", r"kind=fact has no colon after kind\. Did you mean kind:fact\?"),
        ("Grade>=C3", r"Did you mean Grade:>=C3\?"),
        ("kind!=fact", r"Did you mean -kind:fact\?"),
        ("not kind:opinion", r'turns a filter around: -kind:opinion\. To look for the word, write "not"\.'),
        ("kind:opinion and tolls", "`and` is not needed"),
        ("tolls AND kind:opinion", "`and` is not needed"),
        ("grade:G7", r"grade:g7 is not a grade\. It may be C3, C, 3, >=C3 or <=C3; A1 is the best\."),
        ("grade:>=", "is not a grade"),
        ('kind:"fact', r"A quotation mark is left open in the filter; close it"),
        ("or kind:opinion", r"`or` stands between two filters; one side of it is empty\."),
        ("kind:opinion or", "one side of it is empty"),
        ("kind:opinion or or kind:opinion", "one side of it is empty"),
        ("speaker:ann-lee", r'Nothing here has speaker:ann-lee\. Did you mean "ann lee"\?'),
        ("para:7-9", r"Nothing here has para:7-9\. "),
        ("unseen:yes", r"Unknown filter unseen: \(removed in 0\.2\); use marked:yes to list what you marked\."),
        ("-Unseen:no or kind:opinion", r"Unknown filter unseen: \(removed in 0\.2\); use marked:yes"),
        ("kind:", r"kind: needs a word right after it\. It may be: "),
    ],
)
def test_a_filter_nobody_understands_is_refused_in_a_sentence(documents: list[dict[str, Any]], words: str, sentence: str) -> None:
    with pytest.raises(FilterSyntaxError, match=sentence):
        shown(documents, words)


CAST = [
    {"id": "kevin-zhou", "name": "Kevin Zhou", "aliases": ("Zhou",)},
    {"id": "kelly", "name": "Kelly Xu", "aliases": ()},
    {"id": "china", "name": "China", "aliases": ()},
    {"id": "china-mobile", "name": "China Mobile", "aliases": ("CMCC",)},
]


@pytest.fixture
def speakers(notes: Notes) -> tuple[Briefing, list[dict[str, Any]]]:
    """Return a briefing in which each of CAST makes one claim, and its facets."""
    actors = tuple(sample.actor(**fields) for fields in CAST)
    claims = tuple(sample.claim(id=f"c00{number}", speaker=member.id, about=(member.id,)) for number, member in enumerate(actors, 1))
    opened = Briefing(sample.briefing(actors=actors, claims=claims))
    return opened, [compute_facets(opened, notes, record) for record in opened.file.claims]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("speaker:kevin", ["c001"]),
        ("speaker:KEV", ["c001"]),
        ("about:zho", ["c001"]),
        ("about:xu", ["c002"]),
        ("speaker:mobile", ["c004"]),
        ("speaker:cm", ["c004"]),
        ('speaker:"china m"', ["c004"]),
        ("speaker:china", ["c003"]),
        ("-speaker:kevin -about:kel", ["c003", "c004"]),
        ("speaker:kev or speaker:kel", ["c001", "c002"]),
        ("kind:op", ["c001", "c002", "c003", "c004"]),
    ],
)
def test_a_unique_abbreviation_stands_for_the_value(speakers: tuple[Briefing, list[dict[str, Any]]], words: str, left: list[str]) -> None:
    opened, documents = speakers
    known = vocabulary(documents, opened.file.actors)
    for query in (compile_filter(words, known), compile_filter(complete_filter(words, known))):
        assert query is not None
        assert [document["id"][0] for document in documents if query(document)] == left


@pytest.mark.parametrize(
    ("words", "candidates"),
    [("speaker:ke", "kelly, kevin-zhou"), ("about:ch", "china, china-mobile"), ('-speaker:"k"', "kelly, kevin-zhou")],
)
def test_an_ambiguous_abbreviation_is_refused_with_the_candidates(
    speakers: tuple[Briefing, list[dict[str, Any]]], words: str, candidates: str
) -> None:
    opened, documents = speakers
    with pytest.raises(FilterSyntaxError, match=f"is ambiguous: {candidates}"):
        compile_filter(words, vocabulary(documents, opened.file.actors))


@pytest.mark.slow
@pytest.mark.parametrize("size", [2, 400, 10_000])
def test_a_filter_may_have_any_number_of_words(documents: list[dict[str, Any]], size: int) -> None:
    everything = shown(documents, "")
    assert shown(documents, " ".join(["toll"] * size)) == shown(documents, "toll") != everything
    assert shown(documents, " ".join(f"-zebra{number}" for number in range(size))) == everything
    assert shown(documents, " or ".join([*(f"zebra{number}" for number in range(size)), "toll"])) == shown(documents, "toll")
    assert shown(documents, " or ".join(["id:c001"] * size)) == ["c001"]


TERMS = [*(f"{name}:" for name in (*FIELDS, *COMPUTED)), "or", "-", '"', ">=C3", "<=4", "opinion", "ann", " ", ":", "kind:opinion"]
FILTERS = st.lists(st.sampled_from(TERMS) | st.text(st.characters()), max_size=6).map("".join)


@given(FILTERS)
def test_whatever_is_typed_is_a_filter_or_refused(documents: list[dict[str, Any]], words: str) -> None:
    try:
        left = shown(documents, words)
    except FilterSyntaxError as error:
        assert str(error).endswith((".", "?", '".', 'words".'))
        return
    everything = shown(documents, "")
    assert left == [identity for identity in everything if identity in left]


@given(st.text(st.characters()).filter(lambda text: '"' not in text and text.strip()))
def test_what_a_filter_shows_its_opposite_hides(documents: list[dict[str, Any]], words: str) -> None:
    query, opposite = (compile_filter(f'{sign}"{words}"', vocabulary(documents)) for sign in ("", "-"))
    assert query
    assert opposite
    assert all(query(document) != opposite(document) for document in documents)


def test_a_filter_is_a_query_of_tinydb(documents: list[dict[str, Any]]) -> None:
    table = TinyDB(storage=MemoryStorage).table("facets")
    table.insert_multiple(documents)
    query = compile_filter("kind:opinion", vocabulary(documents))
    assert query
    assert [document["id"] for document in table.search(query)] == [["c001"], ["c003"]]


def test_a_filter_compiled_twice_is_the_same_query(documents: list[dict[str, Any]]) -> None:
    one, other = (compile_filter("kind:opinion", vocabulary(documents)) for _ in range(2))
    assert one
    assert other
    assert [one(document) for document in documents] == [other(document) for document in documents]


def test_a_grade_where_nothing_has_one_is_refused(documents: list[dict[str, Any]]) -> None:
    ungraded = [document | {"grade": ""} for document in documents]
    with pytest.raises(FilterSyntaxError, match="only claims have one"):
        compile_filter("grade:B", vocabulary(ungraded))


def test_paragraphs_may_be_given_as_a_range(documents: list[dict[str, Any]]) -> None:
    numbered = [document | {"para": [str(number)]} for number, document in enumerate(documents, 4)]
    query = compile_filter("para:5-6", vocabulary(numbered))
    assert query is not None
    assert [document["para"] for document in numbered if query(document)] == [["5"], ["6"]]


def test_words_of_two_parts_may_be_written_as_one_where_they_are_meant() -> None:
    for words in ("kind:todo", "kind:to-do", 'kind:"to do"'):
        query = compile_filter(words, {"kind": {"to do"}})
        assert query and query({"kind": ["to do"]})
    query = compile_filter("tag:todo", {"tag": {"todo"}})
    assert query and query({"tag": ["todo"]})


def test_a_field_that_nothing_has_is_refused_as_such(documents: list[dict[str, Any]]) -> None:
    untagged = [document | {"tag": []} for document in documents]
    for words in ("tag:", "tag:law", "-tag:law"):
        with pytest.raises(FilterSyntaxError, match=r"Nothing here has any tag: to filter by\."):
            compile_filter(words, vocabulary(untagged))
