"""Keys, actions and keymaps that 0.2 removed, and what to use instead."""

from __future__ import annotations

from typing import NamedTuple

from tui.keys.bindings import active_bindings, describe_access, is_dialog


class RemovedAction(NamedTuple):
    """An action that no longer exists: its default key, what it was, and the id of the action to use instead."""

    key: str
    subject: str
    alternative: str
    purpose: str

    @property
    def reason(self) -> str:
        """Return why the action is gone and what to do instead."""
        access = describe_access(self.alternative)
        return f"{self.subject} removed in 0.2. {access[0].upper()}{access[1:]}{f' {self.purpose}' if self.purpose else ''}."


REMOVED_ACTIONS = {
    "tour": RemovedAction("f2", "The tour was", "help", "for help"),
    "unseen": RemovedAction("full_stop", "Unread marks were", "mark", "to mark a record"),
    "note.kind": RemovedAction("c", "The dialog for the type of a note was", "note.edit", "to change it with the text"),
    "note.tags": RemovedAction("t", "The dialog for the tags of a note was", "note.edit", "to change them with the text"),
    "note.status": RemovedAction("o", "The key for the status of a note was", "note.edit", "to change it with the text"),
    "note.revisions": RemovedAction("R", "The separate list of versions was", "history", "for the history"),
    "verdict.history": RemovedAction("", "The separate history of opinions was", "history", "for the history"),
    "grade": RemovedAction("i", "The separate dialog for grades was", "verdict", "to give your grade"),
    "resolve": RemovedAction("r", "The separate dialog for outcomes was", "verdict", "to give a forecast or an outcome"),
}
# Actions that still exist, but only in the command palette.
REMOVED_KEYS = (
    RemovedAction("V", "This key was", "verdict.marked", ""),
    RemovedAction("D", "This key was", "trash", ""),
    RemovedAction("Y", "This key was", "copy.as", ""),
)
REMOVED_KEYMAPS = ("emacs",)


def reason_for_key(key: str) -> str:
    """Return why `key` no longer does anything; `""` if it never did or is bound to another action now."""
    if any(key in bound.keys.split(",") for bound in active_bindings() if not is_dialog(bound.scope)):
        return ""
    return next((action.reason for action in (*REMOVED_ACTIONS.values(), *REMOVED_KEYS) if action.key == key), "")
