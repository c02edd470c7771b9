"""Answers the wish to link two records: one contradicts the other, supports it, or only: see also."""

from __future__ import annotations

from store.annotations.note_change import Change
from store.annotations.note_kinds import LINK_WORDS, link_named
from store.annotations.note_links import link_records
from store.errors import StoreError
from store.model.records import Paragraph
from tui.keys.bindings import shown_key
from tui.render.records.palette_entries import entry_of
from tui.render.records.symbols import words_of
from tui.render.text.fuzzy import Entry
from tui.workspace.context import Reach

_WHAT = {"contradicts": "the two cannot both be right", "supports": "it is a reason for the other", "see also": "they belong together"}


class Linking:
    """Makes links, which are notes on two records."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach

    def link(self) -> None:
        """Asks what the record under the cursor is linked to, and how."""
        one = self._reach.desk.pane.about
        if one not in self._reach.briefing.records:
            self._reach.tell("There is no record here to link.")
        else:
            self._reach.ask_to_change(self._link(one))

    async def _link(self, one: str) -> None:
        from tui.dialogs.choice import Choose
        from tui.dialogs.command_palette import Palette

        app, records = self._reach.screen.app, self._reach.briefing.records
        other = await app.push_screen_wait(Palette(self._entries(one), f"Link {one} to: a few letters of a record", "select"))
        if not other:
            return
        choices = tuple((word, f"{other}: {_WHAT[word]}") for word in LINK_WORDS)
        word = await app.push_screen_wait(Choose(f"{one} … {other}  {words_of(records[other])}", choices))
        if not word:
            return
        try:
            added = link_records(self._reach.notes, one, link_named(word), other)
        except StoreError as error:
            self._reach.tell(str(error), True)
            return
        self._reach.did(f"link {one} to {other}", Change(None, added))
        self._reach.tell(f"{one} {word} {other}. {shown_key('note.edit')} says why.")

    def _entries(self, one: str) -> dict[str, tuple[Entry, ...]]:
        """What is marked first: it was marked for something."""
        things = [thing for thing in self._reach.briefing.records.values() if thing.id != one]
        marked = tuple(entry_of(thing) for thing in things if thing.id in self._reach.memory.marked)
        records = tuple(entry_of(thing) for thing in things if not isinstance(thing, Paragraph))
        paragraphs = tuple(entry_of(thing) for thing in things if isinstance(thing, Paragraph))
        return {"Marked": marked, "Records": records, "Paragraphs": paragraphs}
