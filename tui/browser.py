"""The one screen: owns what is open, and answers every wish."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen

from store import (
    Actor,
    Briefing,
    Claim,
    Drafts,
    Event,
    Library,
    Notes,
    NotFound,
    Paragraph,
    Question,
    Recommendation,
    Relation,
    StoreError,
    Strategy,
)
from tui import keys
from tui.card import Card
from tui.dialogs.help import Help
from tui.dialogs.read import Read
from tui.history import History, Place
from tui.messages import Follow, ReadRest, ShowTab
from tui.noting import Noting
from tui.panes import PANES, Pane
from tui.rows import Rows
from tui.strips import Footer, Masthead, Tabs

LOOK_SECONDS = 1.0
TELL_SECONDS, BAD_NEWS_SECONDS = 4.0, 12.0
_OVERVIEW, _NOTES = 0, len(PANES) - 1

Remember = Callable[[str, str], None]


class Browser(Screen[None]):
    """Shows one briefing, pane by pane. `remember` is told, on leaving, which pane and record were last looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("browser")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
    AUTO_FOCUS = ""

    def __init__(self, library: Library, briefing: Briefing, notes: Notes, drafts: Drafts, at: tuple[str, str], remember: Remember) -> None:
        super().__init__()
        self.briefing = briefing
        self.notes = notes
        self._library = library
        self._start = at
        self._remember = remember
        self._history = History()
        self._panes: dict[int, Pane] = {}
        self._number = -1
        self.noting = Noting(self, briefing, notes, drafts, self.tell, self.notes_changed)

    def compose(self) -> ComposeResult:
        self._take_size()
        yield Masthead()
        yield Tabs(tuple(pane.TITLE for pane in PANES))
        yield Container(id="panes")
        yield Footer()

    async def on_mount(self) -> None:
        self.query_one(Masthead).title = self.briefing.title
        pane, identity = self._start
        number = next((number for number, kind in enumerate(PANES) if pane == kind.TITLE), self.pane_of(identity))
        await self._show(Place(number, identity))
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
        self._offer_again()

    @work
    async def _offer_again(self) -> None:
        await self.noting.offer_again()

    def leaving(self) -> None:
        """Remembers the place; what is being written goes to disk."""
        self.noting.rescue()
        self._remember(PANES[self._number].TITLE, self._pane.place)

    def tell(self, words: str, is_bad: bool = False) -> None:
        """Shows a sentence for a while."""
        self.notify(
            words, severity="error" if is_bad else "information", timeout=BAD_NEWS_SECONDS if is_bad else TELL_SECONDS, markup=False
        )

    def notes_changed(self) -> None:
        """Draws again what depends on the notes."""
        for pane in self._panes.values():
            pane.notes_changed()
        self._tell_state()

    def pane_of(self, identity: str) -> int:
        """The number of the pane in which the thing with this id is at home."""
        match self.briefing.records.get(identity):
            case Actor():
                title = "Companies"
            case Claim():
                title = "Claims"
            case Strategy():
                title = "Strategies"
            case Recommendation():
                title = "Recommendations"
            case Relation():
                title = "Map"
            case Event():
                title = "Timeline"
            case Paragraph():
                title = "Article"
            case Question() | None:
                title = "Notes" if self._is_note(identity) else "Overview"
        return next(number for number, pane in enumerate(PANES) if title == pane.TITLE)

    @on(Follow)
    async def follow(self, event: Follow) -> None:
        """To the record, in its own pane; a note opens for editing, for that is all there is to see of it."""
        if self._is_note(event.id):
            self.edit(event.id)
            return
        self._history.leave(self._here)
        await self._show(Place(self.pane_of(event.id), event.id))

    @on(ShowTab)
    async def show_tab(self, event: ShowTab) -> None:
        await self.action_tab(event.number + 1)

    @on(ReadRest)
    def read_rest(self, event: ReadRest) -> None:
        self.app.push_screen(Read(event.title, event.text))

    async def action_tab(self, number: int) -> None:
        if number - 1 != self._number:
            self._history.leave(self._here)
            await self._show(Place(number - 1, ""))

    async def action_next_tab(self, step: int) -> None:
        await self.action_tab((self._number + step) % len(PANES) + 1)

    async def action_back(self) -> None:
        await self._return(self._history.back(self._here))

    async def action_forward(self) -> None:
        await self._return(self._history.forward(self._here))

    async def action_leave(self) -> None:
        place = self._history.back(self._here)
        if place is None:
            await self.app.action_quit()
        await self._return(place)

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
        self.app.push_screen(Help())

    @work
    async def action_add_note(self) -> None:
        await self.noting.add(self._pane.about)

    def action_edit_note(self) -> None:
        if self._pane.note:
            self.edit(self._pane.note.id)
        else:
            self.tell("There is no note here to edit. a writes one.")

    @work
    async def edit(self, identity: str) -> None:
        """Asks for other words for the note with this id."""
        await self.noting.edit(self.notes.get(identity))

    @work
    async def action_delete_note(self) -> None:
        if self._pane.note:
            await self.noting.delete(self._pane.note)
        else:
            self.tell("There is no note here to delete.")

    def action_undo(self) -> None:
        self.noting.undo()

    def action_redo(self) -> None:
        self.noting.redo()

    def on_descendant_focus(self) -> None:
        """The footer says what the keys do where the focus is."""
        self._hint()

    @property
    def _pane(self) -> Pane:
        return self._panes[self._number]

    @property
    def _here(self) -> Place:
        return Place(self._number, self._pane.place, int(self._pane.card.scroll_y))

    async def _return(self, place: Place | None) -> None:
        if place is not None:
            await self._show(place)

    async def _show(self, place: Place) -> None:
        """Brings the pane up, filled when it is first seen, with its cursor on the thing."""
        if self._number >= 0:
            self._pane.display = False
        self._number = place.pane
        if place.pane not in self._panes:
            self._panes[place.pane] = PANES[place.pane](self.briefing, self.notes)
            await self.query_one("#panes").mount(self._pane)
            self._pane.fill(place.id)
        self._pane.display = True
        if place.id:
            self._pane.show(place.id)
        self._pane.focus_list()
        self.query_one(Tabs).active = place.pane
        if place.scroll:
            self.call_later(self._pane.card.scroll_to, y=place.scroll, animate=False)
        self._hint()

    def _hint(self) -> None:
        nearest = ("card",) if isinstance(self.focused, Card) else ("list",) if isinstance(self.focused, Rows) else ()
        self.query_one(Footer).hints = keys.hints(PANES[self._number].TITLE, *nearest, "browser")

    def _look(self) -> None:
        """Once a second: has another window written?"""
        try:
            if self.notes.refresh():
                self.notes_changed()
        except StoreError as error:
            if str(error) != self.notes.problem:
                self.notes.problem = str(error)
                self.tell(self.notes.problem, True)

    def _tell_state(self) -> None:
        count = len(self.notes.all())
        words = "no notes yet" if not count else f"✎ {count} note" + "s" * (count > 1)
        self.query_one(Masthead).state = f"{words} · read-only" if self.notes.problem else words

    def _is_note(self, identity: str) -> bool:
        try:
            self.notes.get(identity)
        except NotFound:
            return False
        return True
