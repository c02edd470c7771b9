"""What we think, on the page: of things that are told, with every kind of opinion and note named, and what follows."""

from __future__ import annotations

from store.export.meeting.page import Item
from store.export.meeting.reader_opinions import reader_items
from store.model.briefing import Briefing
from store.model.note import Note, NoteLink, Quote
from store.model.opinion import NO_OPINIONS, OpinionSet, Verdict
from tests.support.sample import judged, note, verdict, whole

BOOK = Briefing(whole())


def thoughts(*notes: Note, mine: OpinionSet = NO_OPINIONS, only: frozenset[str] | None = None) -> list[Item]:
    return list(reader_items(BOOK, notes, mine, only))


def lines(item: Item) -> list[str]:
    return [f"{one.said}: {one.text} [{one.id}]".removeprefix(": ") for one in item.sentences]


def test_what_a_claim_says_stands_before_what_we_think_of_it() -> None:
    claim, advice = thoughts(mine=judged())[::-1]
    assert lines(claim) == [
        "¶ The article, Ann Lee: Bridges pay. [c001]",
        "◆ The reviewer: Graded C3; evidence: example. [c001]",
        "✎ We: Disagree, 80 % sure. [c001]",
        "No tolls. [c001]",
        "Our grade: E5, improbable, from an unreliable source. [c001]",
        "No tolls. [c001]",
        "Our probability: 37 %. [c001]",
        "Our outcome: partly, foreseen with 37 %. [c001]",
        "No tolls. [c001]",
    ]
    assert lines(advice)[-1] == "✎ We: With the claims we reject it loses all of its support. [r01]"


def test_what_follows_stands_with_the_verdict_on_the_advice() -> None:
    both = (verdict(), Verdict(target="r01", agreement="agree", at="2026-01-02", number=1))
    advice = thoughts(mine=OpinionSet(verdicts=both))[0]
    assert lines(advice)[1:] == ["✎ We: Agree. [r01]", "With the claims we reject it loses all of its support. [r01]"]
    assert thoughts(mine=OpinionSet(verdicts=(verdict(agreement="neutral"),)))[0].sentences[0].id == "c001"


def test_a_note_tells_its_kind_and_the_words_it_is_on() -> None:
    asked = note(body="Who says?", motivation="questioning", quote=Quote(exact="a\npromise"))
    quoted = note(id="n-aaaaa2", body="a promise", motivation="highlighting", quote=Quote(exact="a promise"))
    done = note(id="n-aaaaa3", body="Ask.", motivation="todo", status="done")
    (item,) = thoughts(asked, quoted, done)
    assert lines(item)[2:] == ["✎ We, a question, open, on these words: “a promise”. [n-aaaaaa]", "Who says? [n-aaaaaa]"]
    assert [lines(below) for below in item.below] == [
        ["✎ We, a quote: “a promise”. [n-aaaaa2]"], ["✎ We, a to do, done: Ask. [n-aaaaa3]"],
    ]  # fmt: skip


def test_a_link_tells_what_the_other_record_says() -> None:
    (item,) = thoughts(note(body="Both?", motivation="linking", link=NoteLink(word="contradicts", id="c003")))
    assert lines(item)[2:] == [
        "✎ We, a link: c001 contradicts c003. [n-aaaaaa]",
        "¶ The article, Ann Lee: Tolls will vanish. [c003]",
        "◆ The reviewer: Graded C3; evidence: example. [c003]",
        "✎ We: Both? [n-aaaaaa]",
    ]


def test_advice_comes_first_then_claims_and_what_cannot_be_told_is_named() -> None:
    mine = [note(id=f"n-aaaaa{number}", target=target) for number, target in enumerate(["c999", "ann", "bridges", "c001", "r01", "q01"])]
    said = [next(one.said for one in item.sentences if one.id.startswith("n-")) for item in thoughts(*mine)]
    assert said == ["✎ We", "✎ We", "✎ We, on what is no longer in the briefing", "✎ We, on Ann Lee", "✎ We, on the whole", "✎ We"]


def test_only_what_is_marked_is_told_and_nothing_of_what_is_gone_was_judged() -> None:
    mine = OpinionSet(verdicts=(verdict(), verdict(target="c002"), verdict(target="c999")))
    assert [item.sentences[0].id for item in thoughts(mine=mine, only=frozenset(["c002", "c999"]))] == ["c002"]
