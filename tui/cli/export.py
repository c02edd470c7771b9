"""The command that exports: the briefing in the format of another program, or a page of it for a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.context import UsageError, open_briefing, out_json_text, print_data, print_status, readable_notes
from tui.cli.parameters import BriefingOption

if TYPE_CHECKING:
    from store.export.write_out import Exported
    from store.library.library import Library

_FORMATS_HELP = "A page for a meeting: brief, html. Everything: markdown, json, csv. A part: dot, ics, annotation, argdown."


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def _formats() -> list[str]:
    from store.export import FORMATS

    return list(FORMATS)


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=_FORMATS_HELP, autocompletion=_formats)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Output file, or a directory for csv (default: stdout)."),
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", metavar="1|5|15", help="A page to be read in the time: brief, html.")] = None,
    only: Annotated[str, typer.Option("--only", metavar="marked", help="A page of what you marked: brief, html.")] = "",
    audience: Annotated[str, typer.Option("--for", metavar="WHOM", help='In the title of a page: --for "the board".')] = "",
    wikilinks: Annotated[bool, typer.Option("--wikilinks", help="Ids as links of Obsidian: markdown, brief.")] = False,
    without_mine: Annotated[
        bool, typer.Option("--without-mine", help="Leave out what is yours: notes, verdicts, grades, outcomes.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE.")] = False,
    briefing: BriefingOption = None,
) -> None:
    """Export the briefing for other programs, or as a page.

    \b
    briefing export brief --minutes 5 --for "the board" -o page.md
    briefing export json -o mine.json    lossless, with all that is yours
    briefing export csv -o tables        a folder
    briefing export dot --without-mine | dot -Tsvg > map.svg
    """
    from store.export import export_warning, exporter
    from store.export.options import Options
    from store.export.reader_data import ReaderData, reader_data
    from store.text.sanitize import sanitize_line

    exporter(format, Options())  # a wrong word is told before anything is opened
    found, book = open_briefing(briefing)
    options = Options(_minutes(minutes), _chosen(found, book.id, only), sanitize_line(audience), wikilinks)
    mine = ReaderData() if without_mine else reader_data(readable_notes(found, book.id, is_wanted=True))
    _send(format, exporter(format, options)(book, *mine), output, force)
    if left_out := export_warning(format, book):
        print_status(left_out)


def _send(format: str, exported: Exported, output: Path | None, force: bool) -> None:
    from store.errors import AlreadyExistsError, InvalidInputError
    from store.export import FORMATS
    from store.export.write_out import write_export

    if output is None and not isinstance(exported, str):
        raise UsageError(
            f"{format} is a folder of {len(exported)} tables: say where with -o FOLDER. One table: `briefing table claims --csv`."
        )
    if output is None:
        (out_json_text if FORMATS[format].suffix.endswith((".json", ".jsonld")) else print_data)(str(exported))
        return
    try:
        write_export(exported, output, overwrite=force)
    except AlreadyExistsError as error:
        raise InvalidInputError(f"{error} --force overwrites it.") from None
    print_status(f"Written to {output}.")


def _minutes(minutes: int | None) -> int | None:
    from store.export.options import MINUTES

    if minutes not in (None, *MINUTES):
        raise UsageError(f"--minutes is one of {', '.join(map(str, MINUTES))}.")
    return minutes


def _chosen(found: Library, identity: str, only: str) -> frozenset[str] | None:
    """Return the ids of the marked records if only these are exported."""
    from store.annotations.reading_progress import ReadingProgress
    from store.errors import NotFoundError

    if only not in ("", "marked"):
        raise UsageError("--only takes one value: marked.")
    if not only:
        return None
    memory = ReadingProgress(found.places.state, identity, readable_notes(found, identity, is_wanted=True))
    if memory.problem:
        print_status(memory.problem)
    if not memory.marked:
        raise NotFoundError(f"No record of {identity} is marked. Mark records on the screen first.")
    return memory.marked
