"""What a meeting hears: the heaviest first, every voice named, and every id leads back to what it came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from assets import BRIEFINGS
from store.argument.analysis import ArgumentAnalysis
from store.export.meeting.content import build_page
from store.export.meeting.page import WORDS, Item, Page
from store.export.meeting.sentences import Sentence
from store.export.options import Options
from store.formats.parser import parse_file
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS
from store.model.records import BriefingFile, Question, Recommendation
from store.model.vocabulary import QuestionKind
from tests.support.generated import briefings
from tests.support.sample import actor, assessment, claim, note, recommendation, two_voices, whole

SHIPPED = Briefing(parse_file(Path(str(BRIEFINGS)) / "alibaba-overseas.toml").briefing)
ALL = Options(minutes=15)
RECOMMENDED = "What is recommended, and on what it rests"


def items(made: Page, title: str) -> tuple[Item, ...]:
    return next(section.items for section in made.sections if section.title == title)


def told(made: Page) -> list[Sentence]:
    found = [made.title, made.source, *made.omitted]
    for section in made.sections:
        waiting = list(section.items)
        while waiting:
            item = waiting.pop()
            found += item.sentences
            waiting += item.below
    return found


def texts(items: tuple[Item, ...]) -> list[str]:
    return [item.sentences[0].text for item in items]


@given(briefings())
def test_every_id_resolves_in_any_briefing(made: tuple[BriefingFile, tuple[Note, ...]]) -> None:
    book = Briefing(made[0])
    for minutes in WORDS:
        ids = {sentence.id for sentence in told(build_page(book, made[1], NO_OPINIONS, Options(minutes=minutes)))}
        assert ids <= {book.id, *book.records, *(one.id for one in made[1])}


@pytest.mark.parametrize("minutes", WORDS)
def test_every_id_resolves_in_the_shipped_briefing(minutes: int) -> None:
    mine = (note(target="r01"),)
    ids = {sentence.id for sentence in told(build_page(SHIPPED, mine, NO_OPINIONS, Options(minutes=minutes)))}
    assert ids <= {SHIPPED.id, *SHIPPED.records, "n-aaaaaa"}
    assert len(ids) > 3


def test_the_time_is_kept() -> None:
    for minutes, most in WORDS.items():
        words = sum(len(f"{one.said} {one.text}".split()) for one in told(build_page(SHIPPED, (), NO_OPINIONS, Options(minutes=minutes))))
        assert most * 0.75 <= words <= most * 1.1


def test_a_minute_has_something_of_everything() -> None:
    made = build_page(SHIPPED, (note(target="r01"),), NO_OPINIONS, Options(minutes=1))
    assert [section.title for section in made.sections if section.items] == [
        "The thesis", "The cast that matters", RECOMMENDED, "The weakest links", "What we think", "What to ask",
    ]  # fmt: skip
    assert made.omitted


def test_fifteen_minutes_have_all_advice_and_all_weak_links() -> None:
    made = build_page(SHIPPED, (), NO_OPINIONS, ALL)
    ids = {sentence.id for sentence in told(made)}
    for advice in SHIPPED.file.recommendations:
        assert {advice.id, ArgumentAnalysis(SHIPPED).weakest_claim(advice).id} <= ids


def test_five_minutes_have_what_the_reviewer_makes_of_the_main_advice() -> None:
    main = items(build_page(SHIPPED, (), NO_OPINIONS, Options(minutes=5)), RECOMMENDED)[0]
    advice = SHIPPED.records[main.sentences[0].id]
    assert isinstance(advice, Recommendation) and advice.assessment
    assert main.below[0].sentences[0].text in advice.assessment.caveat


def test_the_same_values_make_the_same_page() -> None:
    assert build_page(SHIPPED, (), NO_OPINIONS, ALL) == build_page(Briefing(SHIPPED.file), (), NO_OPINIONS, ALL)


def test_advice_in_so_many_words_comes_first_and_then_what_rests_on_most() -> None:
    advice = (
        recommendation(id="r01", text="A.", stance="implied", because=("c001", "c002")),
        recommendation(id="r02", text="B."),
        recommendation(id="r03", text="C.", because=("c001", "c002")),
    )
    assert texts(items(build_page(Briefing(whole(recommendations=advice)), (), NO_OPINIONS, ALL), RECOMMENDED)) == ["C.", "B.", "A."]


def test_the_weakest_link_says_of_what_and_why() -> None:
    claims = (claim(), claim(id="c002", text="Weak.", credibility=5, supports=("c001",), evidence="anecdote"), claim(id="c003"))
    links = items(build_page(Briefing(whole(claims=claims)), (), NO_OPINIONS, ALL), "The weakest links")
    assert [one.text for one in links[0].sentences] == [
        "Weak.", "The weakest link of r01, graded C5: improbable, from a fairly reliable source; it rests on an anecdote.",
    ]  # fmt: skip


def test_every_voice_is_named() -> None:
    made = build_page(Briefing(whole()), (note(target="c001", body="I doubt it."),), NO_OPINIONS, ALL)
    said = {sentence.text: sentence.said for sentence in told(made)}
    assert said["Build bridges."] == "¶ The article, Ann Lee to Ann Lee"
    assert said["Not all of them do."] == "◆ The reviewer, likely"
    assert said["Rust."] == "◆ The reviewer, a caution"
    assert said["I doubt it."] == "✎ We"


def test_what_the_reviewer_adds_is_said_to_be_the_reviewers() -> None:
    made = build_page(Briefing(two_voices()), (), NO_OPINIONS, Options(minutes=15, only=frozenset(["e01", "e02", "l02", "q01", "ann"])))
    said = {sentence.text: sentence.said for sentence in told(made)}
    assert said["A bridge opens."] == "¶ The article, about 2008"
    assert said["The bridge falls."] == "◆ The reviewer, about 2008"
    assert said["Ann owns Bob."] == said["An engineer."] == "◆ The reviewer"
    assert said["Who pays?"] == "◆ The reviewer asks"


def test_without_notes_nobody_thinks_anything() -> None:
    assert "✎" not in build_page(Briefing(whole()), (), NO_OPINIONS, ALL).legend[0].text
    assert "✎ we" in build_page(Briefing(whole()), (note(),), NO_OPINIONS, ALL).legend[0].text
    assert items(build_page(Briefing(whole()), (), NO_OPINIONS, ALL), "What we think") == ()
    assert items(build_page(Briefing(whole()), (note(body=" "),), NO_OPINIONS, ALL), "What we think") == ()


def test_those_matter_who_advise_are_advised_or_are_in_the_reasons() -> None:
    cast = (actor(), actor(id="bob", name="Bob"), actor(id="eve", name="Eve"))
    made = build_page(Briefing(whole(actors=cast, claims=(claim(), claim(id="c002"), claim(id="c003")))), (), NO_OPINIONS, ALL)
    assert [item.sentences[0].id for item in items(made, "The cast that matters")] == ["ann"]


def test_contradictions_and_open_questions_take_turns_and_what_the_article_asks_is_not_asked_again() -> None:
    kinds: list[QuestionKind] = ["asked", "open", "open", "contradiction", "contradiction"]
    questions = tuple(Question(id=f"q{number}", text="Who?", kind=kind, paragraphs=(1,)) for number, kind in enumerate(kinds))
    made = build_page(Briefing(whole(questions=questions)), (), NO_OPINIONS, ALL)
    assert [item.sentences[0].id for item in items(made, "What to ask")] == ["q1", "q3", "q2", "q4"]


@pytest.mark.parametrize("identity", ["ann", "c003", "s01", "r01", "l01", "e01", "q01", "p1"])
def test_what_is_marked_is_on_the_page_and_of_its_kind_nothing_else(identity: str) -> None:
    made = build_page(Briefing(whole()), (), NO_OPINIONS, Options(minutes=15, only=frozenset([identity])))
    assert identity in {sentence.id for sentence in told(made)}
    below_advice = {"c001", "c002", "c003"} if identity == "r01" else set()
    assert {sentence.id for sentence in told(made)} <= {identity, "bridges"} | below_advice


def test_of_my_notes_those_on_what_is_marked_are_kept() -> None:
    mine = (note(id="n-aaaaa1", target="c001"), note(id="n-aaaaa2", target="ann"), note(id="n-aaaaa3", target="bridges"))
    made = build_page(Briefing(whole()), mine, NO_OPINIONS, Options(only=frozenset(["c001", "n-aaaaa3"])))
    assert [item.sentences[0].id for item in items(made, "What we think")] == ["c001", "n-aaaaa3"]


def test_a_correction_is_told_with_its_caveat() -> None:
    doubt = assessment(caveat="Wrong.", correction="Two of three do")
    made = build_page(Briefing(whole(recommendations=(recommendation(assessment=doubt),))), (), NO_OPINIONS, ALL)
    assert {"Wrong.", "Rather: Two of three do."} <= {sentence.text for sentence in told(made)}
