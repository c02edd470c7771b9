"""Search over everything: records, assessments, gists, the attached source and the reader's notes, ranked by bm25."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from store.briefing import Briefing
from store.model import TABLES, Actor, Note
from store.notes import Notes

_WORD = re.compile(r"\w+", re.UNICODE)
_APART = re.compile(r"[\s,;/|]+")
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters; they are taken out of what is searched
_CONTEXT_WORDS = 12
# Of a text longer than this its beginning is shown: choosing the words to show takes the square of the matches in it.
LONGEST, BEGINNING = 8_000, 120
MOST_WORDS = 32  # whoever pastes a page looks for how it begins; thousands of words would take minutes
# What a thing is called says more of it than what is said of it.
_RANK = "bm25(texts, 0, 4, 8, 1)"  # of kind, id, names and words

# Ids that are pointed at, and words that are the same in many records: they are for filters.
_NOT_WORDS = {
    *("id", "speaker", "about", "supports", "opposes", "claims", "because", "precedents", "risks", "subject", "object", "actor", "actors"),
    *("prefix", "suffix"),
    *("to", "partners", "kind", "evidence", "status", "stance", "voice", "sure", "reliability", "outcome", "digest"),
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
            "create virtual table texts using fts5(kind unindexed, id, names, words, tokenize='unicode61 remove_diacritics 2')"
        )
        self._database.executemany("insert into texts values (?, ?, ?, ?)", _texts(briefing, notes))
        self._called = briefing.called

    def find(self, words: str, limit: int = 200) -> tuple[Hit, ...]:
        """What has all of `words` (each may be the beginning of a longer one), the best match first.

        What is called so, by id, name or alias, is the best match; a word such as AT&T is found as it is written. Only the
        first MOST_WORDS words count.
        """
        query = _query(words)
        if not query:
            return ()
        hits = self._hits(query, f"order by {_RANK}, rowid limit ?", limit)
        called = self._called(" ".join(words.split()))
        if called is None or limit < 1:
            return hits
        best = self._hits(query, "and id = ?", called.id)
        return (*best, *(hit for hit in hits if hit.id != called.id))[:limit]

    def _hits(self, query: str, rest: str, value: str | int) -> tuple[Hit, ...]:
        found = self._database.execute(
            f"select kind, id, substr(names, 1, {LONGEST}), {_shown('names', 2)}, {_shown('words', 3)}"
            f" from texts where texts match ? {rest}",
            (*(OPEN, CLOSE, _CONTEXT_WORDS) * 2, query, value),
        )
        return tuple(Hit(kind, identity, _cut(f"{name} · {said}" if names else said)) for kind, identity, names, name, said in found)


def _shown(column: str, number: int) -> str:
    """What is shown of a column: the words around the matches, or how a very long text begins."""
    beginning = f"substr({column}, 1, {BEGINNING})"
    return f"case when length({column}) > {LONGEST} then {beginning} else snippet(texts, {number}, ?, ?, '…', ?) end"


def spaced(text: str) -> str:
    """`text` with every Chinese, Japanese or Korean character on its own, so that two of them can be found in a name."""
    text = text.replace(OPEN, "").replace(CLOSE, "")
    return _CJK.sub(r" \g<0> ", text) if _CJK.search(text) else text


def _query(words: str) -> str:
    """Words as an FTS5 query: each quoted, so that nothing in them is syntax, and each may be the beginning of a word."""
    pieces = (" ".join(_WORD.findall(piece)) for piece in _APART.split(spaced(words)))
    return " ".join(f'"{piece}"*' for piece in islice(filter(None, pieces), MOST_WORDS))


def _texts(briefing: Briefing, notes: Notes) -> Iterator[tuple[str, str, str, str]]:
    """Of everything: its kind, its id, what it is called, and what is said of it."""
    source, identity = briefing.file.source, briefing.id
    yield "briefing", identity, spaced(briefing.title), spaced(" · ".join((briefing.title, source.title, *source.thesis, source.method)))
    for table in TABLES:
        for record in getattr(briefing.file, table):
            names = (record.name, *record.aliases, record.chinese) if isinstance(record, Actor) else ()
            said = (words for words in strings(record) if words not in names)
            yield table, record.id, spaced(" · ".join(filter(None, names))), spaced(" · ".join(said))
    for paragraph in briefing.file.paragraphs:
        words = [paragraph.gist, *strings(paragraph.assessment), briefing.source_paragraphs.get(paragraph.number, "")]
        yield "paragraphs", paragraph.id, f"¶{paragraph.number}", spaced(" · ".join(filter(None, words)))
    for note in notes.all():
        yield "notes", note.id, "", spaced(_note_text(note))


def _note_text(note: Note) -> str:
    quote = (note.quote.exact,) if note.quote and note.quote.exact != note.body else ()
    return " · ".join((note.body, *quote, *(f"#{tag}" for tag in note.tags)))


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
