"""Answers the wishes to be guided: the palette, the help, another theme, the hints of the first run."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from store.model.records import Paragraph
from tui.keys import bindings, table
from tui.panes import PANES
from tui.render.records.palette_entries import palette_entry, shorten_name
from tui.render.records.symbols import headline_with_voice
from tui.render.text.fuzzy import PaletteEntry
from tui.widgets.card import RecordCard
from tui.widgets.chrome import KeyHints
from tui.widgets.line_view import LineView
from tui.widgets.record_list import RecordList
from tui.workspace.context import AppContext

_LATELY = 100
_FIRST_HINTS = {"down": "move", "open": "open", "tab.next": "next tab", "find": "find", "help": "help"}


class AppCommands:
    """Shows what there is, and how to get there."""

    def __init__(self, reach: AppContext) -> None:
        self._reach = reach

    def palette(self) -> None:
        """Every action, every record, every place."""
        self._reach.ask(self._palette())

    def help(self) -> None:
        """What the keys do: first here, then everywhere."""
        from tui.dialogs.help import HelpDialog

        self._app.push_screen(HelpDialog(self._reach.workspace.title))

    def theme(self) -> None:
        """Asks for another theme."""
        self._reach.ask(self._theme())

    def suspend(self) -> None:
        """Suspend the program, as ctrl+z does in a shell."""
        self._app.action_suspend_process()

    def hint_first(self, footer: KeyHints, hint: Callable[[], None]) -> None:
        """Show the hints of the first run in `footer`; `hint` replaces them as soon as the reader moves, opens a card or changes tabs."""
        rows = {key.id: key for key in bindings.active_bindings()}
        footer.hints = tuple(
            bindings.KeyHint(bindings.key_label(name), words, bindings.action_of(rows[name])) for name, words in _FIRST_HINTS.items()
        )
        self._reach.screen.watch(self._reach.workspace.pane.list, "cursor", hint, init=False)
        self._reach.state.toured = True
        self._reach.state.save(self._reach.library.places.state)

    @property
    def _app(self) -> App[object]:
        return self._reach.screen.app

    async def _theme(self) -> None:
        from tui.dialogs.choice import ChoiceDialog

        names = sorted(self._app.available_themes, key=lambda name: (not name.startswith("briefing"), name))
        chosen = await self._app.push_screen_wait(ChoiceDialog("A theme", tuple((name, "") for name in names)))
        if chosen:
            self._app.theme = chosen
            self._reach.state.save_theme(self._reach.library.places.state, chosen)

    async def _palette(self) -> None:
        from tui.dialogs.command_palette import CommandPalette

        chosen = await self._app.push_screen_wait(CommandPalette(await self._reach.aside(self._entries)))
        what, _, rest = (chosen or "").partition(":")
        if what == "do":
            key = next(key for key in bindings.active_bindings() if key.id == rest)
            self._reach.screen.call_after_refresh(self._place(key).run_action, bindings.action_of(key))
        elif what == "go":
            await self._reach.workspace.go_to(rest)
        elif what == "been":
            pane, _, identity = rest.partition(":")
            await self._reach.workspace.go_to_in_pane(pane, identity)

    def _place(self, key: table.KeyBinding) -> Widget | App[object]:
        """Where a key works: what has the focus, if it may be meant; quitting is the app's."""
        screen, pane = self._reach.screen, self._reach.workspace.pane
        kind, usual = {"card": (RecordCard, pane.card), "list": (RecordList, pane.list), "lines": (LineView, pane.list)}.get(
            key.scope, (Screen, screen)
        )
        meant = screen.focused if isinstance(screen.focused, kind) else usual
        if isinstance(meant, RecordCard):
            meant.focus()
        return meant if hasattr(meant, f"action_{bindings.action_of(key).partition('(')[0]}") else self._app

    def _entries(self) -> dict[str, tuple[PaletteEntry, ...]]:
        briefing = self._reach.briefing
        actions = tuple(
            PaletteEntry(f"do:{key.id}", key.description, bindings.format_keys(key.keys))
            for key in bindings.active_bindings()
            if not bindings.is_writing(key.scope)
        )
        records = tuple(palette_entry(thing, "go:") for thing in briefing.records.values() if not isinstance(thing, Paragraph))
        paragraphs = tuple(palette_entry(paragraph, "go:") for paragraph in briefing.file.paragraphs)
        known = {pane.TITLE for pane in PANES}
        trail = [place for place in reversed(self._reach.memory.trail) if place[0] in known][:_LATELY]
        been = tuple(PaletteEntry(f"been:{pane}:{identity}", self._words(identity), f"in {pane}") for pane, identity in trail if identity)
        return {"Where you have been": been[:8], "Actions": actions, "Records": records, "Paragraphs": paragraphs, "Earlier": been[8:]}

    def _words(self, identity: str) -> str:
        found = self._reach.briefing.records.get(identity)
        return shorten_name(headline_with_voice(found)) if found else identity
