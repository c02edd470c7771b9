"""The one screen: owns what is open, and answers every wish."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker

from store import Briefing, Drafts, Library, Notes, StoreError
from tui import keys
from tui.card import Card
from tui.desk import Desk
from tui.finding import Finding
from tui.ink import INK
from tui.messages import Follow, ReadRest, Shown, ShowTab
from tui.noting import Noting
from tui.panes import PANES
from tui.rows import Rows
from tui.strips import Footer, Masthead, Tabs

LOOK_SECONDS = 1.0
TELL_SECONDS, BAD_NEWS_SECONDS = 4.0, 12.0

Remember = Callable[[str, str], None]


class Browser(Screen[None]):
    """Shows one briefing, pane by pane. `remember` is told, on leaving, which pane and record were last looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("browser")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
    COMPONENT_CLASSES = INK
    AUTO_FOCUS = ""

    def __init__(self, library: Library, briefing: Briefing, notes: Notes, drafts: Drafts, at: tuple[str, str], remember: Remember) -> None:
        super().__init__()
        self.briefing = briefing
        self.notes = notes
        self._library = library
        self._start = at
        self._remember = remember
        self._asked: Worker[None] | None = None
        self.desk = Desk(briefing, notes)
        self.noting = Noting(self, briefing, notes, drafts, self.tell, self.notes_changed)
        self.finding = Finding(self, briefing, notes, self.desk.go, self.tell)

    def compose(self) -> ComposeResult:
        self._take_size()
        yield Masthead()
        yield Tabs(tuple(pane.TITLE for pane in PANES))
        yield self.desk
        yield Footer()

    async def on_mount(self) -> None:
        self.query_one(Masthead).title = self.briefing.title
        await self.desk.begin(*self._start)
        self.call_after_refresh(self._settle)

    def _take_size(self) -> None:
        """Is narrow or wide from the start: Textual would find out when it has painted once, and paint again."""
        across = ((self.HORIZONTAL_BREAKPOINTS, self.app.size.width), (self.VERTICAL_BREAKPOINTS, self.app.size.height))
        self.add_class(*(max(entry for entry in breakpoints if entry[0] <= extent)[1] for breakpoints, extent in across))

    def _settle(self) -> None:
        """What can wait until the first screen is painted."""
        self._tell_state()
        self.set_interval(LOOK_SECONDS, self._look)
        if self.notes.problem:
            self.tell(self.notes.problem, True)
            return
        try:
            self._library.back_up(self.briefing.id)
        except StoreError as error:
            self.tell(f"Today's backup could not be made: {error}", True)
        self._ask(self.noting.offer_again())

    def leaving(self) -> bool:
        """Remembers the place; what is being written goes to disk. Whether nothing is lost by ending now."""
        is_safe = self.noting.rescue()
        self._remember(self.desk.title, self.desk.pane.place)
        return is_safe

    def tell(self, words: str, is_bad: bool = False) -> None:
        """Shows a sentence for a while."""
        self.notify(
            words, severity="error" if is_bad else "information", timeout=BAD_NEWS_SECONDS if is_bad else TELL_SECONDS, markup=False
        )

    def notes_changed(self) -> None:
        """Draws again what depends on the notes."""
        self.desk.notes_changed()
        self._tell_state()

    @on(Follow)
    async def follow(self, event: Follow) -> None:
        """To the record, in its own pane; a note opens for editing, for that is all there is to see of it."""
        if self.desk.is_note(event.id):
            self._ask(self.noting.edit(self.notes.get(event.id)))
        else:
            await self.desk.go(event.id)

    @on(Shown)
    def say_where(self, event: Shown) -> None:
        """The tabs and the footer follow the pane."""
        if self.is_running:
            self.query_one(Tabs).active = event.number
            self._hint()

    @on(ShowTab)
    async def show_tab(self, event: ShowTab) -> None:
        await self.desk.tab(event.number)

    @on(ReadRest)
    def read_rest(self, event: ReadRest) -> None:
        from tui.dialogs.read import Read

        self.app.push_screen(Read(event.title, event.text))

    async def action_tab(self, number: int) -> None:
        await self.desk.tab(number - 1)

    async def action_next_tab(self, step: int) -> None:
        await self.desk.tab((self.desk.number + step) % len(PANES))

    async def action_back(self) -> None:
        await self.desk.back()

    async def action_forward(self) -> None:
        await self.desk.forward()

    async def action_leave(self) -> None:
        if not await self.desk.back():
            await self.app.action_quit()

    def action_focus_next(self) -> None:
        if isinstance(self.focused, Card):
            self.focused.next_link(1)
        else:
            self.focus_next()

    def action_focus_previous(self) -> None:
        if isinstance(self.focused, Card):
            self.focused.next_link(-1)
        else:
            self.focus_previous()

    def action_help(self) -> None:
        from tui.dialogs.help import Help

        self.app.push_screen(Help())

    def _ask(self, question: Coroutine[Any, Any, None]) -> None:
        """One dialog at a time: what is pressed in haste, before the first is open, opens no second."""
        if self._asked and not self._asked.is_finished:
            question.close()
            return
        self._asked = self.run_worker(question)

    def action_add_note(self) -> None:
        self._ask(self.noting.add(self.desk.pane.about))

    def action_edit_note(self) -> None:
        if self.desk.pane.note:
            self._ask(self.noting.edit(self.desk.pane.note))
        else:
            self.tell("There is no note here to edit. a writes one.")

    def action_delete_note(self) -> None:
        if self.desk.pane.note:
            self._ask(self.noting.delete(self.desk.pane.note))
        else:
            self.tell("There is no note here to delete.")

    def action_find(self) -> None:
        self._ask(self.finding.find())

    async def action_match(self, step: int) -> None:
        await self.finding.next(step)

    def action_filter(self) -> None:
        self._ask(self._filter())

    async def _filter(self) -> None:
        from tui.dialogs.filter import Filter  # dialogs are fetched when they are asked for: the first paint is sooner

        pane = self.desk.pane
        words = await self.app.push_screen_wait(Filter(pane.filtering.words, pane.count))
        if words is not None:
            pane.filter(words)

    def action_escape(self) -> None:
        """One step out: from the card to the list, and in the list out of the filter."""
        if isinstance(self.focused, Card):
            self.desk.pane.focus_list()
        else:
            self.desk.pane.filter("")

    def action_undo(self) -> None:
        self.noting.undo()

    def action_redo(self) -> None:
        self.noting.redo()

    def on_descendant_focus(self) -> None:
        """The footer says what the keys do where the focus is."""
        self._hint()

    def _hint(self) -> None:
        if not self.is_running:
            return
        nearest = ("card",) if isinstance(self.focused, Card) else ("list",) if isinstance(self.focused, Rows) else ()
        self.query_one(Footer).hints = keys.hints(self.desk.title, *nearest, "browser")

    def _look(self) -> None:
        """Once a second: has another window written?"""
        try:
            if self.notes.refresh():
                self.notes_changed()
        except StoreError as error:
            if str(error) != self.notes.problem:
                self.notes.problem = str(error)
                self.tell(self.notes.problem, True)
                self._tell_state()

    def _tell_state(self) -> None:
        count = len(self.notes.all())
        words = "no notes yet" if not count else f"✎ {count} note" + "s" * (count > 1)
        self.query_one(Masthead).state = f"{words} · read-only" if self.notes.problem else words
