"""The commands about files: export, import, check, locate, doctor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.common import Misused, counted, library, meant, now, opened, out, out_json, tell
from tui.cli.parameters import BriefingOption, JsonOption

if TYPE_CHECKING:
    from store import BriefOptions, Export, Library, Note, Notes

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A briefing in TOML or JSON.")]

_FORMATS_HELP = (
    "A page for a meeting: brief, html. Everything: markdown, json, csv. A part: dot, ics, annotation, claimreview, stix, argdown."
)


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
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=_FORMATS_HELP, autocompletion=_formats)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to (csv: a folder); standard output where it is left out."),
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", metavar="1|5|15", help="A page to be read in the time: brief, html.")] = None,
    only: Annotated[str, typer.Option("--only", metavar="marked", help="A page of what you marked: brief, html.")] = "",
    audience: Annotated[str, typer.Option("--for", metavar="WHOM", help='In the title of a page: --for "the board".')] = "",
    without_mine: Annotated[bool, typer.Option("--without-mine", help="Leave your notes out.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE.")] = False,
    briefing: BriefingOption = None,
) -> None:
    """The briefing for other programs, or a page of it.

    For example: briefing export brief --minutes 5 --for "the board" -o page.md
    """
    from store import PAGES, BriefOptions, Verdicts, deliver, remark

    _writer(format, None)  # a wrong word is told before anything is opened
    found, book = opened(briefing)
    notes = found.notes(book.id)
    options = _page_options(found, book.id, minutes, only, audience)
    if format in PAGES and not without_mine:
        options = replace(options or BriefOptions(), verdicts=Verdicts(notes).all())
    exported = _writer(format, options)(book, () if without_mine else notes.all())
    if output is None and not isinstance(exported, str):
        raise Misused(
            f"{format} is a folder of {len(exported)} tables: say where with -o FOLDER. One table: `briefing table claims --csv`."
        )
    if output is None:
        out(str(exported))
    else:
        deliver(exported, output, overwrite=force)
        tell(f"Written to {output}.")
    if left_out := remark(format, book):
        tell(left_out)


def _writer(format: str, options: BriefOptions | None) -> Export:
    """What writes this format so; what it cannot is the fault of the command."""
    from store import NotFound, Refused, exporter

    try:
        return exporter(format, options)
    except (NotFound, Refused) as error:
        raise Misused(str(error)) from None


def _page_options(found: Library, identity: str, minutes: int | None, only: str, audience: str) -> BriefOptions | None:
    """What was said about the page; None where nothing was."""
    from store import WORDS, BriefOptions, Memory, one_line

    if minutes not in (None, *WORDS):
        raise Misused(f"--minutes is one of {', '.join(map(str, WORDS))}.")
    if only not in ("", "marked"):
        raise Misused("--only takes one word, marked: what you marked on the screen with m.")
    marked = Memory(found.places.state, identity).marked if only else ()
    if only and not marked:
        raise Misused(f"Nothing is marked in {identity}; m on the screen marks a record.")
    if minutes is None and not only and not audience:
        return None
    return BriefOptions(minutes=minutes or 5, only=frozenset(marked) if only else None, audience=one_line(audience))


def import_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A briefing in TOML or JSON, an export of ours, or your copy of the source as text.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    briefing: BriefingOption = None,
) -> None:
    """Put a briefing into the library, or your copy of its source.

    Notes of an export are added, never replaced; importing it again adds nothing. A text file is taken for your copy of the
    source, recognised by its paragraphs, and attached. W3C Web Annotations become notes of yours.
    For example: briefing import mine.toml --dry-run
    """
    from store import annotations_in, parse_file, read_text

    found = library()
    if file.suffix.lower() not in (".toml", ".json") and not read_text(file).lstrip().startswith("{"):
        _attach(file, meant(found, briefing), dry_run)
        return
    annotations = annotations_in(file, now().isoformat(timespec="seconds"))
    if annotations is not None:
        _annotate(found, annotations, dry_run)
        return
    bundle = parse_file(file)
    inside, file_id = bundle.briefing, bundle.briefing.id
    replaced = found.version(file_id)
    found.add(inside, dry_run=dry_run)
    verb = f"put version {inside.version} in place of version {replaced}{_older(inside.version, replaced)} of" if replaced else "add"
    there = ", ".join(counted(len(of), noun) for of, noun in ((inside.actors, "actor"), (inside.claims, "claim"), (bundle.notes, "note")))
    words = f"{verb} {file_id}: {there}"
    if dry_run:
        tell(f"This would {words}. Nothing was changed.")
        return
    tell(f"Done: {words}{_add_notes(found.notes(file_id), bundle.notes)}.")
    out(file_id)


def _older(version: int, replaced: int) -> str:
    return ", which is newer," if version < replaced else ""


def _add_notes(notes: Notes, brought: tuple[Note, ...]) -> str:
    """Adds the notes of an import; what became of them, in words."""
    if not brought:
        return ""
    merged = notes.add_all(brought)
    words = f", {len(merged.new)} of them new to you"
    if merged.trash:
        words += f"; {len(merged.trash)} you deleted, and they were left in the trash (`briefing note list --trash`)"
    return words


def _annotate(found: Library, brought: dict[str, tuple[Note, ...]], dry_run: bool) -> None:
    """Adds notes that came as annotations, which tell nothing of the briefings they are on."""
    there = {identity: found.notes(identity) for identity in brought}  # before anything changes, all are known
    for identity, notes in there.items():
        words = f"add {counted(len(brought[identity]), 'note')} to {identity}"
        tell(f"This would {words}. Nothing was changed." if dry_run else f"Done: {words}{_add_notes(notes, brought[identity])}.")
        if not dry_run:
            out(identity)
    if not there:
        tell("There are no annotations in it. Nothing was changed.")


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
    tell(f"{file} is sound: {counted(len(bundle.briefing.actors), 'actor')}, {counted(len(bundle.briefing.claims), 'claim')}.")


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
