"""Asks for one of a few words, and for some lines beside it: what verdicts, grades and outcomes are asked for with."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from store import Refused, StoreError, harmless
from tui.card import Card
from tui.dialogs.dialog import Answer, Dialog, KeyHint, KeysLine, beginning
from tui.fields import LineField
from tui.keys import shown
from tui.render.parts import Block, Part

NEXT_FIELD = KeyHint("tab", "next field")


class Field(NamedTuple):
    """A line to fill in."""

    id: str
    value: str
    placeholder: str


class Ask(Dialog[Answer | None]):
    """Returns what `read` makes of the answer; None where the reader thought better of it. At -1, no word is chosen yet.

    `read` raises StoreError for what cannot be: its sentence is shown, and the dialog stays open.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="ask.leave", show=False),
        Binding("down", "choose(1)", "Next word", id="ask.next", show=False, priority=True),
        Binding("up", "choose(-1)", "Previous word", id="ask.previous", show=False, priority=True),
    ]
    HINTS: ClassVar[tuple[KeyHint, ...]]

    def __init__(self, question: str, about: str, words: tuple[str, ...], at: int, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self._question = question
        self._about = beginning(about)
        self._words = words
        self._at = at
        self._fields = fields

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog filter ask"):
            yield Static(Content(harmless(self._question)), classes="dialog-title")
            with VerticalScroll(can_focus=False):
                yield Static(Content(harmless(self._about)), classes="dialog-about")
            if self._words:
                yield Card(classes="hits")
            for field in self._fields:
                yield LineField(field.value, placeholder=field.placeholder, id=field.id)
            yield Static(Content(""), classes="dialog-error")
            yield KeysLine(*self.HINTS)

    def begin(self) -> None:
        self._draw()
        self.query(Input).first().focus()

    def read(self) -> Answer:
        """The answer as it stands."""
        raise NotImplementedError

    @property
    def word(self) -> str:
        """The word that is chosen; raises Refused where none is."""
        if self._at < 0:
            raise Refused(f"No answer is chosen. Press {shown('up')} or {shown('down')} to choose one.")
        return self._words[self._at]

    def written(self, field: str) -> str:
        """What stands in this line."""
        return self.query_one(f"#{field}", Input).value.strip()

    def action_choose(self, step: int) -> None:
        at = self._at if self._at >= 0 else len(self._words) // 2
        self._at = max(0, min(len(self._words) - 1, at + step))
        self._draw()

    def action_leave(self) -> None:
        self.leave_with(None)

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        try:
            answer = self.read()
        except StoreError as error:
            self.query_one(".dialog-error", Static).update(Content(harmless(str(error))))
            return
        self.leave_with(answer)

    def _draw(self) -> None:
        lines = [
            Block((Part("● " if at == self._at else "  ", "mine"), Part(word, "strong" if at == self._at else "quiet")))
            for at, word in enumerate(self._words)
        ]
        if lines:
            self.query_one(Card).show(lines)
