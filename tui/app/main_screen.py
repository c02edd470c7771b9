"""The one screen: owns what is open, and hands every wish to the helper whose it is."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextlib import suppress
from inspect import isawaitable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.worker import Worker

from store.annotations.drafts import Drafts
from store.annotations.notes import Notes
from store.annotations.reading_progress import ReadingProgress
from store.annotations.ui_state import UiState
from store.errors import StoreError
from store.library.library import Library
from store.model.briefing import Briefing
from store.opinions.analysis import opinion_analysis
from store.text.plural import pluralize
from tui.app.responsive_screen import ResponsiveScreen
from tui.commands.commands import Commands
from tui.keys import bindings
from tui.panes import PANES
from tui.render.records.symbols import describe_what_if
from tui.render.text.blocks import FILTER, WEB
from tui.services.background_task import BackgroundRunner
from tui.services.notifier import Notifier
from tui.services.undo_stack import UndoStack
from tui.widgets.card import RecordCard
from tui.widgets.chrome import BriefingHeader, KeyHints, TabBar
from tui.widgets.component_styles import TEXT_ROLE_CLASSES
from tui.widgets.messages import ColumnClicked, FullTextRequested, KeyHintClicked, LinkOpened, PaneShown, TabClicked
from tui.widgets.record_list import RecordList
from tui.workspace.context import AppContext
from tui.workspace.workspace import Workspace

LOOK_SECONDS, BACK_UP_SECONDS = 1.0, 3600.0
Remember = Callable[[str, str], None]


class MainScreen(ResponsiveScreen):
    """Shows one briefing, pane by pane. `remember` is told, at rest and on leaving, which pane and record are looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.bindings("browser")]
    COMPONENT_CLASSES = TEXT_ROLE_CLASSES
    AUTO_FOCUS = ""

    def __init__(
        self, library: Library, briefing: Briefing, notes: Notes, state: UiState, at: tuple[str, str], remember: Remember, editor: str
    ) -> None:
        super().__init__()
        self.notes, self._start = notes, at
        self._is_dressed = False
        self._rests: tuple[str, str] | None = None
        self.tell = Notifier(self)
        self._remember = remember
        self._asked: Worker[None] | None = None
        self._masthead, self._tabs, self._footer = BriefingHeader(), TabBar(tuple((tab.TITLE, tab.short) for tab in PANES)), KeyHints()
        memory = ReadingProgress(library.places.state, briefing.id, notes)
        self.desk = Workspace(briefing, notes, memory)
        self._aside = BackgroundRunner(self.tell, len(briefing.records))
        drafts, deeds = Drafts(library.places.drafts), UndoStack(self.tell, self.notes_changed)
        own = (notes, drafts, opinion_analysis(briefing, notes), deeds, memory, state)
        self.reach = AppContext(self, library, briefing, *own, self.desk, self.tell, self.ask, self._aside, self.notes_changed, editor)
        self.commands = Commands(self.reach)

    def compose(self) -> ComposeResult:
        self.take_size()
        yield from (self._masthead, self._tabs, self.desk, self._footer)

    async def on_mount(self) -> None:
        self._masthead.title = self.reach.briefing.title
        await self.desk.open_initial(*self._start)
        self.call_after_refresh(self._after_first_paint)

    def warn(self, words: str) -> None:
        self._masthead.warning = words

    def update_node_styles(self, animate: bool = True) -> None:
        """Textual asks for this when a screen comes up; the first time, each widget was dressed a moment ago."""
        if self._is_dressed:
            super().update_node_styles(animate)
        self._is_dressed = True

    def _after_first_paint(self) -> None:
        """What can wait until the first screen is painted."""
        self._update_header()
        self.set_interval(LOOK_SECONDS, self._poll)
        if self.notes.problem:
            self.tell(self.notes.problem, True)
            return
        self._back_up()
        self.set_interval(BACK_UP_SECONDS, self._back_up)
        self.commands.notes.offer_recovery()
        if not self.reach.state.toured:
            self.commands.app.hint_first(self._footer, self._update_hints)

    def _back_up(self) -> None:
        """A copy of the notes for each day, also where the program is never ended."""
        try:
            self.reach.library.create_backup(self.reach.briefing.id)
        except StoreError as error:
            self.tell(f"Today's backup could not be made: {error}", True)

    async def action_run_command(self, key_id: str) -> None:
        """Run the command of the key binding with this id."""
        result = bindings.command(key_id)(self.commands)
        if isawaitable(result):
            await result

    def save_before_exit(self) -> bool:
        """Remembers the place; what is being written goes to disk. Whether nothing is lost by ending now."""
        is_safe = self.commands.flush_drafts()
        if self.desk.is_open:
            self._remember(self.desk.title, self.desk.pane.current_id)
            self.reach.memory.went(self.desk.title, self.desk.pane.current_id)
        self.reach.memory.save()
        return is_safe

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Before the first pane lies open, a key pressed in haste does nothing; nor does one where nothing can be seen."""
        return self.desk.is_open and (not self.has_class("-tiny") or action in ("leave", "quit"))

    def ask(self, question: Coroutine[Any, Any, None]) -> None:
        """One dialog at a time: what is pressed in haste, before the first is open, opens no second."""
        if self._asked and not self._asked.is_finished:
            question.close()
            return
        self._asked = self.run_worker(question)

    def notes_changed(self) -> None:
        """Draws again what depends on the notes."""
        self.desk.notes_changed()
        self._update_header()

    @on(LinkOpened)
    async def follow(self, event: LinkOpened) -> None:
        """To the record, in its own pane; a note opens for editing, for that is all there is to see of it; the web asks first."""
        if event.id.startswith(FILTER):
            await self.desk.go_to_filtered("Claims", event.id.removeprefix(FILTER))
        elif event.id.startswith(WEB):
            self.commands.clipboard.visit(event.id.removeprefix(WEB))
        elif self.desk.is_note(event.id):
            self.commands.notes.edit(self.notes.get(event.id))
        else:
            await self.desk.go_to(event.id)

    @on(PaneShown)
    def on_pane_shown(self, event: PaneShown) -> None:
        """The tabs and the footer follow the pane."""
        if self.is_running:
            self._tabs.active = event.number
            self._update_hints()

    @on(TabClicked)
    async def show_tab(self, event: TabClicked) -> None:
        await self.desk.tab(event.number)

    @on(ColumnClicked)
    def sort(self, event: ColumnClicked) -> None:
        self.commands.list_layout.sort_by(event.column)

    @on(KeyHintClicked)
    async def run_hint(self, event: KeyHintClicked) -> None:
        """A key in the footer was clicked: as if it had been pressed, where the focus is."""
        method = f"action_{event.action.partition('(')[0]}"
        meant = self.focused if self.focused is not None and hasattr(self.focused, method) else self
        await meant.run_action(event.action)

    @on(FullTextRequested)
    def read_rest(self, event: FullTextRequested) -> None:
        from tui.dialogs.text_viewer import TextViewer

        self.app.push_screen(TextViewer(event.title, event.text))

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
        if not (isinstance(self.focused, RecordCard) and self.focused.next_link(1)):
            self.focus_next()

    def action_focus_previous(self) -> None:
        if not (isinstance(self.focused, RecordCard) and self.focused.next_link(-1)):
            self.focus_previous()

    def action_escape(self) -> None:
        """One step out: of what is being got ready, from the card to the list, and there out of the filter and what is being tried."""
        if self._aside.stop():
            self.tell("Stopped.")
        elif isinstance(self.focused, RecordCard):
            self.desk.pane.focus_list()
        else:
            self.desk.pane.filter("")
            self.commands.opinions.end_what_if()

    def on_screen_suspend(self) -> None:
        """Under a dialog, none of these keys does what it says."""
        self._footer.hints = ()

    def on_screen_resume(self) -> None:
        self._update_hints()

    def on_descendant_focus(self) -> None:
        """The footer says what the keys do where the focus is."""
        self._update_hints()

    def _update_hints(self) -> None:
        if self.is_running and self.desk.is_open:
            nearest = ("card",) if isinstance(self.focused, RecordCard) else ("list",) if isinstance(self.focused, RecordList) else ()
            self._footer.hints = bindings.footer_hints(self.desk.title, *nearest, "browser")

    def _poll(self) -> None:
        """Once a second: save the UI state, and take in what another window wrote."""
        self.reach.memory.save()
        self.commands.marks.look()
        self.commands.notes.look()
        state, place = self.reach.state, (self.desk.title, self.desk.pane.current_id) if self.desk.is_open else None
        if place and place == self._rests and (state.briefing, state.places.get(state.briefing)) != (self.reach.briefing.id, place):
            self._remember(*place)  # not while the reader hurries on: the disk would have to be waited for
        self._rests = place
        before = self.notes.problem
        with suppress(StoreError):  # it is the problem then
            if self.notes.refresh():
                self.notes_changed()
        if self.notes.problem != before:
            self.tell(self.notes.problem or "The notes can be written again.", bool(self.notes.problem))
            self._update_header()

    def _update_header(self) -> None:
        notes = f"✎ {pluralize(count, 'note')}" if (count := len(self.notes.all())) else "no notes yet"
        what_if = describe_what_if(self.reach.judgement, bindings.key_label("escape"))
        self._masthead.state = f"{what_if}{notes}{' · read-only' if self.notes.problem else ''}"
