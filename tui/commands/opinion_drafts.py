"""Drafts of opinions on the screen: open one, with the text of drafts that earlier releases kept in three dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from msgspec.structs import replace

from store.annotations.draft_folder import DraftWriter
from store.annotations.opinion_drafts import OpinionDraft, OpinionDrafts
from store.errors import StoreError
from tui.workspace.context import AppContext

OPINION = "opinion"


class _OldDialog(NamedTuple):
    """A dialog of an earlier release: the field that its selected choice is now, its choices, and its fields by their new ids."""

    choice_field: str
    choices: dict[str, str]
    fields: dict[str, str]


_OLD_DIALOGS = {
    "verdict": _OldDialog("agreement", {}, {"because": "reason", "confidence": "confidence"}),
    "grade": _OldDialog("", {}, {"grade": "grade", "because": "grade_reason"}),
    "resolution": _OldDialog(
        "outcome", {"not yet": "open", "void: it cannot be told": "void"}, {"probability": "forecast", "evidence": "evidence"}
    ),
}


def open_opinion_draft(context: AppContext, target: str, field_ids: frozenset[str]) -> DraftWriter[OpinionDraft] | None:
    """Open the draft of the opinion on `target`; if that fails, show why and return None.

    Text of drafts from earlier releases is moved into it, if its fields are among `field_ids`.
    """
    drafts = OpinionDrafts(context.drafts.folder)
    briefing_id = context.briefing.id
    try:
        writer = drafts.begin(briefing_id, target, OPINION)
    except StoreError as error:
        context.notifier.error(f"What you type is not kept as a draft: {error}")
        return None
    for kind, fields in _old_drafts(drafts, briefing_id, target):
        if fields.keys() <= field_ids:
            with suppress(StoreError):  # an old draft that is open elsewhere, or cannot be moved, stays as it is
                old = drafts.begin(briefing_id, target, kind)
                try:
                    writer.put(replace(writer.draft, fields=fields | writer.draft.fields))
                except StoreError:
                    old.release()
                    raise
                old.finish()
    return writer


def _old_drafts(drafts: OpinionDrafts, briefing_id: str, target: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the kind of each draft of an earlier release on `target`, and its text by the ids of the fields of today."""
    for draft in drafts.interrupted(briefing_id):
        dialog = _OLD_DIALOGS.get(draft.kind)
        if dialog is None or draft.target != target:
            continue
        fields = {dialog.fields.get(name, name): text for name, text in draft.fields.items()}
        if dialog.choice_field and draft.choice:
            fields[dialog.choice_field] = dialog.choices.get(draft.choice, draft.choice)
        yield draft.kind, fields
