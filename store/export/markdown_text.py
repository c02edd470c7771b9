"""Words that no reader of Markdown, Obsidian included, takes for anything but words."""

from __future__ import annotations

import re

# What Markdown and HTML read, and what Obsidian reads beyond: mathematics, block ids, comments and highlights.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~!&$^]|%(?=%)|(?<=%)%|=(?==)|(?<==)=")
_LINE_START = re.compile(r"^(\s*)([-+=>]|\d+[.)])")


def markdown_text(text: str) -> str:
    """`text` escaped, so that nothing in it is Markdown or HTML; its lines are joined."""
    folded = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return _LINE_START.sub(
        lambda found: f"{found[1]}\\{found[2]}" if not found[2][0].isdigit() else f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", folded
    )
