"""Every error is a sentence with a name, and the tree at the top of its file is the tree there is."""

from __future__ import annotations

import re

import pytest

from store import errors
from store.errors import BriefingInvalidError, Problem, StoreError

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, StoreError)]


def test_the_drawn_tree_names_every_kind() -> None:
    drawn = re.findall(r"^(?:[│├└─ ]+)?(\w+)(?:  |$)", errors.__doc__ or "", re.MULTILINE)
    assert {kind.__name__ for kind in KINDS} == set(drawn)


def test_every_kind_says_what_it_means() -> None:
    assert all((kind.__doc__ or "").endswith(".") for kind in KINDS)


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (Problem("claims.c1.kind", "is missing"), "claims.c1.kind: is missing."),
        (Problem("claims.c1.kind", "is missing", "Say one."), "claims.c1.kind: is missing. Say one."),
    ],
)
def test_a_problem_is_a_sentence_with_its_place(problem: Problem, sentence: str) -> None:
    assert str(problem) == sentence


def test_problems_are_counted_and_the_first_is_told() -> None:
    one, two = Problem("a", "is missing"), Problem("b", "is missing")
    assert str(BriefingInvalidError("x.toml", (one,))) == "x.toml has 1 problem; the first: a: is missing."
    assert str(BriefingInvalidError("x.toml", (one, two))) == "x.toml has 2 problems; the first: a: is missing."
    assert BriefingInvalidError("x.toml", (one, two)).problems == (one, two)
