"""The one way a file from outside is read: a regular file, of bearable size and depth, in UTF-8, as TOML or JSON."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from store.errors import InvalidInputError, NotFoundError
from store.storage.files import open_regular
from store.text.sanitize import sanitize, sanitize_line

MEGABYTE = 1 << 20
MAX_BYTES = 64 * MEGABYTE
MAX_DEPTH = 32
_SAMPLE = 4096


def read_text(path: Path) -> str:
    """Return the text of the file at `path`; raise NotFoundError or InvalidInputError with the reason in a sentence."""
    name = sanitize_line(str(path))
    try:
        file = open_regular(path)
    except FileNotFoundError:
        raise NotFoundError(f"There is no file {name}.") from None
    except (OSError, ValueError) as error:
        raise InvalidInputError(f"{name} cannot be opened: {_reason(error)}.") from None
    with file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_BYTES:
            raise InvalidInputError(f"{name} is {size // MEGABYTE} MB; at most {MAX_BYTES // MEGABYTE} MB are read.")
        content = file.read(MAX_BYTES + 1)
    return decode(name, content)


def read_document(path: Path) -> dict[str, Any]:
    """Return the TOML or JSON document at `path` (by its ending; JSON is also known by its first brace)."""
    import tomllib  # only who reads a briefing from outside has a use for it

    name, text = sanitize_line(str(path)), read_text(path)
    if not text.strip():
        raise InvalidInputError(f"{name} is empty.")
    is_json = path.suffix.lower() == ".json" or (path.suffix.lower() != ".toml" and text.lstrip().startswith("{"))
    try:
        tree = load_json(text) if is_json else tomllib.loads(text)
    except RecursionError:
        raise InvalidInputError(f"{name} is nested too deeply to be a briefing.") from None
    except ValueError as error:
        raise InvalidInputError(f"{name} is not valid {'JSON' if is_json else 'TOML'}: {_why(error)}.") from None
    if not isinstance(tree, dict):
        raise InvalidInputError(f"{name} holds {_called(tree)}, not a table of records.")
    if nesting_depth(tree) > MAX_DEPTH:
        raise InvalidInputError(f"{name} is nested more than {MAX_DEPTH} deep, which no briefing is.")
    return tree


def load_json(text: str) -> Any:
    """Strict JSON: a key given twice, NaN and Infinity raise ValueError."""
    return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_constant)


def nesting_depth(tree: object) -> int:
    """Return the nesting depth of lists and tables in `tree`, counted without recursion, which could be exhausted."""
    deepest, waiting = 0, [(tree, 1)]
    while waiting:
        branch, level = waiting.pop()
        if isinstance(branch, dict | list):
            deepest = max(deepest, level)
            waiting += [(leaf, level + 1) for leaf in (branch.values() if isinstance(branch, dict) else branch)]
    return deepest


def decode(name: str, content: bytes) -> str:
    """Return `content` as text; raise InvalidInputError, with the `name` of where it came from, if it is not UTF-8."""
    if _is_utf_16(content):
        raise InvalidInputError(f"{name} is in UTF-16; save it as UTF-8.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidInputError(f"{name} is not UTF-8: byte {error.start} on line {line} cannot be read; save it as UTF-8.") from None


def _is_utf_16(content: bytes) -> bool:
    """Return True for a byte order mark of UTF-16 or UTF-32, and for text in which every other byte, or more, is zero."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    sample = content[:_SAMPLE]
    return len(sample) > 1 and max(sample[0::2].count(0), sample[1::2].count(0)) * 4 > len(sample)


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) == len(pairs):
        return table
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise ValueError(f"the key {sanitize_line(key)!r} is given twice in one table")
        seen.add(key)
    return table


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is not a number in JSON")


def _why(error: ValueError) -> str:
    """Return the message of a parser, or our own for an overlong number, for which Python's is meant for programmers."""
    words = str(error)
    return "it has a number of more digits than can be read" if "set_int_max_str_digits" in words else sanitize(words)


def _called(tree: object) -> str:
    """Return a plain word for the type of a document that is not a table."""
    match tree:
        case None:
            return "nothing but null"
        case list():
            return "a list"
        case str():
            return "a text"
        case bool():
            return "no more than true or false"
    return "a number"


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
