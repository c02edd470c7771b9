"""The Opinion dialog: a form with the fields that apply to one record, or to all marked records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, Protocol

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from store.annotations.draft_folder import DraftWriter
from store.annotations.opinion_drafts import OpinionDraft
from store.errors import StoreError
from store.text.sanitize import sanitize_output
from tui.dialogs.base import CANCEL, DRAFT_SECONDS, SAVE, Dialog, KeyHint, KeyHintLine, beginning
from tui.dialogs.opinion_fields import ChoiceField, Field, OpinionInput, SavedOpinion, TextField, read_opinion
from tui.dialogs.option_row import OptionRow
from tui.keys.bindings import bindings
from tui.widgets.text_fields import LineField

_LABEL_WIDTH = 14


class OpinionSaver(Protocol):
    """Stores the answer of the dialog."""

    def save(self, answer: OpinionInput) -> None:
        """Store the answer; raise StoreError if it was not saved."""


class OpinionForm(NamedTuple):
    """The title of the form, what it is about, its fields, and the opinion that is saved."""

    title: str
    about: str
    fields: Sequence[Field]
    saved: SavedOpinion = SavedOpinion()


class OpinionDialog(Dialog[bool]):
    """Returns True if typed text was kept as a draft. `answer` is what was saved, None if nothing was.

    An answer that cannot be read or saved is explained, and the dialog stays open.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]

    def __init__(self, form: OpinionForm, saver: OpinionSaver, draft: DraftWriter[OpinionDraft] | None = None) -> None:
        super().__init__()
        self.answer: OpinionInput | None = None
        self._form = form
        self._saver = saver
        self._draft = draft
        restored = draft.draft.fields if draft else {}
        self._is_restored = bool(restored)
        # Kept here, because the widgets may be removed already if the program ends by an error.
        self._inputs = {
            field.id: LineField(restored.get(field.id, field.value), placeholder=field.placeholder, id=field.id)
            for field in form.fields
            if isinstance(field, TextField)
        }
        self._options = {
            field.id: OptionRow(field.label, field.options, restored.get(field.id, field.value), id=field.id, label_width=_LABEL_WIDTH)
            for field in form.fields
            if isinstance(field, ChoiceField)
        }

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog form"):
            title = f"{sanitize_output(self._form.title)}{' (draft, not saved yet)' if self._is_restored else ''}"
            yield Static(Content(title), classes="dialog-title")
            with VerticalScroll(can_focus=False):
                yield Static(Content(beginning(self._form.about)), classes="dialog-about")
            for field in self._form.fields:
                if field.id in self._options:
                    yield self._options[field.id]
                else:
                    with Horizontal():
                        yield Static(Content(f"{field.label:<{_LABEL_WIDTH}}"), classes="form-label")
                        yield self._inputs[field.id]
            yield Static(Content(""), classes="dialog-error")
            yield KeyHintLine(KeyHint("up,down", "field"), KeyHint("left,right", "change"), SAVE, CANCEL)

    def on_ready(self) -> None:
        self.query_one(f"#{self._form.fields[0].id}").focus()
        self.set_interval(DRAFT_SECONDS, self.keep_draft)

    def on_unmount(self) -> None:
        """Let another window open the draft."""
        if self._draft:
            self._draft.release()

    @property
    def values(self) -> dict[str, str]:
        """Return the value of every field by its id."""
        texts = {name: field.value.strip() for name, field in self._inputs.items()}
        return texts | {name: row.value for name, row in self._options.items()}

    def keep_draft(self) -> bool:
        """Write typed text to disk; return True if none would be lost by ending now."""
        if not self.is_mounted:
            return True
        is_typed = self._is_typed
        if self._draft is None:
            return not is_typed
        if not is_typed and not self._draft.draft.fields:
            return True
        values = self.values
        changed = {field.id: values[field.id] for field in self._form.fields if values[field.id] != field.value.strip()}
        try:
            self._draft.put(replace(self._draft.draft, fields=changed if is_typed else {}))
        except StoreError as error:
            self._show_error(f"The text is not kept on disk. {error}")
            return not is_typed
        return True

    def action_step(self, step: int) -> None:
        """Focus the next or previous field."""
        (self.focus_next if step > 0 else self.focus_previous)()

    def action_leave(self) -> None:
        """Leave; typed text is kept as a draft, and if that is not possible, the dialog stays open."""
        if not self.is_current:
            return
        is_typed = self._is_typed
        if is_typed and self._draft is None:
            self._show_error("No draft can be kept here, so this stays open: save the text, or delete it to leave.")
            return
        if not self.keep_draft():
            return
        if not is_typed and self._draft:
            self._draft.finish()
        self.dismiss(is_typed)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Save the answer, and close."""
        if not self.is_current:
            return
        try:
            answer = read_opinion(self.values, self._form.saved)
            if not answer.is_empty:
                self._saver.save(answer)
        except StoreError as error:
            self._show_error(str(error))
            return
        self.answer = answer
        if self._draft:
            self._draft.finish()
        self.dismiss(False)

    @property
    def _is_typed(self) -> bool:
        texts = (field for field in self._form.fields if isinstance(field, TextField))
        return any(self._inputs[field.id].value.strip() != field.value.strip() for field in texts)

    def _show_error(self, message: str) -> None:
        for line in self.query(".dialog-error").results(Static):
            line.update(Content(sanitize_output(message)))
