"""Undo and redo for changes to the reader's data."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from store.errors import StoreError
from tui.services.notifier import Notifier

_MOST_NAMED = 5


class Reverted(NamedTuple):
    """The outcome of reverting a change: how to revert that in turn, None if nothing was reverted, and what was not reverted.

    `conflicts` describes what has changed since and was left as it is.
    """

    revert: Revert | None
    conflicts: tuple[str, ...] = ()


Revert = Callable[[], Reverted]


class UndoableCommand(NamedTuple):
    """A change that was made: what it was, and how to revert it, which may raise StoreError. `notes`: the ids of those it changed."""

    description: str
    revert: Revert
    notes: frozenset[str] = frozenset()


class UndoStack:
    """The undo stack of one window. `changed` repaints.

    A change can be undone and redone only as long as it is this window's own last change to a note or record: what
    another window or a command has changed since is kept, and that change is dropped from the stack.
    """

    def __init__(self, notifier: Notifier, changed: Callable[[], None]) -> None:
        self._notifier = notifier
        self._changed = changed
        self._done: list[UndoableCommand] = []
        self._undone: list[UndoableCommand] = []

    def do(self, make: Callable[[], UndoableCommand]) -> bool:
        """Make a change; return True if it was made. `make` may raise StoreError."""
        try:
            command = make()
        except StoreError as error:
            self._notifier.error(str(error))
            return False
        self.record(command)
        return True

    def record(self, command: UndoableCommand) -> None:
        """Add a change that was made; what was undone before can no longer be redone."""
        self._done.append(command)
        self._undone.clear()
        self._changed()

    def undo(self) -> None:
        """Undo the last change."""
        self._revert_last(self._done, self._undone, "undo", "undone")

    def redo(self) -> None:
        """Redo the change that was undone last."""
        self._revert_last(self._undone, self._done, "redo", "redone")

    def forget(self, notes: Collection[str]) -> None:
        """Drop the changes to these notes, which were deleted for good."""
        for commands in (self._done, self._undone):
            commands[:] = [command for command in commands if command.notes.isdisjoint(notes)]

    def _revert_last(self, source: list[UndoableCommand], other: list[UndoableCommand], verb: str, participle: str) -> None:
        if not source:
            self._notifier.info(f"There is nothing to {verb}.")
            return
        try:
            revert, conflicts = source[-1].revert()
        except StoreError as error:  # it can be tried again
            self._notifier.error(str(error))
            return
        command = source.pop()
        if revert:
            other.append(command._replace(revert=revert))
        self._changed()
        self._report(command.description, participle, revert is not None, conflicts)

    def _report(self, description: str, participle: str, is_reverted: bool, conflicts: tuple[str, ...]) -> None:
        """Show what was undone or redone, and as an error what was not."""
        if not conflicts:
            self._notifier.info(f"{participle.capitalize()}: {description}.")
            return
        names = list(dict.fromkeys(conflicts))
        named, more = names[:_MOST_NAMED], len(names) - _MOST_NAMED
        listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1]))) if more <= 0 else f"{', '.join(named)} and {more} more"
        reason = f"{'has' if len(names) == 1 else 'have'} changed in another window"
        if is_reverted:
            self._notifier.error(f"{participle.capitalize()}: {description}, except {listed}, which {reason}.")
        else:
            self._notifier.error(f"{listed[0].upper()}{listed[1:]} {reason}; nothing was {participle}.")
