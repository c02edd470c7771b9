"""The help: concepts in the reader's words, and every key, read off the table of keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from assets import FOLDER
from tui.dialogs.base import CLOSE, SCROLL, Dialog, KeysLine
from tui.keys import bindings
from tui.render.text.blocks import BLANK, Block, Part, head, say
from tui.widgets.card import Card

_KEY_WIDTH = 18
_TERM = re.compile("- (?P<word>.+?): (?P<meaning>.*)")  # the word may itself begin with a colon


class Help(Dialog[None]):
    """Returns nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1", "leave", "Back", id="help.leave", show=False)]

    def __init__(self, pane: str = "") -> None:
        super().__init__()
        self._pane = pane

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog help"):
            yield Card()
            yield KeysLine(SCROLL, CLOSE)

    def begin(self) -> None:
        page = self.query_one(Card)
        page.show(help_page(self._pane))
        page.focus()

    def action_leave(self) -> None:
        self.leave_with()


def help_page(pane: str = "") -> tuple[Block, ...]:
    """What the keys do here, then the concepts of `assets/help.md`, then all keys by group."""
    return (*_here(pane), *_concepts(_with_keys((FOLDER / "help.md").read_text("utf-8"))), *_keys())


def _here(pane: str) -> Iterator[Block]:
    if not pane:
        return
    yield head(f"Here, in {pane}", "title")
    for shown, words in bindings.here(pane):
        yield say(words, label=Part(shown, "strong"), hang=_KEY_WIDTH)
    yield BLANK


def _with_keys(page: str) -> str:
    """{id} in the page stands for the key of the action with this id."""
    return re.sub(r"\{([a-z.]+)\}", lambda found: bindings.shown_key(found[1]), page)


def _concepts(page: str) -> Iterator[Block]:
    for line in page.splitlines():
        if line.startswith("# "):
            yield head(line[2:], "title")
        elif line.startswith("## "):
            yield head(line[3:])
        elif term := _TERM.match(line):
            yield say(term["meaning"], label=Part(term["word"], "strong"), hang=_KEY_WIDTH)
        else:
            yield say(line) if line else BLANK


def _keys() -> Iterator[Block]:
    for group in dict.fromkeys(key.group for key in bindings.in_force()):
        yield from (BLANK, head(group))
        for key in bindings.in_force():
            if key.group == group:
                yield say(key.words, label=Part(bindings.shown(key.keys), "strong"), hang=_KEY_WIDTH)
