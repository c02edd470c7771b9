"""What every pane is: a list, the card of what is under its cursor, and the reader's notes on that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from store import Briefing, Note, Notes
from tui.card import Card
from tui.filtering import Filtering
from tui.messages import Chosen, LeaveCard, LookedAt
from tui.render.cards import card
from tui.render.columns import COLUMNS, row
from tui.render.overview import mine_blocks
from tui.render.parts import Block, Part
from tui.rows import Rows


class Pane(Container):
    """A tab. Children say which items it lists, and may show other cards than that of the record itself."""

    TITLE: ClassVar[str]
    TABLE: ClassVar[str]

    def __init__(self, briefing: Briefing, notes: Notes) -> None:
        super().__init__()
        self.briefing = briefing
        self.notes = notes
        self.filtering = Filtering(briefing, notes)
        self._looked_at: Any = None

    def compose(self) -> ComposeResult:
        yield self.make_list()
        with Vertical(classes="side"):
            yield Card(classes="card")
            yield Card(classes="mine")

    def make_list(self) -> Rows:
        """The list of this pane."""
        return Rows(COLUMNS[self.TABLE], self.cells, classes="list")

    def items(self) -> Sequence[Any]:
        """What the list shows, in order."""
        raise NotImplementedError

    def cells(self, item: Any) -> tuple[Part, ...]:
        """The cells of one item."""
        return row(COLUMNS[self.TABLE], self.briefing, self.notes, item)

    def blocks(self, item: Any) -> tuple[Block, ...]:
        """The card of one item."""
        return card(self.briefing, item)

    def target(self, item: Any) -> str:
        """The id of what a note written now would be about."""
        return str(item.id)

    def caption(self) -> tuple[Part, ...]:
        """A line above the list, where there is something to say."""
        return ()

    def count(self, words: str) -> tuple[int, int]:
        """How many items these filter words would leave, of how many; raises BadFilter."""
        items = self.items()
        return self.filtering.check(items, words), len(items)

    def filter(self, words: str) -> None:
        """Shows only what `words` let through; all, where there are none."""
        if words != self.filtering.words:
            self.filtering.words = words
            self.fill()

    @property
    def list(self) -> Rows:
        """The list of this pane."""
        return self.query_one(".list", Rows)

    @property
    def card(self) -> Card:
        """The card of what is under the cursor."""
        return self.query_one(".card", Card)

    @property
    def mine(self) -> Card:
        """The reader's notes below the card."""
        return self.query_one(".mine", Card)

    @property
    def place(self) -> str:
        """The id by which this pane finds back to what is under its cursor."""
        return str(self.list.item.id) if self.list.item else ""

    @property
    def about(self) -> str:
        """The id of what a note written now would be about; the briefing itself where the list is empty."""
        return self.target(self.list.item) if self.list.item else self.briefing.id

    @property
    def note(self) -> Note | None:
        """The note that is meant: the chosen one, else the last one written here."""
        notes = self.notes.about(self.about)
        chosen = next((note for note in notes if note.id == self.mine.link), None)
        return chosen or (notes[-1] if notes else None)

    def fill(self, at: str = "") -> None:
        """Lists the items, with the cursor on `at`."""
        items = self.items()
        shown = self.filtering.apply(items)
        self.list.caption = self._caption(len(shown), len(items))
        self.list.set(shown, at)

    def _caption(self, shown: int, there: int) -> tuple[Part, ...]:
        words = self.filtering.words
        if not words:
            return self.caption()
        return (*self.caption(), Part(f" {shown:,} of {there:,}  ", "strong"), Part(words, "flag"), Part("  esc shows all", "quiet"))

    def show(self, identity: str) -> None:
        """Puts the cursor on the item with this id; a filter that hides it is taken off."""
        if not self.list.select(identity):
            self.filtering.words = ""
            self.fill(identity)

    def notes_changed(self) -> None:
        """Draws the notes again, and the signs of the list."""
        self.list.refresh()
        self.show_notes()

    def show_notes(self) -> None:
        """The reader's notes on what is under the cursor."""
        self.mine.show(mine_blocks(self.notes.about(self.about), self.about))

    def look(self) -> None:
        """Shows the card of what is under the cursor now, without waiting to be told."""
        self._looked_at = self.list.item
        if self._looked_at is None:
            self.card.show([Block((Part(self.silence(), "quiet"),))])
        else:
            self.card.show(self.blocks(self._looked_at))
        self.show_notes()

    def focus_list(self) -> None:
        """The keyboard goes to the list."""
        self.list.focus()

    @on(LookedAt)
    def show_card(self, event: LookedAt) -> None:
        event.stop()
        if event.item is None or event.item != self._looked_at:
            self.look()

    def silence(self) -> str:
        """What the card says where the list is empty."""
        return "There is nothing here."

    @on(Chosen)
    def enter_card(self, event: Chosen) -> None:
        event.stop()
        self.card.focus()

    @on(LeaveCard)
    def leave_card(self, event: LeaveCard) -> None:
        event.stop()
        if event.step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()
