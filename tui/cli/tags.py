"""The commands of tags: which are in use, and one by another name."""

from __future__ import annotations

from typing import Annotated

import typer

from store.annotations.note_change import NoteChange
from store.annotations.tags import count_tags, new_name, normalize_tags, rename_changes
from store.text.plural import pluralize
from tui.cli.context import (
    open_library,
    print_data,
    print_json,
    print_status,
    readable_notes,
    resolve_briefing_id,
    writable_notes,
)
from tui.cli.parameters import BriefingOption, JsonOption, complete_tags

app = typer.Typer(rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def list_tags(context: typer.Context, briefing: BriefingOption = None, json: JsonOption = False) -> None:
    """Your tags: which are in use, and rename one everywhere.

    \b
    briefing note tag
    briefing note tag rename legal law
    """
    if context.invoked_subcommand:
        return
    found = open_library()
    used = count_tags(readable_notes(found, resolve_briefing_id(found, briefing), is_wanted=True).all())
    if json:
        print_json(used)
        return
    for tag, count in used.items():
        print_data(f"#{tag}  {count}")


@app.command("rename")
def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Current tag.", autocompletion=complete_tags)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The tag as it will be; one that is in use takes the other in.")],
    briefing: BriefingOption = None,
) -> None:
    """Give a tag another name on every note.

    Onto one that is in use, the two become one.

    \b
    briefing note tag rename legal law
    """
    found = open_library()
    notes = writable_notes(found, resolve_briefing_id(found, briefing))
    used = count_tags(notes.all())
    wanted = new_name(notes.all(), old, new)
    changes: tuple[NoteChange, ...] = rename_changes(notes.all(), old, new, notes.now())
    notes.apply(*changes)
    merged = f", and one with the {pluralize(used[wanted], 'note')} that had it" if wanted in used else ""
    print_status(f"#{normalize_tags([old])[0]} is #{wanted} now, on {pluralize(len(changes), 'note')}{merged}.")
