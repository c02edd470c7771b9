"""A record can be read aloud: whole sentences, in which nothing is said by a sign."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import BRIEFINGS
from store.annotations.notes import Notes
from store.formats.parser import parse_file
from store.model.briefing import Briefing
from tests.support.hostile import STRINGS
from tests.support.sample import ARTICLE, actor, claim, note, two_voices, whole
from tests.support.sessions import render_context
from tui.render.records.card import card_blocks
from tui.render.speech.records import notes_to_speech, overview_to_speech, to_speech
from tui.render.speech.text import indefinite, join_and, sentence, speakable
from tui.render.text.blocks import to_plain_text
from tui.render.text.links import RecordLink

BOOK = Briefing(whole())
SHIPPED = [Briefing(parse_file(path).briefing) for path in sorted(Path(BRIEFINGS).glob("*.toml"))]
THINGS = [*BOOK.records.values()]


def is_sayable(line: str) -> bool:
    return all(character == " " or unicodedata.category(character)[0] in "LNPM" for character in line)


# Letters that Unicode fills gaps with: they paint nothing, and command nothing.
UNSEEN = "\u115f\u1160\u3164\uffa0"


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.id)
def test_every_kind_of_record_is_told_in_whole_sentences(thing: object) -> None:
    lines = list(to_speech(BOOK, thing))  # type: ignore[arg-type]
    assert lines
    assert all(is_sayable(line) and line.rstrip('"”’)').endswith((".", "!", "?", ":")) and line[0].isupper() for line in lines)


@pytest.mark.parametrize("book", SHIPPED, ids=lambda book: book.id)
def test_everything_in_the_shipped_briefing_can_be_said(book: Briefing, notes: Notes) -> None:
    lines = [line for thing in book.records.values() for line in to_speech(book, thing)] + list(overview_to_speech(book, notes))
    assert [line for line in lines if not is_sayable(line) or not line.strip() or "  " in line] == []


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.id)
def test_no_record_that_a_card_names_is_left_out(thing: object) -> None:
    told = " ".join(to_speech(BOOK, thing))  # type: ignore[arg-type]
    spans = [part for block in card_blocks(render_context(BOOK), thing) for part in (*block.spans, block.label)]  # type: ignore[arg-type]
    linked = {part.link.id for part in spans if isinstance(part.link, RecordLink)}
    for identity in linked:
        at = BOOK.records[identity]
        names = {identity, getattr(at, "name", identity), identity.removeprefix("p")}
        assert any(name in told for name in names), identity


def test_a_claim_begins_with_what_it_is_who_says_it_and_its_grade() -> None:
    first, second, *_ = to_speech(BOOK, BOOK.claim("c002"))
    assert first == "Claim c002, a prediction by Bob. Grade C4: doubtful, from a fairly reliable source."
    assert second == "Tolls will double."


def test_the_reviewer_is_named_where_the_reviewer_speaks() -> None:
    lines = list(to_speech(BOOK, BOOK.claim("c001")))
    assert "The reviewer's caveat, held to be likely: Not all of them do." in lines
    assert "Claim c001 rests on" not in " ".join(lines)


def test_the_readers_notes_are_told_as_such() -> None:
    (line,) = notes_to_speech([note(tags=("bridges", "tolls"))])
    assert line == "Your note n-aaaaaa on c001, of 2 January 2026, tagged bridges and tolls: Really?"


def test_the_article_is_read_from_the_readers_copy() -> None:
    book = Briefing(whole(), ARTICLE)
    assert "The article's own words, from your copy: Every bridge is a promise." in list(to_speech(book, book.records["p1"]))


def test_a_card_says_it_with_signs_and_this_does_not() -> None:
    assert not is_sayable(to_plain_text(card_blocks(render_context(BOOK), BOOK.claim("c001"))))
    assert all(map(is_sayable, to_speech(BOOK, BOOK.claim("c001"))))


@pytest.mark.parametrize("words", STRINGS.values(), ids=STRINGS)
def test_hostile_words_are_only_words(words: str) -> None:
    book = Briefing(whole(actors=(actor(name=words), actor(id="bob", name="Bob", kind="company")), claims=(claim(text=words),),
                          strategies=(), recommendations=(), relations=(), questions=()))  # fmt: skip
    lines = [line for thing in book.records.values() for line in to_speech(book, thing)]
    assert all(map(is_sayable, lines))
    assert any("Seen7" in "".join(char for char in line if char not in UNSEEN) for line in lines)


@given(st.text())
def test_whatever_the_words_they_can_be_said(words: str) -> None:
    assert is_sayable(speakable(words))
    assert speakable(speakable(words)) == speakable(words)


def test_sentences_end_and_lists_have_an_and() -> None:
    assert [sentence("Who"), sentence("Who?"), sentence("", ""), sentence("He said “yes.”")] == ["Who.", "Who?", "", "He said “yes.”"]
    assert [join_and([]), join_and(["A"]), join_and(["A", "B"]), join_and(["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
    assert [indefinite("claim"), indefinite("actor"), indefinite("opinion")] == ["a claim", "an actor", "an opinion"]


def test_what_the_reviewer_adds_is_said_to_be_the_reviewers() -> None:
    book = Briefing(two_voices())
    told = list(to_speech(book, book.records["e02"]))
    assert told[0] == "The reviewer's event e02, about 2008: The bridge falls."
    assert "It bears on paragraph 1." in told
    assert not [line for line in told if "stands in" in line or "claimed" in line]
    assert "On it bears the reviewer's event e02: The bridge falls." in list(to_speech(book, book.records["c001"]))
    assert next(to_speech(book, book.records["q01"])) == "The reviewer's open question q01: Who pays?"
    assert "It stands in paragraph 1." in list(to_speech(book, book.records["q02"]))
