"""The filter words, the same on the screen and on the command line, compiled to TinyDB queries.

    kind:prediction about:alibaba grade:>=C3 "exact words" -excluded or kind:fact

Terms side by side must all hold; `or` parts alternatives; `-` turns a term around; words without a field are looked for
in the text. Words match if they fold alike (store/text/fold.py): case and accents do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any, get_args

from tinydb.queries import QueryInstance, where

from store.annotations.note_kinds import KINDS, LINK, LINK_WORDS, STATUSES
from store.argument.strength import at_least
from store.errors import FilterSyntaxError
from store.model.records import Actor
from store.model.vocabulary import Agreement, Voice
from store.search.facets import COMPUTED, FIELDS, STANDINGS
from store.text.did_you_mean import suggest
from store.text.fold import fold_text
from store.text.sanitize import normalize_line

_TERM = re.compile(r'(?P<minus>-?)(?:(?P<field>[^\s:"]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>\S+)|(?<=:)(?P<nothing>))')
_GRADE = re.compile(r"^(?P<how>>=|<=|=)?(?P<grade>[a-f]?[1-6]?)$")
_RANGE = re.compile("^([0-9]{1,6})-([0-9]{1,6})$")
_OR = "or"
# How other programs say it: looked for as words, these would let through what was not meant.
_ELSEWHERE = {"and": "`and` is not needed: filters side by side must all hold.", "not": "It is a - that turns a filter around: {next}."}
# Words of two parts may be written as one after a field: kind:todo, mine:see-also.
_SAME = {"todo": "to do", "to-do": "to do", "see-also": "see also"}
_OF_NOTES = ("kind", "mine")
FILTER_FIELDS = tuple(sorted({*FIELDS, *COMPUTED} - {"text"}))
_NO_COLON = re.compile(rf"^({'|'.join(FILTER_FIELDS)})(!?=|[<>]=?)(.*)$", re.IGNORECASE)
# Fields whose words are few and known, so that a misspelt one can be refused.
CHECKED = ("id", "kind", "speaker", "about", "evidence", "status", "voice", "flag", "para", "mine", "marked", "uncontested", "tag")
# Fields whose values can be abbreviated, as far as that is unambiguous.
_ABBREVIATED = tuple(field for field in CHECKED if field not in ("id", "para"))
_ACTOR_FIELDS = ("speaker", "about")
_WORD_BREAK = re.compile(r"[\s_-]+")
_MOST_CANDIDATES = 6
# Fields of 0.1 that were removed, each with the words to write instead.
_REMOVED = {"unseen": "marked:yes to list what you marked"}

Vocabulary = dict[str, Collection[str]]


def compile_filter(words: str, vocabulary: Vocabulary | None = None) -> QueryInstance | None:
    """Return the TinyDB query for `words`, to be asked of facets; None if there is nothing to filter by.

    `vocabulary` holds the valid words of each field, for a filter that is being written: raises FilterSyntaxError with the nearest
    of them. Without one, or where there is nothing, a word that nothing has lets nothing through.
    """
    words = normalize_line(words)
    if "-" in words.split():
        raise FilterSyntaxError("A - needs a word right after it, which it turns around: -kind:fact.")
    if words.count('"') % 2:
        raise FilterSyntaxError('A quotation mark is left open in the filter; close it: "exact words".')
    alternatives: list[list[QueryInstance]] = [[]]
    terms = list(_TERM.finditer(words))
    _refuse_other_tongues(terms)
    for term in terms:
        if term["word"] and fold_text(term["word"]) == _OR and not term["field"] and not term["minus"]:
            alternatives.append([])
            continue
        alternatives[-1].append(_query(term, vocabulary))
    if len(alternatives) > 1 and not all(alternatives):
        raise FilterSyntaxError("`or` stands between two filters; one side of it is empty.")
    if not alternatives[0]:
        return None
    return _any_of([_all_of(terms) for terms in alternatives])


def _any_of(queries: Sequence[QueryInstance]) -> QueryInstance:
    """Return a query that is true if one of `queries` is.

    TinyDB's own `|` and `&` nest one call in another for each term, and some hundreds of terms exceed the recursion limit.
    """
    return queries[0] if len(queries) == 1 else QueryInstance(lambda document: any(query(document) for query in queries), None)


def _all_of(queries: Sequence[QueryInstance]) -> QueryInstance:
    """Return a query that is true if all of `queries` are."""
    return queries[0] if len(queries) == 1 else QueryInstance(lambda document: all(query(document) for query in queries), None)


def complete_filter(words: str, vocabulary: Vocabulary) -> str:
    """Return the filter with abbreviated values written out: `speaker:kevin` becomes `speaker:kevin-zhou`.

    Raises FilterSyntaxError, with the candidates, if an abbreviation is ambiguous.
    """
    return _TERM.sub(lambda term: _completed_term(term, vocabulary), words)


def _completed_term(term: re.Match[str], vocabulary: Vocabulary) -> str:
    value = fold_text(term["phrase"] or term["word"] or "")
    completed = _complete(fold_text(term["field"] or ""), value, vocabulary)
    if completed == value:
        return term[0]
    quoted = f'"{completed}"' if " " in completed else completed
    return f"{term['minus']}{term['field']}:{quoted}"


def _complete(field: str, value: str, vocabulary: Vocabulary) -> str:
    """Return the one value of the field that begins with `value`, or has a word that does; `value` itself if there is none.

    An actor counts once, whatever its names are; then its id is returned. Raises FilterSyntaxError if there are several values.
    """
    known = vocabulary.get(field, ())
    if field not in _ABBREVIATED or not value or value in known:
        return value
    matches = [name for name in known if name.startswith(value) or any(word.startswith(value) for word in _WORD_BREAK.split(name))]
    candidates = sorted({known[name] for name in matches} if isinstance(known, dict) else matches)
    if len(candidates) <= 1:
        return candidates[0] if candidates else value
    more = len(candidates) - _MOST_CANDIDATES
    listed = ", ".join(candidates[:_MOST_CANDIDATES]) + (f" and {more} more" if more > 0 else "")
    raise FilterSyntaxError(f"{field}:{value} is ambiguous: {listed}.")


def vocabulary(found: Collection[dict[str, Any]], actors: Sequence[Actor] = ()) -> Vocabulary:
    """Return the words that occur in each checked field of these facets, and those that notes can always have; none if there is nothing.

    The words of fields of actors lead to the actors' ids.
    """
    if not found:
        return {}
    words: Vocabulary = {field: {word for facets in found for word in facets[field]} for field in CHECKED}
    words["grade"] = {facets["grade"] for facets in found}
    ids = {fold_text(name): fold_text(actor.id) for actor in actors for name in (*actor.aliases, actor.name, actor.id)}
    words |= {field: {name: ids.get(name, name) for name in words[field]} for field in _ACTOR_FIELDS}
    if any(facets["voice"] == ["reader"] for facets in found):
        words["kind"], words["status"] = {*words["kind"], *KINDS, LINK}, {*words["status"], *STATUSES}
    if words["uncontested"]:
        words["uncontested"] = {"yes", "no"}
    mine = {"note", "none", "open", "graded", "estimated", "resolved", *KINDS, LINK, *LINK_WORDS, *get_args(Agreement), *STANDINGS}
    voices = {*get_args(Voice), "reader"}
    return words | {"voice": voices, "mine": mine, "marked": {"yes", "no"}}


def _refuse_other_tongues(terms: Sequence[re.Match[str]]) -> None:
    """Raise FilterSyntaxError for kind=fact, and for `and` or `not` beside a field; alone or quoted, they are search words."""
    for at, term in enumerate(terms):
        if term["field"] or not term["word"]:
            continue
        if meant := _NO_COLON.match(term["word"]):
            field, sign, value = meant.groups()
            written = f"{'-' if sign == '!=' else ''}{field}:{sign if sign in ('>=', '<=') else ''}{value}"
            raise FilterSyntaxError(f"{term['word']} has no colon after {field}. Did you mean {written}?")
        word, after = fold_text(term["word"]), terms[at + 1 : at + 2]
        beside = after if word == "not" else (*terms[max(0, at - 1) : at], *after)
        if word in _ELSEWHERE and not term["minus"] and any(other["field"] for other in beside):
            hint = _ELSEWHERE[word].format(next=f"-{after[0][0]}" if after else "")
            raise FilterSyntaxError(f'{hint} To look for the word, write "{word}".')


def _query(term: re.Match[str], vocabulary: Vocabulary | None) -> QueryInstance:
    value = fold_text(term["phrase"] if term["phrase"] is not None else term["word"] or "")
    query = _field(fold_text(term["field"]), value, vocabulary) if term["field"] else where("text").test(_contains(value))
    return ~query if term["minus"] else query


def _field(field: str, value: str, vocabulary: Vocabulary | None) -> QueryInstance:
    if field in _REMOVED:
        raise FilterSyntaxError(f"Unknown filter {field}: (removed in 0.2); use {_REMOVED[field]}.")
    if field not in FILTER_FIELDS:
        raise FilterSyntaxError(f"There is no filter {field}:. {suggest(field, FILTER_FIELDS)}")
    known = (vocabulary or {}).get(field, ())
    is_checked = bool(vocabulary) and field in CHECKED
    if is_checked and not known:
        raise FilterSyntaxError(f"Nothing here has any {field}: to filter by.")
    if not value:
        raise FilterSyntaxError(f"{field}: needs a word right after it. {suggest('', sorted(known)) if known else ''}".rstrip())
    if field in _OF_NOTES:
        value = _SAME.get(value, value)
    if field == "grade":
        if vocabulary and not any(vocabulary.get("grade", ())):
            raise FilterSyntaxError("Nothing here has a grade: only claims have one.")
        return where("grade").test(_graded(value))
    ends = _RANGE.match(value) if field == "para" else None
    fits = _between(int(ends[1]), int(ends[2])) if ends else _has(value)
    if is_checked and not fits(known):
        value = _complete(field, value, vocabulary or {})
        fits = _has(value)
    if is_checked and not fits(known):
        raise FilterSyntaxError(f"Nothing here has {field}:{value}. {suggest(value, sorted(known))}")
    return where(field).test(fits)


def _graded(value: str) -> Callable[[Any], bool]:
    found = _GRADE.match(value)
    if found is None or not found["grade"]:
        raise FilterSyntaxError(f"grade:{value} is not a grade. It may be C3, C, 3, >=C3 or <=C3; A1 is the best.")
    how, wanted = found["how"] or "=", found["grade"].upper()
    if how == "=":
        return lambda grade: bool(grade) and all(letter in grade for letter in wanted)
    if how == ">=":
        least = wanted if len(wanted) == 2 else f"{wanted}5" if wanted.isalpha() else f"E{wanted}"
        return lambda grade: bool(grade) and at_least(grade, least)
    best = wanted if len(wanted) == 2 else f"{wanted}1" if wanted.isalpha() else f"A{wanted}"
    return lambda grade: bool(grade) and grade[0] >= best[0] and grade[1] >= best[1]


def _has(value: str) -> Callable[[Any], bool]:
    return lambda values: value in values


def _between(first: int, last: int) -> Callable[[Any], bool]:
    return lambda values: any(first <= int(value) <= last for value in values)


def _contains(value: str) -> Callable[[Any], bool]:
    return lambda text: value in text
