"""Commands that link two records: one contradicts the other, supports it, or refers to it."""

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

_MEANINGS = {"contradicts": "the two cannot both be right", "supports": "it is a reason for the other", "see also": "they are related"}


class LinkCommands:
    """Makes links, which are notes on two records."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def link(self) -> None:
        """Ask for the record to link the current one to, and for the kind of link."""
        record_id = self._context.workspace.pane.note_target
        if record_id not in self._context.briefing.records:
            self._context.notifier.info("No record to link here. Select a record or a paragraph.")
        else:
            self._context.ask_if_writable(self._link(record_id))

    async def _link(self, record_id: str) -> None:
        from tui.dialogs.choice import ChoiceDialog
        from tui.dialogs.command_palette import CommandPalette

        app, records = self._context.screen.app, self._context.briefing.records
        other = await app.push_screen_wait(CommandPalette(self._groups(record_id), f"Link {record_id} to: letters of a record", "select"))
        if not other:
            return
        choices = tuple((word, f"{other}: {_MEANINGS[word]}") for word in LINK_WORDS)
        word = await app.push_screen_wait(ChoiceDialog(f"{record_id} … {other}  {headline(records[other])}", choices))
        if not word:
            return
        try:
            note = link_records(self._context.notes, record_id, parse_link_word(word), other)
        except StoreError as error:
            self._context.notifier.error(str(error))
            return
        self._context.record(f"link {record_id} to {other}", NoteChange(None, note))
        self._context.notifier.info(f"Linked: {record_id} {word} {other}. Press {key_label('note.edit')} to add text.")

    def _groups(self, record_id: str) -> dict[str, tuple[PaletteEntry[str], ...]]:
        """Return the other records, the marked ones first."""
        others = [record for record in self._context.briefing.records.values() if record.id != record_id]
        return {
            "Marked": tuple(palette_entry(record, record.id) for record in others if record.id in self._context.progress.marked),
            "Records": tuple(palette_entry(record, record.id) for record in others if not isinstance(record, Paragraph)),
            "Paragraphs": tuple(palette_entry(record, record.id) for record in others if isinstance(record, Paragraph)),
        }
