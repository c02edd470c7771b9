"""Somebody at the keyboard: presses, clicks, pastes, and says what is on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

from rich.cells import cell_len
from textual import on
from textual.app import App, ComposeResult
from textual.events import Key, Paste
from textual.keys import _character_to_key, key_to_character
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from assets import FOLDER
from store.annotations.notes import Notes
from store.annotations.ui_state import UiState
from store.library.library import Library
from tui.app.app import DEFAULT, BriefingApp
from tui.app.main_screen import MainScreen
from tui.app.themes import NIGHT
from tui.dialogs.note_editor import NoteEditor
from tui.panes.base import Pane
from tui.widgets.card import RecordCard
from tui.widgets.component_styles import TEXT_ROLE_CLASSES
from tui.widgets.messages import FullTextRequested, LinkOpened, RowHighlighted, RowSelected, TabClicked
from tui.widgets.record_list import RecordList

WIDE, NARROW = (120, 40), (80, 24)


class Reader:
    """Wraps the pilot of Textual; `app` is running while the block lasts."""

    def __init__(self, app: BriefingApp, notes: Notes, pilot: Pilot[None]) -> None:
        self.app = app
        self.notes = notes
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one by one, and wait for each answer and for the end of everything that the last one began."""
        await self.tap(*keys)
        await self.settle()

    async def tap(self, *keys: str) -> None:
        """Press keys, and wait once for each answer; Textual's own pilot waits three times."""
        for key in keys:
            self.app.post_message(Key(_character_to_key(key) if len(key) == 1 else key, key_to_character(key)))
            await self.pilot.pause()

    async def type_ahead(self, *keys: str) -> None:
        """Presses keys faster than the screen can answer."""
        for key in keys:
            self.app.simulate_key(key)
        await self.settle()

    async def paste(self, words: str) -> None:
        """Paste as a terminal does for ctrl+shift+v."""
        self.app.post_message(Paste(words))
        await self.pilot.pause()

    async def run(self, key_id: str) -> None:
        """Run the command of a key binding, with or without a key, as the palette does."""
        await self.main_screen.action_run_command(key_id)
        await self.pilot.pause()

    async def write(self, words: str) -> None:
        """Write a note on the current record, from `a` to `ctrl+s`."""
        await self.press("a")
        await self.paste(words)
        await self.press("ctrl+s")

    async def click(self, words: str, times: int = 1) -> None:
        """Clicks on the first place where `words` stand."""
        y, line = next((y, line) for y, line in enumerate(self.shown.split("\n")) if words in line)
        await self.pilot.click(offset=(cell_len(line[: line.index(words)]), y), times=times)
        await self.pilot.pause()

    async def settle(self) -> None:
        """Lets everything that was begun come to an end."""
        await self.pilot.wait_for_scheduled_animations()

    @property
    def shown(self) -> str:
        """The text on the screen."""
        return "\n".join(strip.text for strip in self.strips)

    @property
    def strips(self) -> list[Strip]:
        """The lines on their way to the terminal, with their styles."""
        return self.app.screen._compositor.render_strips()

    @property
    def main_screen(self) -> MainScreen:
        """The screen under all dialogs."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    @property
    def pane(self) -> Pane:
        """The pane that is seen."""
        return next(pane for pane in self.main_screen.query(Pane) if pane.display)

    @property
    def tab(self) -> str:
        """Its title."""
        return self.pane.TITLE

    @property
    def record_list(self) -> RecordList:
        """Its list."""
        return self.pane.list

    @property
    def at(self) -> str:
        """The id under the cursor."""
        return self.pane.current_id

    @property
    def ids(self) -> list[str]:
        """The ids of what is listed."""
        return [item.id for item in self.record_list.items]

    @property
    def card(self) -> str:
        """Everything that stands on the card, seen or not."""
        return page(self.pane.card)

    @property
    def mine(self) -> str:
        """Everything that stands on the card of my notes."""
        return page(self.pane.mine)

    @property
    def bodies(self) -> list[str]:
        """The words of my notes, the oldest first."""
        self.notes.refresh()
        return [note.body for note in self.notes.all()]

    @property
    def dialog(self) -> str:
        """The class of the dialog that is open, or nothing."""
        return "" if isinstance(self.app.screen, MainScreen) else type(self.app.screen).__name__

    @property
    def written(self) -> str:
        """What stands in the editor."""
        return self.app.screen.query_one(TextArea).text if isinstance(self.app.screen, NoteEditor) else ""

    @property
    def told(self) -> list[str]:
        """The sentences in the toasts."""
        return [str(toast.message) for toast in self.app._notifications]


@asynccontextmanager
async def reading(
    library: Library, at: str = "", size: tuple[int, int] = WIDE, briefing: str = "bridges", **changes: Any
) -> AsyncIterator[Reader]:
    """Open the screen on the record `at` until the block ends."""
    notes = changes.get("notes") or library.notes(briefing)
    state = UiState.load(library.places.state)
    state.toured = changes.get("toured", True)
    app = BriefingApp(library, library.open(briefing), notes, state, at, changes.get("preferences", DEFAULT))
    async with app.run_test(size=size, tooltips=True, notifications=True) as pilot:
        await pilot.pause()
        yield Reader(app, notes, pilot)


def page(card: RecordCard) -> str:
    """Return the lines of a card with each run of white space as one space."""
    return " ".join(" ".join(_plain(card)).split())


def _plain(card: RecordCard) -> Iterator[str]:
    width = card.scrollable_content_region.width
    return (card.line(number, width).plain for number in range(card.line_count))


class Page(Screen[None]):
    """Paper and ink for one widget."""

    COMPONENT_CLASSES = TEXT_ROLE_CLASSES


class Host(App[None]):
    """Shows one widget, or one dialog; keeps the messages that the widget posts, and the answers of the dialog."""

    CSS_PATH = str(FOLDER / "app.tcss")
    AUTO_FOCUS = ""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.register_theme(NIGHT)
        self.theme = NIGHT.name
        self._widget = widget
        self.posted: list[Message] = []
        self.answers: list[Any] = []

    def get_default_screen(self) -> Page:
        return Page()

    def compose(self) -> ComposeResult:
        if not isinstance(self._widget, Screen):
            yield self._widget

    def on_mount(self) -> None:
        if isinstance(self._widget, Screen):
            self.push_screen(self._widget, self.answers.append)

    @property
    def shown(self) -> str:
        """The text on the screen."""
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())

    @on(RowHighlighted)
    @on(RowSelected)
    @on(LinkOpened)
    @on(FullTextRequested)
    @on(TabClicked)
    def keep(self, event: Message) -> None:
        self.posted.append(event)


@asynccontextmanager
async def hosted(widget: Widget, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    """Show `widget` alone, laid out and without focus, until the block ends."""
    app = Host(widget)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot
