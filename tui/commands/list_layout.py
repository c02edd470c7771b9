"""Commands for lists: filter, sort, change the view, and maximise the list or the card."""

from __future__ import annotations

from textual.widget import Widget

from store.annotations.reading_progress import SortOrder
from tui.keys.bindings import key_label
from tui.widgets.card import RecordCard
from tui.widgets.record_list import RecordList
from tui.workspace.context import AppContext

WHOLE_CARD, WHOLE_LIST = "-whole-card", "-whole-list"


class ListCommands:
    """Changes the layout of the open pane."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._whole: tuple[str, str] | None = None  # the pane and the record whose card is maximised

    def filter(self) -> None:
        """Ask for a filter, and apply it."""
        self._context.ask(self._filter())

    def sort(self) -> None:
        """Sort by the next column; after the last one, restore the default order."""
        pane = self._context.workspace.pane
        columns = pane.list.sortable
        if not columns:
            self._context.notifier.info("This list has an order of its own.")
            return
        at = columns.index(pane.order.column) + 1 if pane.order and pane.order.column in columns else 0
        self._apply(SortOrder(columns[at]) if at < len(columns) else None)

    def reverse(self) -> None:
        """Reverse the order."""
        pane = self._context.workspace.pane
        if pane.order is None:
            self._context.notifier.info(
                f"The list is as it comes: {key_label('sort')} sorts it by a column, {key_label('sort.reverse')} turns that round."
            )
            return
        self._apply(SortOrder(pane.order.column, not pane.order.reverse))

    def sort_by(self, column: str) -> None:
        """Sort by this column; if the list is sorted by it already, reverse the order."""
        order = self._context.workspace.pane.order
        self._apply(SortOrder(column, order is not None and order.column == column and not order.reverse))

    async def view(self) -> None:
        """Show the next view, with the cursor on the same item."""
        pane = self._context.workspace.pane
        if len(pane.VIEWS) < 2:
            self._context.notifier.info("There is no other way to show this list.")
            return
        await pane.change_view(pane.VIEWS[(pane.VIEWS.index(pane.view) + 1) % len(pane.VIEWS)])
        pane.focus_list()

    def maximise(self) -> None:
        """Maximise the list or the card, whichever has the focus, or restore both."""
        screen = self._context.screen
        if screen.has_class(WHOLE_CARD) or screen.has_class(WHOLE_LIST):
            screen.remove_class(WHOLE_CARD, WHOLE_LIST)
            return
        self._maximise(isinstance(screen.focused, RecordCard))
        screen.watch(screen, "focused", self._follow_focus, init=False)

    def _maximise(self, to_card: bool) -> None:
        self._context.screen.set_class(to_card, WHOLE_CARD)
        self._context.screen.set_class(not to_card, WHOLE_LIST)
        self._whole = self._here if to_card else None

    def _follow_focus(self, focused: Widget | None) -> None:
        """Maximise the part that gets the focus; after a link in a maximised card, keep the card of the new record maximised."""
        screen, pane = self._context.screen, self._context.workspace.pane
        if not (screen.has_class(WHOLE_CARD) or screen.has_class(WHOLE_LIST)):
            return
        if isinstance(focused, RecordCard):
            self._maximise(True)
        elif isinstance(focused, RecordList) and screen.has_class(WHOLE_CARD):
            if self._whole == self._here:
                self._maximise(False)
            else:
                screen.call_after_refresh(pane.card.focus)

    @property
    def _here(self) -> tuple[str, str]:
        return self._context.workspace.title, self._context.workspace.pane.current_id

    def _apply(self, order: SortOrder | None) -> None:
        self._context.workspace.pane.sort(order)
        if order is None:
            self._context.notifier.info("The list is in its own order again.")

    async def _filter(self) -> None:
        from tui.dialogs.filter import FilterDialog

        pane = self._context.workspace.pane
        await self._context.background.run(pane.prepare_filter)
        query = await self._context.screen.app.push_screen_wait(FilterDialog(pane.filtering.words, pane.count, pane.suggest))
        if query is not None:
            pane.filter(query)
