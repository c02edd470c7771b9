"""The reader's notes: the only part of a briefing that can change while it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from msgspec import to_builtins
from msgspec.structs import replace
from tinydb.table import Document

from store.annotations.note_change import NoteChange, changed_fields, has_same_content, plan_write
from store.annotations.note_index import NoteIndex
from store.annotations.note_kinds import default_body, with_type
from store.annotations.note_merge import CONFLICT, NoteMerge, merge_notes
from store.annotations.tags import normalize_tags
from store.annotations.version_archive import REVISIONS, VersionArchive
from store.errors import NotFoundError, ReadOnlyError, StoreError
from store.model.note import Note, NoteLink, Quote, decode_note
from store.model.vocabulary import Motivation
from store.storage.file_lock import WAIT_SECONDS
from store.storage.journal import Journal
from store.storage.tinydb_table import JournalDB, JournalTable, random_id
from store.text.sanitize import normalize_body, sanitize_line

Clock = Callable[[], datetime]
NOTES, TRASH = "notes", "trash"


class Notes:
    """Notes on one briefing, kept in the journal at `path`; what another window writes is seen at the next `refresh`.

    A file that cannot be trusted, or a place that cannot be written, leaves the notes readable as far as possible:
    `problem` then says why in a sentence, and every change raises ReadOnlyError with it. `why` says what is wrong with the
    place, or nothing; it is asked again until nothing is. `is_unread` tells whether the file could not be read at all.
    """

    def __init__(self, path: Path, now: Clock, *, why: Callable[[], str] = lambda: "", wait: float = WAIT_SECONDS) -> None:
        self.problem = why()
        self.is_unread = False
        self.unreadable: list[str] = []
        self.version = 0
        self._now = now
        self._read_only_reason = why
        self._indexes = {NOTES: NoteIndex(), TRASH: NoteIndex()}
        self._notes = self._indexes[NOTES].by_id
        self._trash = self._indexes[TRASH].by_id
        self.journal = Journal(path, self._on_change, wait)
        self.archive = VersionArchive(self.journal)
        with suppress(StoreError):  # it is the problem then
            self._reload()
        database = JournalDB(self.journal)
        self._tables = {name: cast(JournalTable, database.table(name)) for name in (NOTES, TRASH, REVISIONS)}

    def refresh(self) -> bool:
        """Take in what other windows wrote; whether anything changed. Raise StoreError where that is the problem now."""
        before = self.version, self.problem
        self._reload()
        if self.problem:
            self.problem = self._read_only_reason()
        return (self.version, self.problem) != before

    def _reload(self) -> None:
        try:
            self.journal.refresh()
        except StoreError as error:
            self.problem, self.is_unread = str(error), True
            raise
        self.is_unread = False

    def all(self) -> tuple[Note, ...]:
        """Every note, the oldest first."""
        return self._indexes[NOTES].all()

    def for_target(self, target: str) -> tuple[Note, ...]:
        """Return the notes on one record, paragraph or briefing, and those that link to it, the oldest first."""
        return self._indexes[NOTES].on(target)

    def count(self, target: str) -> int:
        """Return the number of notes on `target`."""
        return self._indexes[NOTES].count(target)

    def get(self, identity: str) -> Note:
        """Return the note with this id; raise NotFoundError."""
        if identity in self._notes:
            return self._notes[identity]
        where = " It is in the trash: `briefing note restore` brings it back." if identity in self._trash else ""
        raise NotFoundError(f"There is no note {sanitize_line(identity)}.{where}")

    def trash(self) -> tuple[Note, ...]:
        """Return the deleted notes, the last deleted last."""
        return tuple(self._trash.values())

    def revisions(self, identity: str) -> tuple[Note, ...]:
        """Return the earlier versions of the note, the first one first; `archive.problem` says if there may be others."""
        return self.archive.of(identity)

    def compact_if_wasteful(self) -> None:
        """Compact the file if most of it is not needed to show the notes. Raises StoreError."""
        if not self.problem and self.archive.is_due():
            self.archive.compact()

    def add(
        self,
        target: str,
        body: str,
        tags: Iterable[str] = (),
        motivation: Motivation = "commenting",
        quote: Quote | None = None,
        link: NoteLink | None = None,
    ) -> Note | None:
        """Return a new note on `target`; a blank one is not kept, and None comes back, unless what it quotes or links is words enough."""
        words = normalize_body(body)
        body = words or default_body(quote, link)
        if not body:
            return None
        if not words and motivation == "commenting":
            motivation = "highlighting"
        now, used = self.now(), normalize_tags(tags, self._notes.values())
        note = Note(id=self._new_id(), target=target, body=body, created=now, modified=now, tags=used, quote=quote)
        note = replace(note, link=link, motivation="linking") if link else with_type(note, motivation)
        self.apply(NoteChange(None, note))
        return note

    def edit(self, base: Note, body: str, tags: Iterable[str] | None = None) -> Note:
        """Save `base` with a new body and return it; a blank body changes nothing."""
        return self.rewrite(base, replace(base, body=body, tags=base.tags if tags is None else normalize_tags(tags, self._notes.values())))

    def rewrite(self, base: Note, wanted: Note) -> Note:
        """Return `base` changed to `wanted`; after a conflicting change or a deletion, a second note, tagged `conflict`."""
        return cast(Note, self.revise(base, wanted).after)

    def revise(self, base: Note, wanted: Note) -> NoteChange:
        """Do the same as `rewrite`; return the change that was made: nothing differs if there was none to make."""
        wanted = replace(wanted, body=normalize_body(wanted.body) or base.body)
        with self.transaction():
            current = self._notes.get(base.id)
            if current and has_same_content(current, wanted):
                return NoteChange(current, current)
            now = self.now()
            if current is None or self._clash(base, wanted, current):
                tags = (*wanted.tags, CONFLICT)
                return self._write_change(
                    NoteChange(None, replace(wanted, id=self._new_id(), tags=tags, created=now, modified=now, revision=1))
                )
            if current.revision != base.revision:
                wanted = NoteChange(base, wanted).rebased_on(current)
            return self._write_change(NoteChange(current, replace(wanted, modified=now, revision=current.revision + 1)))

    def _clash(self, base: Note, wanted: Note, current: Note) -> bool:
        """Return True if another process changed the same fields since `base` was read, or if that is not known."""
        if current.revision == base.revision:
            return False
        begun = decode_note(self.archive.get(base.id, base.revision))
        return begun is None or bool(changed_fields(base, wanted) & changed_fields(begun, current))

    def remove(self, identity: str) -> Note:
        """Put a note into the trash."""
        with self.transaction():
            note = self.get(identity)
            self._write_change(NoteChange(note, None))
        return note

    def restore(self, identity: str) -> Note:
        """Take a note out of the trash; raise NotFoundError."""
        with self.transaction():
            if identity not in self._trash:
                raise NotFoundError(f"There is no note {sanitize_line(identity)} in the trash.")
            note = self._trash[identity]
            self._write_change(NoteChange(None, note))
        return note

    def apply(self, *changes: NoteChange) -> tuple[NoteChange, ...]:
        """Make all `changes` in one transaction; return what was changed in the notes as they are by now.

        Raises NotFoundError if a note to be deleted is gone.
        """
        with self.transaction():
            return tuple(self._write_change(change) for change in changes)

    def add_all(self, notes: Iterable[Note]) -> NoteMerge:
        """Add the notes of an import that are new here, as one transaction; which they were, and which were not added.

        A note that is here with other words is added under a new id, tagged `conflict`. Importing twice adds nothing more.
        """
        with self.transaction():
            merged = merge_notes(notes, self._notes, self._trash, self.archive.all().values())
            for note in merged.new:
                tags = tuple(dict.fromkeys((*note.tags, CONFLICT)))
                self._write_change(NoteChange(None, replace(note, id=self._new_id(), tags=tags) if note.id in self._notes else note))
        return merged

    def _write_change(self, change: NoteChange) -> NoteChange:
        """Write a change in the open transaction; return it as it was made on the notes as they are now.

        A deletion moves the current note to the trash, or raises NotFoundError. Any other change writes what `plan_write` returns.
        """
        before, after = change
        if after is None:
            assert before is not None, "a change needs a note before or after it"
            note = self.get(before.id)
            self._store(TRASH, note.id, note)
            self._tables[NOTES].remove(doc_ids=[cast(Any, note.id)])
            return NoteChange(note, None)
        previous = self._notes.get(after.id)
        note, archived = plan_write(change, previous or self._trash.get(after.id) or before)
        if archived:
            self._store(REVISIONS, f"{archived.id}.{archived.revision}", archived)
        self._store(NOTES, note.id, note)
        if note.id in self._trash:
            self._tables[TRASH].remove(doc_ids=[cast(Any, note.id)])
        return NoteChange(previous, note)

    def _store(self, name: str, identity: str, note: Note) -> None:
        self._tables[name].upsert(Document(to_builtins(note), doc_id=cast(Any, identity)))

    def _on_change(self, table: str, identity: str, document: dict[str, Any] | None) -> None:
        """Told by the journal of every change, whoever made it."""
        self.version += 1
        if table not in self._indexes:
            return
        note = decode_note(document) if document is not None else None
        if note and note.id != identity:
            note = None  # stored under the id of another note, it would change that one
        if note is None and document is not None and identity not in self.unreadable:
            self.unreadable.append(identity)
        self._indexes[table].put(identity, note)

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context in which all changes are saved at once or not at all; raises ReadOnlyError."""
        self.require_writable()
        return self.journal.transaction()

    def require_writable(self) -> None:
        """Raise ReadOnlyError with the problem if the notes cannot be changed."""
        if self.problem:
            raise ReadOnlyError(self.problem)

    def _new_id(self) -> str:
        while (identity := random_id()) in self._notes or identity in self._trash:
            pass
        return identity

    def now(self) -> str:
        """Now, as notes and verdicts write it down."""
        return self._now().isoformat(timespec="seconds")
