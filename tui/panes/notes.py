"""Notes: everything of mine, in one list."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from store.errors import NotFound
from store.model.note import Note
from tui.keys.bindings import shown_key
from tui.panes.base import Pane
from tui.render.records.card import card
from tui.render.records.notes import about_it, aim_blocks, words_blocks
from tui.render.records.overview import overview
from tui.render.text.blocks import BLANK, Block, Part, head, say
from tui.widgets.messages import Chosen, Follow


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
        first = Block((Part(f"✎ {item.id}", "mine"), Part(f"{about_it(item)}{earlier}", "quiet")))
        words = (*aim_blocks(item), *words_blocks(item), BLANK)
        return (first, *words, *(block for place in item.places for block in (head(f"on {place}"), *self._record(place), BLANK)))

    def _record(self, target: str) -> tuple[Block, ...]:
        if target == self.briefing.id:
            return overview(self.briefing, self.notes)
        try:
            return card(self.briefing, self.briefing.get(target))
        except NotFound as error:
            return (say(Part(str(error), "warning")),)

    def caption(self) -> tuple[Part, ...]:
        count, trash = len(self.items()), len(self.notes.trash())
        words = f" {count} note{'s' * (count != 1)}" + (f" · {trash} in the trash" if trash else "")
        return (Part(words, "quiet"),)

    def show_notes(self) -> None:
        """The note is the card itself; below it, nothing is said twice."""
        self.mine.display = False

    def notes_changed(self) -> None:
        self.fill()

    def silence(self, called: str = "") -> str:
        if self.filtering.words:
            return super().silence()
        return f"No notes yet. Press {shown_key('note.add')} on any record, paragraph, or on the overview, and write."

    @on(Chosen)
    def enter_card(self, event: Chosen) -> None:
        event.stop()
        self.post_message(Follow(event.item.target))
