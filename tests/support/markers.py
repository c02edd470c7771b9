"""Find out which tests need a terminal or external programs, from the functions and fixtures that they use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import CodeType, FunctionType
from typing import Any

import pytest

# A test that uses one of these names, itself or through a helper or fixture, gets the marker.
_TERMINAL = {"Terminal", "openpty"}
_TOOLS = {"which"}


def needed_markers(item: pytest.Item) -> set[str]:
    """Return `terminal` if the test uses a pseudo-terminal, and `tools` if it looks for an external program."""
    names = frozenset[str]().union(*(_names(function) for function in _functions(item)))
    return {marker for marker, uses in (("terminal", _TERMINAL), ("tools", _TOOLS)) if names & uses}


def _functions(item: pytest.Item) -> Iterator[FunctionType]:
    """Return the test and its fixtures."""
    if isinstance(item, pytest.Function):
        yield from _plain(item.function)
        for definitions in item._fixtureinfo.name2fixturedefs.values():
            yield from (function for definition in definitions for function in _plain(definition.func))


def _plain(function: Any) -> Iterator[FunctionType]:
    """Return the function below decorators; a test of Hypothesis keeps it in an attribute."""
    inner = getattr(getattr(function, "hypothesis", None), "inner_test", None) or getattr(function, "__wrapped__", function)
    if isinstance(inner, FunctionType):
        yield inner


@cache
def _names(function: FunctionType) -> frozenset[str]:
    """All global names that the function uses, and those that functions of the tests use that it calls."""
    found: set[str] = set()
    seen: set[FunctionType] = set()
    pending = [function]
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        names = set(_used(current.__code__))
        found |= names
        used = (current.__globals__.get(name) for name in names)
        pending += (helper for value in used for helper in _helpers(value) if helper.__module__.startswith("tests."))
    return frozenset(found)


def _used(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _used(constant)


def _helpers(value: object) -> Iterable[FunctionType]:
    """Return the functions of a helper: itself, or the methods of a class."""
    if isinstance(value, FunctionType):
        return _plain(value)
    methods = vars(value).values() if isinstance(value, type) else ()
    return [method for method in methods if isinstance(method, FunctionType)]
