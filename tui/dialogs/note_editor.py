"""The note editor: text of several lines with its type, tags and status, kept as a draft while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from store.annotations.drafts import NoteDraftWriter, NoteProperties
from store.errors import StoreError
from store.model.note import Note, Quote
from store.text.sanitize import name_invisible, sanitize_output
from tui.dialogs.base import DRAFT_SECONDS, Dialog, KeyHint, KeyHintLine, beginning
from tui.dialogs.note_fields import NoteFields
from tui.keys.bindings import bindings, first_key
from tui.widgets.text_fields import TextField


class NoteForm(NamedTuple):
    """The title of the editor, what the note is about, and the text and quote to begin with.

    `note` is the saved note, None for a new one; `tag_counts` are the tags in use, the most used first.
    """

    title: str
    about: str
    body: str
    quote: Quote | None
    note: Note | None
    tag_counts: Mapping[str, int]


class NoteInput(NamedTuple):
    """The content of the editor; `properties` are None if they were not changed."""

    body: str
    quote: Quote | None
    properties: NoteProperties | None


class NoteEditorHost(Protocol):
    """The commands that the editor needs from outside."""

    @property
    def can_quote(self) -> bool:
        """Return True if the note is on a paragraph, which can be quoted."""

    def save(self, note_input: NoteInput) -> None:
        """Save the note; raise StoreError if it was not saved."""

    def edit_externally(self, text: str) -> str:
        """Return the text as changed in the external editor, or `""` if it was not changed."""

    def pick_quote(self, exact: str, take: Callable[[Quote | None], None]) -> None:
        """Ask for a span of the paragraph, and pass it to `take`; None for the whole paragraph."""


class NoteEditor(Dialog[bool]):
    """Returns True if the note was saved."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("write")]

    def __init__(self, form: NoteForm, host: NoteEditorHost, draft_writer: NoteDraftWriter | None) -> None:
        super().__init__()
        self.quote = form.quote
        self._form = form
        self._host = host
        self._draft_writer = draft_writer
        draft = draft_writer.draft if draft_writer else None
        self._was_draft = bool(draft and draft.body)
        # Kept here, because the widgets may be removed already if the program ends by an error.
        self._area = TextField(form.body, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self._fields = NoteFields(form.note, draft.properties if draft else None, form.tag_counts)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog write"):
            yield Static(Content(sanitize_output(self._form.title)), classes="dialog-title")
            yield Static(Content(beginning(self._form.about)), classes="dialog-words")
            yield Static(Content(""), classes="dialog-quote")
            yield self._area
            yield Static(Content(""), classes="dialog-told")
            yield self._fields
            yield Static(Content(""), classes="dialog-error")
            yield Static(Content(""), classes="dialog-error draft-error")
            yield KeyHintLine(*self._hints())

    def _hints(self) -> tuple[KeyHint, ...]:
        quote = [KeyHint(first_key("write.quote"), "quote")] if self._host.can_quote else []
        return (
            KeyHint(first_key("save"), "save"),
            KeyHint("tab", "fields"),
            *quote,
            KeyHint(first_key("write.outside"), "external editor"),
            KeyHint(first_key("put.aside"), "keep as draft and close"),
        )

    def on_ready(self) -> None:
        self._show_quote()
        self.name_invisible_characters()
        self._area.move_cursor(self._area.document.end)
        self._area.focus()
        self.set_interval(DRAFT_SECONDS, self.keep_draft)

    @on(TextArea.Changed)
    def keep_cursor_visible(self) -> None:
        """Scroll again after the layout: Textual scrolls before a new last line has room, and would stay one line behind."""
        self._area.call_after_refresh(self._area.scroll_cursor_visible)

    @on(TextArea.Changed)
    def name_invisible_characters(self) -> None:
        """Name the characters that the editor cannot show."""
        line = self.query_one(".dialog-told", Static)
        names = name_invisible(self.text)
        line.display = bool(names)
        line.update(Content(f"Invisible characters: {names}"))

    def on_unmount(self) -> None:
        """Let another window open the draft."""
        if self._draft_writer:
            self._draft_writer.release()

    @property
    def text(self) -> str:
        """Return the text as typed so far."""
        return self._area.text

    @property
    def draft_name(self) -> str:
        """Return the name of the open draft, or `""` if none can be kept."""
        return self._draft_writer.draft.name if self._draft_writer else ""

    def action_outside(self) -> None:
        """Edit the text in the external editor; undo brings the text before it back."""
        self._after_typing(self._edit_externally)

    def _edit_externally(self) -> None:
        if self.is_current:
            self.keep_draft()
            self.take_text(self._host.edit_externally(self.text))

    def take_text(self, text: str) -> None:
        """Replace the text by another one, unless it is empty; undo brings the text before it back."""
        if text and text != self.text:
            self._area.replace(text, self._area.document.start, self._area.document.end)
            self._area.move_cursor(self._area.document.end)
            self.keep_draft()

    def action_quote(self) -> None:
        """Ask for the span of the paragraph that the note is on."""
        self._after_typing(self._pick_quote)

    def _pick_quote(self) -> None:
        if not self.is_current:
            return
        if not self._host.can_quote:
            self._show_error("Only paragraphs can be quoted, and this note is on another record.")
            return
        self._host.pick_quote(self.quote.exact if self.quote else "", self._take_quote)

    def _take_quote(self, quote: Quote | None) -> None:
        self.quote = quote
        self._show_error("")
        self._show_quote()
        self.keep_draft()

    def _show_quote(self) -> None:
        line = self.query_one(".dialog-quote", Static)
        line.display = self.quote is not None
        if self.quote:
            line.update(Content(sanitize_output(f"on “{self.quote.exact}”")))

    @property
    def _is_changed(self) -> bool:
        """Return True if the note as saved differs from what is entered."""
        is_text_changed = self.text != self._form.body or self.quote != self._form.quote or self._was_draft
        return is_text_changed or self._fields.changed is not None

    def keep_draft(self) -> bool:
        """Write the draft to disk; return True if nothing would be lost by ending now."""
        if not self.is_mounted or not (self._is_changed or (self._draft_writer and self._draft_writer.draft.body)):
            return True
        if self._draft_writer is None:
            return not self.text.strip()
        try:
            self._draft_writer.write(self.text, self.quote, self._fields.changed)
        except StoreError as error:
            self._show_draft_error(f"The draft is only on the screen. {error}")
            return False
        self._show_draft_error("")
        return True

    def _after_typing(self, action: Callable[[], None]) -> None:
        """Run `action` after all keys that were typed before it: those of the dialog overtake those of the focused field."""
        (self.focused or self._area).call_later(action)

    def action_save(self) -> None:
        """Save the note, and close."""
        self._after_typing(self._save)

    def _save(self) -> None:
        if not self.is_current:
            return
        try:
            self._host.save(NoteInput(self.text, self.quote, self._fields.changed))
        except StoreError as error:
            self.keep_draft()
            self._show_error(f"{error} The text is still here.")
            return
        if self._draft_writer:
            self._draft_writer.finish()
        self.dismiss(True)

    def action_put_aside(self) -> None:
        """Close; changes are kept as a draft, and if that is not possible, the editor stays open."""
        self._after_typing(self._put_aside)

    def _put_aside(self) -> None:
        if not self.is_current:
            return
        if self.text.strip() and self._is_changed:
            if not self._suspend_draft():
                return
        elif self._draft_writer:
            self._draft_writer.finish()
        self.dismiss(False)

    def _suspend_draft(self) -> bool:
        if self._draft_writer is None:
            self._show_error("No draft can be kept here, so this stays open: save the text, or delete it to leave.")
            return False
        try:
            self._draft_writer.suspend(self.text, self.quote, self._fields.changed)
        except StoreError as error:
            self._show_error(f"The text cannot be kept as a draft, so this stays open. {error}")
            return False
        return True

    def _show_error(self, message: str) -> None:
        self.query_one(".dialog-error", Static).update(Content(sanitize_output(message)))

    def _show_draft_error(self, message: str) -> None:
        for line in self.query(".draft-error").results(Static):
            line.update(Content(sanitize_output(message)))
