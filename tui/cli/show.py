"""The commands that read: list, show, table, find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tui.cli.context import Misused, counted, library, opened, out, out_blocks, out_json, readable, tell
from tui.cli.parameters import BriefingOption, JsonOption, id_argument

if TYPE_CHECKING:
    from store.annotations.notes import Notes
    from store.library.library import Library, Listed
    from store.model.briefing import Briefing
    from store.opinions.analysis import Judgement

KINDS = (
    "actors", "claims", "strategies", "recommendations", "relations", "events", "questions", "paragraphs", "notes", "predictions",
)  # fmt: skip
# Tables of 0.1 that were removed, each with what to use instead.
_REMOVED = {"unanswered": "table claims --where uncontested:yes"}
_WIDEST_ID = 24


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("list")(list_briefings)
    app.command("show")(show)
    app.command("table")(table)
    app.command("find")(find)


def list_briefings(json: JsonOption = False) -> None:
    """The briefings in the library, with how much is in them.

    \b
    briefing list
    briefing list --json
    """
    listed = list(library().all())
    if json:
        out_json([line._asdict() for line in listed])
    else:
        _out_list(listed)
    if unread := sum(not line.title for line in listed):
        tell(f"{counted(unread, 'briefing')} cannot be read.")
        raise typer.Exit(1)


def _out_list(listed: list[Listed]) -> None:
    from tui.render.text.blocks import say

    hang = min(_WIDEST_ID, max((len(line.id) for line in listed), default=0)) + 2
    for line in listed:
        size = f"({counted(line.claims, 'claim')}, {counted(line.notes, 'note')})"
        out_blocks([say(f"{line.title}  {size}" if line.title else line.problem, label=line.id, hang=max(hang, len(line.id) + 2))])
        if line.title and line.problem:
            tell(line.problem)


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
    from store.opinions.analysis import judgement_of

    found, book = opened(briefing)
    notes = readable(found, book.id)
    if plain and not json:
        _say(book, notes, identity)
        return
    if identity == book.id:
        from tui.render.records import overview

        _show(book.file.source, overview.overview(book, notes, judgement=judgement_of(book, notes)), notes.about(book.id), json)
        return
    if identity.startswith("n-"):
        from tui.render.records import notes, overview

        note = notes.get(identity)
        blocks = (*overview.mine_blocks((note,), note.target, (), book), *notes.earlier_blocks(notes.revisions(note.id)))
        _show(note, blocks, (), json)
        return
    from tui.render.records import card

    record, judgement = book.get(identity), judgement_of(book, notes)
    _show(record, card.card(book, record, judgement), notes.about(record.id), json, judgement, book)


def _show(record: Any, blocks: Any, notes: Any, json: bool, judgement: Judgement | None = None, book: Briefing | None = None) -> None:
    if json:
        import msgspec

        from tui.cli import table_output

        notes_field = {"notes": msgspec.to_builtins(notes)} if notes else {}
        out_json({**msgspec.to_builtins(record), **(table_output.judged(judgement, record) if judgement else {}), **notes_field})
        return
    out_blocks(blocks)
    verdicts = judgement.verdicts.history(record.id) if judgement else ()
    if notes or verdicts:
        from tui.render.records.overview import mine_blocks
        from tui.render.text.blocks import BLANK

        out_blocks((BLANK, *mine_blocks(notes, getattr(record, "id", "") or notes[0].target, verdicts, book)))


def _say(book: Briefing, notes: Notes, identity: str) -> None:
    """Record, note or briefing, in sentences."""
    from store.opinions.analysis import judgement_of
    from tui.render.records.opinion_history import changes, said
    from tui.render.speech.records import aloud, notes_aloud, overview_aloud
    from tui.render.speech.text import sentence

    if identity.startswith("n-"):
        note = notes.get(identity)
        lines = [*notes_aloud([note]), *notes_aloud(notes.revisions(note.id))]
    elif identity == book.id:
        lines = [*overview_aloud(book, notes), *notes_aloud(notes.about(book.id))]
    else:
        record = book.get(identity)
        thought = (sentence(f"You said, {said(change)}") for change in changes(judgement_of(book, notes), record.id))
        lines = [*aloud(book, record), *thought, *notes_aloud(notes.about(record.id))]
    out("\n".join(lines))


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
        raise Misused(f"Unknown table {kind} (removed in 0.2); use {_REMOVED[kind]}.")
    if kind not in KINDS:
        raise Misused(f"There is no table {kind}. There are: {', '.join(KINDS)}.")
    if json and csv:
        raise Misused("A table is either --json or --csv.")
    found, book = opened(briefing)
    notes = readable(found, book.id, is_wanted=kind == "notes")
    records = filtered(found, book, notes, _records(kind, book, notes), where)
    _out_table(kind, book, notes, records, json, csv)


def _out_table(kind: str, book: Briefing, notes: Notes, records: list[Any], json: bool, csv: bool) -> None:
    from store.opinions.analysis import judgement_of
    from tui.cli import table_output

    judgement = judgement_of(book, notes)
    if json:
        out_json(table_output.as_json(kind, book, records, judgement))
    elif csv:
        out(table_output.as_csv(kind, book, records, judgement))
    else:
        table_output.print_table(kind, book, notes, records)
    if kind == "predictions" and not json and not csv:
        _tell_scores(judgement)


def _tell_scores(judgement: Judgement) -> None:
    from tui.render.records.predictions import CONVENTION, scores_in_words

    tell(f"{scores_in_words(judgement.foresight())}\n{CONVENTION}")


def _records(kind: str, book: Briefing, notes: Notes) -> list[Any]:
    """What the table of this kind lists."""

    match kind:
        case "notes":
            return list(notes.all())
        case "predictions":
            return [claim for claim in book.file.claims if claim.forecast]
        case _:
            return list(getattr(book.file, kind))


def filtered(found: Library, book: Briefing, notes: Notes, records: list[Any], where: str) -> list[Any]:
    """The records that these filter words let through; all, where there are none. Raises BadFilter."""
    if not where:
        return records
    from store.annotations.reading_progress import Memory
    from store.opinions.analysis import judgement_of
    from store.search.facets import facets_of
    from store.search.filter_query import compile_filter, vocabulary

    memory, judgement = Memory(found.places.state, book.id, notes), judgement_of(book, notes)
    if memory.problem:
        tell(memory.problem)
    documents = [facets_of(book, notes, record, memory, judgement.words(record)) for record in records]
    query = compile_filter(where, vocabulary(documents, book.file.actors))
    return [record for record, document in zip(records, documents, strict=True) if query is None or query(document)]


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for; the last word may be a beginning.")],
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """Search everything, your notes included.

    The best match comes first.

    \b
    briefing find red packets
    briefing find taob               the beginning of a word will do
    """
    from store.search.fulltext import Index
    from tui.render.text.blocks import Part, say

    if not " ".join(words).strip():
        raise Misused("Say what to look for.")
    found, book = opened(briefing)
    hits = Index(book, readable(found, book.id)).find(" ".join(words))
    if json:
        out_json([{"kind": hit.kind, "id": hit.id, "text": "".join(hit.parts)} for hit in hits])
    else:
        hang = min(_WIDEST_ID, max((len(hit.id) for hit in hits), default=0)) + 1
        for hit in hits:
            parts = [Part(text, "strong" if number % 2 else "") for number, text in enumerate(hit.parts)]
            out_blocks([say(*parts, label=hit.id, hang=max(hang, len(hit.id) + 1))])
    if not hits:
        if not json:
            tell(f"Nothing in {book.id} has {' '.join(words)}.")
        raise typer.Exit(1)
