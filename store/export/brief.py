"""One page for a meeting, as Markdown that reads well in Obsidian; every sentence ends with the id it comes from.

With wikilinks an id leads into the Markdown export of the briefing, as a vault has it under the id of the briefing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from store.export.front_matter import front_matter
from store.export.meeting.content import build_page
from store.export.meeting.page import Item
from store.export.meeting.sentences import Sentence
from store.export.options import Options
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.text.markdown_escape import escape_markdown

Cite = Callable[[str], str]


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS, options: Options | None = None) -> str:
    """Return the page that `options` ask for: thesis, cast, recommendations, weakest links, what we think, what to ask."""
    wanted = options or Options()
    made = build_page(briefing, notes, judged, wanted)
    cite = _linked_into(briefing.id) if wanted.wikilinks else _plain
    lines = [*front_matter(briefing, "brief", wanted.audience)]
    lines += [f"# {escape_markdown(made.heading)} {cite(made.title.id)}", "", _line([made.source], cite)]
    for section in made.sections:
        if section.items:
            lines += ["", f"## {escape_markdown(section.heading)}", "", *_items(section.items, cite)]
    for last in (made.omitted, made.legend):
        lines += ["", _line(last, cite)] if last else []
    return "\n".join(lines) + "\n"


def _plain(identity: str) -> str:
    return f"[{identity}]"


def _linked_into(briefing: str) -> Cite:
    return lambda identity: f"[[{briefing}]]" if identity == briefing else f"[[{briefing}#^{identity}|{identity}]]"


def _items(items: Iterable[Item], cite: Cite, indent: str = "") -> Iterator[str]:
    for item in items:
        yield f"{indent}- {_line(item.sentences, cite, indent)}"
        yield from _items(item.below, cite, f"{indent}    ")


def _line(said: Iterable[Sentence], cite: Cite, indent: str = "") -> str:
    """Return the sentences of one item; each voice begins a new line of the item."""
    told = ""
    for sentence in said:
        apart = (f"\n{indent}  " if sentence.said else " ") if told else ""
        told += f"{apart}{_voice(sentence.said)}{escape_markdown(sentence.text)} {cite(sentence.id)}"
    return told


def _voice(said: str) -> str:
    return f"**{escape_markdown(said)}:** " if said else ""
