"""The filter of a list of records, for panes and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from store.annotations.reading_progress import ReadingProgress
from store.annotations.tags import spellings_of
from store.errors import FilterSyntaxError
from store.model.note import Note
from store.search.facets import compute_facets
from store.search.filter_query import FILTER_FIELDS, compile_filter, complete_filter, vocabulary
from store.session import Session
from store.text.fold import fold_text

MOST_SUGGESTIONS = 12
# What decides on the facets of a record beside itself: the notes on it, the verdict, and whether it is marked.
_Yours = tuple[tuple[Note, ...], tuple[str, ...], bool]
_OR = re.compile(r"(?<!\S)or(?=\s)", re.IGNORECASE)


class Suggestion(NamedTuple):
    """A continuation of a filter: the whole query, the completed text, and the number of matches (0: not counted)."""

    query: str
    completion: str
    matches: int


class ListFilter:
    """The filter of one pane. The facets of an item are worked out once, and again when what is the reader's on it has changed."""

    def __init__(self, session: Session, progress: ReadingProgress) -> None:
        self.words = ""
        self._in_force = ("", "")
        self.excluded: frozenset[str] = frozenset()  # the claims of the what-if
        self._session = session
        self._progress = progress
        self._facets: dict[str, tuple[_Yours, dict[str, Any]]] = {}
        self._version: object = None
        self._known: dict[tuple[str, ...], dict[str, Collection[str]]] = {}

    def apply(self, items: Sequence[Any], kept: str = "") -> Sequence[Any]:
        """Return the items that the filter current lets through: what was right when it was set may leave none by now.

        The item with the id `kept` stays: what is looked at does not vanish under the reader's eyes.
        """
        if not self.words:
            return items
        through = self._through(items, self._completed(items), None)
        if not kept or any(item.id == kept for item in through):
            return through
        left = {item.id for item in through} | {kept}
        return [item for item in items if item.id in left]

    def check(self, items: Sequence[Any], words: str) -> int:
        """Return how many items match `words`; raise FilterSyntaxError with the fix."""
        return len(self.select(items, words))

    def select(self, items: Sequence[Any], query: str) -> Sequence[Any]:
        """Return the items that match `query`; raise FilterSyntaxError with the fix."""
        return self._through(items, query, self._vocabulary(items))

    def suggest(self, items: Sequence[Any], words: str) -> tuple[Suggestion, ...]:
        """Return continuations of the last of `words`: names of fields, or values of one, the most frequent first."""
        start, last = _parted(words)
        minus = "-" if last.startswith("-") else ""
        field, colon, value = last.removeprefix("-").partition(":")
        if not colon:
            fields = [name for name in FILTER_FIELDS if name.startswith(fold_text(field))]
            documents = self._documents(items)
            names = (name for name in fields if any(_values(document[name]) for document in documents))
            return tuple(Suggestion(f"{start}{minus}{name}:", f"{name}:", 0) for name in names)
        if fold_text(field) not in FILTER_FIELDS:
            return ()
        sure, rest = self._undecided(items, start)
        counts = Counter(found for document in rest for found in {*_values(document[fold_text(field)])} if '"' not in found)
        begun = fold_text(value.strip('"'))
        fitting = sorted((-count, name) for name, count in counts.items() if fold_text(name).startswith(begun) and fold_text(name) != begun)
        having = {name: sure + (len(rest) + count if minus else -count) for count, name in fitting[:MOST_SUGGESTIONS]}
        shown = {name: self._spelling(name, fold_text(field)) for name in having}
        return tuple(Suggestion(f"{start}{minus}{field}:{_quoted(shown[name])} ", shown[name], count) for name, count in having.items())

    def _spelling(self, folded: str, field: str) -> str:
        """Return how a folded value is written: a tag as its oldest note has it, a name with its accents."""
        if field == "tag":
            return spellings_of(self._session.notes.all()).get(folded, folded)
        names = (name.casefold() for actor in self._session.briefing.file.actors for name in (actor.name, *actor.aliases))
        return next((name for name in names if fold_text(name) == folded), folded)

    def _undecided(self, items: Sequence[Any], start: str) -> tuple[int, list[dict[str, Any]]]:
        """Return how many items match whatever follows these words, and the facets of the others that still can."""
        documents = self._documents(items)
        ors = [found for found in _OR.finditer(start) if start[: found.start()].count('"') % 2 == 0]
        before, here = (start[: ors[-1].start()], start[ors[-1].end() :]) if ors else ("", start)
        try:
            known = self._vocabulary(items)
            is_sure, is_fit = (compile_filter(complete_filter(part, known)) for part in (before, here))
        except FilterSyntaxError:
            return 0, documents
        left = [document for document in documents if is_sure is None or not is_sure(document)]
        return len(documents) - len(left), [document for document in left if is_fit is None or is_fit(document)]

    def _completed(self, items: Sequence[Any]) -> str:
        """Return the filter in force with abbreviated values written out, as they were understood when it was set."""
        if self._in_force[0] != self.words:
            try:
                completed = complete_filter(self.words, self._vocabulary(items))
            except FilterSyntaxError:
                completed = self.words
            self._in_force = (self.words, completed)
        return self._in_force[1]

    def _through(self, items: Sequence[Any], words: str, known: dict[str, Collection[str]] | None) -> Sequence[Any]:
        documents = self._documents(items)
        query = compile_filter(words, known)
        return items if query is None else [item for item, document in zip(items, documents, strict=True) if query(document)]

    def _vocabulary(self, items: Sequence[Any]) -> dict[str, Collection[str]]:
        """Return the valid words, computed once for the same items: every letter asks."""
        documents, ids = self._documents(items), tuple(item.id for item in items)
        if ids not in self._known:
            self._known = {ids: vocabulary(documents, self._session.briefing.file.actors)}
        return self._known[ids]

    def _documents(self, items: Sequence[Any]) -> list[dict[str, Any]]:
        version = (self._session.notes.version, self.excluded)
        is_news, self._version = self._version != version, version
        if is_news:
            self._known.clear()
        for item in items:
            if is_news or item.id not in self._facets:
                self._look_at(item.id, getattr(item, "thing", None) or item)
        return [self._facets[item.id][1] for item in items]

    def _look_at(self, identity: str, thing: Any) -> None:
        """Works out the facets of `thing`, unless they are known and nothing of the reader's on it has changed."""
        judged = self._session.opinions.filter_terms(thing, self._session.opinions.impact(self.excluded))
        notes = (thing,) if isinstance(thing, Note) else self._session.notes.for_target(thing.id)
        yours = (notes, judged, thing.id in self._progress.marked)
        known = self._facets.get(identity)
        if known is None or known[0] != yours:
            self._facets[identity] = (yours, compute_facets(self._session.briefing, self._session.notes, thing, self._progress, judged))


def _parted(words: str) -> tuple[str, str]:
    """Return the words before the last term, and that term, in which a phrase may still be open."""
    closed = words[: words.rindex('"')] if words.count('"') % 2 else words
    at = closed.rfind(" ") + 1
    return words[:at], words[at:]


def _values(found: Any) -> Sequence[str]:
    """Return the values of a facet: a list of words, or one word."""
    return (found,) if isinstance(found, str) and found else found or ()


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
