"""The command that begins a briefing on the reader's own article."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tui.cli.context import now, print_data, print_status


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("new")(new)


def new(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A text: its first line the title, every other one a paragraph.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Output file (default: stdout).")] = None,
) -> None:
    """Begin a briefing on an article of your own.

    It has a place and a digest for every paragraph; what they say is for you to fill in.

    \b
    briefing new article.txt -o mine.toml
    briefing check mine.toml
    """
    from store.errors import AlreadyExistsError, InvalidInputError
    from store.export.write_out import write_export
    from store.formats.scaffold import scaffold_briefing
    from store.storage.untrusted_file import read_text

    begun = scaffold_briefing(read_text(article), (output or article).stem, now().date().isoformat())
    if output is None:
        print_data(begun)
        return
    try:
        write_export(begun, output)
    except AlreadyExistsError as error:
        raise InvalidInputError(f"{error} Nothing was written; give another name.") from None
    print_status(f"Begun in {output}. `briefing check {output}` names what is wrong, `briefing import {output}` puts it into the library.")
