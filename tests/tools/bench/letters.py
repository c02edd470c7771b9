"""What every letter costs while one types: a search beside SQLite alone, and a filter."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from store.annotations.notes import Notes
from store.annotations.reading_progress import ReadingProgress
from store.model.briefing import Briefing
from store.search.fulltext import Index, strings
from store.session import Session
from tests.tools.bench import Row
from tests.tools.bench.keys import NO_KEY_LONGER_MS
from tests.tools.bench.library import briefing, now
from tui.panes.claims import Claims

_SEARCH = "bridge 77 carts keeper"
_FILTERS = ("kind:fact", "kind:fact -toll timber", "grade:>=C3 or speaker:actor-03", '"pays for its timber" marked:no')
_ASK = "select id, snippet(texts, 1, '<', '>', '…', 12) from texts where texts match ? order by bm25(texts), rowid limit ?"
_MOST = 60


def rows(home: Path, sizes: tuple[int, ...]) -> Iterator[Row]:
    """For each size a search; a filter for the first."""
    yield from (_search(home, size) for size in sizes)
    yield from _filter(home, sizes[0])


def _search(home: Path, size: int) -> Row:
    book = Briefing(briefing(size))
    index, bare = Index(book, Notes(home / f"letters-{size}" / "notes.jsonl", now)), _bare(book)
    letters = [_SEARCH[:end] for end in range(1, len(_SEARCH) + 1)]
    ours = _median(lambda words: index.find(words, _MOST), letters)
    floor = _median(lambda words: bare.execute(_ASK, (_query(words), _MOST)).fetchall(), letters)
    return Row(f"search, a letter, {size:,} claims", ours, floor, "SQLite FTS5 alone", 1.5)


def _filter(home: Path, size: int) -> Iterator[Row]:
    pane = Claims(Session(Briefing(briefing(size)), Notes(home / f"filter-{size}" / "notes.jsonl", now)), ReadingProgress())
    first = _median(pane.count, _FILTERS[:1])
    yield Row(f"filter, made ready in a thread, {size:,}", first, 0, "", 0)
    yield Row(f"filter, a letter, {size:,} claims", _median(pane.count, _FILTERS), 0, "", NO_KEY_LONGER_MS)


def _bare(book: Briefing) -> sqlite3.Connection:
    """Return a table of the same words alone."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table texts using fts5(id unindexed, words, tokenize='unicode61 remove_diacritics 2')")
    words = ((record.id, " · ".join(strings(record))) for record in book.records.values())
    database.executemany("insert into texts values (?, ?)", words)
    return database


def _query(words: str) -> str:
    return " ".join(f'"{word}"*' for word in words.split())


def _median(deed: Callable[[str], object], words: Sequence[str]) -> float:
    taken = []
    for each in words:
        start = time.perf_counter()
        deed(each)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000
