"""What `briefing doctor` looks at: records, notes, backups and drafts of one briefing."""

from __future__ import annotations

from collections.abc import Iterator

from store import Damaged, Drafts, Journal, Library, Notes, StoreError, conflict_report, memory_problems, unreadable_opinions
from tui.cli.common import counted, out


def check(library: Library, identity: str) -> Iterator[str]:
    """Prints what is there, and yields a sentence for everything that is not as it should be."""
    try:
        briefing = library.open(identity)
    except Damaged as error:
        yield str(error)
        return
    notes = library.notes(identity)
    out(f"{identity}: {counted(len(briefing.records), 'record')}, {counted(len(notes.all()), 'note')}, {len(notes.trash())} in the trash")
    yield from _notes(notes)
    for note in notes.all():
        if note.target != briefing.id and note.target not in briefing.records:
            yield f"{note.id} is on {note.target}, which is no longer in {identity}; the note is kept, and listed under Notes."
    if problem := library.source_problem(identity):
        yield problem
    yield from memory_problems(library.places.state, identity)
    yield from _backups(library, identity)
    for draft in Drafts(library.places.drafts).left(identity):
        out(f"  draft on {draft.target}: {len(draft.body)} characters; open the briefing to go on")


def check_drafts(library: Library) -> Iterator[str]:
    """Yields a sentence for every draft that cannot be read; whose briefing it is cannot be told either."""
    for path in Drafts(library.places.drafts).unreadable():
        yield f"{path} is not a draft this program can read; it is kept. Read it, and delete it when it is of no use."


def _notes(notes: Notes) -> Iterator[str]:
    if notes.problem:
        yield notes.problem
    yield from _journal(notes.journal)
    for note in notes.unreadable:
        yield f"{note} in {notes.journal.path} is not a note this program can read; it is kept."
    for opinion in unreadable_opinions(notes):
        yield f"{opinion} in {notes.journal.path} is not one this program can read; it is kept."
    if problem := notes.archive.problem:
        yield problem
    yield from _journal(notes.archive.journal)


def _journal(journal: Journal) -> Iterator[str]:
    markers = journal.contents.conflict_markers
    if markers:
        yield conflict_report(journal)
    for number, names in journal.contents.named_in_damage.items():
        if number in markers:
            continue
        about = f" It names {', '.join(names)}." if names else ""
        yield f"Line {number} of {journal.path} is damaged; it is skipped and kept.{about} A backup may have what it said."
    if journal.damaged:
        yield f"No backup is made of {journal.path} while it is damaged; the sound ones stay."
    if journal.torn:
        yield f"{journal.path} ends in {journal.torn} bytes of an unfinished save; the next save sets them aside."
    for torn in sorted(journal.path.parent.glob(f"{journal.path.name}.torn-*")):
        yield f"{torn} holds the end of a save that never finished; read it, and delete it when it is of no use."


def _backups(library: Library, identity: str) -> Iterator[str]:
    backups = library.backups(identity).all()
    if not backups:
        out("  no backup yet: one is made each day on which there are notes")
    for backup in backups:
        try:
            out(f"  backup of {backup.day}: {counted(backup.notes(), 'note')}")
            backup.check_archive()
        except StoreError as error:
            yield f"The backup of {backup.day} is not sound: {error}"
