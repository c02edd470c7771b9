"""The commands of the reader's notes: add, list, edit, remove, restore."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from store import Library, ReadOnly, StoreError
from tui.cli.common import Misused, library, meant, opened, out, out_blocks, out_json, tell
from tui.cli.parameters import BriefingOption, IdArgument, JsonOption, complete_ids

app = typer.Typer(
    help='Your notes: add, list, edit, remove, restore.\n\nFor example: briefing note add c012 "ask legal"', rich_markup_mode=None
)


def add_to(program: typer.Typer) -> None:
    """Adds the commands, under `note`."""
    program.add_typer(app, name="note")


NoteArgument = Annotated[str, typer.Argument(metavar="NOTE", help="The id of a note: n-…", autocompletion=complete_ids)]
TextArgument = Annotated[str | None, typer.Argument(metavar="[TEXT]", help="The words; - reads them from standard input.")]
TagOption = Annotated[list[str] | None, typer.Option("--tag", "-t", metavar="TAG", help="A tag; may be given several times.")]


@app.command("add")
def add(identity: IdArgument, text: TextArgument = None, tag: TagOption = None, briefing: BriefingOption = None) -> None:
    """Write a note on a record, a paragraph or the briefing.

    Its id is printed. For example: briefing note add p12 - < thought.txt
    """
    found, book = opened(briefing)
    target = book.id if identity == book.id else book.get(identity).id
    notes = found.notes(book.id)
    if notes.problem:
        raise ReadOnly(notes.problem)
    _back_up(found, book.id)
    note = notes.add(target, _words(text), tag or ())
    if note is None:
        raise Misused("A note needs words; there were none.")
    out(note.id)


def _back_up(found: Library, identity: str) -> None:
    """Today's copy of the notes; where it cannot be made, the note is saved all the same."""
    try:
        found.back_up(identity)
    except StoreError as error:
        tell(str(error))


@app.command("list")
def list_notes(
    briefing: BriefingOption = None,
    trash: Annotated[bool, typer.Option("--trash", help="The deleted ones.")] = False,
    json: JsonOption = False,
) -> None:
    """All your notes on a briefing, the oldest first."""
    found = library()
    notes = found.notes(meant(found, briefing))
    listed = notes.trash() if trash else notes.all()
    if json:
        out_json(listed)
        return
    from tui.render.parts import Part, say

    for note in listed:
        tags = "".join(f" #{tag}" for tag in note.tags)
        out_blocks([say(Part(note.target, "strong"), f"  {note.body}", Part(tags, "quiet"), label=note.id)])


@app.command("edit")
def edit(identity: NoteArgument, text: TextArgument = None, tag: TagOption = None, briefing: BriefingOption = None) -> None:
    """Give a note other words; what it said before is kept.

    For example: briefing note edit n-4k7wqa "ask legal again"
    """
    found = library()
    notes = found.notes(meant(found, briefing))
    note = notes.get(identity)
    words = _words(text)
    if not words.strip():
        raise Misused("A note needs words; `briefing note remove` deletes it.")
    edited = notes.edit(note, words, tag)
    if edited.id != note.id:
        tell(f"{note.id} changed meanwhile. Both are kept: yours is {edited.id}.")
    out(edited.id)


@app.command("remove")
def remove(identity: NoteArgument, briefing: BriefingOption = None) -> None:
    """Put a note into the trash."""
    found = library()
    note = found.notes(meant(found, briefing)).remove(identity)
    tell(f"{note.id} is in the trash; `briefing note restore {note.id}` brings it back.")


@app.command("restore")
def restore(identity: NoteArgument, briefing: BriefingOption = None) -> None:
    """Take a note out of the trash."""
    found = library()
    out(found.notes(meant(found, briefing)).restore(identity).id)


def _words(text: str | None) -> str:
    """The text given, or standard input for `-` and where text is piped in."""
    if text is not None and text != "-":
        return text
    if text is None and sys.stdin.isatty():
        raise Misused("A note needs words: give them after the id, or - to read standard input.")
    return sys.stdin.buffer.read().decode("utf-8", "replace")
