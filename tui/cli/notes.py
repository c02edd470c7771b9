"""The commands of the reader's notes: add, list, edit, link, remove, restore, and what a note said before."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from store.annotations.notes import Notes
from store.model.note import Note
from tui.cli import tags, trash
from tui.cli.context import Misused, library, meant, opened, out, out_blocks, out_json, readable, tell, writable
from tui.cli.note_input import given_words
from tui.cli.parameters import (
    BriefingOption,
    JsonOption,
    KindOption,
    NoteArgument,
    QuoteOption,
    StatusOption,
    TagOption,
    TextArgument,
    id_argument,
)

app = typer.Typer(
    help='Your notes: add, list, edit, link, tag, take back.\n\n\b\nbriefing note add c012 "ask legal"\nbriefing note list',
    rich_markup_mode=None,
)


def add_to(program: typer.Typer) -> None:
    """Adds the commands, under `note`."""
    trash.add_to(app)
    app.add_typer(tags.app, name="tag")
    program.add_typer(app, name="note")


@app.command("add")
def add(
    identity: Annotated[str, id_argument("A record (c012), paragraph (p7), actor by any name, or the briefing.")],
    text: TextArgument = None,
    tag: TagOption = None,
    kind: KindOption = "comment",
    quote: QuoteOption = "",
    briefing: BriefingOption = None,
) -> None:
    """Write a note on a record, a paragraph or the briefing.

    Without a text, your editor opens ($BRIEFING_EDITOR, config.toml, $VISUAL, $EDITOR). The id of the note is printed.

    --quote takes words that stand in your copy of the article (briefing import article.txt attaches it).

    \b
    briefing note add c012 "ask legal" --tag law
    briefing note add p12 - < thought.txt
    briefing note add alibaba-overseas "who pays?" --kind question
    """
    from store.annotations.drafts import Draft
    from store.annotations.note_kinds import kind_named
    from store.annotations.text_quote import quote_in

    found, book = opened(briefing)
    target = book.id if identity == book.id else book.get(identity).id
    motivation = kind_named(kind)
    span = quote_in(book.copied(target), quote) if quote else None
    notes = writable(found, book.id)
    with given_words(found, text, Draft(briefing=book.id, target=target, body="", quote=span)) as words:
        note = notes.add(target, words, tag or (), motivation, span)
        if note is None:
            raise Misused("A note needs words; there were none.")
    out(note.id)


@app.command("link")
def link(
    one: Annotated[str, id_argument("A record: c012.")],
    word: Annotated[
        str,
        typer.Argument(
            metavar="WORD", help="contradicts, supports or see-also.", autocompletion=lambda: ["contradicts", "supports", "see-also"]
        ),
    ],
    other: Annotated[str, id_argument("The other record.")],
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="What there is to say about it.")] = "",
    tag: TagOption = None,
    briefing: BriefingOption = None,
) -> None:
    """Say that a record contradicts or supports another.

    Or only: see also.

    \b
    briefing note link c012 contradicts c081 --because "both cannot be"
    briefing note link c012 see-also r03
    """
    from store.annotations.note_kinds import link_named
    from store.annotations.note_links import link_records

    found, book = opened(briefing)
    said = link_named(word)
    ends = book.get(one).id, book.get(other).id
    out(link_records(writable(found, book.id), ends[0], said, ends[1], because, tag or ()).id)


@app.command("list")
def list_notes(
    briefing: BriefingOption = None,
    trashed: Annotated[bool, typer.Option("--trash", help="The deleted ones.")] = False,
    where: Annotated[
        str, typer.Option("--where", "-w", metavar="FILTER", help="Filter words: kind:question status:open tag:law about:c012")
    ] = "",
    tag: TagOption = None,
    json: JsonOption = False,
) -> None:
    """All your notes on a briefing, the oldest first.

    \b
    briefing note list --tag law
    briefing note list --where 'kind:question status:open'
    briefing note list --trash
    """
    from store.annotations.tags import tidy_tags
    from tui.cli.show import filtered

    found = library()
    notes = readable(found, meant(found, briefing), is_wanted=True)
    listed: list[Any] = list(notes.trash() if trashed else notes.all())
    for words in filter(None, (where, " ".join(f'tag:"{wanted}"' for wanted in tidy_tags(tag or ())))):
        listed = filtered(found, found.open(meant(found, briefing)), notes, listed, words)
    if json:
        out_json(listed)
        return
    for note in listed:
        _out_line(note)


def _out_line(note: Note) -> None:
    from store.annotations.note_kinds import what_it_is
    from tui.render.records.notes import in_a_line
    from tui.render.text.blocks import Part, say

    kind = "" if note.link else what_it_is(note)
    out_blocks([say(Part(note.target, "strong"), Part(f"  {kind}" if kind else "", "quiet"), f"  {in_a_line(note)}", label=note.id)])


@app.command("edit")
def edit(
    identity: NoteArgument,
    text: TextArgument = None,
    tag: TagOption = None,
    kind: KindOption = "",
    status: StatusOption = "",
    briefing: BriefingOption = None,
) -> None:
    """Give a note other words, tags, kind or status.

    What it said before is kept. Without a text and an option, your editor opens. --tag "" takes all tags away.

    \b
    briefing note edit n-4k7wqa "ask legal again"
    briefing note edit n-4k7wqa --status done --tag law
    """
    from store.annotations.drafts import Draft

    found = library()
    briefing_id = meant(found, briefing)
    notes = writable(found, briefing_id)
    note = notes.get(identity)
    wanted = _relabelled(notes, note, tag, kind, status)
    if text is None and (tag is not None or kind or status):
        _rewrite(notes, note, wanted)
        return
    draft = Draft(briefing=briefing_id, target=note.target, body=note.body, note=note.id, revision=note.revision, quote=note.quote)
    with given_words(found, text, draft) as words:
        if not words.strip():
            raise Misused("A note needs words; `briefing note remove` deletes it.")
        _rewrite(notes, note, wanted, words)


def _relabelled(notes: Notes, note: Note, tag: list[str] | None, kind: str, status: str) -> Note:
    """The note with what the options say of it."""
    from msgspec.structs import replace

    from store.annotations.note_kinds import in_status, kind_named, of_kind, status_named
    from store.annotations.tags import tidy_tags

    wanted = of_kind(note, kind_named(kind)) if kind else note
    wanted = in_status(wanted, status_named(status)) if status else wanted
    return wanted if tag is None else replace(wanted, tags=tidy_tags(tag, notes.all()))


def _rewrite(notes: Notes, note: Note, wanted: Note, words: str = "") -> None:
    from msgspec.structs import replace

    edited = notes.rewrite(note, replace(wanted, body=words or note.body))
    if edited.id != note.id:
        tell(f"{note.id} changed meanwhile. Both are kept: yours is {edited.id}.")
    out(edited.id)
