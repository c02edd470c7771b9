"""Asks for the words of a note: several lines, kept as a draft while they are typed, never lost by leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from store import Pen, StoreError
from tui import keys
from tui.dialogs.dialog import Dialog

# Typed words are on disk within this many seconds.
DRAFT_SECONDS = 0.4

Save = Callable[[str], None]


class Write(Dialog[bool]):
    """Returns whether the words were saved. `save` raises StoreError where they were not: then they stay here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.keys, key.action, key.words, id=key.id, show=False, priority=True) for key in keys.KEYS if key.where == "write"
    ]

    def __init__(self, about: str, words: str, body: str, pen: Pen | None, save: Save) -> None:
        super().__init__()
        self._about = about
        self._words = words
        self._body = body
        self._pen = pen
        self._was_draft = bool(pen and pen.draft.body)
        self._save = save

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog write"):
            yield Static(Content(self._about), classes="dialog-title")
            yield Static(Content(self._words), classes="dialog-words")
            yield TextArea(self._body, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
            yield Static(Content(""), classes="dialog-error")
            yield Static(Content(""), classes="dialog-error draft-error")
            yield Static(Content("ctrl+s saves · esc leaves and keeps the words as a draft"), classes="dialog-keys")

    def begin(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
        self.set_interval(DRAFT_SECONDS, self.keep_draft)

    def on_unmount(self) -> None:
        """However this ended, another window may take the draft up now."""
        if self._pen:
            self._pen.let_go()

    @property
    def text(self) -> str:
        """What is written so far."""
        return self.query_one(TextArea).text

    def keep_draft(self) -> bool:
        """Brings what is written onto the disk; whether the words are safe there, or there are no new ones."""
        if not self.is_mounted or (self.text == self._body and not self._was_draft and not (self._pen and self._pen.draft.body)):
            return True
        if self._pen is None:
            return not self.text.strip()
        try:
            self._pen.write(self.text)
        except StoreError as error:
            self.query_one(".draft-error", Static).update(Content(f"The draft is only on the screen. {error}"))
            return False
        self.query_one(".draft-error", Static).update(Content(""))
        return True

    def action_save(self) -> None:
        if not self.is_current:
            return
        try:
            self._save(self.text)
        except StoreError as error:
            self.keep_draft()
            self._complain(f"{error} Your words are still here.")
            return
        if self._pen:
            self._pen.finish()
        self.dismiss(True)

    def action_put_aside(self) -> None:
        """Leaves; words that are not in the note are kept as a draft, and where that cannot be done, this stays open."""
        if not self.is_current:
            return
        if self.text.strip() and (self.text != self._body or self._was_draft):
            if not self._keep():
                return
        elif self._pen:
            self._pen.finish()
        self.dismiss(False)

    def _keep(self) -> bool:
        if self._pen is None:
            self._complain("No draft can be kept here, so this stays open: save the words, or delete them to leave.")
            return False
        try:
            self._pen.put_aside(self.text)
        except StoreError as error:
            self._complain(f"The words cannot be kept as a draft, so this stays open. {error}")
            return False
        return True

    def _complain(self, words: str) -> None:
        self.query_one(".dialog-error", Static).update(Content(words))
