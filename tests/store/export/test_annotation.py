"""Notes that go out as W3C Web Annotations come back equal, and mean to others what they mean here."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from store.errors import BriefingInvalidError, InvalidInputError
from store.export.annotation import export
from store.formats.annotation_import import read_annotation_file, read_annotations
from store.model.briefing import Briefing
from store.model.note import Note, NoteLink, Quote
from store.model.vocabulary import LinkWord, Motivation, NoteStatus
from store.text.jsonld import CONTEXT
from store.text.sanitize import normalize_typed, sanitize
from tests.support.hostile import STRINGS, filled
from tests.support.sample import note, whole

# What the W3C context for annotations says of the terms that we use: term names and addresses, facts of that vocabulary.
TERMS = json.loads((Path(__file__).parent / "annotation_context.json").read_text("utf-8"))
OA, DCTERMS, AS = "http://www.w3.org/ns/oa#", "http://purl.org/dc/terms/", "http://www.w3.org/ns/activitystreams#"
VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
OURS = "urn:briefing:terms:"
NOW = "2026-11-22T10:00:00+00:00"
WORDS = st.text().map(sanitize).map(normalize_typed).filter(lambda text: text.strip())
TIMES = st.datetimes(timezones=st.timezones()).map(lambda time: time.isoformat(timespec="seconds"))
NOTES = st.builds(
    Note,
    id=st.from_regex(r"n-[a-z0-9]{6}", fullmatch=True), target=st.sampled_from(["c001", "p1", "bridges", "note"]) | WORDS, body=WORDS,
    created=TIMES, modified=TIMES, tags=st.lists(WORDS, max_size=3).map(tuple), revision=st.integers(1, 99),
    motivation=st.sampled_from(get_args(Motivation)), status=st.sampled_from(get_args(NoteStatus)),
    quote=st.none() | st.builds(Quote, exact=WORDS, prefix=WORDS | st.just(""), suffix=WORDS | st.just("")),
    link=st.none() | st.builds(NoteLink, word=st.sampled_from(get_args(LinkWord)), id=st.just("c003") | WORDS),
)  # fmt: skip


def told(*notes: Note) -> Any:
    return json.loads(export(Briefing(whole()), notes))


def read(tree: Any) -> dict[str, tuple[Note, ...]]:
    return read_annotations(tree, "a.jsonld", NOW)


def annotation(**changes: Any) -> dict[str, Any]:
    """One that another program made: no id, no times, its body a string."""
    return {"@context": CONTEXT, "type": "Annotation", "bodyValue": "Hm.", "target": "urn:briefing:bridges:c001"} | changes


def expanded(tree: Any) -> Any:
    def load(address: str, options: object) -> Any:
        assert address == CONTEXT, "no other context is asked for"
        return {"contextUrl": None, "documentUrl": address, "document": TERMS}

    return jsonld.expand(tree, {"documentLoader": load})


@given(st.lists(NOTES, max_size=4).map(tuple))
def test_what_goes_out_comes_back_equal(notes: tuple[Note, ...]) -> None:
    assert read(told(*notes)) == ({"bridges": notes} if notes else {})


@pytest.mark.parametrize("name", STRINGS)
def test_hostile_words_come_back_as_words(name: str) -> None:
    mine = filled(note(), normalize_typed(sanitize(STRINGS[name])))
    assert read(told(mine)) == {"bridges": (mine,)}


@pytest.mark.parametrize("name", STRINGS)
def test_no_control_character_goes_out(name: str) -> None:
    text = export(Briefing(filled(whole(), STRINGS[name])), (filled(note(), STRINGS[name]),))
    assert json.loads(text)["total"] == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("name", STRINGS)
def test_no_control_character_comes_in(name: str) -> None:
    words = STRINGS[name]
    (found,) = read(told(note(body=words, target=words, tags=(words,))))["bridges"]
    typed = normalize_typed(words)
    assert (found.body, found.target, found.tags) == (typed, sanitize(words), (typed,))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", found.body)


@given(st.lists(NOTES, min_size=1, max_size=3, unique_by=lambda note: note.id).map(tuple))
def test_by_the_words_of_the_w3c_nothing_is_lost(notes: tuple[Note, ...]) -> None:
    (collection,) = expanded(told(*notes))
    (page,) = collection[f"{AS}first"]
    items = page[f"{AS}items"][0]["@list"]
    assert collection["@type"] == [f"{AS}OrderedCollection"]
    assert collection[f"{AS}totalItems"][0]["@value"] == len(items) == len(notes)
    for item, mine in zip(items, notes, strict=True):
        tagging, linking = ({f"{OA}hasPurpose": [{"@id": f"{OA}{purpose}"}]} for purpose in ("tagging", "linking"))
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}motivatedBy"] == [{"@id": f"{OURS if mine.motivation == 'todo' else OA}{mine.motivation}"}]
        bodies = [body for body in item[f"{OA}hasBody"] if VALUE in body]
        assert [body[VALUE][0]["@value"] for body in bodies] == [mine.body, *mine.tags]
        assert [body.items() >= tagging.items() for body in bodies] == [False, *[True for _ in mine.tags]]
        others = [body for body in item[f"{OA}hasBody"] if body.items() >= linking.items()]
        assert [body[f"{OA}hasSource"][0]["@id"].startswith("urn:briefing:bridges:") for body in others] == [True] * (mine.link is not None)
        assert item[f"{DCTERMS}created"] == [{"@value": mine.created, "@type": "http://www.w3.org/2001/XMLSchema#dateTime"}]
        (target,) = item[f"{OA}hasTarget"]
        assert (target[f"{OA}hasSource"][0] if mine.quote else target)["@id"].startswith("urn:briefing:bridges")
        if mine.quote:
            (selector,) = target[f"{OA}hasSelector"]
            assert selector["@type"] == [f"{OA}TextQuoteSelector"]
            assert selector[f"{OA}exact"] == [{"@value": mine.quote.exact}]
        assert item["urn:briefing:terms:revision"] == [{"@value": mine.revision}]


@pytest.mark.parametrize(("target", "iri"), [("c001", ":c001"), ("bridges", ""), ("p1", ":p1"), ("a b", ":a%20b")])
def test_a_target_has_an_address(target: str, iri: str) -> None:
    assert told(note(target=target))["first"]["items"][0]["target"] == f"urn:briefing:bridges{iri}"


def test_a_collection_without_notes_has_no_page() -> None:
    assert "first" not in told()
    assert told()["total"] == 0


def test_an_annotation_of_another_program_is_read() -> None:
    (found,) = read(annotation())["bridges"]
    assert (found.target, found.body, found.created, found.motivation) == ("c001", "Hm.", NOW, "commenting")
    assert read(annotation())["bridges"] == (found,), "it has the same id when it is read again"


@pytest.mark.parametrize("body", [{"type": "TextualBody", "value": "Hm."}, [{"value": "Hm.", "purpose": ["commenting"]}]])
@pytest.mark.parametrize(
    "target",
    [
        ["urn:briefing:bridges:c001"],
        {"source": "urn:briefing:bridges:c001"},
        {"id": "urn:briefing:bridges:c001"},
        {"source": {"id": "urn:briefing:bridges:c001"}},
    ],
)
def test_every_way_to_say_a_body_and_a_target_is_understood(body: Any, target: Any) -> None:
    other = annotation(body=body, target=target, motivation=["questioning"], id="https://example.org/1")
    del other["bodyValue"]
    for tree in (other, {"@context": [CONTEXT], "type": "AnnotationPage", "items": [other]}):
        (found,) = read(tree)["bridges"]
        assert (found.target, found.body, found.motivation) == ("c001", "Hm.", "questioning")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("https://example.org/film", "https://example.org/film"),
        ({"id": "https://example.org/film", "type": "Video"}, "https://example.org/film"),
        ({"type": "Choice", "items": [{"value": "Hm."}, {"value": "Tiens."}]}, "Hm."),
        ({"type": "Composite", "items": [{"value": "Hm."}, "https://example.org/film"]}, "Hm.\n\nhttps://example.org/film"),
        ({"type": "SpecificResource", "source": {"type": "TextualBody", "value": "Hm."}}, "Hm."),
        ([{"value": "Hm."}, "urn:briefing:bridges:c003"], "Hm."),
    ],
)
def test_a_body_that_is_elsewhere_a_choice_or_a_set_has_words(body: Any, words: str) -> None:
    assert [found.body for found in read(annotation(body=body, bodyValue=None))["bridges"]] == [words]


def test_a_highlight_of_another_program_is_a_quote() -> None:
    selectors = [{"type": "TextPositionSelector", "start": 1}, {"type": "TextQuoteSelector", "exact": "a promise", "suffix": "."}]
    target = {"source": "urn:briefing:bridges:p1", "selector": selectors}
    (found,) = read(annotation(bodyValue=None, target=target, motivation="highlighting"))["bridges"]
    assert (found.target, found.body, found.quote) == ("p1", "a promise", Quote(exact="a promise", suffix="."))


@pytest.mark.parametrize("body", ["urn:briefing:bridges:c003", {"id": "urn:briefing:bridges:c003", "purpose": "linking"}])
def test_a_link_of_another_program_says_see_also(body: Any) -> None:
    (found,) = read(annotation(bodyValue=None, body=body, motivation="linking"))["bridges"]
    assert (found.target, found.body, found.link) == ("c001", "see also c003", NoteLink(word="see also", id="c003"))


def test_tags_of_another_program_are_kept_as_tags_are_here() -> None:
    body = [{"value": " Hm.\n"}, {"value": "#climate change", "purpose": "tagging"}]
    assert [(found.body, found.tags) for found in read(annotation(body=body, bodyValue=None))["bridges"]] == [("Hm.", ("climate-change",))]


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"target": "https://example.org/c001"}, "no record of a briefing"),
        ({"target": []}, "no targets"),
        ({"target": ["urn:briefing:a", "urn:briefing:b"]}, "2 targets"),
        ({"target": "urn:briefing:bridges:%20"}, "no record of a briefing"),
        ({"bodyValue": ""}, "no words"),
        ({"created": 7}, "created"),
        ({"id": "urn:briefing:bridges:note:n-aaaaaa", "briefing:revision": 0}, "revision"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_read(changes: dict[str, Any], what: str) -> None:
    with pytest.raises(BriefingInvalidError, match=what):
        read({"@context": CONTEXT, "items": [annotation(), annotation(**changes)]})


@pytest.mark.parametrize("item", [None, 1, "x", [], {"type": "Annotation"}])
def test_what_is_no_annotation_is_refused(item: Any) -> None:
    with pytest.raises(BriefingInvalidError):
        read({"@context": CONTEXT, "items": [item]})


def test_a_page_elsewhere_is_not_fetched() -> None:
    with pytest.raises(InvalidInputError, match="nothing is fetched from elsewhere"):
        read({"@context": CONTEXT, "type": "AnnotationCollection", "first": "https://example.org/page1"})


@pytest.mark.parametrize("text", ['{"format": 1}', '{"@context": "https://schema.org"}', '{"@context": [{"a": "b"}]}'])
def test_a_document_of_another_kind_is_left_to_others(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.jsonld").write_text(text, "utf-8")
    assert read_annotation_file(tmp_path / "a.jsonld", NOW) is None
    assert read_annotation_file(tmp_path / "a.toml", NOW) is None
