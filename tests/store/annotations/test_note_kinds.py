"""A note has a kind, in five words; where something is to be done about it, it is open or done."""

from __future__ import annotations

from typing import get_args

import pytest

from store.annotations.note_kinds import KINDS, in_status, kind_named, kind_of, link_named, of_kind, own_words, status_named, status_of
from store.errors import Refused
from store.model.note import LinkTo, Quote
from store.model.vocabulary import Motivation
from tests.support.sample import note

LINKED = note(motivation="linking", link=LinkTo(word="supports", id="c003"))


@pytest.mark.parametrize("word", KINDS)
def test_a_kind_is_told_by_the_word_that_names_it(word: str) -> None:
    assert kind_of(of_kind(note(), kind_named(word))) == word


@pytest.mark.parametrize(
    ("word", "status"), [("question", "open"), ("to do", "open"), ("correction", "open"), ("comment", ""), ("quote", "")]
)
def test_only_what_is_to_be_done_is_open(word: str, status: str) -> None:
    assert status_of(of_kind(note(), kind_named(word))) == status


def test_what_is_done_stays_done_as_another_kind_and_is_neither_as_a_comment() -> None:
    done = in_status(of_kind(note(), "questioning"), "done")
    assert status_of(of_kind(done, "todo")) == "done"
    assert of_kind(done, "commenting").status == ""


def test_a_comment_is_neither_open_nor_done() -> None:
    with pytest.raises(Refused, match="neither open nor done"):
        in_status(note(), "done")


def test_a_question_from_elsewhere_is_open() -> None:
    assert status_of(note(motivation="questioning")) == "open"


@pytest.mark.parametrize("said", ["todo", "to-do", "TO DO", "questioning", "Quote"])
def test_a_kind_may_be_written_as_one_word_and_in_the_words_of_the_w3c(said: str) -> None:
    assert kind_named(said) in get_args(Motivation)


@pytest.mark.parametrize(("said", "near"), [("questoin", "question"), ("", "comment"), ("linking", "comment")])
def test_another_word_is_refused_with_the_nearest(said: str, near: str) -> None:
    with pytest.raises(Refused, match=near):
        kind_named(said)
    with pytest.raises(Refused, match="open"):
        status_named(said)


def test_a_link_is_a_link_and_nothing_else() -> None:
    assert (kind_of(LINKED), status_of(LINKED)) == ("link", "")
    with pytest.raises(Refused, match="link"):
        of_kind(LINKED, "questioning")


@pytest.mark.parametrize(
    ("said", "word"), [("contradicts", "contradicts"), ("SUPPORTS", "supports"), ("see-also", "see also"), ("see", "see also")]
)
def test_what_a_link_says_has_three_words(said: str, word: str) -> None:
    assert link_named(said) == word
    with pytest.raises(Refused, match="contradicts"):
        link_named("contradict")


def test_a_note_that_only_quotes_or_links_says_so() -> None:
    assert own_words(Quote(exact="a promise"), None) == "a promise"
    assert own_words(None, LINKED.link) == "supports c003"
    assert own_words(None, None) == ""
