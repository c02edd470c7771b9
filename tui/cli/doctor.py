"""The checks of `briefing doctor`: records, notes, backups and drafts of one briefing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from store.annotations.drafts import Drafts
from store.annotations.editor_file import editor_files, unreadable_editor_files
from store.annotations.notes import Notes
from store.annotations.opinion_drafts import MARKED_RECORDS, OpinionDrafts
from store.annotations.reading_progress import memory_problems
from store.errors import CorruptFileError, StoreError
from store.library.backups import copies_before_restore
from store.library.library import Library
from store.model.briefing import Briefing
from store.opinions.logs import unreadable_opinions
from store.storage.journal import Journal, conflict_report
from store.text.plural import pluralize
from tui.cli.context import print_data


def check(library: Library, identity: str) -> Iterator[str]:
    """Print what is there, and yields a sentence for everything that is not as it should be."""
    for path in library.set_aside(identity):
        yield f"{path} holds damaged records that were replaced; delete it when it is of no use."
    notes = library.notes(identity)
    try:
        briefing = library.open(identity)
    except CorruptFileError as error:
        yield str(error)
        yield from _notes(notes)
        yield from _backups(library, identity)
        return
    for problem in library.problems(identity):
        yield f"A record of {identity} is wrong: {problem}"
    counts = (pluralize(len(briefing.records), "record"), pluralize(len(notes.all()), "note"), f"{len(notes.trash())} in the trash")
    print_data(f"{identity}: {', '.join(counts)}")
    yield from _notes(notes)
    for note in notes.all():
        if note.target != briefing.id and note.target not in briefing.records:
            yield f"{note.id} is on {note.target}, which is no longer in {identity}; the note is kept, and listed under Notes."
    if reason := library.source_problem(identity):
        yield reason
    yield from memory_problems(library.places.state, identity)
    yield from _backups(library, identity)
    _list_drafts(Drafts(library.places.drafts), OpinionDrafts(library.places.drafts), identity)
    yield from misplaced_drafts(library, briefing, notes)


def _list_drafts(drafts: Drafts, opinion_drafts: OpinionDrafts, briefing_id: str) -> None:
    """Print the unsaved texts of a briefing, each with where it is or how it is opened."""
    for draft in drafts.interrupted(briefing_id):
        print_data(f"  draft on {draft.target}: {len(draft.body)} characters; open the briefing to go on")
    for opinion in opinion_drafts.interrupted(briefing_id):
        length = sum(map(len, opinion.fields.values()))
        print_data(f"  draft of a {opinion.kind} on {opinion.target}: {length} characters; open the briefing to go on")
    for file in editor_files(drafts, briefing_id):
        with suppress(StoreError):  # what cannot be read is a complaint of `check_drafts`
            if text := file.changed_text():
                print_data(f"  text from an external editor on {file.origin.target}: {len(text)} characters in {file.path}")
            if file.beside:
                print_data(f"  files that an external editor left, perhaps with unsaved text: {', '.join(map(str, file.beside))}")


def misplaced_drafts(library: Library, briefing: Briefing, notes: Notes) -> Iterator[str]:
    """Yield a sentence for every draft on a record or of a note that does not exist, as when an id in it is damaged."""
    drafts = Drafts(library.places.drafts)
    yield from drafts.misplaced(briefing.id, briefing.records)
    yield from drafts.without_note(briefing.id, {note.id for note in (*notes.all(), *notes.trash())})
    yield from OpinionDrafts(drafts.folder).misplaced(briefing.id, {*briefing.records, MARKED_RECORDS})


def check_drafts(library: Library) -> Iterator[str]:
    """Yield a sentence for every file that is not a draft, or a draft of no briefing in the library."""
    folder = library.places.drafts
    for drafts in (Drafts(folder), OpinionDrafts(folder)):
        yield from drafts.problems(library.ids())
    for path, reason in unreadable_editor_files(Drafts(folder)):
        yield f"{path} is text from an external editor that cannot be read: {reason}. Read it, and delete it if you do not need it."


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
    for number, names in journal.contents.damaged_ids.items():
        if number in markers:
            continue
        about = f" It names {', '.join(names)}." if names else ""
        yield f"Line {number} of {journal.path} is damaged; it is skipped and kept.{about} A backup may have what it said."
    if journal.damaged:
        yield f"No backup is made of {journal.path} while it is damaged; the sound ones stay."
    if journal.trailing_bytes:
        yield f"{journal.path} ends in {journal.trailing_bytes} bytes of an unfinished save; the next save sets them aside."
    for torn in sorted(journal.path.parent.glob(f"{journal.path.name}.torn-*")):
        yield f"{torn} holds the end of a save that never finished; read it, and delete it when it is of no use."


def _backups(library: Library, identity: str) -> Iterator[str]:
    backups = library.backups(identity).all()
    for copy in copies_before_restore(library.notes(identity).journal.path):
        try:
            print_data(f"  notes before a restore: {copy.path.name}, {pluralize(copy.notes(), 'note')}")
        except StoreError as error:
            yield f"The notes from before a restore are not sound: {error}"
    if not backups:
        print_data("  no backup yet: one is made each day on which there are notes")
    for backup in backups:
        try:
            print_data(f"  backup of {backup.day}: {pluralize(backup.notes(), 'note')}")
            backup.check_archive()
        except StoreError as error:
            yield f"The backup of {backup.day} is not sound: {error}"
