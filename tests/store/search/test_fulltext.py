"""Search finds everything that is said, whatever is typed, and shows where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.notes import Notes
from store.model.briefing import Briefing
from store.search.fulltext import Hit, Index
from tests.support.sample import ARTICLE, assessment, claim, whole


@pytest.fixture
def index(notes: Notes) -> Index:
    """Over a briefing with a record of every kind, a copy of its source, and a note."""
    notes.add("c001", "Naïve doubts", ["to-check"])
    return Index(Briefing(whole(), ARTICLE), notes)


def found(index: Index, words: str) -> list[str]:
    return [hit.id for hit in index.find(words)]


@pytest.mark.parametrize(
    ("words", "identity"),
    [
        ("Do bridges pay?", "bridges"),
        ("engineer", "ann"),
        ("Annie", "ann"),
        ("李安", "ann"),
        ("安", "ann"),
        ("tolls double", "c002"),
        ("every bridge is a promise", "p1"),
        ("rust", "r01"),
        ("leads bob", "l01"),
        ("who pays", "q01"),
        ("opens", "e01"),
    ],
)
def test_everything_that_is_said_is_found(index: Index, words: str, identity: str) -> None:
    assert identity in found(index, words)


def test_notes_and_their_tags_are_found(index: Index) -> None:
    (hit,) = index.find("naive")
    assert (hit.kind, hit.id[:2]) == ("notes", "n-")
    assert found(index, "#to-check") == [hit.id]


def test_the_last_word_may_be_begun(index: Index) -> None:
    assert found(index, "tolls vani") == ["c003"]


def test_all_words_must_be_there(index: Index) -> None:
    assert found(index, "tolls engineer") == []


def test_a_match_is_shown_in_its_surroundings(index: Index) -> None:
    assert Hit("claims", "c003", ("Tolls will ", "vanish", ".")) in index.find("vanish")


def test_a_name_in_chinese_is_shown_without_gaps(index: Index) -> None:
    (hit,) = index.find("李安")
    assert hit.parts[1] == "李安"


def test_no_more_are_given_than_asked_for(index: Index) -> None:
    assert len(index.find("the", limit=1)) <= 1


@pytest.mark.parametrize("words", ["", " ", "!?", "\x00", '"', "*", "_ _", "AND", "NOT x", "NEAR(a b)", "words:x", "(", "\ud800", "';"])
def test_nothing_that_is_typed_is_an_error(index: Index, words: str) -> None:
    assert isinstance(index.find(words), tuple)


@given(st.text(st.characters()))
def test_no_text_is_an_error(index: Index, words: str) -> None:
    assert all(len(hit.parts) % 2 for hit in index.find(words))


@given(st.text().filter(lambda text: text.strip()))
def test_marks_in_the_text_are_not_taken_for_matches(notes: Notes, text: str) -> None:
    odd = f"findme \ue000{text}\ue001 \ue001"
    (hit,) = Index(Briefing(whole(claims=(claim(text=odd),), strategies=(), recommendations=(), questions=())), notes).find("findme")
    assert hit.parts[1] == "findme"
    assert len(hit.parts) == 3


def test_ids_and_words_of_the_trade_are_left_to_filters(index: Index) -> None:
    assert found(index, "opinion") == found(index, "anecdote") == []


@pytest.mark.parametrize("words", ["Annie", "annie ", "ANN", "李安", "ann"])
def test_who_is_called_so_comes_first(index: Index, words: str) -> None:
    assert found(index, words)[0] == "ann"


def test_an_id_is_found_and_shown_by_what_is_said(index: Index) -> None:
    (hit, *_) = index.find("c002")
    assert hit.id == "c002"
    assert "tolls will double" in "".join(hit.parts).casefold()


def test_the_alias_that_matches_is_shown(index: Index) -> None:
    assert index.find("annie")[0].parts[1] == "Annie"


def test_words_joined_by_a_sign_stand_side_by_side(notes: Notes) -> None:
    texts = ("A deal with AT&T today.", "It was at work on the roads.")
    claims = tuple(claim(id=f"c00{number}", text=text) for number, text in enumerate(texts, 1))
    index = Index(Briefing(whole(claims=claims, strategies=(), recommendations=(), questions=(), relations=(), events=())), notes)
    assert found(index, "AT&T") == found(index, "at&t") == ["c001"]
    assert found(index, "work, roads") == ["c002"]


def test_what_an_assessment_is_flagged_as_is_found(notes: Notes) -> None:
    doubted = claim(assessment=assessment(flags=("self-interested",)))
    index = Index(Briefing(whole(claims=(doubted,), strategies=(), recommendations=(), questions=())), notes)
    assert doubted.id in found(index, "self-interested")


@pytest.mark.timeout(60)
def test_enormous_texts_are_found_and_their_beginning_is_shown(notes: Notes) -> None:
    """To choose what to show of a hundred thousand matches would take minutes."""
    notes.add("c001", "Seen7\n" * 100_000)
    notes.add("c002", f"{'pier ' * 10_000}Seen7")
    hits = Index(Briefing(whole()), notes).find("seen7")
    assert len(hits) == 2
    assert all(len("".join(hit.parts)) < 200 for hit in hits)


@pytest.mark.timeout(60)
def test_of_a_page_of_words_those_at_its_beginning_are_looked_for(notes: Notes) -> None:
    note = notes.add("c001", "pier " * 200)
    assert note and [hit.id for hit in Index(Briefing(whole()), notes).find("pier " * 100_000)] == [note.id]


def test_what_is_called_so_comes_before_what_mentions_it(notes: Notes) -> None:
    said = [claim(id=f"c{number:03}", text="Bob Bob Bob.") for number in range(1, 9)]
    file = whole(claims=tuple(said), strategies=(), recommendations=(), relations=(), events=(), questions=())
    index = Index(Briefing(file), notes)
    assert found(index, "bob")[0] == "bob"
    assert [hit.id for hit in index.find("bob", 1)] == ["bob"]
    assert len(index.find("bob")) == len(set(index.find("bob"))) == 9


def test_a_limit_of_one_finds_one(index: Index) -> None:
    assert len(index.find("tolls", 1)) == 1
    assert index.find("tolls", 0) == ()


def test_a_long_text_is_shown_around_the_match(notes: Notes) -> None:
    words = " ".join(f"w{number:02}" for number in range(60))
    index = Index(Briefing(whole(claims=(claim(text=words), *whole().claims[1:]))), notes)
    (early,) = index.find("w03")
    assert early.parts == ("w00 w01 w02 ", "w03", " w04 w05 w06 w07 w08 w09 w10 w11 …")
    (late,) = index.find("w40")
    assert late.parts == ("…w35 w36 w37 w38 w39 ", "w40", " w41 w42 w43 w44 w45 w46 …")
