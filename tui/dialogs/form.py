"""Asks for one of a few choices and for lines of text beside it: the form for verdicts, grades and outcomes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Generic, NamedTuple, TypeVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from store.annotations.draft_folder import DraftWriter
from store.annotations.opinion_drafts import OpinionDraft
from store.errors import StoreError
from store.text.sanitize import sanitize_output
from tui.dialogs.base import DRAFT_SECONDS, Dialog, KeyHint, KeyHintLine, beginning
from tui.render.text.blocks import Block, Span
from tui.widgets.card import RecordCard
from tui.widgets.text_fields import LineField

Answer = TypeVar("Answer")
NEXT_FIELD = KeyHint("tab", "next field")


class TextField(NamedTuple):
    """A line to fill in."""

    id: str
    value: str
    placeholder: str


class Form(NamedTuple):
    """The `choices`, the `selected` one, and the fields, with what is saved so far."""

    choices: tuple[str, ...]
    selected: int
    fields: tuple[TextField, ...]


class Keeping(NamedTuple, Generic[Answer]):
    """How an answer is kept: `save` raises StoreError if it was not saved, and `draft` keeps typed text; None if it cannot."""

    save: Callable[[Answer], None]
    draft: DraftWriter[OpinionDraft] | None = None


class FormDialog(Dialog[bool], Generic[Answer]):
    """Returns True if typed text was kept as a draft. `answer` is what was saved, None if nothing was.

    `read` and `save` raise StoreError if the answer is not accepted: the message is shown, and the dialog stays open.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="ask.leave", show=False),
        Binding("down", "choose(1)", "Next word", id="ask.next", show=False, priority=True),
        Binding("up", "choose(-1)", "Previous word", id="ask.previous", show=False, priority=True),
    ]
    HINTS: ClassVar[tuple[KeyHint, ...]]

    def __init__(self, question: str, about: str, form: Form, keeping: Keeping[Answer]) -> None:
        super().__init__()
        self.answer: Answer | None = None
        self._inputs: dict[str, LineField] = {}  # also after they are removed, if the program ends by an error
        self._question = question
        self._about = beginning(about)
        self._form = form
        self._at = form.selected
        self._keeping = keeping
        draft = keeping.draft.draft if keeping.draft else None
        self._restored = draft if draft and draft.fields else None
        if self._restored and self._restored.choice in form.choices:
            self._at = form.choices.index(self._restored.choice)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog filter ask"):
            yield Static(
                Content(f"{sanitize_output(self._question)}{' (draft, not saved yet)' if self._restored else ''}"), classes="dialog-title"
            )
            with VerticalScroll(can_focus=False):
                yield Static(Content(sanitize_output(self._about)), classes="dialog-about")
            if self._form.choices:
                yield RecordCard(classes="hits")
            texts = self._restored.fields if self._restored else {}
            for field in self._form.fields:
                self._inputs[field.id] = LineField(texts.get(field.id, field.value), placeholder=field.placeholder, id=field.id)
                yield self._inputs[field.id]
            yield Static(Content(""), classes="dialog-error")
            yield KeyHintLine(*self.HINTS)

    def on_ready(self) -> None:
        self._draw()
        self.query(Input).first().focus()
        self.set_interval(DRAFT_SECONDS, self.keep_draft)

    def on_unmount(self) -> None:
        """Let another window open the draft."""
        if self._keeping.draft:
            self._keeping.draft.release()

    def read(self) -> Answer:
        """Return the answer as it stands; raise InvalidInputError if it is none."""
        raise NotImplementedError

    @property
    def choice(self) -> str:
        """The selected choice, or `""` if there is nothing to choose from."""
        return self._form.choices[self._at] if self._form.choices else ""

    def written(self, field: str) -> str:
        """Return the text of this field."""
        return self._inputs[field].value.strip()

    def keep_draft(self) -> bool:
        """Write typed text to disk; return True if none would be lost by ending now."""
        if not self.is_mounted:
            return True
        writer, is_typed = self._keeping.draft, self._is_typed
        if writer is None:
            return not is_typed
        if not is_typed and not writer.draft.fields:
            return True
        fields = {field.id: self._inputs[field.id].value for field in self._form.fields}
        try:
            writer.put(replace(writer.draft, choice=self.choice, fields=fields if is_typed else {}))
        except StoreError as error:
            self._complain(f"The text is not kept on disk. {error}")
            return not is_typed
        return True

    def action_choose(self, step: int) -> None:
        self._at = max(0, min(len(self._form.choices) - 1, self._at + step))
        self._draw()

    def action_leave(self) -> None:
        """Leave; typed text is kept as a draft, and if that is not possible, the dialog stays open."""
        if not self.is_current:
            return
        is_typed = self._is_typed
        if is_typed and self._keeping.draft is None:
            self._complain("No draft can be kept here, so this stays open: save the text, or delete it to leave.")
            return
        if not self.keep_draft():
            return
        if not is_typed and self._keeping.draft:
            self._keeping.draft.finish()
        self.dismiss(is_typed)

    @on(Input.Submitted)
    def submit(self) -> None:
        """Save the answer, and close."""
        if not self.is_current:
            return
        try:
            answer = self.read()
            self._keeping.save(answer)
        except StoreError as error:
            self._complain(str(error))
            return
        self.answer = answer
        if self._keeping.draft:
            self._keeping.draft.finish()
        self.dismiss(False)

    @property
    def _is_typed(self) -> bool:
        return any(self._inputs[field.id].value.strip() != field.value for field in self._form.fields if field.id in self._inputs)

    def _complain(self, message: str) -> None:
        for line in self.query(".dialog-error").results(Static):
            line.update(Content(sanitize_output(message)))

    def _draw(self) -> None:
        lines = [
            Block((Span("● " if at == self._at else "  ", "mine"), Span(choice, "strong" if at == self._at else "quiet")))
            for at, choice in enumerate(self._form.choices)
        ]
        if lines:
            self.query_one(RecordCard).show(lines)
