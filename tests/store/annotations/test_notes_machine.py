"""Whatever the reader does in two windows, in whatever order, the notes are what a plain dictionary would hold."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule
from msgspec.structs import replace

from store.annotations.note_change import NoteChange, has_same_content
from store.annotations.note_undo import reverse_changes
from store.annotations.notes import Notes
from store.annotations.trash import empty_trash
from store.model.note import Note
from tests.conftest import Clock

BODIES = st.text(min_size=1, max_size=8).filter(lambda text: text.strip()) | st.sampled_from(["same", "zwölf", "ring\x07", "a\n\nb"])
WINDOWS = st.sampled_from([0, 1])
TARGETS = st.sampled_from(["c001", "p1", "bridges"])


class NotesMachine(RuleBasedStateMachine):
    """Two windows on one file, either of which may be closed and opened again, against what they should hold."""

    changes = Bundle("changes")

    @initialize()
    def open_both(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.kept: dict[str, tuple[str, str]] = {}
        self.thrown: dict[str, tuple[str, str]] = {}
        self.said: set[str] = set()
        self.windows = [self.open(), self.open()]

    def open(self) -> Notes:
        return Notes(self.folder / "notes.jsonl", self.clock)

    def keep(self, note: Note) -> None:
        self.kept[note.id] = (note.target, note.body)
        self.thrown.pop(note.id, None)
        self.said.add(note.body)

    def throw(self, identity: str) -> None:
        self.thrown[identity] = self.kept.pop(identity)

    @rule(target=changes, window=WINDOWS, about=TARGETS, body=BODIES)
    def write(self, window: int, about: str, body: str) -> object:
        note = self.windows[window].add(about, body)
        if note is None:
            return multiple()
        assert note.id not in self.kept
        self.keep(note)
        return NoteChange(None, note)

    @rule(target=changes, window=WINDOWS, body=BODIES, pick=st.integers(0))
    def edit_as_seen_by_a_window(self, window: int, body: str, pick: int) -> object:
        seen = self.windows[window].all()
        if not seen:
            return multiple()
        base = seen[pick % len(seen)]
        was = self.kept.get(base.id)
        change = self.windows[window].revise(base, replace(base, body=body))
        edited = change.after
        assert edited
        if edited.id != base.id:
            assert "conflict" in edited.tags
            assert was != (base.target, base.body) or was is None or self.windows[window].get(base.id).revision != base.revision
        self.keep(edited)
        return change

    @rule(target=changes, window=WINDOWS, pick=st.integers(0))
    def throw_away(self, window: int, pick: int) -> object:
        self.windows[window].refresh()
        if not self.kept:
            return multiple()
        note = self.windows[window].remove(list(self.kept)[pick % len(self.kept)])
        self.throw(note.id)
        return NoteChange(note, None)

    @rule(window=WINDOWS, pick=st.integers(0))
    def restore(self, window: int, pick: int) -> None:
        if self.thrown:
            self.keep(self.windows[window].restore(list(self.thrown)[pick % len(self.thrown)]))

    @rule(target=changes, window=WINDOWS, pick=st.integers(0), tag=st.sampled_from(["law", "money"]))
    def tag(self, window: int, pick: int, tag: str) -> object:
        self.windows[window].refresh()
        if not self.kept:
            return multiple()
        note = self.windows[window].get(list(self.kept)[pick % len(self.kept)])
        tagged = replace(note, tags=(tag,), revision=note.revision + 1)
        (made,) = self.windows[window].apply(NoteChange(note, tagged))
        return made if tagged.tags != note.tags else multiple()

    @rule(window=WINDOWS)
    def empty_the_trash(self, window: int) -> None:
        """Forget the text that only the deleted versions had; an undo may still have it."""
        gone = {note.id for note in empty_trash(self.windows[window]).notes}
        assert gone == set(self.thrown)
        self.thrown.clear()
        found = self.windows[window]
        self.said = {note.body for note in found.all()} | {past.body for note in found.all() for past in found.revisions(note.id)}

    @rule(target=changes, window=WINDOWS, change=consumes(changes))
    def undo(self, window: int, change: NoteChange) -> object:
        """Return a note that is removed says what the change left; a conflict changes nothing, which the invariants check."""
        made, conflicts = reverse_changes(self.windows[window], (change,))
        assert len(made) + len(conflicts) == 1
        for before, after in made:
            if after:
                self.keep(after)
            else:
                assert before and change.after and has_same_content(before, change.after)
                self.throw(before.id)
        return multiple(*made)

    @rule(window=WINDOWS)
    def open_again(self, window: int) -> None:
        self.windows[window] = self.open()

    @rule(window=WINDOWS)
    def compact(self, window: int) -> None:
        self.windows[window].archive.compact()

    @rule()
    def lose_the_file(self) -> None:
        for window in self.windows:
            window.refresh()
        (self.folder / "notes.jsonl").unlink(missing_ok=True)
        self.windows[0].add("c001", "written back")
        self.keep(self.windows[0].all()[-1])

    @invariant()
    def both_windows_hold_what_they_should(self) -> None:
        for window in getattr(self, "windows", []):
            window.refresh()
            assert {note.id: (note.target, note.body) for note in window.all()} == self.kept
            assert {note.id: (note.target, note.body) for note in window.trash()} == self.thrown
            assert all(window.count(target) == len(window.for_target(target)) for target in ("c001", "p1", "bridges"))
            assert not window.problem

    @invariant()
    def nothing_that_was_said_is_lost(self) -> None:
        if getattr(self, "windows", None) and self.said:
            window = self.windows[0]
            identities = {*self.kept, *self.thrown}
            there = {note.body for note in (*window.all(), *window.trash())}
            there |= {past.body for identity in identities for past in window.revisions(identity)}
            assert self.said <= there

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


TestNotesMachine = NotesMachine.TestCase
TestNotesMachine.settings = settings(stateful_step_count=25)
