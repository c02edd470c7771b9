"""A card tells everything its record does, whatever the text, and leads only to what is there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import BRIEFINGS
from store.formats.parser import parse_file
from store.model.attachments import Figure, Prediction
from store.model.briefing import Briefing
from store.model.partial_date import PATTERN, describe_date
from store.model.records import Actor, Paragraph, Recommendation
from store.search.fulltext import strings
from tests.support.hostile import filled
from tests.support.sample import ARTICLE, actor, claim, two_voices, whole
from tests.support.sessions import render_context
from tui.render.records.card import card_blocks
from tui.render.text.blocks import to_plain_text
from tui.render.text.links import RecordLink

BOOK = Briefing(whole(), ARTICLE)


@pytest.fixture(scope="module")
def shipped() -> Briefing:
    return Briefing(parse_file(BRIEFINGS / "alibaba-overseas.toml").briefing)


def shown(book: Briefing, identity: str) -> str:
    return to_plain_text(card_blocks(render_context(book), book.records[identity]))


def words_missing(page: str, *texts: str) -> list[str]:
    """Return the words of `texts` that are not on the page; dates are there in words."""
    told = (describe_date(text) if re.match(PATTERN, text) else text for text in texts)
    return [word for text in told for word in text.split() if word not in page]


@given(st.text(min_size=1, max_size=300))
def test_no_text_is_too_strange_for_a_card(words: str) -> None:
    book = Briefing(filled(whole(), words))
    for thing in book.records.values():
        assert to_plain_text(card_blocks(render_context(book), thing))


@pytest.mark.parametrize("identity", BOOK.records)
def test_a_card_has_every_word_of_its_record(identity: str) -> None:
    assert words_missing(shown(BOOK, identity), *strings(BOOK.records[identity])) == []


def test_every_card_of_the_shipped_briefing_has_every_word_of_its_record(shipped: Briefing) -> None:
    lost = {identity: words_missing(shown(shipped, identity), *strings(thing)) for identity, thing in shipped.records.items()}
    assert {identity: words for identity, words in lost.items() if words} == {}


def test_fields_that_are_seldom_filled_are_shown_too() -> None:
    forecast = Prediction(horizon="soon", test="look", due="2026", uncheckable="fogbound", outcome="yes", outcome_because="witnessed")
    book = Briefing(whole(actors=(actor(reliability=None, reliability_because="untried"), actor(id="bob"))))
    page = shown(Briefing(whole(claims=(claim(id="c001", kind="prediction", forecast=forecast), *whole().claims[1:]))), "c001")
    assert words_missing(page, *strings(forecast)) == []
    assert "untried" in shown(book, "ann")


@pytest.mark.parametrize(("value", "words"), [(80.0, "80 %"), (80.5, "80.5 %"), (2014.0, "2014 %"), (1_234_567.0, "1234567 %")])
def test_a_figure_is_shown_with_all_its_digits(value: float, words: str) -> None:
    figure = Figure(value=value, unit="%", of="all")
    page = shown(Briefing(whole(claims=(claim(figures=(figure,)), *whole().claims[1:]))), "c001")
    assert words in page.replace(",", "")


def test_the_front_says_id_kind_and_grade_in_words() -> None:
    front = shown(BOOK, "c001").splitlines()[0]
    assert [word for word in front.split() if word in ("c001", "opinion", "C3", "possibly")] == ["c001", "opinion", "C3", "possibly"]


def test_links_go_both_ways() -> None:
    assert "c002" in shown(BOOK, "c001")
    assert "c001" in shown(BOOK, "c002")


def test_the_three_voices_keep_their_signs() -> None:
    page = shown(BOOK, "c001")
    assert "◆ Reviewer" in page
    assert "¶1" in page


def test_the_title_is_named_and_leads_nowhere(shipped: Briefing) -> None:
    assert "in          the title\n" in shown(shipped, "c178")


def test_every_link_leads_to_a_record(shipped: Briefing) -> None:
    for book in (BOOK, shipped):
        found = {
            part.link.id
            for thing in book.records.values()
            for block in card_blocks(render_context(book), thing)
            for part in (*block.spans, block.label)
            if isinstance(part.link, RecordLink)
        }
        assert found <= book.records.keys()


def test_every_record_named_by_another_links_back(shipped: Briefing) -> None:
    for thing in shipped.records.values():
        spans = [part for block in card_blocks(render_context(shipped), thing) for part in (*block.spans, block.label)]
        links = {part.link.id for part in spans if isinstance(part.link, RecordLink)}
        back = {link.record.id for link in shipped.references_to(thing.id)}
        assert back - {thing.id} <= links


def test_a_recommendation_shows_what_it_rests_on_and_where_it_is_weakest() -> None:
    page = shown(BOOK, "r01")
    assert "Because" in page
    assert "weakest" in page
    assert page.index("← c001") < page.index("← c002")


def test_the_readers_copy_of_a_paragraph_is_shown_where_there_is_one() -> None:
    assert "Every bridge is a promise." in shown(BOOK, "p1")
    assert "Every bridge is a promise." not in shown(Briefing(whole()), "p1")


def test_a_paragraph_from_which_nothing_was_drawn_says_so() -> None:
    alone = whole().paragraphs[0]
    book = Briefing(whole(paragraphs=(alone, Paragraph(number=2, kind="credits", gist="Thanks.", digest=alone.digest))))
    assert "Nothing was drawn from this paragraph." in shown(book, "p2")


def test_an_actor_shows_its_names_and_what_it_says_and_does() -> None:
    page = shown(BOOK, "ann")
    assert isinstance(BOOK.records["ann"], Actor)
    for words in ("Annie", "李安", "Strategies · 1", "Relations · 1", "Says · 2", "Is advised · 1", "Questions · 1"):
        assert words in page


def test_a_recommendation_is_matched_with_its_precedents_risks_and_cautions() -> None:
    page = shown(BOOK, "r01")
    assert isinstance(BOOK.records["r01"], Recommendation)
    for words in ("Precedents · 1", "s01", "Risks the article concedes · 1", "c003", "Rust."):
        assert words in page


@pytest.mark.parametrize(("identity", "own"), [("e01", "e02"), ("l01", "l02"), ("q02", "q01")])
def test_what_the_reviewer_adds_is_told_in_the_reviewers_voice(identity: str, own: str) -> None:
    book = Briefing(two_voices())
    assert shown(book, identity).startswith(f"¶ {identity}")
    assert shown(book, own).startswith(f"◆ {own}")
    assert "◆ Bears on · 1" in shown(book, own)
    assert "bears on    ¶1" in shown(book, own)
    assert "claimed" not in shown(book, own)


def test_what_the_reviewer_adds_is_not_told_in_a_claim_or_paragraph_but_bears_on_it() -> None:
    book = Briefing(two_voices())
    for identity in ("c001", "p1"):
        before, bearing = shown(book, identity).split("◆ Bears on it · 3\n")
        assert not {"e02", "l02", "q01"} & set(before.split())
        assert all(line.split()[1] == "◆" for line in bearing.splitlines()[:3])


def test_who_an_actor_is_the_reviewer_says_and_its_role_the_article() -> None:
    page = shown(BOOK, "ann")
    assert all(label in page for label in ("◆ who", "◆ home", "◆ Chinese", "\nrole here"))
