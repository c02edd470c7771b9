"""Answers the wish to link two records: one contradicts the other, supports it, or only: see also."""

from __future__ import annotations

from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import LINK_WORDS, parse_link_word
from store.annotations.note_links import link_records
from store.errors import StoreError
from store.model.records import Paragraph
from tui.keys.bindings import key_label
from tui.render.records.palette_entries import palette_entry
from tui.render.records.symbols import headline
from tui.render.text.fuzzy import PaletteEntry
from tui.workspace.context import AppContext

_WHAT = {"contradicts": "the two cannot both be right", "supports": "it is a reason for the other", "see also": "they belong together"}


class LinkCommands:
    """Makes links, which are notes on two records."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def link(self) -> None:
        """Asks what the record under the cursor is linked to, and how."""
        one = self._context.workspace.pane.note_target
        if one not in self._context.briefing.records:
            self._context.notifier.info("There is no record here to link.")
        else:
            self._context.ask_if_writable(self._link(one))

    async def _link(self, one: str) -> None:
        from tui.dialogs.choice import ChoiceDialog
        from tui.dialogs.command_palette import CommandPalette

        app, records = self._context.screen.app, self._context.briefing.records
        other = await app.push_screen_wait(CommandPalette(self._entries(one), f"Link {one} to: a few letters of a record", "select"))
        if not other:
            return
        choices = tuple((word, f"{other}: {_WHAT[word]}") for word in LINK_WORDS)
        word = await app.push_screen_wait(ChoiceDialog(f"{one} … {other}  {headline(records[other])}", choices))
        if not word:
            return
        try:
            added = link_records(self._context.notes, one, parse_link_word(word), other)
        except StoreError as error:
            self._context.notifier.error(str(error))
            return
        self._context.record(f"link {one} to {other}", NoteChange(None, added))
        self._context.notifier.info(f"{one} {word} {other}. {key_label('note.edit')} says why.")

    def _entries(self, one: str) -> dict[str, tuple[PaletteEntry, ...]]:
        """What is marked first: it was marked for something."""
        things = [thing for thing in self._context.briefing.records.values() if thing.id != one]
        marked = tuple(palette_entry(thing) for thing in things if thing.id in self._context.progress.marked)
        records = tuple(palette_entry(thing) for thing in things if not isinstance(thing, Paragraph))
        paragraphs = tuple(palette_entry(thing) for thing in things if isinstance(thing, Paragraph))
        return {"Marked": marked, "Records": records, "Paragraphs": paragraphs}
