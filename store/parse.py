"""A briefing file from outside becomes values, or every problem in it at once, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import FieldInfo, fields

from store.clean import clean, one_line
from store.consistency import consistency_problems
from store.errors import Problem, Problems, Refused
from store.model import FORMAT, BriefingFile, Bundle
from store.nearest import nearest
from store.reading import read_tree

_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_file(path: Path) -> Bundle:
    """The briefing in the TOML or JSON file at `path`, with the notes of an export of ours.

    Raises NotFound, Refused, or Problems with all that is wrong.
    """
    return parse(read_tree(path), one_line(str(path)))


def parse(tree: dict[str, Any], name: str) -> Bundle:
    """What `tree` tells, as it came from a file called `name`; every string in it is cleaned here, once."""
    problems = tuple(_surrogates(tree, ()))
    if problems:
        raise Problems(name, problems)
    tree = _cleaned(tree)
    is_export = isinstance(tree.get("briefing"), dict)
    inside = tree["briefing"] if is_export else tree
    newer = inside.get("format")
    if isinstance(newer, int) and newer > FORMAT:
        raise Refused(f"{name} is in format {newer}, and this program knows format {FORMAT}. A newer version of it will read the file.")
    bundle = tree if is_export else {"briefing": tree}
    try:
        found = msgspec.convert(bundle, Bundle)
        problems = tuple(consistency_problems(inside))
    except msgspec.ValidationError:
        shapes = _shape_problems(bundle, Bundle, "") if is_export else _shape_problems(tree, BriefingFile, "")
        problems = (*shapes, *consistency_problems(inside))
    if problems:
        raise Problems(name, problems)
    return found


def _cleaned(branch: Any) -> Any:
    match branch:
        case str():
            return clean(branch)
        case list():
            return [_cleaned(leaf) for leaf in branch]
        case dict():
            return {one_line(key): _cleaned(leaf) for key, leaf in branch.items()}
        case _ if hasattr(branch, "isoformat"):
            return branch.isoformat()  # TOML has dates of its own; ours are written as strings
        case _:
            return branch


def _surrogates(branch: Any, place: tuple[str, ...]) -> Iterator[Problem]:
    match branch:
        case str() if _SURROGATE.search(branch):
            yield Problem(".".join(place) or "top", "has half of a character (a lone surrogate)", "Write the whole character, in UTF-8.")
        case list():
            for number, leaf in enumerate(branch):
                yield from _surrogates(leaf, (*place, _called(leaf, number)))
        case dict():
            for key, leaf in branch.items():
                yield from _surrogates(key, (*place, "a key"))
                yield from _surrogates(leaf, (*place, clean(key)))


def _shape_problems(value: Any, kind: Any, place: str) -> Iterator[Problem]:
    """Why `value` is not a `kind`: looked at field by field, since msgspec stops at the first reason."""
    struct, is_tuple = _struct_in(kind)
    if struct and is_tuple and isinstance(value, list):
        for number, item in enumerate(value):
            yield from _shape_problems(item, struct, f"{place}.{_called(item, number)}")
        return
    if struct and isinstance(value, dict):
        yield from _field_problems(value, struct, f"{place}." if place else "")
        return
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        yield Problem(place or "top", _in_plain_words(str(error)), _nearest_value(value, kind))


def _field_problems(table: dict[str, Any], struct: type[msgspec.Struct], prefix: str) -> Iterator[Problem]:
    hints, known = get_type_hints(struct, include_extras=True), {field.name: field for field in fields(struct)}
    for key in table:
        if key not in known:
            yield Problem(f"{prefix}{key}", "is not a field of this table", nearest(key, known))
    for field in known.values():
        if field.name in table:
            yield from _shape_problems(table[field.name], hints[field.name], f"{prefix}{field.name}")
        elif _required(field):
            yield Problem(f"{prefix}{field.name}", "is missing", "Every such table has it.")


def _required(field: FieldInfo) -> bool:
    return field.default is msgspec.NODEFAULT and field.default_factory is msgspec.NODEFAULT


def _struct_in(kind: Any) -> tuple[type[msgspec.Struct] | None, bool]:
    """The Struct inside `kind`, and whether `kind` is a tuple of them: `Claim`, `Claim | None`, `tuple[Claim, ...]`."""
    if hasattr(kind, "__metadata__"):
        kind = get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind, False
    if get_origin(kind) in (tuple, Union, UnionType):
        inner, _ = _struct_in(get_args(kind)[0])
        return inner, get_origin(kind) is tuple
    return None, False


def _nearest_value(value: Any, kind: Any) -> str:
    words = sorted({word for word in _literals(kind) if isinstance(word, str)})
    if not words:
        return ""
    offered = [item for item in (value if isinstance(value, list) else [value]) if item not in words]
    return nearest(str(offered[0]), words) if offered else ""


def _literals(kind: Any) -> Iterator[Any]:
    for part in get_args(kind):
        yield part
        yield from _literals(part)


def _in_plain_words(error: str) -> str:
    error = re.sub(r" - at `.*", "", error)
    error = error.replace("Invalid enum value", "there is no such word as").replace("Expected `array`", "should be a list")
    return error[0].lower() + error[1:]


def _called(item: Any, number: int) -> str:
    """`c012` for a table with an id, else its number, counted from 1 as people count."""
    name = item.get("id", item.get("number")) if isinstance(item, dict) else None
    return one_line(str(name)) if isinstance(name, str | int) else f"#{number + 1}"
