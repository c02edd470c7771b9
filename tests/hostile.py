"""Text that means harm, and values that have it in every field a stranger can write."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import FieldInfo, fields, replace

from store.model import Assessment

# Each shows SEEN to whoever reads it; a name says what the rest tries.
SEEN = "Seen7"
STRINGS = {
    "action": f"[@click=app.quit]{SEEN}[/]",
    "file-writing action": f"[@click=app.screenshot('pwn.svg','/tmp')]{SEEN}[/]",
    "leading-space tag": f"[ @click=app.quit]{SEEN}[/]",
    "nested bracket": f"[[@click=app.quit]{SEEN}[/]]",
    "link": f"[link=https://evil.example]{SEEN}[/link]",
    "stray close": f"{SEEN}[/nope]",
    "bare close": f"{SEEN}[/]",
    "quotation": f"{SEEN} [sic]",
    "variable": f"{SEEN} $primary $x",
    "broken tag": f'{SEEN}[a="]x',
    "clipboard": f"{SEEN}\x1b]52;c;Y3VybA==\x07",
    "title": f"{SEEN}\x1b]0;TITLEPWN\x07",
    "hyperlink": f"{SEEN}\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\",
    "C1 sequence": f"{SEEN}\x9b31mred\x9d0;t\x9c",
    "right-to-left override": f"{SEEN} \u202egnp.exe\u202c \u2066x\u2069",
    "nothing and delete": f"{SEEN}\x00\x7f\x08\x0d",
    "Chinese": f"{SEEN}阿里巴巴集团" * 40,
    "emoji": f"{SEEN} 👩‍👩‍👧‍👦👍🏽🇨🇳",
    "combining marks": f"{SEEN}e" + "\u0301" * 10_000,
    "formula": f"=HYPERLINK(1) {SEEN}",
}
# What is left of each that a reader must still be able to read.
KEPT = {
    "action": "[@click=app.quit]",
    "leading-space tag": "[ @click=app.quit]",
    "nested bracket": "[[@click=app.quit]",
    "link": "[link=https://evil.example]",
    "stray close": "[/nope]",
    "bare close": "[/]",
    "quotation": "[sic]",
    "variable": "$primary $x",
    "broken tag": '[a="]x',
    "clipboard": "␛]52;c;Y3VybA==␇",
    "title": "␛]0;TITLEPWN␇",
    "right-to-left override": "<U+202E>gnp.exe",
    "Chinese": "阿里巴巴集团",
    "formula": "=HYPERLINK(1)",
}
HUGE = {"a line": f"{SEEN} " + "x" * 100_000, "lines": f"{SEEN}\n" * 100_000}


def filled(value: Any, words: str) -> Any:
    """`value` with `words` in every field that takes any words, also in those that are empty."""
    return replace(value, **{field.name: _filled(getattr(value, field.name), field, words) for field in fields(value)})


def _filled(value: Any, field: FieldInfo, words: str) -> Any:
    if _is_free(field.type):
        return words
    if isinstance(value, tuple):
        if _is_free(next(iter(get_args(_bare(field.type))), None)):
            return (words,)
        return tuple(filled(item, words) if isinstance(item, Struct) else item for item in value)
    if value is None and Assessment in get_args(field.type):
        return Assessment(caveat=words, sure="likely", source=words, correction=words)
    return filled(value, words) if isinstance(value, Struct) else value


def _is_free(kind: Any) -> bool:
    """Whether any words will do there: a string with no pattern."""
    if get_origin(kind) in (Union, UnionType):
        return any(_is_free(one) for one in get_args(kind))
    patterns = [note.pattern for note in getattr(kind, "__metadata__", ()) if isinstance(note, Meta) and note.pattern]
    return _bare(kind) is str and not patterns


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind
