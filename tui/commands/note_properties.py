"""Answers the wishes about what a note is: its tags, its kind, whether it is done; and one tag by another name everywhere."""

from __future__ import annotations

import re

from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import KINDS, note_status, note_type, with_status, with_type
from store.annotations.tags import count_tags, new_name, normalize_tags, parse_tags, rename_changes
from store.errors import InvalidInputError, StoreError
from store.model.note import Note
from store.search.list_filter import Suggestion
from store.text.fold import fold_text
from store.text.plural import pluralize
from tui.keys.bindings import key_label
from tui.render.records.notes import note_line
from tui.workspace.context import AppContext

_LAST = re.compile(r"[^\s,]*$")
MOST, LONGEST = 12, 40
# What each kind is for.
_WHAT = {
    "comment": "what you think of it",
    "question": "what you want to know",
    "to do": "what you want to do about it",
    "quote": "words worth keeping",
    "correction": "what is wrong, and what would be right",
}


class NotePropertyCommands:
    """Changes what notes are, never what they say; every deed can be undone."""

    def __init__(self, reach: AppContext) -> None:
        self._reach = reach

    def tags(self) -> None:
        """Asks for the tags of the note that is meant; without a note, which tag is to have another name."""
        note = self._reach.workspace.pane.note
        if note is None and not self._used():
            self._reach.notifier(f"There is no note here to tag. {key_label('note.add')} writes one.")
            return
        self._reach.ask_if_writable(self._tag(note) if note else self._rename_one())

    def kind(self) -> None:
        """Asks what kind of note the one that is meant is."""
        note = self._meant("to be of another kind")
        if note and note.link:
            self._reach.notifier("A link between two records has no other kind.")
        elif note:
            self._reach.ask_if_writable(self._kind(note))

    def status(self) -> None:
        """The note that is meant is done, or open again."""
        note = self._meant("to be done")
        if note is None:
            return
        status = "open" if note_status(note) == "done" else "done"
        try:
            wanted = with_status(note, "done" if status == "done" else "open")
        except InvalidInputError as error:
            self._reach.notifier(f"{error} {key_label('note.kind')} makes it one.")
            return
        words = f"the {note_type(note)} on {note.target}"
        if self._change(f"close {words}" if status == "done" else f"open {words} again", note, wanted):
            self._reach.notifier(f"{words.capitalize()} is {'done' if status == 'done' else 'open again'}.")

    def _meant(self, deed: str) -> Note | None:
        note = self._reach.workspace.pane.note
        if note is None:
            self._reach.notifier(f"There is no note here {deed}. {key_label('note.add')} writes one.")
        return note

    async def _tag(self, note: Note) -> None:
        from tui.dialogs.tags import TagsDialog

        dialog = TagsDialog(_typed(note.tags), self._meaning, self._suggest, f"Tags of {_called(note)}")
        words = await self._reach.screen.app.push_screen_wait(dialog)
        if dialog.renaming:
            await self._rename(dialog.renaming)
        elif words is not None and (tags := parse_tags(words, self._reach.notes.all())) != note.tags:
            self._change(f"change the tags of the note on {note.target}", note, replace(note, tags=tags))

    async def _rename_one(self) -> None:
        from tui.dialogs.choice import ChoiceDialog

        choices = tuple((tag, f"on {pluralize(count, 'note')}") for tag, count in self._used().items())
        chosen = await self._reach.screen.app.push_screen_wait(
            ChoiceDialog("Here is no note to tag. Which tag shall have another name?", choices)
        )
        if chosen:
            await self._rename(chosen)

    async def _rename(self, old: str) -> None:
        from tui.dialogs.suggest_input import SuggestInput

        field = SuggestInput(old, lambda words: self._renaming(old, words), self._suggest, f"#{old} everywhere by another name")
        words = await self._reach.screen.app.push_screen_wait(field)
        if not words:
            return
        notes = self._reach.notes
        try:
            changes = rename_changes(notes.all(), old, words, notes.now())
        except StoreError as error:
            self._reach.notifier(str(error), True)
            return
        new = new_name(notes.all(), old, words)
        verb = "merge" if new in self._used() else "rename"
        count = f"({pluralize(len(changes), 'note')})"
        done = f"merge the tag #{old} into #{new} {count}" if verb == "merge" else f"rename the tag #{old} to #{new} {count}"
        if self._reach.apply(done, *changes):
            self._reach.notifier(f"#{old} is #{new} now {count}.")

    def _renaming(self, old: str, words: str) -> str:
        """What the new name would mean; raises StoreError where it is none."""
        notes = self._reach.notes.all()
        count = len(rename_changes(notes, old, words, "")) if normalize_tags([words]) != (old,) else 0
        if not count:
            return "This is its name now."
        new = new_name(notes, old, words)
        merged = f"; #{new} is in use, and the two become one" if new in self._used() else ""
        return f"#{new} on {pluralize(count, 'note')}{merged}"

    async def _kind(self, note: Note) -> None:
        from tui.dialogs.choice import ChoiceDialog

        dialog = ChoiceDialog(f"What is {_called(note)}?", tuple(_WHAT.items()), at=list(KINDS).index(note_type(note)))
        chosen = await self._reach.screen.app.push_screen_wait(dialog)
        if chosen and chosen != note_type(note):
            self._change(f"make the note on {note.target} a {chosen}", note, with_type(note, KINDS[chosen]))

    def _change(self, words: str, note: Note, wanted: Note) -> bool:
        wanted = replace(wanted, modified=self._reach.notes.now(), revision=note.revision + 1)
        return self._reach.apply(words, NoteChange(note, wanted))

    def _used(self) -> dict[str, int]:
        return count_tags(self._reach.notes.all())

    def _meaning(self, words: str) -> str:
        used = self._used()
        tags = parse_tags(words, self._reach.notes.all())
        return "  ".join(f"#{tag}" if tag in used else f"#{tag} (new)" for tag in tags) or "no tags"

    def _suggest(self, words: str) -> tuple[Suggestion, ...]:
        """The tags in use that the last word may become, those that begin so first."""
        last = _LAST.search(words)
        start = words[: last.start()] if last else words
        typed = words[len(start) :].lstrip("#")
        begun = fold_text(typed)
        there = {*parse_tags(start, self._reach.notes.all()), typed}
        fitting = [(tag, count) for tag, count in self._used().items() if begun in fold_text(tag) and tag not in there]
        fitting.sort(key=lambda item: not fold_text(item[0]).startswith(begun))
        return tuple(Suggestion(f"{start}{tag} ", f"#{tag}", count) for tag, count in fitting[:MOST])


def _typed(tags: tuple[str, ...]) -> str:
    """The tags in a line, ready for one more."""
    return "".join(f"{tag} " for tag in tags)


def _called(note: Note) -> str:
    """The note, told from others on the same record by how it begins."""
    words = " ".join(note_line(note).split())
    return f"the note on {note.target}, “{words[:LONGEST]}{'…' * (len(words) > LONGEST)}”"
