"""Text that means harm, and values that have it in every field a stranger can write."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import FieldInfo, fields, replace

from store.model.attachments import Assessment

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
    "two halves of an action": f")]{SEEN}[@click=app.quit(",
    "bad arguments": f"[@click=app.notify(',)]{SEEN}[/]",
    "mouse action": f"[@mouse.down=app.quit]{SEEN}[/]",
    "Rich's own": f"[$primary][bold red]{SEEN}[/bold red] :skull:",
    "escaped": f"\\[@click=app.quit]{SEEN}\\",
    "format": f"{SEEN} {{0}} {{x!r}} %s %(x)s",
    "device control": f"{SEEN}\x1bPq#0;2;0;0;0#0~~\x1b\\",
    "other strings": f"{SEEN}\x1b_Ga=T;x\x1b\\\x1b^x\x1b\\\x1bXx\x1b\\\x1bkTITLEPWN\x1b\\",
    "never ended": f"{SEEN}\x1b]52;c;Y3VybA==",
    "cursor": f"{SEEN}\x1b[2J\x1b[1;1H\x1b[8mgone\x1b[6n\x1bc",
    "end of a paste": f"{SEEN}\x1b[201~q\x1b[200~",
    "C1 strings": f"{SEEN}\x90q~\x9c\x9d52;c;Y3VybA==\x9c\x9fx\x9c\x98x\x9c\x85",
    "carriage return": f"{SEEN}\rHidden\x0b\x0c\u2028\u2029",
    "tabs": f"\t{SEEN}\tafter",
    "invisible": f"{SEEN[:2]}\u200b\u2060\ufeff\u00ad\u115f\u3164{SEEN[2:]}\U000e0041",
    "marks of direction": f"{SEEN}\u200f\u200e\u061c\u202b\u202d\u2067\u2068\u2069",
    "no characters": f"{SEEN}\ufffe\uffff\ufdd0\U0010ffff\ufff9x\ufffb",
    "Arabic and Thai": f"{SEEN} مرحبا ที่นี่ می‌خواهم",
    "web": f"{SEEN} https://evil.example/\x1b]8;;-h\x07",
    "Markdown": f"# {SEEN} [x](-h) ![y](https://evil.example/y.png) <script>",
    "shell": f"$(id) `id` ; rm -rf ~ | {SEEN}",
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
    "two halves of an action": "[@click=app.quit(",
    "bad arguments": "[@click=app.notify(',)]",
    "mouse action": "[@mouse.down=app.quit]",
    "Rich's own": "[$primary][bold red]",
    "escaped": "\\[@click=app.quit]",
    "format": "{0} {x!r} %s %(x)s",
    "device control": "␛Pq#0;2;0;0;0#0~~␛\\",
    "never ended": "␛]52;c;Y3VybA==",
    "cursor": "␛[2J␛[1;1H␛[8mgone",
    "carriage return": "Hidden",
    "tabs": "after",
    "Arabic and Thai": "می‌خواهم",
    "web": "https://evil.example/",
    "Markdown": "[x](-h)",
    "shell": "$(id) `id` ; rm -rf ~ |",
}


def groups(size: int = 6) -> dict[str, str]:
    """All of STRINGS in few texts, by the names in each: where every one on its own would take an hour. Long ones stand alone."""
    short = [name for name, words in STRINGS.items() if len(words) < 200]
    names = [short[start : start + size] for start in range(0, len(short), size)] + [[name] for name in STRINGS if name not in short]
    return {", ".join(group): " ".join(STRINGS[name] for name in group) for group in names}


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
