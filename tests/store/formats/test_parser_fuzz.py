"""However a briefing file is spoilt, it is refused in sentences, and never with another exception."""

from __future__ import annotations

import copy
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import BriefingInvalidError, InvalidInputError
from store.export.json import export
from store.formats.parser import parse
from store.model.briefing import Briefing
from store.storage.untrusted_file import load_json
from tests.support.sample import note, raw, whole

LEAVES = st.none() | st.booleans() | st.integers() | st.just(1 << 4_000) | st.floats() | st.text(st.characters())
WORDS = st.sampled_from(["id", "number", "ann", "c001", "c002", "opinion", "2016-13", "2016-02-30", "about 0001", "p1", "format", "", " "])
KEYS = WORDS | st.text()
TREES = st.recursive(LEAVES | WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8)
WRONG: list[Any] = [None, [], {}, [[]], [{}], "\ud800", "", float("nan"), -1, True]
EXPORT: dict[str, Any] = {"briefing": raw(whole()), "notes": [raw(note())]}


def places(branch: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every leaf and branch of a tree."""
    inner = branch.items() if isinstance(branch, dict) else enumerate(branch) if isinstance(branch, list) else ()
    return [above, *(way for key, leaf in inner for way in places(leaf, (*above, key)))]


PLACES = places(EXPORT)[1:]


def spoil(tree: Any, way: tuple[Any, ...], deed: str, value: Any) -> None:
    """Do one thing at the end of the way, as far as the way still leads there."""
    branch = tree
    try:
        for key in way[:-1]:
            branch = branch[key]
        match deed:
            case "replace" if isinstance(way[-1], str) == isinstance(branch, dict):
                branch[way[-1]] = value
            case "remove":
                del branch[way[-1]]
            case "repeat" if isinstance(branch, list):
                branch.append(copy.deepcopy(branch[way[-1]]))
            case _ if isinstance(branch, dict):
                branch[str(value)[:20] if not isinstance(value, int) else "x"] = value
    except (KeyError, IndexError, TypeError):
        return


def told(tree: Any) -> None:
    """Parse the tree; an error must be in sentences, and each problem must have a place."""
    try:
        parse(tree, "a.toml")
    except BriefingInvalidError as refusal:
        assert refusal.problems
        for problem in refusal.problems:
            assert problem.place.strip()
            assert problem.message
            assert str(problem).endswith((".", "?"))
            assert str(problem).encode()
    except InvalidInputError as refusal:
        assert str(refusal).endswith(".")


DEEDS = st.tuples(st.sampled_from(PLACES), st.sampled_from(["replace", "remove", "repeat", "add"]), TREES)


@given(st.lists(DEEDS, min_size=1, max_size=4))
def test_a_spoilt_file_is_refused_in_sentences(deeds: list[Any]) -> None:
    tree = copy.deepcopy(EXPORT)
    for way, deed, value in deeds:
        spoil(tree, way, deed, value)
    told(tree)


@given(st.dictionaries(WORDS | st.sampled_from(["briefing", "claims", "actors", "source"]) | st.text(), TREES))
def test_any_tree_is_refused_in_sentences(tree: dict[str, Any]) -> None:
    told(tree)


@pytest.mark.slow
def test_no_single_wrong_value_is_too_much() -> None:
    for way, value in itertools.product(PLACES, WRONG):
        tree = copy.deepcopy(EXPORT)
        spoil(tree, way, "replace", value)
        told(tree)


def test_nothing_can_be_taken_away_that_breaks_the_reading() -> None:
    for way in PLACES:
        tree = copy.deepcopy(EXPORT)
        spoil(tree, way, "remove", None)
        told(tree)


@given(st.lists(DEEDS, min_size=1, max_size=3))
def test_what_is_accepted_survives_an_export(deeds: list[Any]) -> None:
    tree = copy.deepcopy(EXPORT)
    for way, deed, value in deeds:
        spoil(tree, way, deed, value)
    try:
        found = parse(tree, "a.toml")
    except InvalidInputError:
        return
    assert parse(load_json(export(Briefing(found.briefing), found.notes)), "a.json") == found
