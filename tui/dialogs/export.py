"""The Export dialog: one form for the page and for every format."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from store.export import FORMATS
from store.export.options import DEFAULT_MINUTES, LINKING, MINUTES, PAGES
from tui.dialogs.base import CANCEL, CHOOSE, Dialog, KeyHint, KeyHintLine
from tui.dialogs.option_row import LABEL_WIDTH, Option, OptionRow
from tui.keys.bindings import bindings
from tui.widgets.messages import OptionChanged
from tui.widgets.text_fields import LineField

_MINUTES = tuple(Option(str(minutes), str(minutes), "minute to read" if minutes == 1 else "minutes to read") for minutes in MINUTES)
_WHAT = (Option("all", "all", "by weight, to fit the minutes"), Option("marked", "marked", "only marked records"))
_MINE = (Option("with", "with", "notes and opinions included"), Option("without", "without", "no notes or opinions"))
_IDS = (Option("plain", "plain", "as they are"), Option("links", "links", "Obsidian wikilinks"))


class ExportRequest(NamedTuple):
    """The answer of the dialog; defaults for the options that a format does not have."""

    format: str
    minutes: int = DEFAULT_MINUTES
    what: str = "all"
    mine: str = "with"
    ids: str = "plain"
    audience: str = ""
    path: str = ""


class ExportDialog(Dialog[ExportRequest | None]):
    """Returns the answer, or None if the user cancelled. `suggest` returns a path for a format."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]

    def __init__(
        self, title: str, formats: tuple[str, ...], suggest: Callable[[str], str], before: ExportRequest, complaint: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._formats = formats
        self._suggest = suggest
        self._before = before
        self._complaint = complaint

    def compose(self) -> ComposeResult:
        before = self._before
        with VerticalScroll(classes="dialog export", can_focus=False):
            yield Static(Content(self._title), classes="dialog-title")
            yield OptionRow("as", [Option(name, name, FORMATS[name].title) for name in self._formats], before.format, id="format")
            yield OptionRow("minutes", _MINUTES, str(before.minutes), id="minutes")
            yield OptionRow("of", _WHAT, before.what, id="what")
            yield OptionRow("mine", _MINE, before.mine, id="mine")
            yield OptionRow("ids", _IDS, before.ids, id="ids")
            yield from _line("for", LineField(before.audience, placeholder="whom: it stands in the title (may be left out)", id="audience"))
            yield from _line("to", LineField(before.path or self._suggest(before.format), placeholder="a file; ~ is your home", id="path"))
            yield Static(Content(self._complaint), classes="dialog-error")
            yield KeyHintLine(CHOOSE, KeyHint("left,right", "change"), KeyHint("enter", "export"), CANCEL)

    def on_ready(self) -> None:
        self._format = self._before.format
        self._fit()
        self.query_one("#path" if self._complaint else "#format").focus()

    @on(OptionChanged)
    def fit(self) -> None:
        """Show the options of the selected format; a path that the user did not change follows it."""
        path = self.query_one("#path", Input)
        if path.value == self._suggest(self._format):
            path.value = self._suggest(self._picked("format"))
        self._format = self._picked("format")
        self._fit()

    @on(Input.Submitted)
    def action_save(self) -> None:
        audience, path = (self.query_one(name, Input).value for name in ("#audience", "#path"))
        minutes, what, mine, ids = (self._picked(name) for name in ("minutes", "what", "mine", "ids"))
        self.close(ExportRequest(self._format, int(minutes), what, mine, ids, audience, path))

    def action_step(self, step: int) -> None:
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def _picked(self, name: str) -> str:
        return self.query_one(f"#{name}", OptionRow).value

    def _fit(self) -> None:
        """Show only the options that the format has."""
        for name in ("minutes", "what", "audience"):
            self._row(name).display = self._format in PAGES
        self._row("ids").display = self._format in LINKING

    def _row(self, name: str) -> Widget:
        widget = self.query_one(f"#{name}")
        return widget.parent if isinstance(widget.parent, Horizontal) else widget


def _line(label: str, field: Input) -> ComposeResult:
    with Horizontal():
        yield Static(Content(f"{label:<{LABEL_WIDTH}}"), classes="form-label")
        yield field
