"""The commands of tags: which are in use, and one by another name."""

from __future__ import annotations

from typing import Annotated

import typer

from store.annotations.note_change import Change
from store.annotations.tags import new_name, renamed, tags_in_use, tidy_tags
from tui.cli.context import counted, library, meant, out, out_json, readable, tell, writable
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
    found = library()
    used = tags_in_use(readable(found, meant(found, briefing), is_wanted=True).all())
    if json:
        out_json(used)
        return
    for tag, count in used.items():
        out(f"#{tag}  {count}")


@app.command("rename")
def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The tag as it is.", autocompletion=complete_tags)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The tag as it will be; one that is in use takes the other in.")],
    briefing: BriefingOption = None,
) -> None:
    """Give a tag another name on every note.

    Onto one that is in use, the two become one.

    \b
    briefing note tag rename legal law
    """
    found = library()
    notes = writable(found, meant(found, briefing))
    used = tags_in_use(notes.all())
    wanted = new_name(notes.all(), old, new)
    changes: tuple[Change, ...] = renamed(notes.all(), old, new, notes.time())
    notes.apply(*changes)
    merged = f", and one with the {counted(used[wanted], 'note')} that had it" if wanted in used else ""
    tell(f"#{tidy_tags([old])[0]} is #{wanted} now, on {counted(len(changes), 'note')}{merged}.")
