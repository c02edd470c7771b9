"""The undo stack: changes are undone last first and redone, and a change that can no longer be undone is dropped."""

from __future__ import annotations

from store.errors import WriteError
from tests.support.messages import RecordingNotifier
from tui.services.undo_stack import Reverted, UndoableCommand, UndoStack


class Stack:
    """Records what is changed and what is shown. A name in `conflicts` has been changed by another window."""

    def __init__(self) -> None:
        self.value: list[str] = []
        self.notifier = RecordingNotifier()
        self.changes = 0
        self.conflicts: set[str] = set()
        self.deeds = UndoStack(self.notifier, self.change)

    def change(self) -> None:
        self.changes += 1

    def do(self, *names: str) -> None:
        def make() -> UndoableCommand:
            self.value += names
            return UndoableCommand(f"add {', '.join(names)}", lambda: self.revert(names, is_added=True))

        assert self.deeds.do(make)

    def revert(self, names: tuple[str, ...], is_added: bool) -> Reverted:
        made = tuple(name for name in names if name not in self.conflicts)
        for name in made:
            (self.value.remove if is_added else self.value.append)(name)
        conflicts = tuple(f"the note on {name}" for name in names if name in self.conflicts)
        return Reverted((lambda: self.revert(made, not is_added)) if made else None, conflicts)


def fail() -> Reverted:
    raise WriteError("The disk is full.")


def fail_to_make() -> UndoableCommand:
    raise WriteError("The disk is full.")


def test_the_last_change_is_undone_first() -> None:
    stack = Stack()
    stack.do("one")
    stack.do("two")
    stack.deeds.undo()
    assert (stack.value, stack.notifier.messages) == (["one"], ["Undone: add two."])


def test_what_was_undone_can_be_redone_until_something_else_is_changed() -> None:
    stack = Stack()
    stack.do("one")
    stack.deeds.undo()
    stack.deeds.redo()
    assert (stack.value, stack.notifier.messages[-1]) == (["one"], "Redone: add one.")
    stack.deeds.undo()
    stack.do("two")
    stack.deeds.redo()
    assert (stack.value, stack.notifier.messages[-1]) == (["two"], "There is nothing to redo.")


def test_a_change_that_fails_is_reported_and_cannot_be_undone() -> None:
    stack = Stack()
    assert not stack.deeds.do(fail_to_make)
    stack.deeds.undo()
    assert stack.notifier.messages == ["The disk is full.", "There is nothing to undo."]


def test_an_undo_that_fails_can_be_tried_again() -> None:
    stack = Stack()
    stack.deeds.record(UndoableCommand("one", fail))
    stack.deeds.undo()
    stack.deeds.undo()
    assert stack.notifier.messages == ["The disk is full.", "The disk is full."]


def test_an_undo_in_conflict_says_so_and_is_not_tried_again() -> None:
    stack = Stack()
    stack.do("c001")
    stack.conflicts = {"c001"}
    for command in (stack.deeds.undo, stack.deeds.undo, stack.deeds.redo):
        command()
    assert stack.notifier.messages == [
        "The note on c001 has changed in another window; nothing was undone.",
        "There is nothing to undo.",
        "There is nothing to redo.",
    ]
    assert stack.value == ["c001"]


def test_a_redo_in_conflict_says_so_and_is_not_tried_again() -> None:
    stack = Stack()
    stack.do("c001", "c002")
    stack.deeds.undo()
    stack.conflicts = {"c001", "c002"}
    stack.deeds.redo()
    stack.deeds.redo()
    assert stack.notifier.messages[1:] == [
        "The note on c001 and the note on c002 have changed in another window; nothing was redone.",
        "There is nothing to redo.",
    ]


def test_what_is_partly_in_conflict_is_undone_and_redone_in_part() -> None:
    stack = Stack()
    stack.do("c001", "c002", "c003")
    stack.conflicts = {"c002"}
    stack.deeds.undo()
    assert stack.notifier.messages == ["Undone: add c001, c002, c003, except the note on c002, which has changed in another window."]
    assert stack.value == ["c002"]
    stack.deeds.redo()
    assert (stack.value, stack.notifier.messages[-1]) == (["c002", "c001", "c003"], "Redone: add c001, c002, c003.")


def test_only_some_of_many_conflicts_are_named() -> None:
    stack = Stack()
    names = tuple(f"c00{number}" for number in range(9))
    stack.do(*names)
    stack.conflicts = set(names)
    stack.deeds.undo()
    assert "the note on c004 and 4 more have changed in another window; nothing was undone." in stack.notifier.messages[0]


def test_every_change_undo_and_redo_repaints_once() -> None:
    stack = Stack()
    stack.do("one")
    stack.deeds.undo()
    stack.deeds.redo()
    assert stack.changes == 3
