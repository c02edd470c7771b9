"""Text escaped for Markdown, Obsidian included; web addresses in it become autolinks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from store.text.urls import URL, trim_url

# What Markdown and HTML read, and what Obsidian reads beyond: mathematics, block ids, comments and highlights.
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~!&$^"})
# `%%` and `==` are Obsidian's; GitHub makes links of `www.` and of any scheme it knows, escaped characters included.
_IN_CONTEXT = re.compile(r"%(?=%)|(?<=%)%|=(?==)|(?<==)=|:(?=//)|(?<=www)\.", re.IGNORECASE)
_LINE_START = re.compile(r"([-+=>]|\d+[.)])")
# Signs that end an autolink or a table cell, or that renderers treat differently: a lone `%`, and the end of an HTML entity.
_UNSAFE_IN_URL = re.compile(r"[\\`|^{}\[\]]|%(?![0-9A-Fa-f]{2})|(?<=&)[#0-9A-Za-z]+;")


def escape_markdown(text: str) -> str:
    """Return `text` on one line, escaped so that nothing in it is Markdown or HTML but its http and https URLs, which are links."""
    words = "".join(_pieces(" ".join(text.split())))
    start = _LINE_START.match(words)
    return f"{words[: start.end() - 1]}\\{words[start.end() - 1 :]}" if start else words


def _pieces(line: str) -> Iterator[str]:
    position = 0
    for match in URL.finditer(line):
        url = trim_url(match[0])
        if url.endswith("://"):
            continue
        yield _escape(line[position : match.start()])
        yield f"<{_UNSAFE_IN_URL.sub(_encode, url)}>"
        position = match.start() + len(url)
    yield _escape(line[position:])


def _escape(text: str) -> str:
    return _IN_CONTEXT.sub(r"\\\g<0>", text.translate(_SPECIAL))


def _encode(match: re.Match[str]) -> str:
    return quote(match[0], safe="#")
