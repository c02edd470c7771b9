"""Words that no reader of Markdown, Obsidian included, takes for anything but words."""

from __future__ import annotations

import re

# What Markdown and HTML read, and what Obsidian reads beyond: mathematics, block ids, comments and highlights.
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~!&$^"})
_TWICE = re.compile("%(?=%)|(?<=%)%|=(?==)|(?<==)=")
_LINE_START = re.compile(r"([-+=>]|\d+[.)])")


def markdown_text(text: str) -> str:
    """`text` escaped, so that nothing in it is Markdown or HTML; its lines are joined."""
    words = " ".join(text.split()).translate(_SPECIAL)
    if "%%" in words or "==" in words:
        words = _TWICE.sub(r"\\\g<0>", words)
    start = _LINE_START.match(words)
    return f"{words[: start.end() - 1]}\\{words[start.end() - 1 :]}" if start else words
