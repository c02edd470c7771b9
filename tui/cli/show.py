"""The commands that read: list, show, table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from store.text.plural import pluralize
from tui.cli.context import (
    UsageError,
    open_briefing,
    open_library,
    print_blocks,
    print_data,
    print_json,
    print_status,
    readable_notes,
)
from tui.cli.parameters import BriefingOption, JsonOption, id_argument

if TYPE_CHECKING:
    from store.annotations.notes import Notes
    from store.library.entry import LibraryEntry
    from store.library.library import Library
    from store.model.briefing import Briefing
    from store.opinions.analysis import OpinionAnalysis
    from store.session import Session
    from tui.render.context import RenderContext

KINDS = (
    "actors", "claims", "strategies", "recommendations", "relations", "events", "questions", "paragraphs", "notes", "predictions",
)  # fmt: skip
# Tables of 0.1 that were removed, each with what to use instead.
_REMOVED = {"unanswered": "table claims --where uncontested:yes"}
_WIDEST_ID = 24


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("list")(list_briefings)
    app.command("show")(show)
    app.command("table")(table)


def list_briefings(json: JsonOption = False) -> None:
    """List the briefings in the library, with their sizes.

    \b
    briefing list
    briefing list --json
    """
    listed = list(open_library().all())
    if json:
        print_json([line._asdict() for line in listed])
    else:
        _out_list(listed)
    if unread := sum(not line.title for line in listed):
        print_status(f"{pluralize(unread, 'briefing')} cannot be read.")
        raise typer.Exit(1)


def _out_list(listed: list[LibraryEntry]) -> None:
    from tui.render.text.blocks import text_block

    hang = min(_WIDEST_ID, max((len(line.id) for line in listed), default=0)) + 2
    for line in listed:
        size = f"({pluralize(line.claims, 'claim')}, {pluralize(line.notes, 'note')})"
        print_blocks([text_block(f"{line.title}  {size}" if line.title else line.problem, label=line.id, hang=max(hang, len(line.id) + 2))])
        if line.title and line.problem:
            print_status(line.problem)


def show(
    identity: Annotated[str, id_argument("A record (c012), paragraph (p7), note (n-…), actor by any name, or the briefing.")],
    briefing: BriefingOption = None,
    json: JsonOption = False,
    plain: Annotated[bool, typer.Option("--plain", help="In sentences, to be read aloud: no signs, no columns.")] = False,
) -> None:
    """One record, with its links both ways and your notes.

    \b
    briefing show c012
    briefing show VDF                an actor, by any of its names
    briefing show p7 --json
    briefing show alibaba-overseas   the whole at a glance
    """
    found, book = open_briefing(briefing)
    notes = readable_notes(found, book.id)
    if plain and not json:
        _say(book, notes, identity)
    elif identity.startswith("n-"):
        _show_note(book, notes, identity, json)
    else:
        _show_record(book, notes, identity, json)


def _show_record(book: Briefing, notes: Notes, identity: str, json: bool) -> None:
    """Show a record, a paragraph, or the whole briefing if `identity` is its id."""
    from store.session import Session
    from tui.render.context import RenderContext
    from tui.render.records import card, overview

    context = RenderContext.of(Session(book, notes))
    if identity == book.id:
        _show(book.file.source, overview.overview_blocks(context), notes.for_target(book.id), json)
        return
    record = book.get(identity)
    _show(record, card.card_blocks(context, record), notes.for_target(record.id), json, context)


def _show_note(book: Briefing, notes: Notes, note_id: str, json: bool) -> None:
    """Show a note with its earlier versions."""
    from tui.render.records.notes import earlier_blocks
    from tui.render.records.overview import reader_blocks

    note = notes.get(note_id)
    blocks = (*reader_blocks((note,), note.target, (), book), *earlier_blocks(notes.revisions(note.id)))
    _show(note, blocks, (), json)


def _show(record: Any, blocks: Any, notes: Any, json: bool, context: RenderContext | None = None) -> None:
    if json:
        import msgspec

        from tui.cli import table_output

        notes_field = {"notes": msgspec.to_builtins(notes)} if notes else {}
        print_json({**msgspec.to_builtins(record), **(table_output.judged(context, record) if context else {}), **notes_field})
        return
    print_blocks(blocks)
    verdicts = context.opinions.verdicts.history(record.id) if context else ()
    if notes or verdicts:
        from tui.render.records.overview import reader_blocks
        from tui.render.text.blocks import BLANK

        target = getattr(record, "id", "") or notes[0].target
        print_blocks((BLANK, *reader_blocks(notes, target, verdicts, context.briefing if context else None)))


def _say(book: Briefing, notes: Notes, identity: str) -> None:
    """Print a record, a note or the briefing in sentences."""
    from store.session import Session
    from tui.render.records.opinion_history import describe_change, opinion_changes
    from tui.render.speech.records import notes_to_speech, overview_to_speech, to_speech
    from tui.render.speech.text import sentence

    if identity.startswith("n-"):
        note = notes.get(identity)
        lines = [*notes_to_speech([note]), *notes_to_speech(notes.revisions(note.id))]
    elif identity == book.id:
        lines = [*overview_to_speech(book, notes), *notes_to_speech(notes.for_target(book.id))]
    else:
        record = book.get(identity)
        thought = (sentence(f"You said, {describe_change(change)}") for change in opinion_changes(Session(book, notes).opinions, record.id))
        lines = [*to_speech(book, record), *thought, *notes_to_speech(notes.for_target(record.id))]
    print_data("\n".join(lines))


def table(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=", ".join(KINDS), autocompletion=lambda: list(KINDS))],
    where: Annotated[
        str, typer.Option("--where", "-w", metavar="FILTER", help="Filter words: kind:prediction about:alibaba grade:>=C3 -tintin")
    ] = "",
    briefing: BriefingOption = None,
    json: JsonOption = False,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, safe to open in a spreadsheet.")] = False,
) -> None:
    """All records of a kind.

    predictions are the claims about the future, with how they came out and the Brier scores of the article and of you.

    Filter words: kind: speaker: about: grade: (C3, >=C3) flag: evidence: status: para: tag: voice: (article, reviewer)
    mine: (note, question, disagree, agree …, graded, estimated, resolved, stands, shaken, falls) marked: id:
    uncontested: (claims without an opposing claim or a note of yours), plain words, "phrases", -not, or.

    \b
    briefing table claims --where 'kind:prediction grade:>=C3' --csv
    briefing table actors -w kind:operator
    briefing table claims -w 'mine:none flag:doubtful -tintin'
    briefing table notes -w tag:law --json
    """
    if kind in _REMOVED:
        raise UsageError(f"Unknown table {kind} (removed in 0.2); use {_REMOVED[kind]}.")
    if kind not in KINDS:
        raise UsageError(f"There is no table {kind}. There are: {', '.join(KINDS)}.")
    if json and csv:
        raise UsageError("A table is either --json or --csv.")
    found, book = open_briefing(briefing)
    notes = readable_notes(found, book.id, is_wanted=kind == "notes")
    from store.session import Session
    from tui.render.context import RenderContext

    session = Session(book, notes)
    records = filtered(found, session, _records(kind, book, notes), where)
    _out_table(kind, records, RenderContext.of(session), json, csv)


def _out_table(kind: str, records: list[Any], context: RenderContext, json: bool, csv: bool) -> None:
    from tui.cli import table_output

    if json:
        print_json(table_output.as_json(records, context))
    elif csv:
        print_data(table_output.as_csv(records, context))
    else:
        table_output.print_table(kind, records, context)
    if kind == "predictions" and not json and not csv:
        _tell_scores(context.opinions)


def _tell_scores(judgement: OpinionAnalysis) -> None:
    from tui.render.records.predictions import CONVENTION, describe_scores

    print_status(f"{describe_scores(judgement.calibration())}\n{CONVENTION}")


def _records(kind: str, book: Briefing, notes: Notes) -> list[Any]:
    """Return the records of the table of this kind."""

    match kind:
        case "notes":
            return list(notes.all())
        case "predictions":
            return [claim for claim in book.file.claims if claim.forecast]
        case _:
            return list(getattr(book.file, kind))


def filtered(library: Library, session: Session, records: list[Any], query: str) -> list[Any]:
    """Return the records that match the filter `query`, all if it is empty; raise FilterSyntaxError."""
    if not query:
        return records
    from store.annotations.reading_progress import ReadingProgress
    from store.search.list_filter import ListFilter

    progress = ReadingProgress(library.places.state, session.briefing.id, session.notes)
    if progress.problem:
        print_status(progress.problem)
    return list(ListFilter(session, progress).select(records, query))
