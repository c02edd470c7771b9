"""Briefings of any shape that fits together, in any words, for the promises that every export makes."""

from __future__ import annotations

from hypothesis import strategies as st

from store.model.note import Note, NoteLink, Quote
from store.model.records import BriefingFile
from store.text.sanitize import sanitize
from tests.support.hostile import STRINGS, filled
from tests.support.sample import actor, assessment, claim, note, prediction, recommendation, relation, whole

HARMFUL = [
    *STRINGS.values(),
    "<script>alert(1)</script>", "</title></style><b onload=x>", '"><img src=x onerror=y>', "&lt;b&gt; &amp; &#60;", "<!--", "]]>",
    '"; x -> y; "', "\\", '\\"', "a\\N\\G\\", "a;b,c:d", "x\r\nEND:VCALENDAR\r\nBEGIN:VEVENT", "@SUM(1)", " =1+1", "-2+3", "+1", "\t=1",
    "＝1", "'", "- [x] done", "# heading", "---", "[x](http://evil)", "[[c001]]", "%%gone%%", "==x==", "$x$ and $y$", "^id",
    "One. Two? Three! four.", "。一。二",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(HARMFUL) | st.text(), min_size=1, max_size=3).map("".join).map(sanitize).map(str.strip).filter(bool)


def full_of(words: str) -> tuple[BriefingFile, tuple[Note, ...]]:
    """Return a briefing and notes with these words in every text field; ids stay valid."""
    targets = ("bridges", "r01", "c001", "p1", words)
    mine = tuple(note(id=f"n-aaaaa{number}", target=target, body=words, tags=(words,)) for number, target in enumerate(targets))
    return filled(whole(), words), mine


@st.composite
def briefings(draw: st.DrawFn) -> tuple[BriefingFile, tuple[Note, ...]]:
    """Claims that support and oppose each other in any way, circles included, recommendations that rest on any, and notes on anything."""
    ids = [f"c{number:03}" for number in range(1, draw(st.integers(1, 6)) + 1)]
    some = st.lists(st.sampled_from(ids), max_size=3).map(dict.fromkeys).map(tuple)
    any_of = st.lists(st.sampled_from(ids), min_size=1, max_size=3).map(dict.fromkeys).map(tuple)
    people = ("ann", "bob")
    claims = [
        draw(st.sampled_from([claim, prediction]))(
            id=identity, text=draw(WORDS), speaker=draw(st.sampled_from(people)), about=people[: draw(st.integers(1, 2))],
            credibility=draw(st.integers(1, 6)), supports=draw(some), opposes=draw(some),
            assessment=draw(st.none() | WORDS.map(lambda words: assessment(caveat=words))),
        )
        for identity in ids
    ]  # fmt: skip
    advice = [
        recommendation(
            id=f"r{number:02}", text=draw(WORDS), because=draw(any_of), risks=draw(some), cautions=(draw(WORDS),),
            stance=draw(st.sampled_from(["explicit", "implied"])),
        )
        for number in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    file = whole(
        title=draw(WORDS),
        actors=(actor(name=draw(WORDS), reliability=draw(st.sampled_from("ABCDEF"))), actor(id="bob", name=draw(WORDS))),
        claims=tuple(claims),
        recommendations=tuple(advice),
        relations=(relation(text=draw(WORDS)),),
        strategies=(),
        events=(),
        questions=(),
    )
    targets = st.sampled_from([*ids, "bridges", "ann", "p1", "c999"])
    quotes = st.none() | WORDS.map(lambda words: Quote(exact=words))
    links = st.none() | targets.map(lambda target: NoteLink(word="see also", id=target))
    mine = tuple(
        note(id=f"n-aaaaa{number}", target=draw(targets), body=draw(WORDS), quote=draw(quotes), link=draw(links))
        for number in range(draw(st.integers(0, 3)))
    )
    return file, mine
