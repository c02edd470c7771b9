"""Search over everything: records, assessments, gists, the attached source and the reader's notes, ranked by bm25."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from store.annotations.notes import Notes
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.records import TABLES, Actor
from store.text.fold import WORD, fold_text, match_spans, space_out, words_of

_CONTEXT_WORDS, _WORDS_BEFORE = 12, 5
# Of a text longer than this, only the beginning is shown.
LONGEST, SNIPPET_START = 8_000, 120
# What a thing is called says more of it than what is said of it.
_RANK = "bm25(texts, 4, 8, 1)"  # of id, names and words

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


class _Text(NamedTuple):
    """A text to search: the kind of the record, its id, its names and its words."""

    kind: str
    id: str
    names: str
    words: str


class Index:
    """A full-text index in memory (SQLite FTS5) over folded text; built once for each open briefing, in milliseconds."""

    def __init__(self, briefing: Briefing, notes: Notes) -> None:
        import sqlite3  # 12 ms, which only a search should pay

        self._texts = [_Text(*(" ".join(part.split()) for part in text)) for text in _texts(briefing, notes)]
        # The index is built in one thread and asked in another, never at once.
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        # The text is folded already; marks that folding keeps, such as Indic vowel signs, are parts of words.
        tokenizer = "unicode61 remove_diacritics 0 categories ''L* N* M*''"
        self._database.execute(f"create virtual table texts using fts5(id, names, words, content='', tokenize='{tokenizer}')")
        rows = ((number, *(space_out(fold_text(part.replace("·", " "))) for part in text[1:])) for number, text in enumerate(self._texts))
        self._database.executemany("insert into texts (rowid, id, names, words) values (?, ?, ?, ?)", rows)
        self._called = briefing.find_record

    def find(self, words: str, limit: int = 200) -> tuple[Hit, ...]:
        """Return the hits that contain all of `words`, each possibly as the beginning of a longer one, the best first.

        What is called so, by id, name or alias, is the best match; a word such as AT&T is found as it is written. Only the
        first MOST_WORDS words count.
        """
        query = " ".join(f'"{word}"*' for word in words_of(words))
        if not query or limit < 1:
            return ()
        sql = f"select rowid from texts where texts match ? order by {_RANK}, rowid limit ?"
        numbers = [number for (number,) in self._database.execute(sql, (query, limit))]
        called = self._called(" ".join(words.split()))
        if called is not None:
            numbers = self._called_first(called.id, query, numbers)[:limit]
        return tuple(_hit(self._texts[number], words) for number in numbers)

    def _called_first(self, identity: str, query: str, numbers: list[int]) -> list[int]:
        """Return `numbers` with the text of the record that is called so first, if it matches the query."""
        own = next((number for number, text in enumerate(self._texts) if text.id == identity), -1)
        sql = "select rowid from texts where texts match ? and rowid = ?"
        if own not in numbers and not self._database.execute(sql, (query, own)).fetchone():
            return numbers
        return [own, *(number for number in numbers if number != own)]


def _hit(text: _Text, words: str) -> Hit:
    said = _snippet(text.words, words)
    if not text.names:
        return Hit(text.kind, text.id, said)
    *before, last = _snippet(text.names, words)
    return Hit(text.kind, text.id, (*before, f"{last} · {said[0]}", *said[1:]))


def _snippet(text: str, words: str) -> tuple[str, ...]:
    """Return the words of `text` around the first match, cut at the matches; of a very long text, its beginning."""
    if len(text) > LONGEST:
        return (text[:SNIPPET_START],)
    spans = match_spans(text, words)
    start, end = _window(text, spans[0][0] if spans else 0)
    parts: list[str] = []
    at = start
    for first, last in spans:
        if first < start or last > end:
            continue
        parts += [text[at:first], text[first:last]]
        at = last
    parts.append(text[at:end])
    parts[0] = f"…{parts[0]}" if start else parts[0]
    parts[-1] += "…" if end < len(text) else ""
    return tuple(parts)


def _window(text: str, match: int) -> tuple[int, int]:
    """Return the span of the words to show around the one at `match`; of a short text, all of it."""
    words = list(re.finditer(WORD, text))
    if len(words) <= _CONTEXT_WORDS:
        return 0, len(text)
    number = next((number for number, word in enumerate(words) if word.end() > match), 0)
    first = 0 if number < _CONTEXT_WORDS else number - _WORDS_BEFORE
    after = words[first + _CONTEXT_WORDS :]
    return (words[first].start() if first else 0), (after[0].start() if after else len(text))


def _texts(briefing: Briefing, notes: Notes) -> Iterator[tuple[str, str, str, str]]:
    """Of everything: its kind, its id, what it is called, and what is said of it."""
    source, identity = briefing.file.source, briefing.id
    yield "briefing", identity, briefing.title, " · ".join((briefing.title, source.title, *source.thesis, source.method))
    for table in TABLES:
        for record in getattr(briefing.file, table):
            names = (record.name, *record.aliases, record.chinese) if isinstance(record, Actor) else ()
            said = (words for words in strings(record) if words not in names)
            yield table, record.id, " · ".join(filter(None, names)), " · ".join(said)
    for paragraph in briefing.file.paragraphs:
        words = [paragraph.gist, *strings(paragraph.assessment), briefing.source_paragraphs.get(paragraph.number, "")]
        yield "paragraphs", paragraph.id, f"¶{paragraph.number}", " · ".join(filter(None, words))
    for note in notes.all():
        yield "notes", note.id, "", _note_text(note)


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
