"""The commands about files: export, import, check, locate, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.common import Misused, library, meant, opened, out, out_json, tell
from tui.cli.parameters import BriefingOption, JsonOption

if TYPE_CHECKING:
    from store import Note, Notes

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A briefing in TOML or JSON.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("export")(export)
    app.command("import")(import_file)
    app.command("check")(check)
    app.command("locate")(locate)
    app.command("doctor")(doctor)


def _formats() -> list[str]:
    from store import FORMATS

    return list(FORMATS)


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="markdown or json", autocompletion=_formats)],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; standard output where it is left out.")
    ] = None,
    without_mine: Annotated[bool, typer.Option("--without-mine", help="Leave your notes out.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE.")] = False,
    briefing: BriefingOption = None,
) -> None:
    """The whole briefing, for other programs.

    For example: briefing export markdown -o page.md --without-mine
    """
    from store import NotFound, deliver, exporter

    try:
        write = exporter(format)
    except NotFound as error:
        raise Misused(str(error)) from None
    found, book = opened(briefing)
    text = write(book, () if without_mine else found.notes(book.id).all())
    if output is None:
        out(text)
        return
    deliver(text, output, overwrite=force)
    tell(f"Written to {output}.")


def import_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A briefing in TOML or JSON, an export of ours, or your copy of the source as text.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    briefing: BriefingOption = None,
) -> None:
    """Put a briefing into the library, or your copy of its source.

    Notes of an export are added, never replaced; importing it again adds nothing. A text file is taken for your copy of the
    source, recognised by its paragraphs, and attached. For example: briefing import mine.toml --dry-run
    """
    from store import parse_file, read_text

    found = library()
    if file.suffix.lower() not in (".toml", ".json") and not read_text(file).lstrip().startswith("{"):
        _attach(file, meant(found, briefing), dry_run)
        return
    bundle = parse_file(file)
    inside, file_id = bundle.briefing, bundle.briefing.id
    verb = "replace the records of" if found.add(inside, dry_run=dry_run) else "add"
    words = f"{verb} {file_id}: {len(inside.actors)} actors, {len(inside.claims)} claims, {len(bundle.notes)} notes"
    if dry_run:
        tell(f"This would {words}. Nothing was changed.")
        return
    tell(f"Done: {words}{_add_notes(found.notes(file_id), bundle.notes)}.")
    out(file_id)


def _add_notes(notes: Notes, brought: tuple[Note, ...]) -> str:
    """Adds the notes of an import; what became of them, in words."""
    if not brought:
        return ""
    merged = notes.add_all(brought)
    words = f", {len(merged.new)} of them new to you"
    if merged.trash:
        words += f"; {len(merged.trash)} you deleted, and they were left in the trash (`briefing note list --trash`)"
    return words


def _attach(file: Path, identity: str, dry_run: bool) -> None:
    found = library()
    there = found.attach_source(identity, file, dry_run=dry_run)
    words = f"{len(there)} of {len(found.open(identity).file.paragraphs)} paragraphs of {identity} are in {file}"
    tell(f"{words}. Nothing was changed." if dry_run else f"{words}; it is attached.")


def check(file: FileArgument, json: JsonOption = False) -> None:
    """Is a briefing file sound? Every problem at once.

    Each is told with its place, what is wrong, and what would be right.
    """
    from store import Problems, parse_file

    try:
        bundle = parse_file(file)
    except Problems as error:
        if json:
            out_json([{"file": error.file, "place": p.place, "what": p.what, "remedy": p.remedy} for p in error.all])
        else:
            for problem in error.all:
                out(f"{error.file}: {problem}")
            tell(f"{len(error.all)} problem{'s' * (len(error.all) > 1)}.")
        raise typer.Exit(1) from None
    if json:
        out_json([])
    tell(f"{file} is sound: {len(bundle.briefing.actors)} actors, {len(bundle.briefing.claims)} claims.")


def locate(json: JsonOption = False) -> None:
    """Where everything lives."""
    from assets import FOLDER
    from store import find_places

    places = find_places()
    found = {
        "library": places.library,
        "backups": places.backups,
        "state": places.state,
        "drafts": places.drafts,
        "log": places.log,
        "config": places.config / "config.toml",
        "cache": places.cache,
        "schema": FOLDER / "briefing.schema.json",
    }
    if json:
        out_json({name: str(path) for name, path in found.items()})
        return
    for name, path in found.items():
        out(f"{name:<9} {path}")


def doctor(
    briefing: BriefingOption = None,
    restore: Annotated[
        str, typer.Option("--restore", metavar="DATE", help="Bring back the backup of that day; what is there now is kept.")
    ] = "",
) -> None:
    """Is my data sound?

    Lists backups, drafts, and what is damaged; brings a backup back: briefing doctor --restore 2026-11-22
    """
    from tui.cli import checkup

    found = library()
    if restore:
        identity = meant(found, briefing)
        aside = found.restore(identity, restore)
        tell(f"The notes of {identity} are those of {restore}." + (f" What was there is in {aside}." if aside else ""))
        return
    complaints = [complaint for identity in ([briefing] if briefing else found.ids()) for complaint in checkup.check(found, identity)]
    complaints += checkup.check_drafts(found)
    for complaint in complaints:
        tell(complaint)
    if complaints:
        raise typer.Exit(1)
    tell("Everything is sound.")
