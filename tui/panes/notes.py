"""Notes: everything of mine, in one list."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from store.errors import NotFoundError
from store.model.note import Note
from store.text.plural import pluralize
from tui.keys.bindings import key_label
from tui.panes.base import Pane
from tui.render.records.card import card_blocks
from tui.render.records.notes import body_blocks, note_context, target_blocks
from tui.render.records.overview import overview_blocks
from tui.render.text.blocks import BLANK, Block, Span, heading_block, text_block
from tui.render.text.links import RecordLink
from tui.widgets.messages import LinkOpened, RowSelected


class NotesPane(Pane):
    """All my notes, the newest first. Enter jumps to the record that a note is about."""

    TITLE = "Notes"
    TABLE = "notes"

    def items(self) -> Sequence[Note]:
        return tuple(reversed(self.notes.all()))

    def target(self, item: Note) -> str:
        return item.target

    @property
    def note(self) -> Note | None:
        found: Note | None = self.list.item
        return found

    def blocks(self, item: Note) -> tuple[Block, ...]:
        earlier = f"  version {item.revision}" if item.revision > 1 else ""
        first = Block((Span(f"✎ {item.id}", "mine"), Span(f"{note_context(item)}{earlier}", "quiet")))
        words = (*target_blocks(item), *body_blocks(item), BLANK)
        return (first, *words, *(block for place in item.targets for block in (heading_block(f"on {place}"), *self._record(place), BLANK)))

    def _record(self, target: str) -> tuple[Block, ...]:
        if target == self.briefing.id:
            return overview_blocks(self.context)
        try:
            return card_blocks(self.context, self.briefing.get(target))
        except NotFoundError as error:
            return (text_block(Span(str(error), "warning")),)

    def caption(self) -> tuple[Span, ...]:
        count, trash = len(self.items()), len(self.notes.trash())
        words = f" {pluralize(count, 'note')}" + (f" · {trash} in the trash" if trash else "")
        return (Span(words, "quiet"),)

    def show_notes(self) -> None:
        """Show nothing below the card, which is the note itself."""
        self.mine.display = False

    def notes_changed(self) -> None:
        self.fill()

    def empty_text(self, called: str = "") -> str:
        if self.filtering.words:
            return super().empty_text()
        return f"No notes yet. Press {key_label('note.add')} on any record, paragraph, or on the overview, and write."

    @on(RowSelected)
    def focus_card(self, event: RowSelected) -> None:
        event.stop()
        self.post_message(LinkOpened(RecordLink(event.item.target)))
