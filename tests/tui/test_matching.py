"""Every search agrees on what matches: one table of queries and texts, run against every entry point."""

from __future__ import annotations

import subprocess
from pathlib import Path
from unicodedata import normalize

import pytest
from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.annotations.notes import Notes
from store.annotations.reading_progress import ReadingProgress
from store.annotations.tags import count_tags
from store.annotations.text_quote import find_quote
from store.errors import InvalidInputError
from store.library.library import Library
from store.model.briefing import Briefing
from store.search.fulltext import Index
from store.search.list_filter import ListFilter
from store.session import Session
from store.text.did_you_mean import suggest
from store.text.fold import match_spans
from tests.support.sample import actor, claim, note, whole
from tests.support.terminal import COMMAND, ROOT, environment
from tui.render.text.fuzzy import PaletteEntry, closest_entries

PAIRS = [
    ("café", "café", True),
    ("cafe\u0301", "café", True),
    ("CAFÉ", "cafe\u0301", True),
    ("cafe", "Café", True),
    ("strasse", "Straße", True),
    ("STRASSE", "straße", True),
    ("Straße", "STRASSE", True),
    ("finance", "ﬁnance", True),
    ("ﬁnance", "finance", True),
    ("istanbul", "İstanbul", True),
    ("İSTANBUL", "istanbul", True),
    ("ABC", "ＡＢＣ", True),
    ("ａｂｃ", "abc", True),
    ("σίσυφος", "ΣΊΣΥΦΟΣ", True),
    ("елка", "Ёлка", True),
    ("شالوم", "شَالوم", True),
    ("שלום", "שָׁלוֹם", True),
    ("شلوم", "שלום", False),
    ("हिन्दी", "हिन्दी", True),
    ("हुन्दी", "हिन्दी", False),
    ("ที่นี่", "ที่นี่", True),
    ("ที่โน่น", "ที่นี่", False),
    ("\u1112\u1161\u11ab국", "한국", True),
    ("한국", "\u1112\u1161\u11ab국", True),
    ("힌국", "한국", False),
    ("が", "か\u3099", True),
    ("か", "き", False),
    ("می\u200cخواهم", "می\u200cخواهم", True),
    ("میخواهم", "می\u200cخواهم", True),
    ("cooperate", "co\u00adoperate", True),
    ("שלום", "שלום\u200f", True),
    ("移动", "中国移动", True),
    ("移幼", "中国移动", False),
    ("tea", "café", False),
]
EACH = pytest.mark.parametrize(("query", "text", "matches"), PAIRS)


def briefing_saying(text: str) -> Briefing:
    claims = (claim(id="c001", text=f"So {text} it is."), *whole().claims[1:])
    return Briefing(whole(claims=claims, actors=(actor(id="ann", name="Ann", aliases=(text,)), *whole().actors[1:])))


@EACH
def test_find_and_the_marks_in_a_card_agree(query: str, text: str, matches: bool, notes: Notes) -> None:
    hits = {hit.id: hit for hit in Index(briefing_saying(text), notes).find(query)}
    line = f"So {text} it is."
    assert ("c001" in hits) == bool(match_spans(line, query)) == matches
    if matches:
        assert hits["c001"].parts[1] in text
        assert "".join(hits["c001"].parts) == line
        assert "".join(line[start:end] for start, end in match_spans(line, query)) in text


@EACH
def test_filters_agree(query: str, text: str, matches: bool, notes: Notes) -> None:
    briefing = briefing_saying(text)
    items = briefing.file.claims
    filtering = ListFilter(Session(briefing, notes), ReadingProgress())
    for words in (query, f'"{query}"'):
        filtering.words = words
        assert ("c001" in [item.id for item in filtering.apply(items)]) == matches


@EACH
def test_names_agree(query: str, text: str, matches: bool) -> None:
    briefing = briefing_saying(text)
    is_whole = matches and text != "中国移动"
    assert (getattr(briefing.find_record(query), "id", "") == "ann") == is_whole
    assert bool(closest_entries([PaletteEntry("ann", "ann", text, "actor")], query)) == matches
    assert not is_whole or suggest(query, [text]) == f"Did you mean {text}?"


@EACH
def test_quotes_agree(query: str, text: str, matches: bool) -> None:
    if matches:
        assert find_quote(f"So {text} it is.", query).exact in text
    else:
        with pytest.raises(InvalidInputError):
            find_quote(f"So {text} it is.", query)


@EACH
def test_tags_agree(query: str, text: str, matches: bool, notes: Notes) -> None:
    is_same = matches and text != "中国移动"
    stored = note(id="n-000000", tags=(text,), target="c001")
    (added,) = (kept for kept in [notes.add("c002", "Words.", [query])] if kept)
    assert len(count_tags((stored, added))) == (1 if is_same else 2)
    filtering = ListFilter(Session(Briefing(whole()), notes), ReadingProgress())
    filtering.words = f"tag:{query}"
    assert [item.id for item in filtering.apply((stored, added))] == (["n-000000"] if is_same else []) + [added.id]
    if is_same:
        suggested = filtering.suggest((stored,), "tag:")
        assert [suggestion.matches for suggestion in suggested] == [1]


@pytest.mark.parametrize(("query", "text", "matches"), [pair for pair in PAIRS if pair[2]])
def test_matching_is_symmetric_and_ignores_the_normalization_form(query: str, text: str, matches: bool) -> None:
    if text == "中国移动":
        return
    for form in ("NFC", "NFD"):
        assert match_spans(normalize(form, query), text)
        assert match_spans(text, normalize(form, query))


def test_commands_find_a_decomposed_note_and_give_its_tag_in_the_first_spelling(tmp_path: Path, library: Library) -> None:
    def run(*arguments: str) -> str:
        found = subprocess.run(
            [*COMMAND, *arguments], cwd=ROOT, env=environment(tmp_path / "home"), capture_output=True, text=True, check=True
        )
        return found.stdout

    notes = library.notes("bridges")
    old = notes.add("c001", "placeholder", ["placeholder"])
    assert old
    # As an earlier version stored it: not normalized.
    notes.apply(NoteChange(old, replace(old, body="Une e\u0301conomie.", tags=("e\u0301conomie",), revision=2)))
    run("note", "add", "c002", "Another.", "--tag", "#Économie", "-b", "bridges")
    assert run("note", "tag", "-b", "bridges").strip() == "#e\u0301conomie  2"
    assert old.id in run("find", "ÉCONOMIE", "-b", "bridges")
    assert old.id in run("table", "notes", "-w", "economie", "-b", "bridges")
    assert run("note", "list", "--tag", "Économie", "-b", "bridges").count("n-") == 2
    run("note", "tag", "rename", "economie", "Économie", "-b", "bridges")
    assert run("note", "tag", "-b", "bridges").strip() == "#Économie  2"
