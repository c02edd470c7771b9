"""The main screen: shows one briefing and dispatches keys and messages to the command handlers."""

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
from store.session import Session
from store.text.plural import pluralize
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

POLL_SECONDS, BACKUP_SECONDS = 1.0, 3600.0
Remember = Callable[[str, str], None]


class MainScreen(ResponsiveScreen):
    """Shows the panes of one briefing; calls `remember` with the pane and the record when the cursor rests, and on exit."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.bindings("browser")]
    COMPONENT_CLASSES = TEXT_ROLE_CLASSES
    AUTO_FOCUS = ""

    def __init__(
        self, library: Library, briefing: Briefing, notes: Notes, ui_state: UiState, at: tuple[str, str], remember: Remember, editor: str
    ) -> None:
        super().__init__()
        self.notes = notes
        self._initial_place = at
        self._is_styled = False
        self._resting_place: tuple[str, str] | None = None
        self._remember = remember
        self._dialog_worker: Worker[None] | None = None
        self._header = BriefingHeader()
        self._tab_bar = TabBar(tuple((pane.title, pane.short_title) for pane in PANES))
        self._key_hints = KeyHints()
        self.context = create_context(
            self, library, Session(briefing, notes), ui_state, editor, ask=self.ask, notes_changed=self.notes_changed
        )
        self.workspace, self.notifier = self.context.workspace, self.context.notifier
        self.commands = Commands(self.context)

    def compose(self) -> ComposeResult:
        self.apply_size()
        yield from (self._header, self._tab_bar, self.workspace, self._key_hints)

    async def on_mount(self) -> None:
        self._header.title = self.context.briefing.title
        await self.workspace.open_initial(*self._initial_place)
        self.call_after_refresh(self._after_first_paint)

    def warn(self, message: str) -> None:
        self._header.warning = message

    def update_node_styles(self, animate: bool = True) -> None:
        """Skip the first update: every widget was styled when it was mounted."""
        if self._is_styled:
            super().update_node_styles(animate)
        self._is_styled = True

    def _after_first_paint(self) -> None:
        """Start what can wait until the first paint."""
        self._update_header()
        self.set_interval(POLL_SECONDS, self._poll)
        if self.notes.problem:
            self.notifier.error(self.notes.problem)
            return
        self._back_up()
        self.set_interval(BACKUP_SECONDS, self._back_up)
        self.commands.notes.offer_recovery()
        if not self.context.ui_state.toured:
            self.commands.app.hint_first(self._key_hints, self._update_hints)

    def _back_up(self) -> None:
        """Back up the notes daily, also if the program runs for days."""
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
        """Save the place and text being typed; return True if nothing would be lost by ending now."""
        is_safe = self.commands.flush_drafts()
        if self.workspace.is_open:
            self._remember(self.workspace.title, self.workspace.pane.current_id)
            self.context.progress.went(self.workspace.title, self.workspace.pane.current_id)
        self.context.progress.save()
        return is_safe

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Ignore keys until the first pane is mounted, and while the terminal is too small."""
        return self.workspace.is_open and (not self.has_class("-tiny") or action in ("leave", "quit"))

    def ask(self, dialog: Coroutine[Any, Any, None]) -> None:
        """Open a dialog unless one is open or opening."""
        if self._dialog_worker and not self._dialog_worker.is_finished:
            dialog.close()
            return
        self._dialog_worker = self.run_worker(dialog)

    def notes_changed(self) -> None:
        """Refresh the open pane and the header."""
        self.workspace.notes_changed()
        self._update_header()

    @on(LinkOpened)
    async def follow(self, event: LinkOpened) -> None:
        """Go to the record in its own pane; edit a note; ask before opening a URL."""
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
        """Show the active tab and its key hints."""
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
        """Run the action of a key hint that was clicked, on the focused widget if it has it."""
        method = f"action_{event.action.partition('(')[0]}"
        target = self.focused if self.focused is not None and hasattr(self.focused, method) else self
        await target.run_action(event.action)

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

    def action_move_focus(self, step: int) -> None:
        """Move to the next or previous link of the card, else to the next or previous part of the screen."""
        if not (isinstance(self.focused, RecordCard) and self.focused.next_link(step)):
            (self.focus_next if step > 0 else self.focus_previous)()

    def action_escape(self) -> None:
        """Stop a background task, else leave the card, else clear the filter and the what-if."""
        if self.context.background.stop():
            self.notifier.info("Stopped.")
        elif isinstance(self.focused, RecordCard):
            self.workspace.pane.focus_list()
        else:
            self.workspace.pane.filter("")
            self.commands.opinions.end_what_if()

    def on_screen_suspend(self) -> None:
        """Hide the key hints under a dialog."""
        self._key_hints.hints = ()

    def on_screen_resume(self) -> None:
        self._update_hints()

    def on_descendant_focus(self) -> None:
        """Show the key hints of the focused widget."""
        self._update_hints()

    def _update_hints(self) -> None:
        if self.is_running and self.workspace.is_open:
            nearest = ("card",) if isinstance(self.focused, RecordCard) else ("list",) if isinstance(self.focused, RecordList) else ()
            self._key_hints.hints = bindings.footer_hints(self.workspace.title, *nearest, "browser")

    def _poll(self) -> None:
        """Save the UI state and load what another window wrote."""
        self.context.progress.save()
        self.commands.marks.look()
        self.commands.notes.look()
        state = self.context.ui_state
        place = (self.workspace.title, self.workspace.pane.current_id) if self.workspace.is_open else None
        if (
            place
            and place == self._resting_place
            and (state.briefing, state.places.get(state.briefing)) != (self.context.briefing.id, place)
        ):
            self._remember(*place)  # only once the cursor has rested, so that moving never waits for the disk
        self._resting_place = place
        previous_problem = self.notes.problem
        with suppress(StoreError):  # refresh() sets notes.problem
            if self.notes.refresh():
                self.notes_changed()
        if self.notes.problem != previous_problem:
            if self.notes.problem:
                self.notifier.error(self.notes.problem)
            else:
                self.notifier.info("The notes are writable again.")
            self._update_header()

    def _update_header(self) -> None:
        notes = f"✎ {pluralize(count, 'note')}" if (count := len(self.notes.all())) else "no notes yet"
        what_if = describe_what_if(self.workspace.excluded, bindings.key_label("escape"))
        self._header.state = f"{what_if}{notes}{' · read-only' if self.notes.problem else ''}"
