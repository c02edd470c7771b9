"""A briefing file from outside becomes values, or every problem in it at once, each with its place."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from store.errors import MOST_LISTED, BriefingInvalidError, InvalidInputError, Problem
from store.formats.validation import describe_record, find_problems
from store.model.records import FORMAT, BriefingFile, ImportFile
from store.storage.untrusted_file import read_document
from store.text.did_you_mean import suggest
from store.text.sanitize import normalize_typed, sanitize, sanitize_line

_SURROGATE = re.compile("[\ud800-\udfff]")
_BITS = 64


def parse_file(path: Path) -> ImportFile:
    """Return the briefing in the TOML or JSON file at `path`, with the notes of an export of ours.

    Raises NotFoundError, InvalidInputError, or BriefingInvalidError with all that is wrong.
    """
    return parse(read_document(path), sanitize_line(str(path)))


def parse(tree: dict[str, Any], name: str) -> ImportFile:
    """Return what `tree` holds, as it came from a file called `name`.

    The strings of the briefing are cleaned here, once; the notes and opinions of an export are the reader's, and stay as typed.
    """
    tree = normalized(tree, name)
    is_export = isinstance(tree.get("briefing"), dict)
    inside: dict[str, Any] = _mapped(tree["briefing"] if is_export else tree, sanitize)
    newer = inside.get("format")
    if isinstance(newer, int) and newer > FORMAT:
        raise InvalidInputError(
            f"{name} is in format {newer}, and this program knows format {FORMAT}. A newer version of it will read the file."
        )
    bundle = {**tree, "briefing": inside} if is_export else {"briefing": inside}
    try:
        found = msgspec.convert(bundle, ImportFile)
        problems = tuple(find_problems(inside))
    except msgspec.ValidationError:
        shapes = _shape_problems(bundle, ImportFile, "", count()) if is_export else _shape_problems(inside, BriefingFile, "", count())
        problems = (*shapes, *find_problems(inside))
    if problems:
        raise BriefingInvalidError(name, _in_file_order(problems, inside))
    return found


def normalized(tree: dict[str, Any], name: str) -> dict[str, Any]:
    """Return `tree` with every string normalized as if it were typed; raise BriefingInvalidError for what no file of ours could hold."""
    problems = tuple(_unwritable(tree, ()))
    if problems:
        raise BriefingInvalidError(name, problems)
    found: dict[str, Any] = _mapped(tree, normalize_typed)
    return found


def _in_file_order(problems: tuple[Problem, ...], tree: dict[str, Any]) -> tuple[Problem, ...]:
    """Table after table and record after record as `tree` has them; what the tree has not comes last."""
    ranks: dict[str, int] = {}
    for table, value in tree.items():
        ranks[table] = len(ranks)
        for number, item in enumerate(value if isinstance(value, list) else ()):
            ranks.setdefault(f"{table}.{describe_record(item, number)}", len(ranks))

    def rank(problem: Problem) -> int:
        table, _, rest = problem.place.removeprefix("briefing.").partition(".")
        return ranks.get(f"{table}.{rest.partition('.')[0]}", ranks.get(table, len(ranks)))

    return tuple(sorted(problems, key=rank))


def _mapped(branch: Any, change: Callable[[str], str]) -> Any:
    match branch:
        case str():
            text = change(branch)
            return text if sanitize(text).strip() else ""  # a blank is no word: where words are needed, they are missing
        case list():
            return [_mapped(leaf, change) for leaf in branch]
        case dict():
            return {_key(key): _mapped(leaf, change) for key, leaf in branch.items()}
        case _ if hasattr(branch, "isoformat"):
            return branch.isoformat()  # TOML has dates of its own; ours are written as strings
        case _:
            return branch


def _key(name: str) -> str:
    return sanitize_line(name) or "(a blank name)"


def _unwritable(branch: Any, place: tuple[str, ...]) -> Iterator[Problem]:
    """Yield values that could not be written again: lone surrogates, NaN, infinities, numbers too long to print."""
    match branch:
        case str() if _SURROGATE.search(branch):
            yield Problem(".".join(place) or "top", "has half of a character (a lone surrogate)", "Write the whole character, in UTF-8.")
        case float() if not math.isfinite(branch):
            yield Problem(".".join(place) or "top", f"is {branch}, which is no number", "Write its digits.")
        case int() if branch.bit_length() >= _BITS:
            yield Problem(".".join(place) or "top", "is too large a number", f"It has at most {_BITS - 1} bits.")
        case list():
            for number, leaf in enumerate(branch):
                yield from _unwritable(leaf, (*place, describe_record(leaf, number)))
        case dict():
            seen: set[str] = set()
            for key, leaf in branch.items():
                yield from _unwritable(key, (*place, "a key"))
                yield from _unwritable(leaf, (*place, name := _key(key)))
                if name in seen:
                    yield Problem(
                        ".".join((*place, name)), "is given twice, once with characters that are not seen", "Keep one of the two."
                    )
                seen.add(name)


def _shape_problems(value: Any, kind: Any, place: str, advised: Iterator[int]) -> Iterator[Problem]:
    """Return the reasons why `value` is not a `kind`, field by field, since msgspec stops at the first one.

    `advised` counts the problems that have a remedy: looking for the nearest word takes milliseconds, so only the first have one.
    """
    struct, is_tuple = _struct_in(kind)
    if struct and is_tuple and isinstance(value, list) and value:
        for number, item in enumerate(value):
            yield from _shape_problems(item, struct, f"{place}.{describe_record(item, number)}", advised)
        return
    if struct and isinstance(value, dict):
        yield from _field_problems(value, struct, f"{place}." if place else "", advised)
        return
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        yield Problem(place or "top", _in_plain_words(str(error)), _remedy(value, kind) if next(advised) < MOST_LISTED else "")


def _field_problems(table: dict[str, Any], struct: type[msgspec.Struct], prefix: str, advised: Iterator[int]) -> Iterator[Problem]:
    known = _fields(struct)
    for key in table:
        if key not in known:
            yield Problem(f"{prefix}{key}", "is not a field of this table", suggest(key, known) if next(advised) < MOST_LISTED else "")
    for name, field in known.items():
        if name in table:
            yield from _shape_problems(table[name], field.type, f"{prefix}{name}", advised)
        elif field.required:
            yield Problem(f"{prefix}{name}", "is missing", "Every such table has it.")


# How msgspec calls things, and how people do.
_TYPES = {"str": "text", "int": "a whole number", "float": "a number", "bool": "true or false", "object": "a table", "array": "a list"}


@cache
def _fields(struct: type[msgspec.Struct]) -> dict[str, FieldInfo]:
    return {field.name: field for field in fields(struct)}


def _struct_in(kind: Any) -> tuple[type[msgspec.Struct] | None, bool]:
    """Return the Struct inside `kind`, and whether `kind` is a tuple of them: `Claim`, `Claim | None`, `tuple[Claim, ...]`."""
    if hasattr(kind, "__metadata__"):
        kind = get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind, False
    if get_origin(kind) in (tuple, Union, UnionType):
        inner, _ = _struct_in(get_args(kind)[0])
        return inner, get_origin(kind) is tuple
    return None, False


def _remedy(value: Any, kind: Any) -> str:
    """Return the fix: a list with the one given word, the valid word nearest to `value`, or the field's description."""
    if value in ([], ""):
        return ""
    if isinstance(value, str) and get_origin(get_args(kind)[0] if hasattr(kind, "__metadata__") else kind) is tuple:
        return f"Write [{json.dumps(sanitize_line(value), ensure_ascii=False)}]."
    parts = list(_parts(kind))
    words = sorted({part for part in parts if isinstance(part, str)})
    if not words:
        return next((part.description for part in parts if isinstance(part, msgspec.Meta) and part.description), "")
    offered = [item for item in (value if isinstance(value, list) else [value]) if item not in words]
    return suggest(str(offered[0]), words) if offered else ""


def _parts(kind: Any) -> Iterator[Any]:
    for part in get_args(kind):
        yield part
        yield from _parts(part)


def _in_plain_words(error: str) -> str:
    error = re.sub(r" - at `.*", "", error)
    error = re.sub(r"Expected `str` matching regex .*", "Has not the right form", error)
    error = re.sub(r"Expected `(?:array|str|object)` of length >= 1(, got .*)?", "Is empty, and must not be", error)
    error = re.sub("`([a-z]+)( \\| null)?`", lambda found: _TYPES.get(found[1], found[1]), error)
    error = error.replace("Invalid enum value", "there is no such word as").replace("Expected ", "should be ")
    return error[0].lower() + error[1:]
