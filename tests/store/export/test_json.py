"""What is exported as JSON comes back as the same briefing and the same notes."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.export.json import export
from store.formats.parser import parse, parse_file
from store.model.attachments import Figure
from store.model.briefing import Briefing
from store.model.note import NoteLink, Quote
from store.storage.untrusted_file import load_json
from store.text.sanitize import normalize_body, normalize_typed, sanitize
from tests.support.sample import actor, assessment, briefing, claim, note, whole

TEXT = st.text(st.characters()).map(sanitize).map(normalize_typed).filter(str.strip)
TYPED = st.text(st.characters()).map(normalize_body).filter(bool)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
FIGURES = st.builds(Figure, value=st.floats(allow_nan=False, allow_infinity=False), unit=TEXT, of=TEXT)
ASSESSMENTS = st.none() | st.builds(lambda caveat, correction: assessment(caveat=caveat, correction=correction), TEXT, TEXT | st.just(""))
CLAIMS = st.builds(
    lambda text, figures, credibility, doubt: claim(text=text, figures=tuple(figures), credibility=credibility, assessment=doubt),
    TEXT, st.lists(FIGURES, max_size=2), st.integers(1, 6), ASSESSMENTS,
)  # fmt: skip
ACTORS = st.builds(lambda name, aliases: actor(name=name, aliases=aliases), TEXT, WORDS)
NOTES = st.builds(lambda body, tags: note(body=body, tags=tags), TYPED, st.lists(TYPED, max_size=3).map(tuple))


@given(ACTORS, CLAIMS, NOTES, TEXT)
def test_what_is_exported_comes_back_equal(who: object, what: object, mine: object, title: str) -> None:
    file = briefing(actors=(who,), claims=(what,), title=title)
    document = export(Briefing(file), (mine,))  # type: ignore[arg-type]
    found = parse(load_json(document), "a.json")
    assert sanitize(document) == document
    assert (found.briefing, found.notes) == (file, (mine,))


def test_every_kind_of_record_comes_back(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(export(Briefing(whole()), (note(),)), "utf-8")
    found = parse_file(tmp_path / "a.json")
    assert (found.briefing, found.notes) == (whole(), (note(),))


def test_an_export_is_json_that_people_can_read() -> None:
    text = export(Briefing(whole()), ())
    assert json.loads(text)["briefing"]["id"] == "bridges"
    assert '\n    "title": "Do bridges pay?"' in text


def test_an_export_of_an_export_is_the_same_text() -> None:
    text = export(Briefing(whole()), (note(),))
    found = parse(load_json(text), "a.json")
    assert export(Briefing(found.briefing), found.notes) == text


def test_what_a_note_quotes_and_links_and_whether_it_is_done_comes_back() -> None:
    asked = note(motivation="todo", status="done", quote=Quote(exact="a promise", prefix="is ", suffix="."), tags=("law",))
    linked = note(id="n-bbbbbb", motivation="linking", link=NoteLink(word="see also", id="c003"))
    found = parse(load_json(export(Briefing(whole()), (asked, linked))), "a.json")
    assert found.notes == (asked, linked)
