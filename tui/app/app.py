"""The Textual app: themes, output filter, signals and the main screen."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import ANSIToTruecolor, LineFilter
from textual.notifications import Notify, SeverityLevel

from store.annotations.notes import Notes
from store.annotations.ui_state import UiState
from store.library.library import Library
from store.model.briefing import Briefing
from store.text.sanitize import sanitize_output
from tui.app.driver import TerminalDriver, has_terminal
from tui.app.input_decoder import ignore_undecodable_input
from tui.app.main_screen import MainScreen
from tui.app.preferences import Preferences
from tui.app.terminal_guard import TerminalGuard
from tui.app.text_entry import is_dropped_by_textual, is_line_field, is_text_field, normalize_entered, reason_against_line
from tui.app.themes import THEMES, VARIABLES
from tui.keys import bindings
from tui.keys.bindings import ActiveBindings
from tui.keys.removed import reason_for_key
from tui.services.notifier import INFO_SECONDS, TimedNotification

DEFAULT = Preferences()
_SIGINT_DELAY_SECONDS = 0.2
_TERMINAL_CHECK_SECONDS = 2.0
_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class BriefingApp(App[None]):
    """Opens `briefing` at the record `at`, or where the reader left it."""

    CSS_PATH = "../../assets/app.tcss"
    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False  # Textual's own palette crashes in three common situations
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, library: Library, briefing: Briefing, notes: Notes, state: UiState, at: str = "", preferences: Preferences = DEFAULT
    ) -> None:
        has_no_color = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if has_no_color else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = preferences.theme
        self.effective_bindings = ActiveBindings.of(preferences.keymap, preferences.is_plain)
        self.set_keymap({id_: ",".join(keys) for id_, keys in preferences.keymap.items()})
        self._preferences = preferences
        self._guard = TerminalGuard()
        self._was_warned = False
        self._is_leaving = False
        self._open: Callable[[], MainScreen] = lambda: MainScreen(
            library,
            briefing,
            notes,
            state,
            ("", at) if at else state.places.get(briefing.id, ("", "")),
            self._remember,
            preferences.editor,
        )
        self._library, self._briefing, self._state = library, briefing, state

    def get_default_screen(self) -> MainScreen:
        return self._open()

    def get_driver_class(self) -> type[Driver]:
        """Return the driver with the program's own job control, unless TEXTUAL_DRIVER names another."""
        driver_class = super().get_driver_class()
        return TerminalDriver if driver_class is LinuxDriver else driver_class

    def get_line_filters(self) -> list[LineFilter]:
        """Return the filters, with the guard last; no style of ours uses the 16 terminal colors, so none needs translation."""
        return [*(line_filter for line_filter in super().get_line_filters() if not isinstance(line_filter, ANSIToTruecolor)), self._guard]

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the theme; before there is a screen, only set the variables, as Textual would parse the stylesheet twice."""
        if self.screen_stack:
            super().refresh_css(animate)
            return
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.update(self, animate=animate)

    def on_load(self) -> None:
        """Handle signals from before the terminal is taken until it is restored."""
        if not self.is_headless:
            ignore_undecodable_input(self._report_undecodable)
            for number in _SIGNALS:
                asyncio.get_running_loop().add_signal_handler(number, self._on_signal, number)

    def on_mount(self) -> None:
        if not self.is_headless:
            self.set_interval(_TERMINAL_CHECK_SECONDS, self._check_terminal)
            self.app_suspend_signal.subscribe(self, self._save_before_stop, immediate=True)
        # Objects created during start-up live until the end; exclude them from garbage collection.
        self.call_after_refresh(gc.freeze)
        self.call_after_refresh(gc.enable)
        self.call_after_refresh(self._show_warnings)

    def _show_warnings(self) -> None:
        """Show which settings of config.toml and the environment were rejected."""
        if self._preferences.warnings:
            self._main_screen.notifier.error("\n".join(self._preferences.warnings))

    def _report_undecodable(self) -> None:
        """Report it from the thread that reads the input."""
        self.call_later(lambda: self._main_screen.notifier.error("Input that is not UTF-8 was ignored. Set the terminal to UTF-8."))

    def notify(
        self, message: str, *, title: str = "", severity: SeverityLevel = "information", timeout: float | None = None, markup: bool = False
    ) -> None:
        """Show a message, ours or Textual's, as plain text."""
        self.post_message(Notify(TimedNotification(sanitize_output(message), sanitize_output(title), severity, timeout or INFO_SECONDS)))

    async def action_quit(self) -> None:
        """Quit; text being typed is kept as a draft. If that fails, a second key press quits without it."""
        if not self._main_screen.save_before_exit() and not self._was_warned:
            self._was_warned = True
            self._main_screen.notifier.error(
                f"Your text cannot be saved as a draft. Press {bindings.key_label('quit.now')} again to quit without it."
            )
            return
        self._request_exit(0)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Give the terminal to another program, which then receives ctrl+c."""
        with super().suspend():
            loop = asyncio.get_running_loop()
            was_handled = loop.remove_signal_handler(signal.SIGINT)
            try:
                yield
            finally:
                if was_handled:  # the event loop delivers a ctrl+c of that time in its next iteration, which must not end us
                    loop.call_later(_SIGINT_DELAY_SECONDS, loop.add_signal_handler, signal.SIGINT, self._on_signal, signal.SIGINT)

    def on_key(self, event: events.Key) -> None:
        """Explain a key that 0.2 removed; in a dialog it never did anything."""
        if self.screen is self._main_screen and (reason := reason_for_key(event.key)):
            self._main_screen.notifier.error(reason)

    def _is_stale_mouse_event(self, event: events.Event) -> bool:
        """Return True for a mouse press on a widget that was just removed but is still painted; Textual would crash."""
        if not isinstance(event, events.MouseDown) or not self.screen_stack:
            return False
        widget, _ = self.screen.get_widget_and_offset_at(event.x, event.y)
        return widget is not None and widget is not self.screen and widget.parent is None

    def action_help_quit(self) -> None:
        """Name the key that quits, for those who expect ctrl+c to do so."""
        self._main_screen.notifier.info(f"Press {bindings.key_label('quit.now')} to quit.")

    def _save_before_stop(self, _: App[None]) -> None:
        """Save the draft and the place: a stopped program may never be continued."""
        if self.screen_stack:
            self._main_screen.save_before_exit()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return defaults of our variables, for the themes of Textual."""
        return VARIABLES

    def _fatal_error(self) -> None:
        """Save text being typed and end after an internal error, which `run` raises; Textual would print it with local variables."""
        try:
            for screen in self.screen_stack:
                if isinstance(screen, MainScreen):
                    screen.save_before_exit()
        finally:  # saving may be what fails; end in any case
            self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Treat an error that can render itself like any other; Textual would print it with all that it quotes."""
        self._fatal_error()

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Ignore the path, so that no text on the screen can choose where a file is written."""
        self.deliver_screenshot()

    def _on_signal(self, number: int) -> None:
        """Save text being typed and end with the exit code of the signal."""
        if not self.screen_stack:
            self.exit(return_code=128 + number)
            return
        self._main_screen.save_before_exit()
        if number == signal.SIGHUP and not has_terminal():
            os._exit(128 + number)  # the driver would wait forever for its output to be read
        self._request_exit(128 + number)

    def _check_terminal(self) -> None:
        """End if the terminal vanished, which can happen without SIGHUP; Textual's driver busy-loops on end of file."""
        if not has_terminal():
            self._on_signal(signal.SIGHUP)

    def _request_exit(self, code: int) -> None:
        """Exit once pending mounts are done, as exiting in the middle of one crashes; ignore input meanwhile."""
        self._is_leaving = True
        self._main_screen.workspace.when_idle(lambda: self._exit_when_idle(code))

    def _exit_when_idle(self, code: int) -> None:
        self.workers.cancel_all()  # dialogs about to open
        pending = next((screen for screen in self.screen_stack if not screen.is_mounted), None)
        if pending is None:
            self.exit(return_code=code)
        else:
            pending.call_later(self._exit_when_idle, code)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent) and (self._is_leaving or self._is_stale_mouse_event(event)):
            return
        if isinstance(event, events.Key) and is_dropped_by_textual(event.character) and is_text_field(self.focused):
            event = events.Paste(event.character or "")
        if isinstance(event, events.Paste):
            is_one_line = is_line_field(self.focused)
            if is_one_line and (reason := reason_against_line(event.text)):
                self._main_screen.notifier.error(reason)
                return
            event.text = normalize_entered(event.text, is_one_line)
        await super().on_event(event)

    @property
    def _main_screen(self) -> MainScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    def _remember(self, pane: str, record_id: str) -> None:
        """Save the place, merged with what other windows saved since."""
        self._state.briefing = self._briefing.id
        self._state.places[self._briefing.id] = (pane, record_id)
        self._state.save(self._library.places.state)
