"""The page for a meeting as self-contained HTML that prints well: no script, no network, and text is only ever text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from store.briefing import Briefing
from store.export.agenda import page
from store.export.page import BriefOptions, Item, Sentence
from store.model import Note

# It fits A4 and Letter: the paper is the printer's, only the margins are ours.
STYLE = """
@page { margin: 18mm 20mm; }
html { background: #fff; color: #1a1a1a; }
body { font: 11pt/1.45 Georgia, "Noto Serif", serif; margin: 2em auto; max-width: 42em; padding: 0 1em; overflow-wrap: anywhere; }
h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .3em; }
h2 { border-bottom: 1px solid #999; font-size: 1.15em; margin: 1.4em 0 .5em; }
ul { margin: 0; padding-left: 1.2em; }
li { margin: .3em 0; }
li li { font-size: .94em; }
.id { color: #555; font: .78em ui-monospace, monospace; }
.source, .left-out { color: #444; font-style: italic; }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; padding: 0; }
  h1, h2 { break-after: avoid; }
  li { orphans: 2; widows: 2; }
  li li { break-inside: avoid; }
}
""".strip()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def export(briefing: Briefing, notes: tuple[Note, ...], options: BriefOptions | None = None) -> str:
    """The page that `options` ask for, whole: to open in a browser, or to print."""
    made = page(briefing, notes, options or BriefOptions())
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
        f"<h1>{_told(made.heading, made.title.id)}</h1>",
        f'<p class="source">{_line([made.source])}</p>',
    ]
    for section in made.sections:
        if section.items:
            lines += ["<section>", f"<h2>{escape(section.heading)}</h2>", *_items(section.items), "</section>"]
    if made.left_out:
        lines.append(f'<p class="left-out">{_line(made.left_out)}</p>')
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _items(items: Iterable[Item]) -> Iterator[str]:
    yield "<ul>"
    for item in items:
        yield f"<li>{_line(item.sentences)}"
        if item.below:
            yield from _items(item.below)
        yield "</li>"
    yield "</ul>"


def _line(said: Iterable[Sentence]) -> str:
    return " ".join(f"{_voice(sentence.said)}{_told(sentence.text, sentence.id)}" for sentence in said)


def _voice(said: str) -> str:
    return f"<b>{escape(said)}:</b> " if said else ""


def _told(text: str, identity: str) -> str:
    """The text, kept apart from what is around it where it runs from right to left, and its id."""
    return f'<bdi>{escape(text)}</bdi> <span class="id">[{escape(identity)}]</span>'
