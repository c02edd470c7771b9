"""The commands of the reader's notes: add, list, edit, link, remove, restore, and what a note said before."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from store.annotations.notes import Notes
from store.model.note import Note
from tui.cli import tags, trash
from tui.cli.context import (
    UsageError,
    open_briefing,
    open_library,
    print_blocks,
    print_data,
    print_json,
    print_status,
    readable_notes,
    resolve_briefing_id,
    writable_notes,
)
from tui.cli.note_input import read_note_text
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


def register(program: typer.Typer) -> None:
    """Add the commands, under `note`."""
    trash.register(app)
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
    from store.annotations.note_kinds import parse_note_type
    from store.annotations.text_quote import find_quote

    found, book = open_briefing(briefing)
    target = book.id if identity == book.id else book.get(identity).id
    motivation = parse_note_type(kind)
    span = find_quote(book.attached_paragraph(target), quote) if quote else None
    notes = writable_notes(found, book.id)
    with read_note_text(found, text, Draft(briefing=book.id, target=target, body="", quote=span)) as words:
        note = notes.add(target, words, tag or (), motivation, span)
        if note is None:
            raise UsageError("A note needs words; there were none.")
    print_data(note.id)


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
    from store.annotations.note_kinds import parse_link_word
    from store.annotations.note_links import link_records

    found, book = open_briefing(briefing)
    said = parse_link_word(word)
    ends = book.get(one).id, book.get(other).id
    print_data(link_records(writable_notes(found, book.id), ends[0], said, ends[1], because, tag or ()).id)


@app.command("list")
def list_notes(
    briefing: BriefingOption = None,
    trashed: Annotated[bool, typer.Option("--trash", help="List the notes in the trash.")] = False,
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
    from store.annotations.tags import normalize_tags
    from store.session import Session
    from tui.cli.show import filtered

    found = open_library()
    notes = readable_notes(found, resolve_briefing_id(found, briefing), is_wanted=True)
    listed: list[Any] = list(notes.trash() if trashed else notes.all())
    for words in filter(None, (where, " ".join(f'tag:"{wanted}"' for wanted in normalize_tags(tag or ())))):
        listed = filtered(found, Session(found.open(resolve_briefing_id(found, briefing)), notes), listed, words)
    if json:
        print_json(listed)
        return
    for note in listed:
        _out_line(note)


def _out_line(note: Note) -> None:
    from store.annotations.note_kinds import describe_note
    from tui.render.records.notes import note_line
    from tui.render.text.blocks import Span, text_block

    kind = "" if note.link else describe_note(note)
    print_blocks(
        [text_block(Span(note.target, "strong"), Span(f"  {kind}" if kind else "", "quiet"), f"  {note_line(note)}", label=note.id)]
    )


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

    found = open_library()
    briefing_id = resolve_briefing_id(found, briefing)
    notes = writable_notes(found, briefing_id)
    note = notes.get(identity)
    wanted = _relabelled(notes, note, tag, kind, status)
    if text is None and (tag is not None or kind or status):
        _rewrite(notes, note, wanted)
        return
    draft = Draft(briefing=briefing_id, target=note.target, body=note.body, note=note.id, revision=note.revision, quote=note.quote)
    with read_note_text(found, text, draft) as words:
        if not words.strip():
            raise UsageError("A note needs words; `briefing note remove` deletes it.")
        _rewrite(notes, note, wanted, words)


def _relabelled(notes: Notes, note: Note, tag: list[str] | None, kind: str, status: str) -> Note:
    """Return the note with what the options say of it."""
    from msgspec.structs import replace

    from store.annotations.note_kinds import parse_note_type, parse_status, with_status, with_type
    from store.annotations.tags import normalize_tags

    wanted = with_type(note, parse_note_type(kind)) if kind else note
    wanted = with_status(wanted, parse_status(status)) if status else wanted
    return wanted if tag is None else replace(wanted, tags=normalize_tags(tag, notes.all()))


def _rewrite(notes: Notes, note: Note, wanted: Note, words: str = "") -> None:
    from msgspec.structs import replace

    edited = notes.rewrite(note, replace(wanted, body=words or note.body))
    if edited.id != note.id:
        print_status(f"{note.id} changed meanwhile. Both are kept: yours is {edited.id}.")
    print_data(edited.id)
