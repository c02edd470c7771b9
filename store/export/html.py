"""The page for a meeting as self-contained HTML that prints well: no script, no network, and text is only ever text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from store.export.meeting.content import build_page
from store.export.meeting.page import Item
from store.export.meeting.sentences import Sentence
from store.export.meeting.stylesheet import STYLE
from store.export.meeting.voices import SIGNS
from store.export.options import Options
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet

_KEPT = "&nbsp;"  # an id never begins a line
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS, options: Options | None = None) -> str:
    """Return the page that `options` ask for, whole: to open in a browser, or to print."""
    made = build_page(briefing, notes, judged, options or Options())
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(made.heading)}</title>",
        f"<style>\n{STYLE}\n</style>",
        "</head>",
        "<body>",
        f"<header><h1>{_told(made.heading, made.title.id)}</h1>",
        f'<p class="source">{_line([made.source])}</p></header>',
    ]
    for section in made.sections:
        if section.items:
            lines += ["<section>", f"<h2>{escape(section.heading)}</h2>", *_items(section.items), "</section>"]
    lines += ["<footer>", *(f"<p>{_line(last)}</p>" for last in (made.omitted, made.legend) if last), "</footer>"]
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _items(items: Iterable[Item]) -> Iterator[str]:
    yield "<ul>"
    for item in items:
        yield f"<li>{' '.join(_voices(item.sentences))}"
        if item.below:
            yield from _items(item.below)
        yield "</li>"
    yield "</ul>"


def _voices(said: Iterable[Sentence]) -> Iterator[str]:
    """Yield the sentences of each voice in an element of its own."""
    turns = [0]
    for sentence in said:
        turns.append(turns[-1] + bool(sentence.said))
    for _, turn in groupby(zip(turns[1:], said, strict=True), key=lambda pair: pair[0]):
        sentences = [sentence for _, sentence in turn]
        yield f'<p class="{SIGNS.get(sentences[0].said[:1], "plain")}">{_line(sentences)}</p>'


def _line(said: Iterable[Sentence]) -> str:
    return " ".join(f"{_voice(sentence.said)}{_told(sentence.text, sentence.id)}" for sentence in said)


def _voice(said: str) -> str:
    """Whose words they are: the sign, if it is one, hangs in the margin."""
    if not said:
        return ""
    sign, _, words = said.partition(" ")
    return f"<i>{sign}</i> <b><bdi>{escape(words)}:</bdi></b> " if sign in SIGNS else f"<b><bdi>{escape(said)}:</bdi></b> "


def _told(text: str, identity: str) -> str:
    """Return the text and its id, isolated from its surroundings if it runs from right to left."""
    return f'<bdi>{escape(text)}</bdi>{_KEPT}<span class="id">[{escape(identity)}]</span>'
