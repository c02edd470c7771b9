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

from store.annotations.notes import Notes
from store.annotations.ui_state import UiState
from store.errors import StoreError
from store.library.library import Library
from store.model.briefing import Briefing
from tui.app.responsive_screen import ResponsiveScreen
from tui.commands.commands import Commands
from tui.keys import bindings
from tui.panes.registry import PANES
from tui.render.records.symbols import describe_what_if
from tui.render.text.links import FilterLink, RecordLink, UrlLink
from tui.widgets.card import RecordCard
from tui.widgets.chrome import BriefingHeader, KeyHints, TabBar
from tui.widgets.component_styles import TEXT_ROLE_CLASSES
from tui.widgets.messages import ColumnClicked, FullTextRequested, KeyHintClicked, LinkOpened, PaneShown, TabClicked
from tui.widgets.record_list import RecordList
from tui.workspace.context import create_context

LOOK_SECONDS, BACK_UP_SECONDS = 1.0, 3600.0
Remember = Callable[[str, str], None]


class MainScreen(ResponsiveScreen):
    """Shows one briefing, pane by pane. `remember` is told, at rest and on leaving, which pane and record are looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.bindings("browser")]
    COMPONENT_CLASSES = TEXT_ROLE_CLASSES
    AUTO_FOCUS = ""

    def __init__(
        self, library: Library, briefing: Briefing, notes: Notes, ui_state: UiState, at: tuple[str, str], remember: Remember, editor: str
    ) -> None:
        super().__init__()
        self.notes = notes
        self._start = at
        self._is_styled = False
        self._rests: tuple[str, str] | None = None
        self._remember = remember
        self._asked: Worker[None] | None = None
        self._header = BriefingHeader()
        self._tab_bar = TabBar(tuple((pane.title, pane.short_title) for pane in PANES))
        self._key_hints = KeyHints()
        self.context = create_context(self, library, briefing, notes, ui_state, editor, ask=self.ask, notes_changed=self.notes_changed)
        self.workspace, self.notifier = self.context.workspace, self.context.notifier
        self.commands = Commands(self.context)

    def compose(self) -> ComposeResult:
        self.take_size()
        yield from (self._header, self._tab_bar, self.workspace, self._key_hints)

    async def on_mount(self) -> None:
        self._header.title = self.context.briefing.title
        await self.workspace.open_initial(*self._start)
        self.call_after_refresh(self._after_first_paint)

    def warn(self, words: str) -> None:
        self._header.warning = words

    def update_node_styles(self, animate: bool = True) -> None:
        """Textual asks for this when a screen comes up; the first time, each widget was dressed a moment ago."""
        if self._is_styled:
            super().update_node_styles(animate)
        self._is_styled = True

    def _after_first_paint(self) -> None:
        """What can wait until the first screen is painted."""
        self._update_header()
        self.set_interval(LOOK_SECONDS, self._poll)
        if self.notes.problem:
            self.notifier.error(self.notes.problem)
            return
        self._back_up()
        self.set_interval(BACK_UP_SECONDS, self._back_up)
        self.commands.notes.offer_recovery()
        if not self.context.ui_state.toured:
            self.commands.app.hint_first(self._key_hints, self._update_hints)

    def _back_up(self) -> None:
        """A copy of the notes for each day, also where the program is never ended."""
        try:
            self.context.library.create_backup(self.context.briefing.id)
        except StoreError as error:
            self.notifier.error(f"Today's backup could not be made: {error}")

    async def action_run_command(self, key_id: str) -> None:
        """Run the command of the key binding with this id."""
        result = bindings.command(key_id)(self.commands)
        if isawaitable(result):
            await result

    def save_before_exit(self) -> bool:
        """Remembers the place; what is being written goes to disk. Whether nothing is lost by ending now."""
        is_safe = self.commands.flush_drafts()
        if self.workspace.is_open:
            self._remember(self.workspace.title, self.workspace.pane.current_id)
            self.context.progress.went(self.workspace.title, self.workspace.pane.current_id)
        self.context.progress.save()
        return is_safe

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Before the first pane lies open, a key pressed in haste does nothing; nor does one where nothing can be seen."""
        return self.workspace.is_open and (not self.has_class("-tiny") or action in ("leave", "quit"))

    def ask(self, question: Coroutine[Any, Any, None]) -> None:
        """One dialog at a time: what is pressed in haste, before the first is open, opens no second."""
        if self._asked and not self._asked.is_finished:
            question.close()
            return
        self._asked = self.run_worker(question)

    def notes_changed(self) -> None:
        """Draws again what depends on the notes."""
        self.workspace.notes_changed()
        self._update_header()

    @on(LinkOpened)
    async def follow(self, event: LinkOpened) -> None:
        """To the record, in its own pane; a note opens for editing, for that is all there is to see of it; the web asks first."""
        match event.target:
            case FilterLink(query):
                await self.workspace.go_to_filtered("Claims", query)
            case UrlLink(url):
                self.commands.clipboard.visit(url)
            case RecordLink(note_id) if self.workspace.is_note(note_id):
                self.commands.notes.edit(self.notes.get(note_id))
            case RecordLink(record_id):
                await self.workspace.go_to(record_id)

    @on(PaneShown)
    def on_pane_shown(self, event: PaneShown) -> None:
        """The tabs and the footer follow the pane."""
        if self.is_running:
            self._tab_bar.active = event.number
            self._update_hints()

    @on(TabClicked)
    async def show_tab(self, event: TabClicked) -> None:
        await self.workspace.tab(event.number)

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
        await self.workspace.tab(number - 1)

    async def action_next_tab(self, step: int) -> None:
        await self.workspace.tab((self.workspace.number + step) % len(PANES))

    async def action_back(self) -> None:
        await self.workspace.back()

    async def action_forward(self) -> None:
        await self.workspace.forward()

    async def action_leave(self) -> None:
        if not await self.workspace.back():
            await self.app.action_quit()

    def action_focus_next(self) -> None:
        if not (isinstance(self.focused, RecordCard) and self.focused.next_link(1)):
            self.focus_next()

    def action_focus_previous(self) -> None:
        if not (isinstance(self.focused, RecordCard) and self.focused.next_link(-1)):
            self.focus_previous()

    def action_escape(self) -> None:
        """One step out: of what is being got ready, from the card to the list, and there out of the filter and what is being tried."""
        if self.context.background.stop():
            self.notifier.info("Stopped.")
        elif isinstance(self.focused, RecordCard):
            self.workspace.pane.focus_list()
        else:
            self.workspace.pane.filter("")
            self.commands.opinions.end_what_if()

    def on_screen_suspend(self) -> None:
        """Under a dialog, none of these keys does what it says."""
        self._key_hints.hints = ()

    def on_screen_resume(self) -> None:
        self._update_hints()

    def on_descendant_focus(self) -> None:
        """The footer says what the keys do where the focus is."""
        self._update_hints()

    def _update_hints(self) -> None:
        if self.is_running and self.workspace.is_open:
            nearest = ("card",) if isinstance(self.focused, RecordCard) else ("list",) if isinstance(self.focused, RecordList) else ()
            self._key_hints.hints = bindings.footer_hints(self.workspace.title, *nearest, "browser")

    def _poll(self) -> None:
        """Once a second: save the UI state, and take in what another window wrote."""
        self.context.progress.save()
        self.commands.marks.look()
        self.commands.notes.look()
        state, place = self.context.ui_state, (self.workspace.title, self.workspace.pane.current_id) if self.workspace.is_open else None
        if place and place == self._rests and (state.briefing, state.places.get(state.briefing)) != (self.context.briefing.id, place):
            self._remember(*place)  # not while the reader hurries on: the disk would have to be waited for
        self._rests = place
        before = self.notes.problem
        with suppress(StoreError):  # it is the problem then
            if self.notes.refresh():
                self.notes_changed()
        if self.notes.problem != before:
            if self.notes.problem:
                self.notifier.error(self.notes.problem)
            else:
                self.notifier.info("The notes can be written again.")
            self._update_header()

    def _update_header(self) -> None:
        words = f"✎ {count} note{'s' * (count > 1)}" if (count := len(self.notes.all())) else "no notes yet"
        tried = describe_what_if(self.context.judgement, bindings.key_label("escape"))
        self._header.state = f"{tried}{words}{' · read-only' if self.notes.problem else ''}"
