"""Search over everything: records, assessments, gists, the attached source and the reader's notes, ranked by bm25."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from store.briefing import Briefing
from store.model import TABLES, Note
from store.notes import Notes

_WORD = re.compile(r"\w+", re.UNICODE)
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters; they are taken out of what is searched
_CONTEXT_WORDS = 12


# Ids, and words that are the same in many records: they are for filters.
_NOT_WORDS = {
    *("id", "speaker", "about", "supports", "opposes", "claims", "because", "precedents", "risks", "subject", "object", "actor", "actors"),
    *("to", "partners", "kind", "evidence", "status", "stance", "sure", "flags", "reliability", "outcome", "digest"),
}


class Hit(NamedTuple):
    """A match: the kind and id of what matched, and the words around it, cut at the matches.

    `parts` alternates: text, match, text, …
    """

    kind: str
    id: str
    parts: tuple[str, ...]


class Index:
    """A full-text index in memory (SQLite FTS5); built once for each open briefing, in milliseconds."""

    def __init__(self, briefing: Briefing, notes: Notes) -> None:
        import sqlite3  # 12 ms, which only a search should pay

        # The index is built in one thread and asked in another, never at once.
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "create virtual table texts using fts5(kind unindexed, id unindexed, words, tokenize='unicode61 remove_diacritics 2')"
        )
        self._database.executemany("insert into texts values (?, ?, ?)", _texts(briefing, notes))

    def find(self, words: str, limit: int = 200) -> tuple[Hit, ...]:
        """What has all of `words` (each may be the beginning of a longer one), the best match first."""
        query = _query(words)
        if not query:
            return ()
        found = self._database.execute(
            "select kind, id, snippet(texts, 2, ?, ?, '…', ?) from texts where texts match ? order by bm25(texts), rowid limit ?",
            (OPEN, CLOSE, _CONTEXT_WORDS, query, limit),
        )
        return tuple(Hit(kind, identity, _cut(snippet)) for kind, identity, snippet in found)


def spaced(text: str) -> str:
    """`text` with every Chinese, Japanese or Korean character on its own, so that two of them can be found in a name."""
    text = text.replace(OPEN, "").replace(CLOSE, "")
    return _CJK.sub(lambda found: f" {found[0]} ", text) if _CJK.search(text) else text


def _query(words: str) -> str:
    """Words as an FTS5 query: each quoted, so that nothing in them is syntax, and each may be the beginning of a word."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(spaced(words)))


def _texts(briefing: Briefing, notes: Notes) -> Iterator[tuple[str, str, str]]:
    source, identity = briefing.file.source, briefing.id
    yield "briefing", identity, spaced(" · ".join((briefing.title, source.title, *source.thesis, source.method)))
    for table in TABLES:
        for record in getattr(briefing.file, table):
            yield table, record.id, spaced(" · ".join(strings(record)))
    for paragraph in briefing.file.paragraphs:
        words = [paragraph.gist, *strings(paragraph.assessment), briefing.source_paragraphs.get(paragraph.number, "")]
        yield "paragraphs", paragraph.id, spaced(" · ".join(filter(None, words)))
    for note in notes.all():
        yield "notes", note.id, spaced(_note_text(note))


def _note_text(note: Note) -> str:
    return " · ".join((note.body, *(f"#{tag}" for tag in note.tags)))


def strings(value: Any) -> Iterator[str]:
    """Every string in a value that a reader sees: names and words, not the ids it points at."""
    for name in getattr(value, "__struct_fields__", ()):
        inner = getattr(value, name)
        if name in _NOT_WORDS or not inner:
            continue
        if isinstance(inner, str):
            yield inner
        elif isinstance(inner, tuple):
            yield from (item for item in inner if isinstance(item, str))
            for item in inner:
                yield from strings(item)
        else:
            yield from strings(inner)


def _cut(snippet: str) -> tuple[str, ...]:
    folded = " ".join(snippet.split())
    return tuple(re.split(f"[{OPEN}{CLOSE}]", _CJK_GAPS.sub(_without_gap, folded)))


def _without_gap(found: re.Match[str]) -> str:
    """Two matches side by side become one."""
    return "" if found[1] and found[2] else found[1] + found[2]


_CJK_GAPS = re.compile(f"(?<={_CJK.pattern})({CLOSE}?) ({OPEN}?)(?={_CJK.pattern})")
