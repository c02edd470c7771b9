"""One page for a meeting, as Markdown that reads well in Obsidian; every sentence ends with the id it comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from store.briefing import Briefing
from store.export.agenda import page
from store.export.markdown import markdown_text
from store.export.page import BriefOptions, Item, Sentence
from store.model import Note

# What Obsidian reads beyond Markdown: mathematics, block ids, comments and highlights; what is escaped already is passed over.
_OBSIDIAN = re.compile(r"(\\.)|(\$|\^|%(?=%)|=(?==))")


def export(briefing: Briefing, notes: tuple[Note, ...], options: BriefOptions | None = None) -> str:
    """The page that `options` ask for: thesis, cast, recommendations, weakest links, what we think, what to ask."""
    made = page(briefing, notes, options or BriefOptions())
    lines = ["---", *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in made.facts), "tags: [brief]", "---", ""]
    lines += [f"# {_text(made.heading)} [{made.title.id}]", "", _line([made.source])]
    for section in made.sections:
        if section.items:
            lines += ["", f"## {_text(section.heading)}", "", *_items(section.items)]
    if made.left_out:
        lines += ["", _line(made.left_out)]
    return "\n".join(lines) + "\n"


def _items(items: Iterable[Item], indent: str = "") -> Iterator[str]:
    for item in items:
        yield f"{indent}- {_line(item.sentences)}"
        yield from _items(item.below, f"{indent}    ")


def _line(said: Iterable[Sentence]) -> str:
    return " ".join(f"{_voice(sentence.said)}{_text(sentence.text)} [{sentence.id}]" for sentence in said)


def _voice(said: str) -> str:
    return f"**{_text(said)}:** " if said else ""


def _text(text: str) -> str:
    return _OBSIDIAN.sub(lambda found: found[1] or f"\\{found[2]}", markdown_text(text))
