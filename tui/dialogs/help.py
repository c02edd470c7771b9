"""The help: the concepts, and all keys from the table of key bindings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from assets import FOLDER
from tui.dialogs.base import CLOSE, SCROLL, Dialog, KeyHintLine
from tui.keys import bindings
from tui.render.text.blocks import BLANK, Block, Span, heading_block, text_block
from tui.widgets.card import RecordCard

_KEY_WIDTH = 18
_TERM = re.compile("- (?P<word>.+?): (?P<meaning>.*)")  # the word may itself begin with a colon


class HelpDialog(Dialog[None]):
    """Returns nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.bindings("help")]

    def __init__(self, pane: str = "") -> None:
        super().__init__()
        self._pane = pane

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog help"):
            yield RecordCard()
            yield KeyHintLine(SCROLL, CLOSE)

    def on_ready(self) -> None:
        page = self.query_one(RecordCard)
        page.show(help_page(self._pane))
        page.focus()


def help_page(pane: str = "") -> tuple[Block, ...]:
    """Return the keys of this pane, then the concepts of `assets/help.md`, then all keys by group."""
    return (*_here(pane), *_concepts(_with_keys((FOLDER / "help.md").read_text("utf-8"))), *_keys())


def _here(pane: str) -> Iterator[Block]:
    if not pane:
        return
    yield heading_block(f"Here, in {pane}", "title")
    for shown, words in bindings.here(pane):
        yield text_block(words, label=Span(shown, "strong"), hang=_KEY_WIDTH)
    yield BLANK


def _with_keys(page: str) -> str:
    """Replace `{id}` by the key of the action with this id."""
    return re.sub(r"\{([a-z.]+)\}", lambda match: bindings.key_label(match[1]), page)


def _concepts(page: str) -> Iterator[Block]:
    for line in page.splitlines():
        if line.startswith("# "):
            yield heading_block(line[2:], "title")
        elif line.startswith("## "):
            yield heading_block(line[3:])
        elif term := _TERM.match(line):
            yield text_block(term["meaning"], label=Span(term["word"], "strong"), hang=_KEY_WIDTH)
        else:
            yield text_block(line) if line else BLANK


def _keys() -> Iterator[Block]:
    for group in dict.fromkeys(key.group for key in bindings.active_bindings()):
        yield from (BLANK, heading_block(group))
        for key in bindings.active_bindings():
            if key.group == group:
                keys = bindings.format_keys(key.keys or bindings.first_key("palette"))
                yield text_block(key.description, label=Span(keys, "strong"), hang=_KEY_WIDTH)
