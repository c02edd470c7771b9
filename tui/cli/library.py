"""The commands about files: import, check, locate, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from store.text.plural import pluralize
from tui.cli.context import now, open_library, print_data, print_json, print_status, resolve_briefing_id
from tui.cli.parameters import BriefingOption, JsonOption, complete_days

if TYPE_CHECKING:
    from store.annotations.notes import Notes
    from store.errors import BriefingInvalidError, InvalidInputError
    from store.library.library import Library
    from store.model.note import Note
    from store.model.records import ImportFile

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A briefing in TOML or JSON.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import")(import_file)
    app.command("check")(check)
    app.command("locate")(locate)
    app.command("doctor")(doctor)


def import_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A briefing in TOML or JSON, an export of ours, or your copy of the source as text.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, without changing anything.")] = False,
    briefing: BriefingOption = None,
) -> None:
    """Put a briefing into the library, or your copy of its source.

    Notes and judgements of an export are added, never replaced; importing it again adds nothing. A text file is taken for
    your copy of the source, recognised by its paragraphs, and attached. W3C Web Annotations become notes of yours.

    \b
    briefing import mine.toml --dry-run
    briefing import article.txt
    """
    from tui.cli.import_kind import Article, read_import

    found = open_library()
    content = read_import(found, file, briefing, now().isoformat(timespec="seconds"))
    if isinstance(content, Article):
        _attach(found, file, content.briefing, dry_run)
        return
    if isinstance(content, dict):
        _annotate(found, content, dry_run)
        return
    bundle = content
    inside, file_id = bundle.briefing, bundle.briefing.id
    replaced = found.version(file_id)
    found.install(inside, dry_run=dry_run)
    verb = f"put version {inside.version} in place of version {replaced}{_older(inside.version, replaced)} of" if replaced else "add"
    counts = {"actor": len(inside.actors), "claim": len(inside.claims), "note": len(bundle.notes)}
    counts |= {"judgement": len(bundle.judged)} if bundle.judged else {}
    there = ", ".join(pluralize(number, noun) for noun, number in counts.items())
    words = f"{verb} {file_id}: {there}"
    if dry_run:
        print_status(f"This would {words}. Nothing was changed.")
        return
    print_status(f"Done: {words}{_add_mine(found, bundle)}.")
    print_data(file_id)


def _add_mine(found: Library, bundle: ImportFile) -> str:
    """Add the notes and judgements of an import; what became of them, in words."""
    from store.session import Session

    notes = found.notes(bundle.briefing.id)
    words = _add_notes(notes, bundle.notes, "the notes" if bundle.judged else "them")
    if not bundle.judged:
        return words
    return f"{words}; {Session(found.open(bundle.briefing.id), notes).opinions.add(bundle.judged):,} of the judgements new to you"


def _older(version: int, replaced: int) -> str:
    return ", which is newer," if version < replaced else ""


def _add_notes(notes: Notes, brought: tuple[Note, ...], which: str = "them") -> str:
    """Add the notes of an import; what became of them, in words."""
    if not brought:
        return ""
    merged = notes.add_all(brought)
    words = f", {len(merged.new)} of {which} new to you"
    if merged.trash:
        words += f"; {len(merged.trash)} you deleted, and they were left in the trash (`briefing note list --trash`)"
    return words


def _annotate(found: Library, brought: dict[str, tuple[Note, ...]], dry_run: bool) -> None:
    """Add notes that came as annotations, which tell nothing of the briefings they are on."""
    there = {identity: found.notes(identity) for identity in brought}  # before anything changes, all are known
    for identity, notes in there.items():
        words = f"add {pluralize(len(brought[identity]), 'note')} to {identity}"
        print_status(f"This would {words}. Nothing was changed." if dry_run else f"Done: {words}{_add_notes(notes, brought[identity])}.")
        if not dry_run:
            print_data(identity)
    if not there:
        print_status("There are no annotations in it. Nothing was changed.")


def _attach(found: Library, file: Path, identity: str, dry_run: bool) -> None:
    there = found.attach_source(identity, file, dry_run=dry_run)
    words = f"{len(there)} of {len(found.open(identity).file.paragraphs)} paragraphs of {identity} are in {file}"
    print_status(f"{words}. Nothing was changed." if dry_run else f"{words}; it is attached.")


def check(file: FileArgument, json: JsonOption = False) -> None:
    """Is a briefing file sound? Every problem at once.

    Each is told with its place, what is wrong, and what would be right; of more than a hundred, the first hundred and
    their number.

    \b
    briefing check mine.toml
    briefing check mine.toml --json
    """
    from store.errors import BriefingInvalidError, InvalidInputError
    from store.formats.parser import parse_file

    try:
        bundle = parse_file(file)
    except InvalidInputError as error:
        if not isinstance(error, BriefingInvalidError):
            _tell_unread(file, error, json)
            raise typer.Exit(1) from None
        _out_problems(error, json)
        raise typer.Exit(1) from None
    if json:
        print_json([])
    print_status(f"{file} is sound: {pluralize(len(bundle.briefing.actors), 'actor')}, {pluralize(len(bundle.briefing.claims), 'claim')}.")


def _out_problems(error: BriefingInvalidError, json: bool) -> None:
    """Print the problems to list; if there are more, the last row of the JSON says how many."""
    from store.errors import Problem

    if json:
        more = [Problem("", error.not_listed)] if error.not_listed else []
        print_json([{"file": error.file, "place": p.place, "what": p.message, "remedy": p.remedy} for p in (*error.listed, *more)])
    else:
        for problem in error.listed:
            print_data(f"{error.file}: {problem}")
    print_status(f"{pluralize(len(error.problems), 'problem')}{f'; {error.not_listed}' if error.not_listed else ''}.")


def _tell_unread(file: Path, error: InvalidInputError, json: bool) -> None:
    """Print the one problem of a file that is not a briefing."""
    if json:
        print_json([{"file": str(file), "place": "", "what": str(error), "remedy": ""}])
    else:
        print_status(str(error))


def locate(json: JsonOption = False) -> None:
    """Show file locations.

    \b
    briefing locate
    briefing locate --json
    """
    from assets import FOLDER
    from store.storage.paths import find_paths

    places = find_paths()
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
        print_json({name: str(path) for name, path in found.items()})
        return
    for name, path in found.items():
        print_data(f"{name:<9} {path}")


def doctor(
    briefing: BriefingOption = None,
    restore: Annotated[
        str,
        typer.Option(
            "--restore", metavar="DATE", help="Bring back the backup of that day; what is there now is kept.", autocompletion=complete_days
        ),
    ] = "",
) -> None:
    """Check data integrity.

    Lists backups, drafts, and what is damaged; brings a backup back.

    \b
    briefing doctor
    briefing doctor --restore 2026-11-22
    """
    from tui.cli import doctor

    found = open_library()
    if restore:
        identity = resolve_briefing_id(found, briefing)
        aside = found.restore(identity, restore)
        print_status(f"The notes of {identity} are those of {restore}." + (f" What was there is in {aside}." if aside else ""))
        return
    complaints = [complaint for identity in ([briefing] if briefing else found.ids()) for complaint in doctor.check(found, identity)]
    complaints += doctor.check_drafts(found)
    for complaint in complaints:
        print_status(complaint)
    if complaints:
        raise typer.Exit(1)
    print_status("Everything is sound.")
