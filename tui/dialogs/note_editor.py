"""Asks for the words of a note: several lines, kept as a draft while they are typed, never lost by leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from store.annotations.drafts import NoteDraftWriter
from store.errors import StoreError
from store.model.note import Quote
from store.text.sanitize import name_invisible, sanitize_output
from tui.dialogs.base import DRAFT_SECONDS, Dialog, KeyHint, KeyHintLine, beginning
from tui.keys import bindings, table
from tui.widgets.text_fields import TextField

Save = Callable[[str], None]


class NoteEditorCallbacks(NamedTuple):
    """What others do for the one who writes. `outside` lets the reader's own editor change the words; nothing comes back where it did not.

    `quoting` asks for a span of the paragraph, and tells it; None where there is no paragraph.
    """

    outside: Callable[[str], str]
    quoting: Callable[[str, Callable[[Quote | None], None]], None] | None = None


class NoteEditor(Dialog[bool]):
    """Returns whether the words were saved. `save` raises StoreError where they were not: then they stay here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.keys, f"typed('{key.action}')", key.description, id=key.id, show=False, priority=True)
        for key in table.KEYS
        if key.scope == "write"
    ]

    def __init__(
        self,
        about: str,
        words: str,
        body: str,
        pen: NoteDraftWriter | None,
        save: Save,
        aids: NoteEditorCallbacks | None = None,
        quote: Quote | None = None,
    ) -> None:
        super().__init__()
        self.quote = self._quote = quote
        self._aids = aids
        self._about = about
        self._words = beginning(words)
        self._body = body
        self._pen = pen
        self._was_draft = bool(pen and pen.draft.body)
        self._save = save
        self._area: TextField | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog write"):
            yield Static(Content(sanitize_output(self._about)), classes="dialog-title")
            yield Static(Content(sanitize_output(self._words)), classes="dialog-words")
            yield Static(Content(""), classes="dialog-quote")
            self._area = TextField(self._body, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
            yield self._area
            yield Static(Content(""), classes="dialog-told")
            yield Static(Content(""), classes="dialog-error")
            yield Static(Content(""), classes="dialog-error draft-error")
            yield KeyHintLine(*self._hints())

    def _hints(self) -> tuple[KeyHint, ...]:
        """Return the active keys, and what they do here."""
        quote = [_hint("write.quote", "quote")] if self._aids and self._aids.quoting else []
        editor = [_hint("write.outside", "external editor")] if self._aids else []
        return (_hint("save", "save"), *quote, *editor, _hint("put.aside", "keep as draft and close"))

    def on_ready(self) -> None:
        self._show_quote()
        self.name_invisible_characters()
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
        self.set_interval(DRAFT_SECONDS, self.keep_draft)

    @on(TextArea.Changed)
    def keep_the_cursor_in_view(self) -> None:
        """Textual scrolls before there is room for a line that begins below the others, and would stay one behind."""
        area = self.query_one(TextArea)
        area.call_after_refresh(area.scroll_cursor_visible)

    @on(TextArea.Changed)
    def name_invisible_characters(self) -> None:
        """Show which characters the editor cannot show."""
        line = self.query_one(".dialog-told", Static)
        names = name_invisible(self.text)
        line.display = bool(names)
        line.update(Content(f"Invisible characters: {names}"))

    def on_unmount(self) -> None:
        """However this ended, another window may take the draft up now."""
        if self._pen:
            self._pen.release()

    @property
    def text(self) -> str:
        """What is written so far."""
        return self._area.text if self._area else self._body  # the area may be removed already if the program ends by an error

    def action_outside(self) -> None:
        """The words go to the reader's own editor, and come back; what stood here can be brought back with ctrl+z."""
        if self._aids and self.is_current:
            self.keep_draft()
            self.take_text(self._aids.outside(self.text))

    @property
    def draft_name(self) -> str:
        """The name of the draft that is being written, or `""` if none can be kept."""
        return self._pen.draft.name if self._pen else ""

    def take_text(self, text: str) -> None:
        """Replace the text with `text`, if that is another one; undo brings the text before it back."""
        area = self.query_one(TextArea)
        if text and text != area.text:
            area.replace(text, area.document.start, area.document.end)
            area.move_cursor(area.document.end)
            self.keep_draft()

    def action_quote(self) -> None:
        """Asks for the words of the paragraph that this is on."""
        if not self._aids or not self.is_current:
            return
        if self._aids.quoting is None:
            self._complain("Words can be quoted in a note on a paragraph; this one is on something else.")
            return
        self._aids.quoting(self.quote.exact if self.quote else "", self._take_quote)

    def _take_quote(self, quote: Quote | None) -> None:
        self.quote = quote
        self._complain("")
        self._show_quote()
        self.keep_draft()

    def _show_quote(self) -> None:
        line = self.query_one(".dialog-quote", Static)
        line.display = self.quote is not None
        if self.quote:
            line.update(Content(sanitize_output(f"on “{self.quote.exact}”")))

    @property
    def _is_new(self) -> bool:
        """Whether what stands here is not in the note."""
        return self.text != self._body or self.quote != self._quote or self._was_draft

    def keep_draft(self) -> bool:
        """Brings what is written onto the disk; whether the words are safe there, or there are no new ones."""
        if not self.is_mounted or not (self._is_new or (self._pen and self._pen.draft.body)):
            return True
        if self._pen is None:
            return not self.text.strip()
        try:
            self._pen.write(self.text, self.quote)
        except StoreError as error:
            self._show_draft_error(f"The draft is only on the screen. {error}")
            return False
        self._show_draft_error("")
        return True

    def _show_draft_error(self, message: str) -> None:
        for line in self.query(".draft-error").results(Static):
            line.update(Content(sanitize_output(message)))

    def action_typed(self, action: str) -> None:
        """Does it when everything that was typed before is in the text: keys of ours would overtake it, and it would be lost."""
        self.query_one(TextArea).call_later(getattr(self, f"action_{action}"))

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
        if self.text.strip() and self._is_new:
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
            self._pen.suspend(self.text, self.quote)
        except StoreError as error:
            self._complain(f"The words cannot be kept as a draft, so this stays open. {error}")
            return False
        return True

    def _complain(self, words: str) -> None:
        self.query_one(".dialog-error", Static).update(Content(sanitize_output(words)))


def _hint(action: str, words: str) -> KeyHint:
    return KeyHint(bindings.first_key(action), words)
