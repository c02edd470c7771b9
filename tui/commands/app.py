"""Commands of the program: the command palette, the help, the theme, and the hints of the first run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from store.model.records import Paragraph
from tui.keys import bindings
from tui.keys.table import KeyBinding
from tui.panes.registry import PANES
from tui.render.records.palette_entries import palette_entry, shorten_name
from tui.render.records.symbols import headline_with_voice
from tui.render.text.fuzzy import PaletteEntry
from tui.widgets.card import RecordCard
from tui.widgets.chrome import KeyHints
from tui.widgets.line_view import LineView
from tui.widgets.record_list import RecordList
from tui.workspace.context import AppContext

_MOST_PLACES, _MOST_RECENT = 100, 8
_FIRST_HINTS = {"down": "move", "open": "open", "tab.next": "next tab", "find": "find", "help": "help"}


@dataclass(frozen=True)
class ActionTarget:
    """The action of a key binding."""

    binding: KeyBinding


@dataclass(frozen=True)
class RecordTarget:
    """A record, in its own pane."""

    record_id: str


@dataclass(frozen=True)
class PlaceTarget:
    """A record in a pane where it was visited."""

    pane: str
    record_id: str


PaletteTarget = ActionTarget | RecordTarget | PlaceTarget
_Entries = tuple[PaletteEntry[PaletteTarget], ...]


class AppCommands:
    """Opens the palette, the help and the list of themes."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def palette(self) -> None:
        """Open the command palette, and go to what is chosen there."""
        self._context.ask(self._palette())

    def help(self) -> None:
        """Open the help, with the keys of the current pane first."""
        from tui.dialogs.help import HelpDialog

        self._app.push_screen(HelpDialog(self._context.workspace.title))

    def theme(self) -> None:
        """Ask for another theme."""
        self._context.ask(self._theme())

    def suspend(self) -> None:
        """Suspend the program, as ctrl+z does in a shell."""
        self._app.action_suspend_process()

    def hint_first(self, footer: KeyHints, hint: Callable[[], None]) -> None:
        """Show the hints of the first run in `footer`; `hint` replaces them as soon as the cursor, the card or the tab changes."""
        rows = {key.id: key for key in bindings.active_bindings()}
        footer.hints = tuple(
            bindings.KeyHint(bindings.key_label(name), label, bindings.action_of(rows[name])) for name, label in _FIRST_HINTS.items()
        )
        self._context.screen.watch(self._context.workspace.pane.list, "cursor", hint, init=False)
        self._context.ui_state.toured = True
        self._context.ui_state.save(self._context.library.places.state)

    @property
    def _app(self) -> App[object]:
        return self._context.screen.app

    async def _theme(self) -> None:
        from tui.dialogs.choice import ChoiceDialog

        names = sorted(self._app.available_themes, key=lambda name: (not name.startswith("briefing"), name))
        chosen = await self._app.push_screen_wait(ChoiceDialog("Theme", tuple((name, "") for name in names)))
        if chosen:
            self._app.theme = chosen
            self._context.ui_state.save_theme(self._context.library.places.state, chosen)

    async def _palette(self) -> None:
        from tui.dialogs.command_palette import CommandPalette

        groups = await self._context.background.run(self._groups)
        match await self._app.push_screen_wait(CommandPalette(groups)):
            case ActionTarget(binding):
                self._context.screen.call_after_refresh(self._widget_of(binding).run_action, bindings.action_of(binding))
            case RecordTarget(record_id):
                await self._context.workspace.go_to(record_id)
            case PlaceTarget(pane, record_id):
                await self._context.workspace.go_to_in_pane(pane, record_id)

    def _widget_of(self, binding: KeyBinding) -> Widget | App[object]:
        """Return the widget on which to run an action: the focused one if the binding is for its kind; the app for quitting."""
        screen, pane = self._context.screen, self._context.workspace.pane
        kind, default = {"card": (RecordCard, pane.card), "list": (RecordList, pane.list), "lines": (LineView, pane.list)}.get(
            binding.scope, (Screen, screen)
        )
        widget = screen.focused if isinstance(screen.focused, kind) else default
        if isinstance(widget, RecordCard):
            widget.focus()
        return self._app if binding.id == "quit.now" else widget

    def _groups(self) -> dict[str, _Entries]:
        records = self._context.briefing.records.values()
        places = self._places()
        return {
            "Recent places": places[:_MOST_RECENT],
            "Actions": tuple(
                PaletteEntry(ActionTarget(key), key.id, key.description, bindings.format_keys(key.keys))
                for key in bindings.active_bindings()
                if not bindings.is_dialog(key.scope)
            ),
            "Records": tuple(palette_entry(record, RecordTarget(record.id)) for record in records if not isinstance(record, Paragraph)),
            "Paragraphs": tuple(
                palette_entry(paragraph, RecordTarget(paragraph.id)) for paragraph in self._context.briefing.file.paragraphs
            ),
            "Earlier": places[_MOST_RECENT:],
        }

    def _places(self) -> _Entries:
        """Return the places that were visited, the last one first."""
        titles = {pane.title for pane in PANES}
        trail = [place for place in reversed(self._context.progress.trail) if place[0] in titles][:_MOST_PLACES]
        return tuple(
            PaletteEntry(PlaceTarget(pane, record_id), record_id, self._name(record_id), f"in {pane}")
            for pane, record_id in trail
            if record_id
        )

    def _name(self, record_id: str) -> str:
        record = self._context.briefing.records.get(record_id)
        return shorten_name(headline_with_voice(record)) if record else record_id
