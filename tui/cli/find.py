"""The command that searches: find."""

from __future__ import annotations

from typing import Annotated

import typer

from tui.cli.context import UsageError, open_briefing, print_blocks, print_json, print_status, readable_notes
from tui.cli.parameters import BriefingOption, JsonOption

_WIDEST_ID = 24


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("find")(find)


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for; the last word may be a beginning.")],
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """Search everything, your notes included.

    The best match comes first.

    \b
    briefing find red packets
    briefing find taob               the beginning of a word will do
    """
    from store.search.fulltext import Index
    from tui.render.text.blocks import Span, text_block

    if not " ".join(words).strip():
        raise UsageError("Say what to look for.")
    found, book = open_briefing(briefing)
    hits = Index(book, readable_notes(found, book.id)).find(" ".join(words))
    if json:
        print_json([{"kind": hit.kind, "id": hit.id, "text": "".join(hit.parts)} for hit in hits])
    else:
        hang = min(_WIDEST_ID, max((len(hit.id) for hit in hits), default=0)) + 1
        for hit in hits:
            parts = [Span(text, "strong" if number % 2 else "") for number, text in enumerate(hit.parts)]
            print_blocks([text_block(*parts, label=hit.id, hang=max(hang, len(hit.id) + 1))])
    if not hits:
        if not json:
            print_status(f"Nothing in {book.id} has {' '.join(words)}.")
        raise typer.Exit(1)
