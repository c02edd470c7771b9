"""The map as DOT: every actor that does anything, every arrow, and strings that only their own quotation mark ends."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given

from store.export.dot import export
from store.model.briefing import Briefing
from store.text.sanitize import sanitize
from tests.store.export.meeting.test_content import SHIPPED
from tests.support.generated import HARMFUL, full_of
from tests.support.generated import WORDS as ANY_WORDS
from tests.support.sample import actor, judged, note, relation, two_voices, whole

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def skeleton(text: str) -> str:
    """Return the graph without what stands in its strings, which no quotation mark may leave."""
    bare = STRING.sub("S", text)
    assert '"' not in bare
    return bare


def strings(text: str) -> list[str]:
    return STRING.findall(text)


def drawn(text: str) -> str:
    program = shutil.which("dot")
    if program is None:
        pytest.skip("Graphviz is not here to draw the map")
    made = subprocess.run([program, "-Tsvg"], input=text, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120)
    assert made.stderr == "" or "Fontconfig" in made.stderr or "Pango" in made.stderr
    return made.stdout


def test_who_does_what_to_whom_is_an_arrow() -> None:
    text = export(Briefing(whole()), ())
    assert '"ann" -> "bob" [label="leads l01", tooltip="Ann leads Bob."];' in text
    assert '"bob" [label="Bob\\n(company)", shape=box' in text


def test_relations_of_the_same_two_share_an_arrow() -> None:
    text = export(
        Briefing(whole(relations=(relation(), relation(id="l02", kind="owns"), relation(id="l03", subject="bob", object="ann")))), ()
    )
    assert text.count("->") == 2
    assert 'label="leads l01\\nowns l02"' in text


def test_what_the_reviewer_adds_is_said_to_be_the_reviewers() -> None:
    assert 'label="leads l01\\nowns l02 (reviewer)"' in export(Briefing(two_voices()), ())


def test_who_does_nothing_is_not_on_the_map() -> None:
    cast = (*whole().actors, actor(id="eve", name="Eve"))
    assert "eve" not in export(Briefing(whole(actors=cast)), ())


def test_every_relation_of_the_shipped_briefing_is_there() -> None:
    text = export(SHIPPED, ())
    assert all(re.search(rf'(\\n|"){one.kind} {one.id}\b', text) for one in SHIPPED.file.relations)


@pytest.mark.parametrize("words", HARMFUL)
def test_no_text_leaves_its_string(words: str) -> None:
    found = export(Briefing(full_of(sanitize(words))[0]), ())
    assert skeleton(found) == skeleton(export(Briefing(full_of("plain")[0]), ()))


@given(ANY_WORDS)
def test_no_text_whatever_leaves_its_string_or_is_an_escape_of_graphviz(words: str) -> None:
    text = export(Briefing(full_of(words)[0]), ())
    skeleton(text)
    for string in strings(text):
        assert set(re.findall(r"\\(.)", string)) <= {"n", '"', "\\"}
        assert not re.search(r"&(?!amp;)", string)


def test_graphviz_draws_the_shipped_map() -> None:
    tree = ET.fromstring(drawn(export(SHIPPED, ())))
    titles = {title.text for title in tree.iter("{http://www.w3.org/2000/svg}title")}
    assert {f"{one.subject}->{one.object}" for one in SHIPPED.file.relations} <= titles


@pytest.mark.parametrize("words", HARMFUL)
def test_graphviz_draws_any_words_as_words(words: str) -> None:
    text = " ".join(sanitize(words).split())[:20].strip()
    picture = drawn(export(Briefing(whole(relations=(relation(),), actors=named(text))), ()))
    shown = "".join("".join(ET.fromstring(picture).itertext()).split())
    assert "".join(text.split()) in shown


def named(words: str) -> tuple[object, ...]:
    return (actor(name=words), actor(id="bob", name="Bob"))


def test_graphviz_would_not_draw_everything() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        drawn(export(SHIPPED, ()).replace(" -> ", " => "))


def test_nothing_of_the_readers_is_on_it() -> None:
    assert export(Briefing(whole()), (note(),), judged()) == export(Briefing(whole()), ())
