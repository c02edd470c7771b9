"""The page as HTML: whole, quiet, printable, and with no element that we did not build."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given

from store.export import brief
from store.export.html import export
from store.export.meeting.page import WORDS
from store.export.meeting.sentences import sentences
from store.export.options import Options
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.records import BriefingFile
from store.text.sanitize import sanitize
from tests.store.export.meeting.test_content import SHIPPED
from tests.support.generated import HARMFUL, briefings, full_of
from tests.support.generated import WORDS as ANY_WORDS
from tests.support.sample import note, whole

OURS = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "name", "content"}, "title": set(), "style": set(), "body": set(),
    "h1": set(), "h2": set(), "p": {"class"}, "section": set(), "ul": set(), "li": set(), "b": set(), "bdi": set(), "span": {"class"},
    "header": set(), "footer": set(), "i": set(),
}  # fmt: skip


class Reader(HTMLParser):
    """What a page is made of: its elements with their attributes, whether they close, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Counter[str] = Counter()
        self.open: list[str] = []
        self.text: list[str] = []
        self.ids: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= OURS[tag], (tag, attrs)
        self.found[tag] += 1
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data.replace("\xa0", " "))
        if self.open and self.open[-1] == "span":
            self.ids.append(data.strip("[]"))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


@pytest.mark.parametrize("words", HARMFUL)
def test_no_text_is_an_element(words: str) -> None:
    file, mine = full_of(sanitize(words))
    plain, thoughts = full_of("plain")
    found, usual = Reader(export(Briefing(file), mine, options=Options(15))), Reader(export(Briefing(plain), thoughts, options=Options(15)))
    assert found.open == []
    assert set(found.found) <= set(usual.found)
    assert found.found["li"] == usual.found["li"] or len(words) > 100  # a page of long words has room for fewer


@given(ANY_WORDS)
def test_no_text_whatever_is_an_element_and_none_is_lost(words: str) -> None:
    file, mine = full_of(words)
    read = Reader(export(Briefing(file), mine))
    assert read.open == []
    assert {sentence.text for sentence in sentences(words, "c001")} <= set(read.text)


@given(briefings())
def test_every_id_resolves(made: tuple[BriefingFile, tuple[Note, ...]]) -> None:
    book = Briefing(made[0])
    for minutes in WORDS:
        read = Reader(export(book, made[1], options=Options(minutes)))
        assert read.found["span"] == len(read.ids) <= read.found["bdi"]
        assert set(read.ids) <= {book.id, *book.records, *(one.id for one in made[1])}


@pytest.mark.parametrize("minutes", WORDS)
def test_it_says_what_the_markdown_says(minutes: int) -> None:
    options, mine = Options(minutes, audience="the board"), (note(target="r01"),)
    cited = re.findall(r"(?<!\\)\[([a-z0-9-]+)\]", brief.export(SHIPPED, mine, options=options).split("---\n", 2)[2])
    assert Reader(export(SHIPPED, mine, options=options)).ids == cited


def test_it_reaches_for_nothing_and_runs_nothing() -> None:
    page = export(SHIPPED, (), options=Options(15))
    assert page.startswith("<!DOCTYPE html>")
    assert '<meta charset="utf-8">' in page
    assert not re.search(r"<(script|link|img|iframe|object)|https?://|url\(|@import|\bsrc=|\bhref=|\bon\w+=", page)
    assert "default-src 'none'" in page


def test_the_voices_are_told_apart_by_words() -> None:
    text = "".join(Reader(export(Briefing(whole()), (note(target="r01"),), options=Options(15))).text)
    for words in (
        "¶ The article, Ann Lee to Ann Lee: Build bridges. [r01]",
        "◆ The reviewer, likely: Not all",
        "✎ We: Really? [n-aaaaaa]",
    ):
        assert words in text
