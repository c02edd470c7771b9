"""A span of the source is found by its words, as they stand there, and kept with a little of what is around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.text_quote import count_occurrences, find_quote
from store.errors import InvalidInputError
from store.text.sanitize import sanitize
from store.text.sentences import split_sentences

TEXT = "Every bridge is a promise. Ann said: “It’s kept – or not.” Who pays?  A bridge pays."
ANY = st.text(min_size=1, max_size=60).map(sanitize).filter(lambda text: text.strip())


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("a promise", "a promise"),
        ("A PROMISE.", "a promise."),
        ("it's kept - or not", "It’s kept – or not"),
        ('"It', "“It"),
        ("pays? a  bridge", "pays?  A bridge"),
        (" promise ", "promise"),
    ],
)
def test_words_are_found_as_they_stand_there(words: str, exact: str) -> None:
    assert find_quote(TEXT, words).exact == exact


@given(ANY, st.data())
def test_any_span_is_found_again_with_what_is_around_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = text[start : data.draw(st.integers(start + 1, len(text)))].strip()
    if not span:
        return
    found = find_quote(text, span)
    assert found.exact == span
    assert f"{found.prefix}{found.exact}{found.suffix}".strip() in text
    assert len(found.prefix) <= 32 and len(found.suffix) <= 32


@pytest.mark.parametrize("words", ["", "  ", "a threat", "promise. Bob"])
def test_what_is_not_said_there_is_refused(words: str) -> None:
    with pytest.raises(InvalidInputError):
        find_quote(TEXT, words)


def test_the_first_of_several_is_meant_and_they_are_counted() -> None:
    assert find_quote(TEXT, "bridge").prefix == "Every "
    assert (count_occurrences(TEXT, "Bridge"), count_occurrences(TEXT, "a promise"), count_occurrences(TEXT, " ")) == (2, 1, 0)


@given(ANY)
def test_every_sentence_can_be_quoted(text: str) -> None:
    for sentence in filter(None, map(str.strip, split_sentences(text))):
        assert find_quote(text, sentence).exact == sentence


def test_runs_of_blanks_in_a_quote_are_one() -> None:
    assert find_quote("Who   pays \n tolls?", "who pays  tolls").exact == "Who   pays \n tolls"
    assert count_occurrences("Who   pays? Who pays?", "who  PAYS?") == 2


def test_thirty_two_characters_before_and_after_a_quote_are_kept() -> None:
    quote = find_quote("a" * 40 + "X" + "b" * 40, "X")
    assert (quote.prefix, quote.suffix) == ("a" * 32, "b" * 32)


@pytest.mark.parametrize(("length", "shown"), [(59, "x" * 59), (60, "x" * 60), (61, "x" * 60 + "…")])
def test_a_long_quote_that_is_not_found_is_shortened_in_the_message(length: int, shown: str) -> None:
    with pytest.raises(InvalidInputError, match=f"does not say “{shown}”"):
        find_quote(TEXT, "x" * length)
