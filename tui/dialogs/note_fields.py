"""The fields below the text in the note editor: type, tags and status."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Static

from store.annotations.drafts import NoteProperties
from store.annotations.note_kinds import KINDS, STATUSES, note_status
from store.annotations.tags import parse_tags
from store.model.note import Note
from store.text.fold import fold_text
from tui.dialogs.option_row import LABEL_WIDTH, Option, OptionRow
from tui.widgets.messages import OptionChanged
from tui.widgets.text_fields import LineField

_LAST_WORD = re.compile(r"[^\s,]*$")
_MEANINGS = {
    "comment": "a remark",
    "question": "something to find out",
    "to do": "something to do",
    "quote": "words worth keeping",
    "correction": "an error, and what would be right",
}
_WITH_STATUS = ("questioning", "todo", "editing")


class TagSuggester(Suggester):
    """Completes the last word of a line of tags with the most used tag that begins with it."""

    def __init__(self, tag_counts: Mapping[str, int]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = tuple(tag_counts)

    async def get_suggestion(self, value: str) -> str | None:
        match = _LAST_WORD.search(value)
        start = value[: match.start()] if match else value
        word = value[len(start) :].lstrip("#")
        used = {*parse_tags(start), word}
        tags = (tag for tag in self._tags if tag.startswith(word) or fold_text(tag).startswith(fold_text(word)))
        return next((f"{start}{tag}" for tag in tags if word and tag not in used), None)


class NoteFields(Vertical):
    """The rows for type, tags and status; a link has no type, and a note that is not saved yet has no status."""

    def __init__(self, note: Note | None, restored: NoteProperties | None, tag_counts: Mapping[str, int]) -> None:
        super().__init__(classes="note-fields")
        self._note = note
        self._saved = properties_of(note)
        shown = restored or self._saved
        kinds = [Option(motivation, kind, _MEANINGS[kind]) for kind, motivation in KINDS.items()]
        self._type = OptionRow("Type", kinds, shown.motivation, id="type")
        self._tags = LineField(
            "".join(f"{tag} " for tag in shown.tags),
            placeholder="separated by spaces, such as legal money",
            id="tags",
            select_on_focus=False,
            suggester=TagSuggester(tag_counts),
        )
        self._status = OptionRow("Status", [Option(status, status) for status in STATUSES], shown.status, id="status")

    def compose(self) -> ComposeResult:
        if not self._is_link:
            yield self._type
        with Horizontal():
            yield Static(Content(f"{'Tags':<{LABEL_WIDTH}}"), classes="form-label")
            yield self._tags
        yield self._status

    def on_mount(self) -> None:
        self.show_status()

    @on(OptionChanged)
    def show_status(self) -> None:
        """Show the status only for a type that has one."""
        self._status.display = self._note is not None and not self._is_link and self._has_status

    @property
    def changed(self) -> NoteProperties | None:
        """Return the properties that are entered, or None if they are the saved ones."""
        tags = parse_tags(self._tags.value)
        if tags == parse_tags(" ".join(self._saved.tags)):
            tags = self._saved.tags
        entered = replace(self._saved, tags=tags)
        if not self._is_link:
            motivation = next(known for known in KINDS.values() if known == self._type.value)
            status = next(known for known in STATUSES if known == self._status.value)
            entered = replace(entered, motivation=motivation, status=status if self._has_status else "")
        return None if entered == self._saved else entered

    @property
    def _is_link(self) -> bool:
        return self._note is not None and self._note.link is not None

    @property
    def _has_status(self) -> bool:
        return self._type.value in _WITH_STATUS


def properties_of(note: Note | None) -> NoteProperties:
    """Return the properties of a note, or the defaults of a new one."""
    if note is None:
        return NoteProperties()
    motivation = note.motivation if note.link or note.motivation in KINDS.values() else "commenting"
    return NoteProperties(motivation=motivation, tags=note.tags, status=note_status(note))
