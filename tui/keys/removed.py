"""Keys, actions and keymaps that 0.2 removed, and what to use instead."""

from __future__ import annotations

from typing import NamedTuple

from tui.keys.bindings import active_bindings, key_label


class RemovedAction(NamedTuple):
    """An action that no longer exists: its default key, what it was, and the id of the action to use instead."""

    key: str
    subject: str
    alternative: str
    purpose: str

    @property
    def reason(self) -> str:
        """Return why the action is gone and which key to press instead."""
        return f"{self.subject} removed in 0.2. Press {key_label(self.alternative)} {self.purpose}."


REMOVED_ACTIONS = {
    "tour": RemovedAction("f2", "The tour was", "help", "for help"),
    "unseen": RemovedAction("full_stop", "Unread marks were", "mark", "to mark a record"),
}
REMOVED_KEYMAPS = ("emacs",)


def reason_for_key(key: str) -> str:
    """Return why `key` no longer does anything; `""` if it never did or is bound to another action now."""
    if any(key in bound.keys.split(",") for bound in active_bindings()):
        return ""
    return next((action.reason for action in REMOVED_ACTIONS.values() if action.key == key), "")
