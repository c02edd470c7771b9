"""A note has a kind, in five words; where something is to be done about it, it is open or done."""

from __future__ import annotations

from typing import get_args

import pytest

from store.annotations.note_kinds import (
    KINDS,
    default_body,
    note_status,
    note_type,
    parse_link_word,
    parse_note_type,
    parse_status,
    with_status,
    with_type,
)
from store.errors import InvalidInputError
from store.model.note import NoteLink, Quote
from store.model.vocabulary import Motivation
from tests.support.sample import note

LINKED = note(motivation="linking", link=NoteLink(word="supports", id="c003"))


@pytest.mark.parametrize("word", KINDS)
def test_a_kind_is_told_by_the_word_that_names_it(word: str) -> None:
    assert note_type(with_type(note(), parse_note_type(word))) == word


@pytest.mark.parametrize(
    ("word", "status"), [("question", "open"), ("to do", "open"), ("correction", "open"), ("comment", ""), ("quote", "")]
)
def test_only_what_is_to_be_done_is_open(word: str, status: str) -> None:
    assert note_status(with_type(note(), parse_note_type(word))) == status


def test_what_is_done_stays_done_as_another_kind_and_is_neither_as_a_comment() -> None:
    done = with_status(with_type(note(), "questioning"), "done")
    assert note_status(with_type(done, "todo")) == "done"
    assert with_type(done, "commenting").status == ""


def test_a_comment_is_neither_open_nor_done() -> None:
    with pytest.raises(InvalidInputError, match="neither open nor done"):
        with_status(note(), "done")


def test_a_question_from_elsewhere_is_open() -> None:
    assert note_status(note(motivation="questioning")) == "open"


@pytest.mark.parametrize("said", ["todo", "to-do", "TO DO", "questioning", "Quote"])
def test_a_kind_may_be_written_as_one_word_and_in_the_words_of_the_w3c(said: str) -> None:
    assert parse_note_type(said) in get_args(Motivation)


@pytest.mark.parametrize(("said", "near"), [("questoin", "question"), ("", "comment"), ("linking", "comment")])
def test_another_word_is_refused_with_the_nearest(said: str, near: str) -> None:
    with pytest.raises(InvalidInputError, match=near):
        parse_note_type(said)
    with pytest.raises(InvalidInputError, match="open"):
        parse_status(said)


def test_a_link_is_a_link_and_nothing_else() -> None:
    assert (note_type(LINKED), note_status(LINKED)) == ("link", "")
    with pytest.raises(InvalidInputError, match="link"):
        with_type(LINKED, "questioning")


@pytest.mark.parametrize(
    ("said", "word"), [("contradicts", "contradicts"), ("SUPPORTS", "supports"), ("see-also", "see also"), ("see", "see also")]
)
def test_what_a_link_says_has_three_words(said: str, word: str) -> None:
    assert parse_link_word(said) == word
    with pytest.raises(InvalidInputError, match="contradicts"):
        parse_link_word("contradict")


def test_a_note_that_only_quotes_or_links_says_so() -> None:
    assert default_body(Quote(exact="a promise"), None) == "a promise"
    assert default_body(None, LINKED.link) == "supports c003"
    assert default_body(None, None) == ""
