"""Drafts of opinions: what was typed in a dialog that asks for one, and is not yet saved."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import msgspec

from store.annotations.draft_folder import AnyDraft, DraftFolder, DraftWriter
from store.text.sanitize import normalize_typed, sanitize

# The target of a draft of one verdict on everything that is marked.
MARKED_RECORDS = "marked records"


class OpinionDraft(AnyDraft, frozen=True, kw_only=True):
    """The text of the dialog of this `kind` on a record: the selected `choice`, and the text of each field by its id."""

    kind: str
    choice: str = ""
    fields: dict[str, str] = {}

    def sanitized(self) -> Self:
        fields = {field: normalize_typed(text) for field, text in self.fields.items()}
        return msgspec.structs.replace(super().sanitized(), choice=sanitize(self.choice), fields=fields)


class OpinionDrafts(DraftFolder[OpinionDraft]):
    """The drafts of opinions in a subfolder of `drafts`, where a program that does not know them overlooks them."""

    def __init__(self, drafts: Path) -> None:
        super().__init__(drafts / "opinions", OpinionDraft)

    def begin(self, briefing: str, target: str, kind: str) -> DraftWriter[OpinionDraft]:
        """Open the draft of this kind on `target`, or a new one; raise StoreLockedError, ReadOnlyError or WriteError."""
        left = (draft for draft in self.interrupted(briefing) if (draft.target, draft.kind) == (target, kind))
        return DraftWriter(*self._take(next(left, OpinionDraft(briefing=briefing, target=target, kind=kind))))
