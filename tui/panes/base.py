"""The base of panes: a list, the card of the current record, and the reader's notes on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from store.annotations.reading_progress import ReadingProgress, SortOrder
from store.model.note import Note
from store.search.list_filter import ListFilter, Suggestion
from store.session import Session
from tui.keys.bindings import key_label
from tui.render.context import RenderContext
from tui.render.records.columns import COLUMNS, row
from tui.render.records.overview import reader_blocks
from tui.render.records.symbols import MARKED
from tui.render.text.blocks import Block, Span
from tui.render.text.cells import natural_key, sort_items
from tui.widgets.card import RecordCard
from tui.widgets.messages import RowHighlighted, RowSelected
from tui.widgets.record_list import RecordList


class Pane(Container):
    """A tab: a `list`, the `card` of what is under its cursor, and `mine`, the reader's notes on that.

    Children say which items it lists, and may show other cards than that of the record itself. Where they have several
    VIEWS of the same things, `view` is the one in force, and `make_list` and `items` follow it.
    """

    TITLE: ClassVar[str]
    TABLE: ClassVar[str]
    VIEWS: ClassVar[tuple[str, ...]] = ("list",)

    def __init__(self, session: Session, progress: ReadingProgress) -> None:
        super().__init__()
        self.session = session
        self.briefing = session.briefing
        self.notes = session.notes
        self.progress = progress
        self.filtering = ListFilter(session, progress)
        self._card_item: Any = None
        self._pinned_id = ""  # the item under the cursor, listed even if it no longer matches the filter
        kept = progress.views.get(self.TITLE, "")
        self.view = kept if kept in self.VIEWS else self.VIEWS[0]
        self.list = self._new_list()
        self.card = RecordCard(classes="card")
        self.mine = RecordCard(classes="mine")

    @property
    def context(self) -> RenderContext:
        """Return the session as it is shown, with the what-if."""
        return RenderContext.of(self.session, self.filtering.excluded)

    def compose(self) -> ComposeResult:
        yield self.list
        with Vertical(classes="side"):
            yield self.card
            yield self.mine

    def make_list(self) -> RecordList:
        """Return the list of this pane."""
        return RecordList(COLUMNS[self.TABLE], self.cells, classes="list")

    def _new_list(self) -> RecordList:
        new = self.make_list()
        new.sign = self._sign
        return new

    def _sign(self, item: Any) -> Span:
        """Return the mark before a row, or a blank if it is not marked."""
        return Span(MARKED, "mine") if item.id in self.progress.marked else Span(" ")

    def items(self) -> Sequence[Any]:
        """Return the items of the list, in order."""
        raise NotImplementedError

    def cells(self, item: Any) -> tuple[Span, ...]:
        """Return the cells of one item."""
        return row(COLUMNS[self.TABLE], self.context, item)

    def blocks(self, item: Any) -> tuple[Block, ...]:
        """Return the card of one item."""
        from tui.render.records.card import card_blocks  # the overview is painted first, and has no use for it

        return card_blocks(self.context, item)

    def target(self, item: Any) -> str:
        """Return the id of the record that a new note would be on."""
        return str(item.id)

    def caption(self) -> tuple[Span, ...]:
        """Return a line above the list, or nothing."""
        return ()

    def count(self, words: str) -> tuple[int, int]:
        """Return how many items match these filter words, and of how many; raise FilterSyntaxError."""
        return self.filtering.check(items := self.filterable(), words), len(items)

    def filterable(self) -> Sequence[Any]:
        """Return what a filter applies to: the items, unless rows hold several records or hide some."""
        return self.items()

    def prepare_filter(self) -> None:
        """Works out what filters look at, which takes a while for many records; may be done in a thread."""
        self.count("")

    def suggest(self, words: str) -> tuple[Suggestion, ...]:
        """Return continuations of these filter words, each with its number of matches."""
        return self.filtering.suggest(self.filterable(), words)

    def filter(self, words: str) -> None:
        """Show only what `words` let through; all, if there are none."""
        if words != self.filtering.words:
            self.filtering.words, self._pinned_id = words, ""
            self.fill()

    @property
    def current_id(self) -> str:
        """The id by which this pane finds back to what is under its cursor."""
        return str(self.list.item.id) if self.list.item else ""

    @property
    def note_target(self) -> str:
        """The id of what a note written now would be about; the briefing itself where the list is empty."""
        return self.target(self.list.item) if self.list.item else self.briefing.id

    @property
    def note(self) -> Note | None:
        """The note that is meant: the chosen one, else the last one written here."""
        notes = self.notes.for_target(self.note_target)
        chosen = next((note for note in notes if note.id == self.mine.linked_id), None)
        return chosen or (notes[-1] if notes else None)

    def fill(self, at: str = "") -> None:
        """List the items, with the cursor on `at`."""
        items = self.items()
        through = self.filtering.apply(items)
        self.list.caption = self._caption(len(through), len(items))
        self.list.set(self._sorted(self.filtering.apply(items, self._pinned_id) if self._pinned_id else through), at)

    @property
    def order(self) -> SortOrder | None:
        """Return the sort order of the list, or None for the default."""
        return self.progress.orders.get(self._table)

    def sort(self, order: SortOrder | None) -> None:
        """Sorts the list, now and from now on; the cursor stays on its item."""
        self.progress.order(self._table, order)
        self.fill(self.current_id)

    @property
    def _table(self) -> str:
        return f"{self.TITLE}/{self.view}"

    def _sorted(self, items: Sequence[Any]) -> Sequence[Any]:
        self.list.order = order = self.order if self.list.sortable else None
        names = [column.name for column in self.list.columns]
        if order is None or order.column not in names:
            return items
        return sort_items(items, [self.sort_key(names.index(order.column), item) for item in items], order.reverse)

    def sort_key(self, number: int, item: Any) -> Any:
        """Return the key by which column `number` sorts `item`: its text, with numbers by their value."""
        return natural_key(self.list.columns[number].sort_key(self.context, item))

    def _caption(self, shown: int, there: int) -> tuple[Span, ...]:
        words = self.filtering.words
        if not words:
            return self.caption()
        # A filter may be longer than the line: the way out of it comes first.
        way_out = Span(f"{key_label('escape')} shows all  ", "quiet")
        return (Span(f" {shown:,} of {there:,}  ", "strong"), way_out, Span(f"{words} ", "flag"), *self.caption())

    def show(self, identity: str) -> None:
        """Put the cursor on the item with this id; a filter that hides it is taken off."""
        if not self.list.select(identity):
            self.filtering.words = ""
            self.fill(identity)

    async def change_view(self, view: str) -> None:
        """Switch to this view, with the cursor on the same item."""
        at, self.view = self.current_id, view
        self.progress.view(self.TITLE, self.view)
        old, self.list = self.list, self._new_list()
        old.display = False
        await self.mount(self.list, before=old)
        self.fill(at)
        if at:
            self.show(at)
        await old.remove()

    @property
    def view_state(self) -> str:
        """Return the state of the view, for `prepare_view`."""
        return self.view

    async def prepare_view(self, identity: str, way: str = "") -> None:
        """Show it this way, or another way where this one does not list the thing with this id."""
        if way and way != self.view:
            await self.change_view(way)

    def notes_changed(self) -> None:
        """Draws again what depends on notes and judgements: what no longer passes the filter goes, but for what is being looked at."""
        if self.filtering.words:
            self._pinned_id = self.current_id if self.list.row else ""
            self.fill(self.current_id)
        self.list.refresh()
        self.refresh_card()

    def show_notes(self) -> None:
        """Show the reader's notes on the current record."""
        self.mine.show(self.notes_on(self.note_target))

    def notes_on(self, target: str) -> Sequence[Block]:
        """Return the reader's verdict and notes on one thing."""
        history = self.session.opinions.verdicts.history(target)
        return reader_blocks(self.notes.for_target(target), target, history, self.briefing, key_label("note.add"))

    def refresh_card(self) -> None:
        """Show the card of what is under the cursor now, without waiting to be told."""
        self._card_item = self.list.item
        empty_text = [Block((Span(self.empty_text(), "quiet"),))]
        self.card.show(empty_text if self._card_item is None else self.blocks(self._card_item))
        self.show_notes()

    def focus_list(self) -> None:
        """Focus the list."""
        self.list.focus()

    @on(RowHighlighted)
    def show_card(self, event: RowHighlighted) -> None:
        event.stop()
        if event.item is None or event.item != self._card_item:
            self.refresh_card()

    def empty_text(self, called: str = "") -> str:
        """Return the text of the card if the list is empty; `called` names what it lists."""
        if self.filtering.words:
            return f"No matches. Press {key_label('escape')} to clear the filter."
        return f"There are no {called or self.TABLE} in this briefing."

    @on(RowSelected)
    def focus_card(self, event: RowSelected) -> None:
        event.stop()
        self.card.focus()
