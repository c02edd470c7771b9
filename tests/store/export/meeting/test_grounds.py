"""On what advice rests is told in one sentence, its reasons below; an article that advises nothing is told by its claims."""

from __future__ import annotations

import pytest

from store.argument.analysis import ArgumentAnalysis
from store.export.meeting.content import build_page
from store.export.meeting.grounds import claim_items, recommendation_items, weakest_items
from store.export.options import Options
from store.model.briefing import Briefing
from store.model.opinion import NO_OPINIONS
from tests.support.sample import claim, recommendation, whole


def claims(*credibilities: int) -> Briefing:
    """Return a claim of each credibility, each in support of the first; advice that rests on all of them."""
    ids = [f"c{number:03}" for number, _ in enumerate(credibilities, 1)]
    told = (
        claim(id=identity, text=f"Claim {identity}.", credibility=credibility)
        for identity, credibility in zip(ids, credibilities, strict=True)
    )
    return Briefing(
        whole(claims=tuple(told), recommendations=(recommendation(because=tuple(ids)),), events=(), questions=(), strategies=())
    )


@pytest.mark.parametrize(
    ("credibilities", "rests"),
    [
        ((3,), "It rests on c001 (C3); its weakest link is c001 (C3)."),
        ((3, 4), "It rests on c001 (C3) and c002 (C4); its weakest link is c002 (C4)."),
        ((2, 2, 2, 5, 1), "It rests on c001 (C2), c002 (C2), c003 (C2) and 2 more; its weakest link is c004 (C5)."),
    ],
)
def test_what_it_rests_on_is_one_sentence(credibilities: tuple[int, ...], rests: str) -> None:
    book = claims(*credibilities)
    (item,) = recommendation_items(ArgumentAnalysis(book), list(book.file.recommendations))
    assert [sentence.text for sentence in item.sentences] == ["Build bridges.", rests]
    assert {sentence.id for sentence in item.sentences} == {"r01"}
    assert [below.sentences[0].id for below in item.below] == [one.id for one in book.file.claims]


def test_the_reasons_say_who_says_so_and_the_grade_is_the_reviewers() -> None:
    book = claims(3)
    (item,) = recommendation_items(ArgumentAnalysis(book), list(book.file.recommendations))
    assert [sentence.said for sentence in item.below[0].sentences] == ["¶ Because, says Ann Lee", "◆ The reviewer"]


def test_where_nothing_is_advised_the_claims_stand_for_it() -> None:
    book = Briefing(whole(recommendations=()))
    titles = [section.title for section in build_page(book, (), NO_OPINIONS, Options()).sections if section.items]
    assert titles == ["The thesis", "The cast that matters", "What is claimed", "The weakest links", "What to ask"]
    assert next(claim_items(book, 5)).sentences[0].id == "c001"  # the one that something supports
    assert [item.sentences[0].id for item in weakest_items(ArgumentAnalysis(book), [], 2)] == ["c002", "c001"]


def test_the_weakest_link_of_several_is_told_once() -> None:
    book = Briefing(whole(recommendations=(recommendation(), recommendation(id="r02"))))
    (item,) = weakest_items(ArgumentAnalysis(book), list(book.file.recommendations), 0)
    assert item.sentences[1].text.startswith("The weakest link of r01 and r02, graded C4: ")
