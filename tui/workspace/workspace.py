"""Hosts the panes, shows one at a time, and handles navigation history."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable

from textual.containers import Container

from store.annotations.reading_progress import ReadingProgress
from store.errors import NotFoundError
from store.model.records import Actor, Claim, Event, Paragraph, Question, Recommendation, Relation, Strategy
from store.session import Session
from tui.panes.base import Pane
from tui.panes.registry import PANES
from tui.widgets.messages import PaneShown
from tui.workspace.navigation_history import Location, NavigationHistory


class Workspace(Container):
    """The panes of one briefing, each made when it is first looked at. `Shown` tells which one is open."""

    def __init__(self, session: Session, progress: ReadingProgress) -> None:
        super().__init__()
        self._session = session
        self._briefing = session.briefing
        self._notes = session.notes
        self.excluded: frozenset[str] = frozenset()  # the claims of the what-if
        self._progress = progress
        self._history = NavigationHistory()
        self._panes: dict[int, Pane] = {}
        self._stale: set[int] = set()  # the panes that do not show the last change to notes, opinions or marks yet
        self._moving = Lock()
        self._waiting: list[Callable[[], None]] = []
        self.number = -1

    @property
    def is_open(self) -> bool:
        """Return True if a pane is open, which is not so before the first paint."""
        return self.number >= 0

    @property
    def pane(self) -> Pane:
        """The pane that is open."""
        return self._panes[self.number]

    @property
    def title(self) -> str:
        """The name of the pane that is open."""
        return PANES[self.number].title

    def when_idle(self, do: Callable[[], None]) -> None:
        """Do it now, or as soon as the pane that is coming up lies open: a program that ended meanwhile would fall."""
        if self.is_open and not self._moving.locked():
            do()
        else:
            self._waiting.append(do)

    async def open_initial(self, title: str, identity: str) -> None:
        """Open the pane of this name, or the one where the thing is at home, without a way back."""
        number = next((number for number, kind in enumerate(PANES) if title == kind.title), self.pane_for(identity))
        await self._show(Location(number, identity))

    async def go_to(self, identity: str) -> None:
        """To the thing with this id, in its own pane."""
        await self._navigate_to(Location(self.pane_for(identity), identity))

    async def go_to_in_pane(self, title: str, identity: str) -> None:
        """To the thing in the pane with this title."""
        await self._navigate_to(Location(_number_of(title), identity))

    async def go_to_filtered(self, title: str, words: str) -> None:
        """To the list of the pane with this title, showing only what these filter words let through."""
        await self._navigate_to(Location(_number_of(title), "", filter=words, view_state="list"))

    async def tab(self, number: int) -> None:
        """To the pane of this number, where it was left."""
        if number != self.number:
            await self._navigate_to(Location(number, ""))

    async def back(self) -> bool:
        """To the place before this one; whether there was one."""
        return await self._return_to(self._history.back(self._current_location))

    async def forward(self) -> bool:
        """To the place that was gone back from; whether there was one."""
        return await self._return_to(self._history.forward(self._current_location))

    def notes_changed(self) -> None:
        """Update the pane that is shown; the others are updated when they are shown next."""
        self._stale = set(self._panes)
        for pane in self._panes.values():
            pane.filtering.excluded = self.excluded
        if self.is_open and self.pane.display:
            self._update_shown()

    def _update_shown(self) -> None:
        if self.number in self._stale:
            self._stale.remove(self.number)
            self.pane.notes_changed()

    def is_note(self, identity: str) -> bool:
        """Return True if this is the id of a note."""
        try:
            self._notes.get(identity)
        except NotFoundError:
            return False
        return True

    def pane_for(self, identity: str) -> int:
        """Return the number of the pane in which the thing with this id is at home."""
        match self._briefing.records.get(identity):
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
                title = "Notes" if self.is_note(identity) else "Overview"
        return _number_of(title)

    @property
    def _current_location(self) -> Location:
        pane = self.pane
        return Location(self.number, pane.current_id, int(pane.card.scroll_y), pane.card.at, pane.filtering.words, pane.view_state)

    async def _navigate_to(self, place: Location) -> None:
        self._progress.went(self.title, self.pane.current_id)
        self._history.leave(self._current_location)
        await self._show(place)

    async def _return_to(self, place: Location | None) -> bool:
        if place is not None:
            await self._show(place)
        return place is not None

    def _restore(self, place: Location) -> None:
        """Restore the scroll position and the selected link of the card."""
        card = self.pane.card
        if place.link >= 0:
            card.choose(place.link)
        self.call_after_refresh(card.scroll_to, y=place.scroll, animate=False, force=True)  # its scrollbar may not be shown yet

    async def _show(self, place: Location) -> None:
        """Brings the pane up, filled when it is first seen, with its cursor on the thing; one move at a time."""
        if not (self.is_running and self.is_attached):
            return  # a key that was pressed just before the end
        try:
            async with self._moving:
                await self._open(place)
        finally:
            while self._waiting:
                self._waiting.pop()()

    async def _open(self, place: Location) -> None:
        if place.pane not in self._panes:
            await self._make(place)
        if self.is_open:
            self.pane.display = False
        self.number = place.pane
        await self.pane.prepare_view(place.id, place.view_state)
        self._activate(place)
        self.post_message(PaneShown(place.pane))

    async def _make(self, place: Location) -> None:
        """Create a pane; it counts as open when it is filled, and keys do not wait for it."""
        pane = PANES[place.pane].load()(self._session, self._progress)
        pane.filtering.excluded = self.excluded
        pane.display = False
        await self.mount(pane)
        pane.fill(place.id)
        self._panes[place.pane] = pane

    def _activate(self, place: Location) -> None:
        self.pane.display = True
        self._update_shown()
        if place.filter is not None:
            self.pane.filter(place.filter)
        if place.id:
            self.pane.show(place.id)
        self.pane.focus_list()
        if place.scroll or place.link >= 0:
            self.pane.refresh_card()
            self._restore(place)


def _number_of(title: str) -> int:
    return next(number for number, pane in enumerate(PANES) if title == pane.title)
