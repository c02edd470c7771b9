"""The page as Markdown: every sentence ends with an id that leads somewhere, and no text is more than text."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from store.export import markdown
from store.export.brief import export
from store.export.meeting.page import WORDS
from store.export.options import Options
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS
from store.model.records import BriefingFile
from store.text.sanitize import sanitize
from tests.store.export.meeting.test_content import SHIPPED
from tests.support.generated import HARMFUL, briefings, full_of
from tests.support.generated import WORDS as ANY_WORDS
from tests.support.sample import judged, note, whole

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# Brackets of the data are escaped, so that these are ours.
CITED = re.compile(r"(?<!\\)\[([^\]\\]*)(?<!\\)\]")
ENDED = re.compile(r"[.!?…:。！？][\"'”’»)\\\]]* \[[a-z0-9-]+\]$")


def body(text: str) -> list[str]:
    """Return the lines after the front matter that say something."""
    return [line for line in text.split("---\n", 2)[2].splitlines() if line.strip()]


def structure(text: str) -> list[str]:
    tokens = [token for block in MARKDOWN.parse("\n".join(body(text))) for token in (block, *(block.children or ()))]
    return [token.type for token in tokens if token.type not in ("text", "text_special", "softbreak") and token.markup != "autolink"]


def check(text: str, known: set[str]) -> None:
    for line in body(text):
        assert set(CITED.findall(line)) <= known
        if not line.startswith("## "):
            assert line.startswith("# ") or ENDED.search(line), line
            assert CITED.search(line)


@given(briefings())
def test_every_sentence_ends_with_an_id_that_resolves(made: tuple[BriefingFile, tuple[Note, ...]]) -> None:
    book = Briefing(made[0])
    known = {book.id, *book.records, *(one.id for one in made[1])}
    for minutes in WORDS:
        check(export(book, made[1], judged("c001", book.title), Options(minutes=minutes)), known)


@pytest.mark.parametrize("minutes", WORDS)
def test_every_sentence_of_the_shipped_brief_ends_with_an_id_that_resolves(minutes: int) -> None:
    text = export(SHIPPED, (note(target="r01", body="Why? Because."),), options=Options(minutes=minutes))
    check(text, {SHIPPED.id, *SHIPPED.records, "n-aaaaaa"})
    for line in body(text):
        for sentence in CITED.split(line)[::2]:  # between two ids there is one sentence, its voice aside
            assert not re.search(r"\w{3}[.?!]”? [A-Z]", sentence), sentence


@pytest.mark.parametrize("words", HARMFUL)
def test_no_text_is_more_than_text(words: str) -> None:
    words = " ".join(sanitize(words).split())
    file, mine = full_of(words)
    plain, thoughts = full_of("plain")
    found, usual = (structure(export(Briefing(one), own, options=Options(15))) for one, own in ((file, mine), (plain, thoughts)))
    assert {*found} <= {*usual}
    assert found.count("list_item_open") == usual.count("list_item_open") or len(words) > 100  # a page of long words has room for fewer


@given(ANY_WORDS)
def test_no_text_whatever_is_more_than_text(words: str) -> None:
    file, mine = full_of(words)
    assert {*structure(export(Briefing(file), mine))} <= {*structure(export(Briefing(whole()), (note(),), options=Options(15)))}


@pytest.mark.parametrize("sign", ["$x$", "%%x%%", "==x==", "^x", "\\$x$", "\\==x=="])
def test_nothing_is_hidden_or_set_by_obsidian(sign: str) -> None:
    line = next(line for line in body(export(Briefing(whole(title=sign)), ())) if line.startswith("# "))
    assert not re.search(r"(?<!\\)(\$|\^|%%|==)", line.replace("\\\\", ""))
    assert MARKDOWN.parse(line)[1].content
    shown = "".join(token.content for block in MARKDOWN.parse(line) for token in block.children or ())
    assert shown == f"{sign} [bridges]"


def test_the_front_matter_is_what_a_vault_can_read() -> None:
    text = export(Briefing(whole(title='A "title": it\\')), (), options=Options(audience="the board"))
    front = dict(line.split(": ", 1) for line in text.split("---\n")[1].splitlines())
    assert json.loads(front["title"]) == 'A "title": it\\'
    assert json.loads(front["for"]) == "the board"
    assert front["tags"] == "[brief]"


def test_it_is_for_whom_it_is() -> None:
    assert "# For the board: Do bridges pay? [bridges]" in export(Briefing(whole()), (), options=Options(audience="the board"))
    assert "# Do bridges pay? [bridges]" in export(Briefing(whole()), ())


def test_a_short_page_says_that_there_is_more() -> None:
    assert body(export(SHIPPED, (), options=Options(minutes=1)))[-2].startswith("Left out for time: ")


def test_every_voice_begins_a_line_of_the_same_item() -> None:
    lines = body(export(Briefing(whole()), (note(target="c002"),), options=Options(15)))
    at = lines.index("  **✎ We:** Really? [n-aaaaaa]")
    assert lines[at - 2 : at] == [
        "- **¶ The article, Bob:** Tolls will double. [c002]", "  **◆ The reviewer:** Graded C4; evidence: example. [c002]",
    ]  # fmt: skip
    page = MARKDOWN.render("\n".join(lines))
    assert page.count("<li>") == sum(line.lstrip().startswith("- ") for line in lines)


def test_with_wikilinks_an_id_leads_into_the_markdown_export() -> None:
    mine = (note(target="r01"),)
    text = export(Briefing(whole()), mine, options=Options(15, wikilinks=True))
    anchors = set(
        re.findall(r" \^([a-z0-9-]+)$", markdown.export(Briefing(whole()), mine, NO_OPINIONS, Options(wikilinks=True)), re.MULTILINE)
    )
    links = re.findall(r"\[\[bridges#\^([a-z0-9-]+)\|([a-z0-9-]+)\]\]", text)
    assert links
    assert {identity for identity, _ in links} <= anchors
    assert all(line.endswith("]]") for line in body(text) if not line.startswith("## "))
