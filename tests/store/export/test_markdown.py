"""A Markdown page says everything, and no text in it can be more than text."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.export.markdown import export
from store.export.options import Options
from store.model.briefing import Briefing
from store.model.note import Note, NoteLink, Quote
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.model.records import BriefingFile
from store.text.markdown_escape import escape_markdown
from store.text.sanitize import sanitize
from tests.support.sample import actor, assessment, claim, judged, note, paragraph, raw, recommendation, source, two_voices, verdict, whole

HOSTILE = [
    "# heading", "x\n\n# heading", "## two", "=== ", "x\n===", "---", "- item", "* item", "+ item", "1. item", "1) item", "> quote",
    "[x](http://evil)", "![x](http://evil)", "<b>x</b>", "<script>x</script>", "<!-- x", "<http://evil>", "`code`", "```\ncode",
    "~~~\ncode", "| a | b |\n|---|---|", "*x*", "**x", "__x__", "_x_", "~~x~~", "&lt;", "&#35;", "\\", "\\#", "x\\", "[x]: http://evil",
    "    code", "\tcode", "x  \ny", "<", "{x}", "a`b", "``", "***", "_" * 5, "$x$", "!", "![", "](",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(), min_size=1, max_size=4).map("".join).map(sanitize).filter(lambda text: text.strip())
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def full_of(text: str) -> BriefingFile:
    """Return a briefing in which this text stands wherever text may stand."""
    doubt = assessment(caveat=text, correction=text, source=text)
    return whole(
        title=text,
        source=source(title=text, thesis=(text,), method=text),
        actors=(
            actor(name=text, aliases=(text,), home=text, who=text, role=text, assessment=doubt),
            actor(id="bob", name=text, kind="company"),
        ),
        recommendations=(recommendation(text=text, risks=("c001",), cautions=(text,), assessment=doubt),),
        paragraphs=(paragraph(gist=text, assessment=doubt),),
        claims=(claim(text=text, assessment=doubt), claim(id="c002", text=text), claim(id="c003", text=text)),
    )


def structure(page: str) -> list[str]:
    """Return the structure of a page, without its text, its front matter and its web links, which `test_links.py` tests."""
    page = page.split("---\n", 2)[2]
    tokens = [token for block in MARKDOWN.parse(page) for token in (block, *(block.children or ()))]
    return [token.type for token in tokens if token.type not in ("text", "text_special", "softbreak") and token.markup != "autolink"]


def page(text: str, *notes: Note) -> str:
    return export(Briefing(full_of(text)), notes)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_record_is_more_than_text(text: str) -> None:
    assert structure(page(sanitize(text))) == structure(page("plain words"))


@given(TEXTS)
def test_no_text_whatever_is_more_than_text(text: str) -> None:
    assert structure(page(text)) == structure(page("plain words"))


@given(TEXTS, st.sampled_from(["c001", "ann", "p1", "bridges", "c999", "# gone"]))
def test_no_note_is_more_than_a_quotation(body: str, target: str) -> None:
    mine = note(target=target, body=body.strip(), tags=("a-tag",))
    found, usual = Counter(structure(page("x", mine))), Counter(structure(page("x", note(target=target, body="plain", tags=("a-tag",)))))
    for paragraphs in (found, usual):  # a blank line in a note begins a paragraph of the quotation
        del paragraphs["paragraph_open"], paragraphs["paragraph_close"], paragraphs["inline"]
    assert found == usual


@pytest.mark.parametrize("target", ["c001", "ann", "p1", "bridges", "c999"])
def test_a_note_is_quoted_where_it_belongs(target: str) -> None:
    found = structure(page("x", note(target=target, body="one\ntwo")))
    assert found.count("blockquote_open") == 1
    assert "code_block" not in found


@given(TEXTS)
def test_a_text_stays_inside_its_line(text: str) -> None:
    assert page(text).count("\n") == page("plain words").count("\n")


@given(TEXTS)
def test_nothing_of_a_text_is_lost(text: str) -> None:
    shown = "".join(token.content for block in MARKDOWN.parse(escape_markdown(text)) for token in block.children or ())
    assert shown.split() == text.split()


def test_everything_is_said() -> None:
    said = export(Briefing(whole()), (note(tags=("doubt",)),))
    for record in whole().claims + whole().actors + whole().recommendations + whole().events + whole().questions:
        assert f"`{record.id}`" in said
        assert raw(record).get("text", "") in said
    for words in ("Do bridges pay?", "weakest link: `c002`", "caution: Rust.", "*reviewer* (likely): Not all", "Really?", "#doubt"):
        assert words in said


def test_a_note_on_what_is_gone_has_a_place() -> None:
    assert "## On c999, which is no longer in the briefing" in page("x", note(target="c999"))


def test_a_flag_is_shown_in_words() -> None:
    assert "[doubtful]" in export(Briefing(whole()), ())


def test_the_front_matter_is_what_a_vault_can_read() -> None:
    front = dict(line.split(": ", 1) for line in page('A "title"').split("---\n")[1].splitlines())
    assert (front["title"], front["briefing"], front["tags"]) == ('"A \\"title\\""', '"bridges"', "[briefing]")


def test_all_kinds_of_records_are_told_with_their_ids() -> None:
    text = export(Briefing(whole()), ())
    for identity in Briefing(whole()).records:
        assert f"`{identity}`" in text


def test_links_of_a_vault_lead_to_anchors_that_are_there() -> None:
    text = export(Briefing(whole()), (note(),), NO_OPINIONS, Options(wikilinks=True))
    anchors = re.findall(r" \^([a-z0-9-]+)$", text, re.MULTILINE)
    assert sorted(anchors) == sorted([*Briefing(whole()).records, "n-aaaaaa"])
    links = re.findall(r"\[\[#\^([a-z0-9-]+)\|([a-z0-9-]+)\]\]", text)
    assert len(links) > 3
    assert {identity for identity, _ in links} <= set(anchors)
    assert all(identity == shown for identity, shown in links)
    assert "[[" not in export(Briefing(whole()), ())


def test_my_verdict_in_force_stands_where_it_belongs() -> None:
    text = export(
        Briefing(whole()), (), OpinionSet(verdicts=(verdict(agreement="agree"), verdict(number=2), verdict(target="r01", because="")))
    )
    assert "    - *my verdict*: Disagree, 80 % sure. No tolls." in text
    assert text.count("*my verdict*") == 2


def test_all_that_i_judged_stands_below_the_claim_and_on_what_is_gone_at_the_end() -> None:
    text = export(Briefing(whole()), (), judged("c002", "No *tolls*."))
    for words in (
        "*my verdict*: Disagree, 80 % sure. No \\*tolls\\*.",
        "*my grade*: E5, improbable, from an unreliable source. No \\*tolls\\*.",
        "*my probability*: 37 %.",
        "*my outcome*: partly, foreseen with 37 %. No \\*tolls\\*.",
    ):
        assert f"    - {words}\n" in text
    assert "## On c999, which is no longer in the briefing\n\n- *my verdict*" in export(Briefing(whole()), (), judged("c999"))


def test_what_the_reviewer_adds_is_said_to_be_the_reviewers() -> None:
    told = export(Briefing(two_voices()), ())
    assert "- about 2008: A bridge opens. `e01`" in told
    assert "- *reviewer* about 2008: The bridge falls. `e02`" in told
    assert "- *reviewer* **Ann Lee** owns **Bob**" in told
    assert "- *reviewer* (open) Who pays? `q01`" in told
    assert "- (asked) Do bridges pay? `q02`" in told
    assert "    - *reviewer*: London. An engineer." in told


def test_notes_tell_their_kind_what_they_quote_and_what_they_link() -> None:
    asked = note(target="p1", body="Who says?", motivation="questioning", status="open", quote=Quote(exact="a promise"))
    linked = note(id="n-bbbbbb", body="supports c003", motivation="linking", link=NoteLink(word="supports", id="c003"))
    text = export(Briefing(whole()), (asked, linked))
    assert "- *my question, open* on “a promise”:\n\n        > Who says?" in text
    assert text.count("- *my link* `c001` supports `c003`\n") == 2
