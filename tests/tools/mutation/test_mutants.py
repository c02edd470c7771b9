"""Mutants are small changes, each with a name of its own, and what is not code is not changed."""

from __future__ import annotations

import ast

import pytest

from tests.support.depth import at_depth
from tests.tools.mutation import TARGETS, Target
from tests.tools.mutation.__main__ import _source
from tests.tools.mutation.mutants import mutants_of


def changed(source: str) -> list[str]:
    """Return the code of every mutant, without the names."""
    return [mutant.source for mutant in mutants_of("module", source)]


@pytest.mark.parametrize(
    ("source", "mutants"),
    [
        ("a < b", ["a <= b"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("x = 1", ["x = 2"]),
        ("x = True", ["x = False"]),
        ("save()", ["pass"]),
        ("x: int = y", []),
        ("def f() -> None:\n    'Docstring.'", []),
        ("import a", []),
    ],
)
def test_each_mistake_is_one_mutant(source: str, mutants: list[str]) -> None:
    assert changed(source) == mutants


def test_a_condition_is_turned_round() -> None:
    assert "x = y if not z else w" in changed("x = y if z else w")


def test_a_returned_value_is_dropped() -> None:
    assert "def f():\n    return None" in changed("def f():\n    return a")


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("target", TARGETS[:: at_depth(6, 1, 1)], ids=lambda target: target.module)
def test_every_mutant_is_other_code_with_its_own_name(target: Target) -> None:
    mutants = list(mutants_of(target.module, _source(target)))
    assert len({mutant.name for mutant in mutants}) == len(mutants) > 5
    unchanged = ast.unparse(ast.parse(_source(target)))
    assert unchanged not in {mutant.source for mutant in mutants}
