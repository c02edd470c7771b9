"""The commands that take back: remove, restore, revisions, empty-trash."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from msgspec.structs import replace

from store.annotations.notes import Notes
from store.annotations.trash import empty_trash as empty
from store.errors import CorruptFileError, NotFoundError
from store.model.note import Note
from store.text.plural import pluralize
from tui.cli.context import (
    UsageError,
    open_library,
    print_blocks,
    print_data,
    print_json,
    print_status,
    readable_notes,
    resolve_briefing_id,
    writable_notes,
)
from tui.cli.parameters import BriefingOption, JsonOption, NoteArgument


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("remove")(remove)
    app.command("restore")(restore)
    app.command("revisions")(revisions)
    app.command("empty-trash")(empty_trash)


def remove(identity: NoteArgument, briefing: BriefingOption = None) -> None:
    """Put a note into the trash.

    \b
    briefing note remove n-4k7wqa
    """
    found = open_library()
    note = writable_notes(found, resolve_briefing_id(found, briefing)).remove(identity)
    print_status(f"{note.id} is in the trash; `briefing note restore {note.id}` brings it back.")


def restore(
    identity: NoteArgument,
    revision: Annotated[int | None, typer.Option("--revision", metavar="N", help="Version to restore.")] = None,
    briefing: BriefingOption = None,
) -> None:
    """Take a note out of the trash, or back to a version.

    \b
    briefing note restore n-4k7wqa
    briefing note restore n-4k7wqa --revision 2
    """
    found = open_library()
    notes = writable_notes(found, resolve_briefing_id(found, briefing))
    if revision is None:
        print_data(notes.restore(identity).id)
        return
    version = _version(notes, identity, revision)
    note = next((note for note in notes.trash() if note.id == identity), None)
    if note:
        note = notes.restore(identity)
    print_data(notes.rewrite(note or notes.get(identity), version).id)


def revisions(identity: NoteArgument, briefing: BriefingOption = None, json: JsonOption = False) -> None:
    """Show the earlier versions of a note, and the present one.

    \b
    briefing note revisions n-4k7wqa
    """
    from tui.render.records.notes import version_blocks

    found = open_library()
    notes = readable_notes(found, resolve_briefing_id(found, briefing), is_wanted=True)
    versions = _versions(notes, identity)
    if json:
        print_json(versions)
    else:
        for version in versions:
            print_blocks(version_blocks(version))
    if notes.archive.problem:
        raise CorruptFileError(notes.archive.problem)


def empty_trash(
    briefing: BriefingOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask for confirmation.")] = False,
) -> None:
    """Delete for good what is in the trash; this cannot be undone.

    \b
    briefing note empty-trash
    briefing note empty-trash --yes
    """
    found = open_library()
    identity = resolve_briefing_id(found, briefing)
    notes = found.notes(identity)
    notes.require_writable()
    count = len(notes.trash())
    if not count:
        print_status("The trash is empty.")
        return
    if not yes and not _is_sure(f"Delete {pluralize(count, 'note')} for good, with all they ever said? This cannot be undone."):
        print_status("Nothing was deleted.")
        return
    gone, remark = empty(notes)
    copies = len(found.backups(identity).all())
    kept = f" {pluralize(copies, 'backup')} of earlier days may still have them." if copies else ""
    print_status(f"{pluralize(len(gone), 'note')} deleted for good.{f' {remark}' if remark else ''}{kept}")


def _is_sure(question: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("To empty the trash without being asked, add --yes.")
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _versions(notes: Notes, identity: str) -> tuple[Note, ...]:
    """Return every version of a note, also of one in the trash, the current one last; raise NotFoundError."""
    there = next((note for note in notes.trash() if note.id == identity), None)
    return (*notes.revisions(identity), there or notes.get(identity))


def _version(notes: Notes, identity: str, number: int) -> Note:
    versions = _versions(notes, identity)
    found = next((version for version in versions if version.revision == number), None)
    if found is None:
        known = ", ".join(str(version.revision) for version in versions)
        raise NotFoundError(f"{identity} has no version {number}. It has: {known}.")
    return replace(found, id=versions[-1].id)
