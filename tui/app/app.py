"""The app: themes, the guard on the way out, signals, and the one screen."""

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
from tui.keys.removed import reason_for_key
from tui.services.notifier import INFO_SECONDS, TimedNotification

DEFAULT = Preferences()
_DEAF_SECONDS = 0.2
_TERMINAL_SECONDS = 2.0
_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class BriefingApp(App[None]):
    """Opens `briefing` on the place that was last looked at, or on the record `at`."""

    CSS_PATH = "../../assets/app.tcss"
    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False  # Textual's own ends the program in three everyday situations
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, library: Library, briefing: Briefing, notes: Notes, state: UiState, at: str = "", taste: Preferences = DEFAULT
    ) -> None:
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = taste.theme
        bindings.activate_keymap(taste.keymap, taste.is_plain)
        self.set_keymap({identity: ",".join(pressed) for identity, pressed in taste.keymap.items()})
        self._taste = taste
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
            taste.editor,
        )
        self._library, self._briefing, self._state = library, briefing, state

    def get_default_screen(self) -> MainScreen:
        return self._open()

    def get_driver_class(self) -> type[Driver]:
        """Return the driver with the program's own job control, unless TEXTUAL_DRIVER names another."""
        driver_class = super().get_driver_class()
        return TerminalDriver if driver_class is LinuxDriver else driver_class

    def get_line_filters(self) -> list[LineFilter]:
        """Ours last: the one way out. No style of ours names one of the terminal's sixteen colours: none needs translating."""
        return [*(kept for kept in super().get_line_filters() if not isinstance(kept, ANSIToTruecolor)), self._guard]

    def refresh_css(self, animate: bool = True) -> None:
        """Textual asks for this once before there is a screen to dress, and would then read the stylesheet twice."""
        if self.screen_stack:
            super().refresh_css(animate)
            return
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.update(self, animate=animate)

    def on_load(self) -> None:
        """Before the terminal is taken: from then on, no signal may leave it as it is."""
        if not self.is_headless:
            ignore_undecodable_input(self._report_undecodable)
            for number in _SIGNALS:
                asyncio.get_running_loop().add_signal_handler(number, self._on_signal, number)

    def on_mount(self) -> None:
        if not self.is_headless:
            self.set_interval(_TERMINAL_SECONDS, self._check_terminal)
            self.app_suspend_signal.subscribe(self, self._save_before_stop, immediate=True)
        # What lives now lives until the end: the collector need not look at it again.
        self.call_after_refresh(gc.freeze)
        self.call_after_refresh(gc.enable)
        self.call_after_refresh(self._tell_notices)

    def _tell_notices(self) -> None:
        """What could not be taken from config.toml or the environment."""
        if self._taste.notices:
            self._browser.tell("\n".join(self._taste.notices), True)

    def _report_undecodable(self) -> None:
        """Report it from the thread that reads the input."""
        self.call_later(lambda: self._browser.tell("Input that is not UTF-8 was ignored. Set the terminal to UTF-8.", True))

    def notify(
        self, message: str, *, title: str = "", severity: SeverityLevel = "information", timeout: float | None = None, markup: bool = False
    ) -> None:
        """Tells a sentence, ours or Textual's, which is text alone."""
        self.post_message(Notify(TimedNotification(sanitize_output(message), sanitize_output(title), severity, timeout or INFO_SECONDS)))

    async def action_quit(self) -> None:
        """Leaves; words in an open editor stay on disk as a draft. Where that fails, it takes a second time."""
        if not self._browser.save_before_exit() and not self._was_warned:
            self._was_warned = True
            self._browser.tell(f"What you wrote cannot be kept on disk. {bindings.key_label('quit.now')} once more quits without it.", True)
            return
        self._request_exit(0)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lends the terminal to another program: ctrl+c there is meant for that one."""
        with super().suspend():
            loop = asyncio.get_running_loop()
            was_minded = loop.remove_signal_handler(signal.SIGINT)
            try:
                yield
            finally:
                if was_minded:  # what came meanwhile is told to the loop in its next round: nobody may hear it then
                    loop.call_later(_DEAF_SECONDS, loop.add_signal_handler, signal.SIGINT, self._on_signal, signal.SIGINT)

    def on_key(self, event: events.Key) -> None:
        """Explain a key that 0.2 removed; in a dialog it never did anything."""
        if self.screen is self._browser and (reason := reason_for_key(event.key)):
            self._browser.tell(reason, True)

    def _is_stale_mouse_event(self, event: events.Event) -> bool:
        """Whether the mouse was pressed on what is still painted, but was taken away just now: Textual would fall over it."""
        if not isinstance(event, events.MouseDown) or not self.screen_stack:
            return False
        widget, _ = self.screen.get_widget_and_offset_at(event.x, event.y)
        return widget is not None and widget is not self.screen and widget.parent is None

    def action_help_quit(self) -> None:
        """Name the key that quits, for those who expect ctrl+c to do so."""
        self._browser.tell(f"Press {bindings.key_label('quit.now')} to quit.")

    def _save_before_stop(self, _: App[None]) -> None:
        """Save the draft and the place: a stopped program may never be continued."""
        if self.screen_stack:
            self._browser.save_before_exit()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for the themes that are not ours."""
        return VARIABLES

    def _fatal_error(self) -> None:
        """An error of ours: the words go to disk, and `run` lets the command line tell it, without the reader's notes."""
        try:
            for screen in self.screen_stack:
                if isinstance(screen, MainScreen):
                    screen.save_before_exit()
        finally:  # it may be just there that we are wrong: the program ends all the same
            self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """An error that can paint itself would be painted, with whatever it quotes: it is an error like any other."""
        self._fatal_error()

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Takes no path: nothing that is shown may choose where a file goes."""
        self.deliver_screenshot()

    def _on_signal(self, number: int) -> None:
        """A signal: save what is being written, restore the terminal, and say honestly how it ended."""
        if not self.screen_stack:
            self.exit(return_code=128 + number)
            return
        self._browser.save_before_exit()
        if number == signal.SIGHUP and not has_terminal():
            os._exit(128 + number)  # nobody takes what is painted any more, and the driver would wait for that for ever
        self._request_exit(128 + number)

    def _check_terminal(self) -> None:
        """A terminal may go without a signal to us: nobody sees us any more, and the driver would ask for keys as fast as it can."""
        if not has_terminal():
            self._on_signal(signal.SIGHUP)

    def _request_exit(self, code: int) -> None:
        """Ends as soon as nothing is coming up, for what is half there would fall; from now on no key begins anything."""
        self._is_leaving = True
        self._browser.desk.when_idle(lambda: self._exit_when_idle(code))

    def _exit_when_idle(self, code: int) -> None:
        self.workers.cancel_all()  # a question that was about to be asked is not asked any more
        coming = next((screen for screen in self.screen_stack if not screen.is_mounted), None)
        if coming is None:
            self.exit(return_code=code)
        else:
            coming.call_later(self._exit_when_idle, code)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent) and (self._is_leaving or self._is_stale_mouse_event(event)):
            return
        if isinstance(event, events.Key) and is_dropped_by_textual(event.character) and is_text_field(self.focused):
            event = events.Paste(event.character or "")
        if isinstance(event, events.Paste):
            is_one_line = is_line_field(self.focused)
            if is_one_line and (reason := reason_against_line(event.text)):
                self._browser.tell(reason, True)
                return
            event.text = normalize_entered(event.text, is_one_line)
        await super().on_event(event)

    @property
    def _browser(self) -> MainScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    def _remember(self, pane: str, identity: str) -> None:
        self._state.briefing = self._briefing.id
        self._state.places[self._briefing.id] = (pane, identity)
        self._state.save(self._library.places.state)
